/** What a turn is told of its conversation. */
import { int, list, micros, perhaps, record, text, type TypeOf } from './fields.js';
import { facts, spoken } from './records.js';

/** What a turn needs to know. */
export const context = record('context', {
  turnLease: int,
  seq: int,
  now: micros,
  /** Of the current episode; 0 when there was none. */
  number: int,
  state: text,
  epoch: int,
  agentName: text,
  /** 0 while no person has written to a ticket. */
  answered: int,
  queue: text,
  order: micros,
  botSpan: micros,
  queueSpan: micros,
  agentSpan: micros,
  customerSpan: micros,
  facts,
  memory: text,
  /** The message itself where it is older than what was said last. */
  message: text,
  latest: list(text),
  /** Counted anew where an episode would open now. */
  contacts: perhaps,
  /** The state of the person's ticket in another conversation; empty where there is none. */
  elsewhere: text,
  ahead: int,
  agents: int,
  pace: micros,
  who: spoken,
});
export type Context = TypeOf<typeof context>;
