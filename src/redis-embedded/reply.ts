/**
 * What commands answer. Text is bytes as characters 0–255 everywhere in the engine, so lengths and order are Redis's.
 */

export interface Status {
  readonly ok: string;
}

/** An error inside an answer: of `redis.pcall`, or of one command of a transaction. */
export interface Failure {
  readonly error: string;
}

export type Reply = string | number | bigint | null | Status | Failure | readonly Reply[];

/** Ends a command with an error; the message is exactly what the client reads. */
export class ReplyFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ReplyFault';
  }
}

export const done: Status = { ok: 'OK' };

export const wrongType = (): ReplyFault =>
  new ReplyFault('WRONGTYPE Operation against a key holding the wrong kind of value');
export const syntaxError = (): ReplyFault => new ReplyFault('ERR syntax error');
export const wrongArity = (name: string): ReplyFault =>
  new ReplyFault(`ERR wrong number of arguments for '${name.toLowerCase()}' command`);
/** Redis knows this form, the engine does not: it fails loudly instead of answering differently. */
export const unsupported = (form: string): ReplyFault =>
  new ReplyFault(`ERR the embedded store does not support ${form}; use a Redis server for it`);
