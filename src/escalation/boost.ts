/** How far a ticket moves ahead in the line. Capped, so that nobody is overtaken for longer than the cap. */
import type { Mood } from '../conversation/index.js';
import type { Policy } from './policy.js';

const minute = 60_000;

export interface BoostInput {
  /** The mood after the decision. */
  readonly mood: Mood;
  /** Episodes of this customer before this one, within `contactHours`. */
  readonly contacts: number;
  readonly vip?: boolean;
}

/** Milliseconds, 0 .. the policy's cap: the peak of frustration, earlier contacts (at most two) and VIP. */
export function boostMs({ boost }: Policy, { mood, contacts, vip = false }: BoostInput): number {
  const minutes = boost.frustration * mood.peak + boost.contact * Math.min(2, contacts) + (vip ? boost.vip : 0);
  return Math.round(Math.min(boost.cap, minutes) * minute);
}
