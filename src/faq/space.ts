/** Turns texts into sparse vectors: words, word pairs and letter groups, each weighted by how rare it is. */
import { createSpeller, createStemmer, wordsOf } from '../language/index.js';

export interface Vector {
  readonly index: Int32Array;
  readonly value: Float32Array;
}

export interface Reading {
  readonly vector: Vector;
  /** Share of the words' weight that the knowledge base knows, 0..1. */
  readonly known: number;
  /** Number of words. */
  readonly length: number;
}

export interface Space {
  readonly size: number;
  read(text: string): Reading;
}

type Bag = Map<string, number>;

const put = (bag: Bag, key: string, weight = 1): void => void bag.set(key, (bag.get(key) ?? 0) + weight);

function wordBag(stems: readonly string[]): Bag {
  const bag: Bag = new Map();
  stems.forEach((stem, place) => {
    put(bag, `w${stem}`);
    const next = stems[place + 1];
    if (next !== undefined) put(bag, `b${stem} ${next}`);
  });
  if (stems[0] !== undefined) put(bag, `^${stems[0]}`);
  return bag;
}

function letterBag(words: readonly string[]): Bag {
  const bag: Bag = new Map();
  for (const word of words) {
    const padded = ` ${word.slice(0, 30)} `;
    for (let size = 3; size <= 5; size += 1) {
      for (let start = 0; start + size <= padded.length; start += 1) put(bag, padded.slice(start, start + size));
    }
  }
  return bag;
}

function countWords(texts: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts: Bag = new Map();
  for (const words of texts) for (const word of words) put(counts, word);
  return counts;
}

interface Feature {
  readonly index: number;
  texts: number;
}

/** Learns the features and their weights from the ways of asking; texts read later are spelled like these. */
export function createSpace(texts: readonly string[]): Space {
  const stem = createStemmer('en');
  const tokens = texts.map(wordsOf);
  const mend = createSpeller(countWords(tokens));
  const features = new Map<string, Feature>();
  const bagsOf = (words: readonly string[]): readonly Bag[] => [wordBag(words.map(stem)), letterBag(words)];
  for (const bag of tokens.flatMap(bagsOf)) {
    for (const key of bag.keys()) {
      const feature = features.get(key);
      if (feature) feature.texts += 1;
      else features.set(key, { index: features.size, texts: 1 });
    }
  }
  const rarity = (feature: Feature | undefined): number => Math.log(1 + texts.length / (1 + (feature?.texts ?? 0)));

  return {
    size: features.size,
    read(text) {
      const words = wordsOf(text).map((word) => mend(word) ?? word);
      const index: number[] = [];
      const value: number[] = [];
      let known = 0;
      let all = 0;
      for (const bag of bagsOf(words)) {
        let squares = 0;
        const start = value.length;
        for (const [key, count] of bag) {
          const feature = features.get(key);
          const rare = rarity(feature);
          const weight = (1 + Math.log(count)) * rare;
          squares += weight * weight;
          if (key.startsWith('w')) {
            all += rare;
            known += feature ? rare : 0;
          }
          if (!feature) continue;
          index.push(feature.index);
          value.push(weight);
        }
        const length = Math.sqrt(squares);
        for (let place = start; place < value.length; place += 1) value[place] = (value[place] ?? 0) / length;
      }
      return {
        vector: { index: Int32Array.from(index), value: Float32Array.from(value) },
        known: all === 0 ? 0 : known / all,
        length: words.length,
      };
    },
  };
}
