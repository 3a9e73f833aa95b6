/** Turns features into sparse vectors, each weighted by how rare it is in the knowledge base (tf-idf). */
import { lexisOf } from '../language/index.js';
import type { Bag, Features } from './features.js';

export interface Vector {
  readonly index: Int32Array;
  readonly value: Float32Array;
}

export interface Space {
  /** How many features there are. */
  readonly size: number;
  /** Words and letter groups each have length 1; what the base does not know counts in the length, but is left out. */
  vectorOf(features: Features): Vector;
  /** How much a stem says about the topic: little when it is common, most when it occurs nowhere. */
  rarity(stem: string): number;
}

/** The language of the texts, how many there were, and in how many of them each feature occurs, in the order of their numbers. */
export interface Counts {
  /** ISO 639-1. */
  readonly language: string;
  readonly texts: number;
  readonly features: ReadonlyMap<string, Known>;
}

interface Known {
  readonly index: number;
  texts: number;
}

/** Words everybody uses count for little where it is asked which words are missing. */
const commonWeight = 0.2;
const commonStems = new Map<string, ReadonlySet<string>>();
function commonStemsOf(language: string): ReadonlySet<string> {
  const { common, createStemmer } = lexisOf(language);
  const stems = commonStems.get(language) ?? new Set([...common].map(createStemmer()));
  commonStems.set(language, stems);
  return stems;
}

/** Below 1, so that one rare word does not outweigh all others. */
const damping = 0.8;

export function countFeatures(texts: readonly Features[], language: string): Counts {
  const known = new Map<string, Known>();
  const count = (key: string): void => {
    const before = known.get(key);
    if (before) before.texts += 1;
    else known.set(key, { index: known.size, texts: 1 });
  };
  for (const { words, letters } of texts) {
    for (const key of words.keys()) count(key);
    for (const key of letters.keys()) count(key);
  }
  return { language, texts: texts.length, features: known };
}

export function spaceOf({ language, texts, features: known }: Counts): Space {
  const common = commonStemsOf(language);
  const rarities = Array.from({ length: texts + 1 }, (_, count) =>
    Math.pow(Math.log(1 + texts / (1 + count)), damping),
  );
  const rarityOf = (feature: Known | undefined): number => rarities[feature?.texts ?? 0] ?? 0;

  const addBag = (bag: Bag, index: number[], value: number[]): void => {
    const start = value.length;
    let squares = 0;
    for (const [key, count] of bag) {
      const feature = known.get(key);
      const weight = (count === 1 ? 1 : 1 + Math.log(count)) * rarityOf(feature);
      squares += weight * weight;
      if (!feature) continue;
      index.push(feature.index);
      value.push(weight);
    }
    const length = Math.sqrt(squares);
    for (let place = start; place < value.length; place += 1) value[place] = (value[place] ?? 0) / length;
  };

  return {
    size: known.size,
    vectorOf({ words, letters }) {
      const index: number[] = [];
      const value: number[] = [];
      addBag(words, index, value);
      addBag(letters, index, value);
      return { index: Int32Array.from(index), value: Float32Array.from(value) };
    },
    rarity: (stem) => rarityOf(known.get(`w${stem}`)) * (common.has(stem) ? commonWeight : 1),
  };
}
