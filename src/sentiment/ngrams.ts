/** Hashed n-grams: words in ones and twos, and three to five letters inside words, so that typos still count. */
import type { Token } from './tokens.js';

/** Raised whenever tokens, signs or hashes change: weights made for another version are refused. */
export const tokenizerVersion = 2;

/** Columns, one row an n-gram: plain numbers, because a message has hundreds of them and a microsecond each is too much. */
export interface Grams {
  /** Where each lives in the table of weights. */
  readonly slots: Int32Array;
  /** The token it belongs to. */
  readonly owners: Int32Array;
  /** For n-grams of words: the other token of a pair; otherwise the same again. */
  readonly mates: Int32Array;
  /** How many there are; what the columns hold beyond is left from other texts. */
  readonly size: number;
  /** The first so many are made of words, the rest of letters. */
  readonly words: number;
}

const prime = 16777619;
const start = 2166136261;
const seeds = { word: 0x11, negated: 0x22, pair: 0x33, first: 0x44, last: 0x55, letters: 0x66 };
const edge = 0x3c;
const stops = (word: string): boolean => word.length === 1 && '.,;'.includes(word);
const lettered = /^\p{L}{3}/u;
/** Letters count a little less than words (facts: .8). */
const letterShare = 0.8;

/** FNV-1a, one UTF-16 unit at a time. */
const step = (hash: number, code: number): number => Math.imul(hash ^ code, prime);

/** Spreads a hash over the table (the finish of murmur3); the seed keeps kinds of n-gram apart. */
function slotOf(hash: number, seed: number, mask: number): number {
  let mixed = Math.imul(hash ^ seed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & mask;
}

function hashOf(word: string): number {
  let hash = start;
  for (let i = 0; i < word.length; i += 1) hash = step(hash, word.charCodeAt(i));
  return hash;
}

interface Columns {
  readonly slots: Int32Array;
  readonly owners: Int32Array;
  readonly mates: Int32Array;
  size: number;
}

const columnsFor = (most: number): Columns => ({
  slots: new Int32Array(most),
  owners: new Int32Array(most),
  mates: new Int32Array(most),
  size: 0,
});

/** At most five n-grams of words each, and three for each letter and edge. */
const mostOf = (words: readonly Word[]): number => words.reduce((sum, { word }) => sum + 5 + 3 * (word.length + 2), 0);

function put(columns: Columns, slot: number, owner: number): void {
  const at = columns.size;
  columns.slots[at] = slot;
  columns.owners[at] = owner;
  columns.mates[at] = owner;
  columns.size = at + 1;
}

interface Word {
  readonly word: string;
  readonly hash: number;
  readonly owner: number;
  readonly flipped: boolean;
}

function putWords(columns: Columns, words: readonly Word[], mask: number): void {
  words.forEach(({ hash, owner, flipped }, i) => {
    put(columns, slotOf(hash, seeds.word, mask), owner);
    if (flipped) put(columns, slotOf(hash, seeds.negated, mask), owner);
    const one = words[i - 1];
    if (i === 0) put(columns, slotOf(hash, seeds.first, mask), owner);
    if (i === words.length - 1) put(columns, slotOf(hash, seeds.last, mask), owner);
    if (!one) return;
    put(columns, slotOf(step(one.hash, hash), seeds.pair, mask), owner);
    columns.mates[columns.size - 1] = one.owner;
  });
}

/** Three to five units of one word between its edges, without cutting strings. */
function putLetters(columns: Columns, { word, owner }: Word, mask: number): void {
  const last = word.length + 1;
  const unit = (i: number): number => (i === 0 || i === last ? edge : word.charCodeAt(i - 1));
  for (let from = 0; from + 2 <= last; from += 1) {
    let hash = step(step(start, unit(from)), unit(from + 1));
    for (let end = from + 2; end <= last && end < from + 5; end += 1) {
      hash = step(hash, unit(end));
      put(columns, slotOf(hash, seeds.letters, mask), owner);
    }
  }
}

function wordsOf(tokens: readonly Token[], flipped: readonly boolean[]): readonly Word[] {
  const words: Word[] = [];
  tokens.forEach(({ word }, owner) => {
    if (!stops(word)) words.push({ word, hash: hashOf(word), owner, flipped: flipped[owner] ?? false });
  });
  return words;
}

export type GramsOf = (tokens: readonly Token[], flipped: readonly boolean[]) => Grams;

/**
 * `bits` is the size of the table: 2^bits slots. Full stops and commas end a clause but are no words. The columns are
 * used again for the next text, because making them anew costs more than filling them: copy what must last.
 */
export function createGrams(bits: number): GramsOf {
  const mask = 2 ** bits - 1;
  let columns = columnsFor(1024);
  return (tokens, flipped) => {
    const words = wordsOf(tokens, flipped);
    const most = mostOf(words);
    if (most > columns.slots.length) columns = columnsFor(2 * most);
    columns.size = 0;
    putWords(columns, words, mask);
    const count = columns.size;
    for (const word of words) if (lettered.test(word.word)) putLetters(columns, word, mask);
    return { ...columns, words: count };
  };
}

/** How much each n-gram counts: words share 1, letters share .8, so that long messages weigh no more than short ones. */
export function valuesOf({ size, words }: Grams): { readonly word: number; readonly letters: number } {
  return { word: 1 / Math.sqrt(words || 1), letters: letterShare / Math.sqrt(size - words || 1) };
}
