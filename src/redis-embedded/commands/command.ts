/** What a command is, and what it may use. */
import type { Reply } from '../reply.js';
import type { Database } from '../values/database.js';

export type Args = readonly string[];

/** What concerns the whole engine rather than the keys. */
export interface House {
  /** Microseconds since 1970. */
  readonly clock: () => number;
  readonly publish: (kind: 'message' | 'smessage', channel: string, text: string) => number;
  readonly rewrite: () => void;
  /** For INFO: fields of the persistence section. */
  readonly persistence: () => Readonly<Record<string, string | number>>;
}

export interface Context {
  readonly db: Database;
  readonly house: House;
}

export interface Command {
  /** As Redis counts: with the name; negative for "at least". */
  readonly arity: number;
  readonly writes?: true;
  /** Refused inside scripts. */
  readonly outside?: true;
  readonly run: (args: Args, context: Context) => Reply;
}

export type Commands = Readonly<Record<string, Command>>;
type Run = Command['run'];

export const reads = (arity: number, run: Run): Command => ({ arity, run });
export const writes = (arity: number, run: Run): Command => ({ arity, writes: true, run });
export const outside = (arity: number, run: Run): Command => ({ arity, outside: true, run });

/** An argument that the arity promises. */
export const arg = (args: Args, at: number): string => args[at] ?? '';

/** Pairs from `at` on; the caller has checked that their number is even. */
export function* pairs(args: Args, at: number): Generator<readonly [string, string]> {
  for (let i = at; i + 1 < args.length; i += 2) yield [arg(args, i), arg(args, i + 1)];
}
