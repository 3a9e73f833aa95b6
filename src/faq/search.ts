/** Quick search for agents: every word typed so far must begin a word of the entry; titles count most. */
import { wordsOf } from '../language/index.js';
import type { FaqEntry } from './entry.js';

interface Field {
  readonly words: readonly string[];
  readonly weight: number;
}

interface Indexed {
  readonly entry: FaqEntry;
  readonly fields: readonly Field[];
}

const fieldsOf = (entry: FaqEntry): readonly Field[] => [
  { words: [...wordsOf(entry.title), ...wordsOf(entry.id)], weight: 4 },
  { words: wordsOf(entry.tags.join(' ')), weight: 3 },
  { words: wordsOf(entry.ask.join(' ')), weight: 2 },
  { words: wordsOf(entry.answer), weight: 1 },
];

/** The weight of the best field that has a word beginning with `typed`; half as much again for the whole word. */
function hit(fields: readonly Field[], typed: string): number {
  let best = 0;
  for (const { words, weight } of fields) {
    if (words.includes(typed)) best = Math.max(best, weight * 1.5);
    else if (words.some((word) => word.startsWith(typed))) best = Math.max(best, weight);
  }
  return best;
}

/** Entries that contain the most of the typed words come first; entries that contain none are left out. */
export function createSearch(entries: readonly FaqEntry[]): (text: string, limit: number) => readonly FaqEntry[] {
  // made when it is first asked for, because no start should wait for it
  let made: readonly Indexed[] | undefined;
  return (text, limit) => {
    const index = (made ??= entries.map((entry) => ({ entry, fields: fieldsOf(entry) })));
    const typed = [...new Set(wordsOf(text))].slice(0, 20);
    const scored = index.map(({ entry, fields }) => {
      const hits = typed.map((word) => hit(fields, word)).filter((score) => score > 0);
      return { entry, found: hits.length, score: hits.reduce((sum, score) => sum + score, 0) };
    });
    return scored
      .filter(({ found }) => found > 0)
      .sort((one, other) => other.found - one.found || other.score - one.score)
      .slice(0, limit)
      .map(({ entry }) => entry);
  };
}
