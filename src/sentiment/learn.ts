/** Teaches one table: logistic regression on hashed n-grams and signs, AdaGrad, the same result every time. */
import type { Layer } from './layer.js';
import { type Grams, valuesOf } from './ngrams.js';
import { type Sign, type SignName, signNames } from './signs.js';

export interface Lesson {
  readonly slots: Int32Array;
  readonly values: Float32Array;
  /** How much there is of each sign, in the order of `signNames`. */
  readonly signs: Float32Array;
  /** What is right, 0..1. */
  readonly target: number;
  /** How much this lesson counts. */
  readonly weight: number;
}

/** Weights before they are rounded to bytes. */
export interface Taught {
  readonly weights: Float32Array;
  readonly signs: Float32Array;
  readonly bias: number;
}

export interface Course {
  readonly bits: number;
  readonly passes: number;
  readonly rate: number;
  /** Pull towards zero, or towards `start`. */
  readonly decay: number;
  readonly seed: number;
  readonly start?: Taught;
}

const places: ReadonlyMap<SignName, number> = new Map(signNames.map((name, i) => [name, i]));

export function lessonOf(
  grams: Grams,
  signs: readonly Sign[],
  right: { readonly target: number; readonly weight: number },
): Lesson {
  const { word, letters } = valuesOf(grams);
  const amounts = new Float32Array(signNames.length);
  for (const { name, value } of signs) {
    const i = places.get(name) ?? 0;
    amounts[i] = (amounts[i] ?? 0) + value;
  }
  return {
    slots: grams.slots.slice(0, grams.size),
    values: Float32Array.from({ length: grams.size }, (_, i) => (i < grams.words ? word : letters)),
    signs: amounts,
    ...right,
  };
}

/** A small generator with a seed (mulberry32), so that the same rows give the same file. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle(order: Int32Array, next: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
}

/** A vector with its own learning rates. */
interface Learner {
  readonly at: Float32Array;
  readonly origin: Float32Array;
  readonly seen: Float32Array;
}

function learner(size: number, start: Float32Array | undefined, caution: number): Learner {
  const origin = start ?? new Float32Array(size);
  return { at: Float32Array.from(origin), origin, seen: new Float32Array(size).fill(caution) };
}

function nudge(of: Learner, i: number, push: { readonly gradient: number; readonly rate: number }): void {
  const squares = (of.seen[i] ?? 0) + push.gradient * push.gradient;
  of.seen[i] = squares;
  of.at[i] = (of.at[i] ?? 0) - (push.rate * push.gradient) / Math.sqrt(squares);
}

function logitOf(lesson: Lesson, words: Float32Array, signs: Float32Array): number {
  let sum = signs[signNames.length] ?? 0;
  lesson.slots.forEach((slot, k) => (sum += (words[slot] ?? 0) * (lesson.values[k] ?? 0)));
  lesson.signs.forEach((amount, k) => (sum += (signs[k] ?? 0) * amount));
  return sum;
}

function study(
  lesson: Lesson,
  pair: { words: Learner; signs: Learner },
  course: { rate: number; decay: number },
): void {
  const { words, signs } = pair;
  const { rate, decay } = course;
  const miss = (1 / (1 + Math.exp(-logitOf(lesson, words.at, signs.at))) - lesson.target) * lesson.weight;
  lesson.slots.forEach((slot, k) => {
    const away = (words.at[slot] ?? 0) - (words.origin[slot] ?? 0);
    nudge(words, slot, { gradient: miss * (lesson.values[k] ?? 0) + decay * away, rate });
  });
  lesson.signs.forEach((amount, k) => {
    if (amount !== 0) nudge(signs, k, { gradient: miss * amount, rate });
  });
  nudge(signs, signNames.length, { gradient: miss, rate });
}

export function learn(lessons: readonly Lesson[], course: Course): Taught {
  const { start } = course;
  const words = learner(2 ** course.bits, start?.weights, 1e-4);
  const signs = learner(signNames.length + 1, start && Float32Array.of(...start.signs, start.bias), 1e-2);
  const order = Int32Array.from(lessons, (_, i) => i);
  const next = chance(course.seed);
  for (let pass = 0; pass < course.passes; pass += 1) {
    shuffle(order, next);
    const rate = course.rate * (1 - pass / (course.passes + 1));
    for (const i of order) {
      const lesson = lessons[i];
      if (lesson) study(lesson, { words, signs }, { rate, decay: course.decay });
    }
  }
  return { weights: words.at, signs: signs.at.slice(0, -1), bias: signs.at[signNames.length] ?? 0 };
}

/** A weighted sum of tables: experts taught apart, answering as one. */
export function blend(parts: readonly { readonly taught: Taught; readonly share: number }[], shift = 0): Taught {
  const sum = (pick: (taught: Taught) => Float32Array, size: number): Float32Array =>
    Float32Array.from({ length: size }, (_, i) =>
      parts.reduce((total, { taught, share }) => total + share * (pick(taught)[i] ?? 0), 0),
    );
  return {
    weights: sum((taught) => taught.weights, parts[0]?.taught.weights.length ?? 0),
    signs: sum((taught) => taught.signs, signNames.length),
    bias: parts.reduce((total, { taught, share }) => total + share * taught.bias, shift),
  };
}

const short = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Rounds to bytes; the largest one in two thousand is cut, so that the rest keep their precision. */
export function quantize(taught: Taught): { weights: Int8Array; scale: number; layer: Layer } {
  const sizes = Float32Array.from(taught.weights, Math.abs).sort();
  const scale = (sizes[Math.floor(sizes.length * 0.9995)] || 1) / 127;
  const weights = Int8Array.from(taught.weights, (w) => Math.max(-127, Math.min(127, Math.round(w / scale))));
  const table = Object.fromEntries(signNames.map((name, i) => [name, short(taught.signs[i] ?? 0)]));
  return { weights, scale, layer: { bias: short(taught.bias), weights: table } };
}

/** A layer alone, as a table without words. */
export function asTaught(layer: Layer, bits: number): Taught {
  const signs = Float32Array.from(signNames, (name) => layer.weights[name] ?? 0);
  return { weights: new Float32Array(2 ** bits), signs, bias: layer.bias };
}

/** The way back, to go on learning from a finished table. */
export function unpack(table: { readonly weights: Int8Array; readonly scale: number; readonly layer: Layer }): Taught {
  const { signs, bias } = asTaught(table.layer, 0);
  return { weights: Float32Array.from(table.weights, (byte) => byte * table.scale), signs, bias };
}
