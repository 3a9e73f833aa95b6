/** The wait that is promised to a customer: a range from the recent pace, never a single number. */
import type { LineFacts } from '../conversation/index.js';

export interface WaitRange {
  /** Milliseconds, whole minutes. */
  readonly low: number;
  readonly high: number;
}

const minute = 60_000;
/** Assumed until the first claims are known: one agent takes a ticket every three minutes. */
const firstGuess = 3 * minute;

/**
 * The wait still to come for a ticket, from those ahead of it and `pace`, the smoothed time a ticket spends
 * as head of the line (average 0.7 old + 0.3 new, as in common queue displays). Half to one and a half times the
 * estimate; undefined when no agent is there, because then nothing honest can be said.
 */
export function waitRange(facts: LineFacts): WaitRange | undefined {
  if (facts.agents === 0) return undefined;
  const step = facts.pace > 0 ? facts.pace : firstGuess / facts.agents;
  const estimate = (facts.ahead + 1) * step;
  const low = Math.max(1, Math.round(estimate / 2 / minute));
  const high = Math.max(low + 1, Math.ceil((estimate * 1.5) / minute));
  return { low: low * minute, high: high * minute };
}
