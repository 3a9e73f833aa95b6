/**
 * Effort: what it cost the customer, 0 (none) .. 100, from what happened and nothing else. It is not CES, which is
 * what the customer answered. The drivers follow the effort research of 2010 (repeat contact, transfers, repeating
 * oneself, the emotional side); the weights are ours, until enough surveys are answered to fit them.
 */
import { contactTime, type Count, type Outcome, type Stint } from '../conversation/index.js';

export interface EffortFacts {
  readonly counts: Readonly<Partial<Record<Count, number>>>;
  /** Milliseconds. */
  readonly stints: Readonly<Record<Stint, number>>;
  /** Highest frustration, 0..1. */
  readonly peak: number;
  /** Episodes of this customer before this one, within `contactHours`, and whether the newest was on another channel. */
  readonly contacts: number;
  readonly switched: boolean;
  /** How often it went from one person to another. */
  readonly transfers: number;
  readonly outcome?: Outcome;
}

export interface Driver {
  readonly name: string;
  /** How often, or how many minutes. */
  readonly value: number;
  readonly points: number;
}

/** What is measured, as it is stored: a count, a stint (microseconds), the peak (thousandths), or whether it ended badly. */
type Measured = Count | 'queueSpan' | 'agentSpan' | 'peak' | 'contacts' | 'switched' | 'transfers' | 'left';

/** How a measured number becomes a driver. The store scores by the same table when an episode ends. */
interface Rule {
  readonly name: string;
  readonly of: Measured;
  /** What is less counts as nothing. */
  readonly least?: number;
  /** The value is a whole number of these, rounded up from `1 - round` of one. */
  readonly unit?: number;
  readonly round?: number;
  /** So many of them cost nothing. */
  readonly free?: number;
  /** Points for each, and at most. */
  readonly each: number;
  readonly most: number;
}

/** Every message reads as a little frustrated; below this (thousandths), nobody was. */
const calm = 300;
const minute = 60_000_000;
/** How one leaves without a solution. */
export const unsolved: readonly Outcome[] = ['gave-up', 'unanswered'];

export const effortRules: readonly Rule[] = [
  { name: 'messages beyond three', of: 'turns', free: 3, each: 2, most: 16 },
  { name: 'questions without an answer', of: 'misses', each: 9, most: 27 },
  { name: 'answers that did not help', of: 'unsolved', each: 8, most: 16 },
  { name: 'repeated questions', of: 'repeats', each: 8, most: 24 },
  { name: 'questions asked back', of: 'clarified', each: 3, most: 9 },
  { name: 'faults on our side', of: 'faults', each: 10, most: 20 },
  { name: 'needed a person', of: 'escalations', each: 8, most: 16 },
  { name: 'went to another person', of: 'transfers', each: 10, most: 20 },
  { name: 'minutes in the line', of: 'queueSpan', unit: minute, each: 1, most: 45 },
  { name: 'minutes waiting for an agent', of: 'agentSpan', unit: minute, each: 1, most: 20 },
  { name: `contacts in the ${contactTime} before`, of: 'contacts', each: 12, most: 24 },
  { name: 'had to change the channel', of: 'switched', each: 8, most: 8 },
  { name: 'frustration at its peak (percent)', of: 'peak', least: calm, unit: 10, round: 0.5, each: 0.2, most: 20 },
  { name: 'left without a solution', of: 'left', each: 20, most: 20 },
];

function measured({ counts, stints, peak, contacts, switched, transfers, outcome }: EffortFacts, of: Measured): number {
  switch (of) {
    case 'queueSpan':
      return Math.round(stints.queue * 1000);
    case 'agentSpan':
      return Math.round(stints.agent * 1000);
    case 'peak':
      return Math.round(peak * 1000);
    case 'contacts':
      return contacts;
    case 'switched':
      return switched ? 1 : 0;
    case 'transfers':
      return transfers;
    case 'left':
      return outcome !== undefined && unsolved.includes(outcome) ? 1 : 0;
    default:
      return counts[of] ?? 0;
  }
}

function valueOf(facts: EffortFacts, { of, least = 0, unit = 1, round = 0, free = 0 }: Rule): number {
  const raw = measured(facts, of);
  return raw < least ? 0 : Math.max(0, Math.floor(raw / unit + round) - free);
}

/** What made it hard, heaviest first; drivers without points are left out. */
export function drivers(facts: EffortFacts): readonly Driver[] {
  return effortRules
    .map((rule) => {
      const value = valueOf(facts, rule);
      return { name: rule.name, value, points: Math.min(rule.most, Math.floor(value * rule.each + 0.5)) };
    })
    .filter((driver) => driver.points > 0)
    .sort((a, b) => b.points - a.points);
}

/** The sum of the drivers' points, at most 100. */
export function effort(facts: EffortFacts): number {
  return Math.min(
    100,
    drivers(facts).reduce((sum, driver) => sum + driver.points, 0),
  );
}
