/** How a tongue tells of the states beside frustration. */
import type { Cue, Tongue } from '../../conversation/index.js';

export const states = [
  'danger',
  'self-harm',
  'fraud',
  'distress',
  'urgency',
  'vulnerability',
] as const satisfies readonly Cue[];
export type State = (typeof states)[number];

export interface Told {
  readonly tongue: Tongue;
  /** The first four letters of words without one of which no way is in a message, for all states or each: most are done with that. */
  readonly stems: string | Readonly<Record<State, string>>;
  readonly ways: Readonly<Partial<Record<State, readonly string[]>>>;
}
