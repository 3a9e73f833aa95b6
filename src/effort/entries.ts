/** What became of each entry of the knowledge base in a period, from hourly counters. */
import type { EntryOutcome } from '../conversation/index.js';
import type { Hour } from './port.js';
import { merge } from './tallies.js';

export interface EntryFigures {
  readonly id: string;
  /** Times it was given as the answer, and how often the customer said that it helped, or that it did not. */
  readonly shown: number;
  readonly solved: number;
  readonly unsolved: number;
  /** Times it was one of the choices of "did you mean". */
  readonly clarified: number;
  /** Tickets of episodes in which it had been shown. */
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
