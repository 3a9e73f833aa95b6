/** What a measure is, and the two kinds that most of them are of; the table of them is measures.ts. */
import type { Cohort, EpisodeRecord } from './port.js';
import type { Counters } from './tallies.js';

export interface Definition {
  /** As it is called on screen. */
  readonly title: string;
  readonly formula: string;
  readonly unit: 'cases' | 'questions' | 'people' | 'time' | 'answers' | 'points' | 'agents';
  /** Missing: it is what is so at this moment, whatever period is chosen. */
  readonly cohort?: Cohort;
}

export interface Measure extends Definition {
  readonly cohort: Cohort;
  /** Whether a case is one of its rows. */
  readonly holds: (one: EpisodeRecord) => boolean;
  /** What a row adds to the figure: 1 where nothing is said. */
  readonly adds?: (one: EpisodeRecord) => number;
  /** What a row adds to the hourly counters. Missing: it is read off the counters of another. */
  readonly counts?: (one: EpisodeRecord) => Counters;
  /** The figure, from counters: what its rows add, together. */
  readonly total: (counters: Counters) => number;
}

/** When a case came into a cohort, milliseconds since 1970; undefined while it is in none. */
export const timeIn: Readonly<Record<Cohort, (one: EpisodeRecord) => number | undefined>> = {
  begun: ({ bornAt }) => bornAt,
  asked: ({ askedAt }) => askedAt,
  ended: ({ endedAt }) => endedAt,
};

export const of = (counters: Counters, name: string): number => counters[name] ?? 0;
export const under = (counters: Counters, prefix: string): number =>
  Object.entries(counters).reduce((sum, [name, n]) => (name.startsWith(`${prefix}:`) ? sum + n : sum), 0);

/** A measure that is one counter of cases. */
export const counter = (
  definition: Definition & { readonly cohort: Cohort },
  name: string,
  holds: Measure['holds'],
): Measure => ({
  ...definition,
  holds,
  counts: () => ({ [name]: 1 }),
  total: (counters) => of(counters, name),
});

/** What was counted in a case, all of it. */
export const counted = (definition: Omit<Definition, 'cohort'>, name: 'answers' | 'misses'): Measure => ({
  ...definition,
  cohort: 'begun',
  holds: ({ counts }) => (counts[name] ?? 0) > 0,
  adds: ({ counts }) => counts[name] ?? 0,
  counts: ({ counts }) => ({ [name]: counts[name] ?? 0 }),
  total: (counters) => of(counters, name),
});
