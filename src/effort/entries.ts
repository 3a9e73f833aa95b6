/** What became of each entry of the knowledge base in a period, from hourly counters. */
import type { EntryOutcome } from '../conversation/index.js';
import type { Cohort, EpisodeRecord, Hour } from './port.js';
import { type Counters, merge } from './tallies.js';

export interface EntryFigures {
  readonly id: string;
  /** Times it was given as the answer, and how often the customer said that it helped, or that it did not. */
  readonly shown: number;
  readonly solved: number;
  readonly unsolved: number;
  /** Times it was one of the choices of "did you mean". */
  readonly clarified: number;
  /** Cases in which it was shown and whose person asked for one of ours. */
  readonly escalated: number;
  /** Mean effort of the ended episodes in which it was shown, 0..100; missing when none has ended. */
  readonly effort?: number;
}

const name = /^faq:([a-z]+):(.+)$/s;
const none = { shown: 0, solved: 0, unsolved: 0, clarified: 0, escalated: 0, ended: 0, effort: 0 } satisfies Readonly<
  Record<EntryOutcome | 'escalated' | 'ended' | 'effort', number>
>;

/** Most shown first. */
export function entryFigures(hours: readonly Hour[]): readonly EntryFigures[] {
  const entries = new Map<string, typeof none>();
  for (const [counter, value] of Object.entries(merge(hours))) {
    const [, what, id] = name.exec(counter) ?? [];
    if (what !== undefined && id !== undefined && Object.hasOwn(none, what))
      entries.set(id, { ...none, ...entries.get(id), [what]: value });
  }
  return [...entries]
    .map(([id, { ended, effort, ...counts }]) => ({ id, ...counts, ...(ended > 0 ? { effort: effort / ended } : {}) }))
    .sort((one, other) => other.shown - one.shown || other.clarified - one.clarified || (one.id < other.id ? -1 : 1));
}

/** What a case adds to these counters, in the hour of a cohort. */
export function entryCounters({ entries, askedAt, effort }: EpisodeRecord, cohort: Cohort): Counters {
  const all = Object.entries(entries);
  const shown = all.filter(([, { shown: times = 0 }]) => times > 0).map(([id]) => id);
  const each = (what: string, n: number) => shown.map((id) => [`faq:${what}:${id}`, n] as const);
  if (cohort === 'ended' && effort !== undefined)
    return Object.fromEntries([...each('ended', 1), ...each('effort', effort)]);
  if (cohort !== 'begun') return {};
  const outcomes = all.flatMap(([id, found]) =>
    Object.entries(found).map(([what, n]) => [`faq:${what}:${id}`, n] as const),
  );
  return Object.fromEntries([...outcomes, ...(askedAt === undefined ? [] : each('escalated', 1))]);
}
