/** The wait that is promised to a customer: a range from the recent pace, never a single number. */
import { firstPaceMs, type LineFacts, type WaitPace } from '../conversation/index.js';

export interface WaitRange {
  /** Milliseconds, whole minutes. */
  readonly low: number;
  readonly high: number;
}

const minute = 60_000;

/**
 * What each place adds to the wait: half to one and a half times `pace`, the smoothed time a ticket spends as head of
 * the line (average 0.7 old + 0.3 new, as in common queue displays; what is assumed before anything was measured is the
 * first of the old). Undefined when no agent is there, because then nothing honest can be said.
 */
export function waitPace({ agents, pace }: Omit<LineFacts, 'ahead'>): WaitPace | undefined {
  if (agents === 0) return undefined;
  const step = (pace > 0 ? pace : firstPaceMs / agents) * 1000;
  return { low: Math.round(step / 2), high: Math.round(step * 1.5) };
}

/**
 * The wait still to come for a ticket, in whole minutes: at least one, and the high end at least one more. The wait that
 * a new ticket is promised is rounded the same way where its place becomes known: lua/ops/queue.lua.
 */
export function waitRange(facts: LineFacts): WaitRange | undefined {
  const pace = waitPace(facts);
  if (pace === undefined) return undefined;
  const minutes = (each: number) => ((facts.ahead + 1) * each) / (minute * 1000);
  const low = Math.max(1, Math.round(minutes(pace.low)));
  const high = Math.max(low + 1, Math.ceil(minutes(pace.high)));
  return { low: low * minute, high: high * minute };
}
