/** What is looked at in a text: its words, words that stand near each other, the ideas behind them, and groups of letters. */
import { createConcepts, createStemmer } from '../language/index.js';

/** Feature → how often it occurs. */
export type Bag = ReadonlyMap<string, number>;

export interface Features {
  readonly stems: readonly string[];
  readonly words: Bag;
  readonly letters: Bag;
}

/** An idea counts a little more than a word, because it holds in more texts. */
const conceptWeight = 1.5;
const nearby = 2;
const letterGroups = [3, 4] as const;
const longestWord = 30;

const put = (bag: Map<string, number>, key: string, weight = 1): void =>
  void bag.set(key, (bag.get(key) ?? 0) + weight);

function wordBag(stems: readonly string[], conceptsOf: (stem: string) => readonly string[]): Bag {
  const bag = new Map<string, number>();
  stems.forEach((stem, place) => {
    put(bag, `w${stem}`);
    for (const concept of conceptsOf(stem)) put(bag, concept, conceptWeight);
    for (const next of stems.slice(place + 1, place + 1 + nearby)) put(bag, `b${stem} ${next}`);
  });
  if (stems[0] !== undefined) put(bag, `^${stems[0]}`);
  return bag;
}

function letterBag(words: readonly string[]): Bag {
  const bag = new Map<string, number>();
  for (const word of words) {
    const padded = ` ${word.slice(0, longestWord)} `;
    for (const size of letterGroups) {
      for (let start = 0; start + size <= padded.length; start += 1) put(bag, padded.slice(start, start + size));
    }
  }
  return bag;
}

export function createFeatures(): (words: readonly string[]) => Features {
  const stem = createStemmer();
  const conceptsOf = createConcepts(stem);
  return (words) => {
    const stems = words.map(stem);
    return { stems, words: wordBag(stems, conceptsOf), letters: letterBag(words) };
  };
}
