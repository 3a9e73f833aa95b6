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
  /** Episodes of this customer before this one, within `contactHours`. */
  readonly contacts: number;
  readonly outcome?: Outcome;
}

export interface Driver {
  readonly name: string;
  /** How often, or how many minutes. */
  readonly value: number;
  readonly points: number;
}

interface Rule {
  readonly name: string;
  readonly value: (facts: EffortFacts) => number;
  readonly each: number;
  readonly most: number;
}

/** Every message reads as a little frustrated; below this, nobody was. */
const calm = 0.3;
const minutes = (milliseconds: number) => Math.floor(milliseconds / 60_000);
const count = (what: Count) => (facts: EffortFacts) => facts.counts[what] ?? 0;

const rules: readonly Rule[] = [
  { name: 'messages beyond three', value: (f) => Math.max(0, (f.counts.turns ?? 0) - 3), each: 3, most: 18 },
  { name: 'questions without an answer', value: count('misses'), each: 9, most: 27 },
  { name: 'answers that did not help', value: count('unsolved'), each: 8, most: 16 },
  { name: 'repeated questions', value: count('repeats'), each: 8, most: 24 },
  { name: 'questions asked back', value: count('clarified'), each: 3, most: 9 },
  { name: 'faults on our side', value: count('faults'), each: 10, most: 20 },
  { name: 'needed a person', value: count('escalations'), each: 10, most: 20 },
  { name: 'minutes in the line', value: (f) => minutes(f.stints.queue), each: 2, most: 20 },
  { name: 'minutes waiting for an agent', value: (f) => minutes(f.stints.agent), each: 1, most: 10 },
  { name: `contacts in the ${contactTime} before`, value: (f) => f.contacts, each: 8, most: 16 },
  {
    name: 'frustration at its peak (percent)',
    value: (f) => (f.peak < calm ? 0 : Math.round(f.peak * 100)),
    each: 0.2,
    most: 20,
  },
  {
    name: 'left without a solution',
    value: (f) => (f.outcome === 'gave-up' || f.outcome === 'unanswered' ? 1 : 0),
    each: 15,
    most: 15,
  },
];

/** What made it hard, heaviest first; drivers without points are left out. */
export function drivers(facts: EffortFacts): readonly Driver[] {
  return rules
    .map((rule) => {
      const value = rule.value(facts);
      return { name: rule.name, value, points: Math.min(rule.most, Math.round(value * rule.each)) };
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
