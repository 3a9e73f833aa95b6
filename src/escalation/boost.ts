/** How far a ticket moves ahead in the line. Capped, so that nobody is overtaken for longer than the cap. */
import { type Mood, type Reason, reasons, type Receipt } from '../conversation/index.js';
import type { Policy } from './policy.js';

const minute = 60_000;
/** Danger and fraud are a class of their own: longer than anybody waits, and the same for all of them. */
export const firstMs = 10 * 365 * 24 * 60 * minute;

export interface BoostInput {
  /** The mood after the decision. */
  readonly mood: Mood;
  /** Episodes of this customer before this one, within `contactHours`. */
  readonly contacts: number;
  readonly vip?: boolean;
  /** Why a person is fetched, and what spoke for it. */
  readonly reason?: Reason;
  readonly receipt?: Receipt;
}

const needs: ReadonlySet<string> = new Set(['distress', 'urgency', 'vulnerability']);

/**
 * Milliseconds, 0 .. the policy's cap: the peak of frustration, need, earlier contacts (at most two) and VIP; `firstMs` for
 * whoever comes before everybody else.
 */
export function boostMs({ boost }: Policy, { mood, contacts, vip = false, reason, receipt }: BoostInput): number {
  if (reason !== undefined && reasons[reason].first) return firstMs;
  const inNeed = reason === 'distress' || receipt?.signals.some(({ name }) => needs.has(name));
  const need = inNeed ? boost.need : 0;
  const minutes = boost.frustration * mood.peak + need + boost.contact * Math.min(2, contacts) + (vip ? boost.vip : 0);
  return Math.round(Math.min(boost.cap, minutes) * minute);
}
