/** Softmax regression on sparse vectors, trained by plain descent in a fixed order, so that it always learns the same. */
import { createChance, shuffled } from './chance.js';
import type { Vector } from './space.js';

const epochs = 12;
const firstStep = 1.5;
const lastStep = 1e-3;
const biasStep = 0.1;
/** Classes that are wrong by less than this are left alone: almost all of them, after the first rounds. */
const negligible = 3e-3;

export interface Sample {
  readonly vector: Vector;
  /** The number of its class. */
  readonly label: number;
}

export interface Shape {
  readonly classes: number;
  readonly features: number;
}

export interface Opinion {
  /** One score per class, on an open scale; far below 0 means that nothing speaks for it. */
  readonly scores: Float64Array;
  /** The same as probabilities; they add up to 1. */
  readonly shares: Float64Array;
}

export type Classifier = (vector: Vector) => Opinion;

/** What was learnt, as plain data. */
export interface Weights extends Shape {
  /** One row of classes per feature. */
  readonly rows: Float32Array;
  readonly bias: Float32Array;
}

/** Turns scores into probabilities, in place. */
function toShares(scores: Float64Array): Float64Array {
  let top = -Infinity;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  for (let label = 0; label < scores.length; label += 1) {
    const share = Math.exp((scores[label] ?? 0) - top);
    scores[label] = share;
    sum += share;
  }
  for (let label = 0; label < scores.length; label += 1) scores[label] = (scores[label] ?? 0) / sum;
  return scores;
}

/** Features are taken four at a time, each added after the one before: the same sum, with a quarter of the fetching. */
function scoresOf({ rows, bias, classes }: Weights, { index, value }: Vector): Float64Array {
  const scores = new Float64Array(bias);
  const row = (at: number): number => (index[at] ?? 0) * classes;
  let at = 0;
  for (; at + 3 < index.length; at += 4) {
    const [a, b, c, d] = [row(at), row(at + 1), row(at + 2), row(at + 3)];
    const [x, y, z, w] = [value[at] ?? 0, value[at + 1] ?? 0, value[at + 2] ?? 0, value[at + 3] ?? 0];
    for (let label = 0; label < classes; label += 1) {
      let score = (scores[label] ?? 0) + (rows[a + label] ?? 0) * x;
      score += (rows[b + label] ?? 0) * y;
      score += (rows[c + label] ?? 0) * z;
      scores[label] = score + (rows[d + label] ?? 0) * w;
    }
  }
  for (; at < index.length; at += 1) {
    const [a, x] = [row(at), value[at] ?? 0];
    for (let label = 0; label < classes; label += 1) {
      scores[label] = (scores[label] ?? 0) + (rows[a + label] ?? 0) * x;
    }
  }
  return scores;
}

/** One step down: `shares` are what was thought, `step` how far to go. */
function correct(
  weights: Weights,
  { vector, label }: Sample,
  { shares, step }: { shares: Float64Array; step: number },
): void {
  const { rows, bias, classes } = weights;
  shares[label] = (shares[label] ?? 0) - 1;
  const wrong: number[] = [];
  const moves: number[] = [];
  for (let other = 0; other < classes; other += 1) {
    const error = shares[other] ?? 0;
    if (Math.abs(error) < negligible) continue;
    wrong.push(other);
    moves.push(step * error);
    bias[other] = (bias[other] ?? 0) - biasStep * step * error;
  }
  const { index, value } = vector;
  for (let at = 0; at < index.length; at += 1) {
    const row = (index[at] ?? 0) * classes;
    const x = value[at] ?? 0;
    for (let place = 0; place < wrong.length; place += 1) {
      const weight = row + (wrong[place] ?? 0);
      rows[weight] = (rows[weight] ?? 0) - x * (moves[place] ?? 0);
    }
  }
}

/** Classes with few samples count more, but never beyond threefold. */
function classWeights(samples: readonly Sample[], classes: number): readonly number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const { label } of samples) counts[label] = (counts[label] ?? 0) + 1;
  const even = samples.length / classes;
  return counts.map((count) => (count === 0 ? 1 : Math.min(3, Math.max(1 / 3, Math.sqrt(even / count)))));
}

export function trainSoftmax(samples: readonly Sample[], shape: Shape): Weights {
  const { classes, features } = shape;
  const weights = { ...shape, rows: new Float32Array(features * classes), bias: new Float32Array(classes) };
  const weightOf = classWeights(samples, classes);
  const chance = createChance(12345);
  const total = epochs * samples.length;
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const sample of shuffled(samples, chance)) {
      const step = (firstStep * (1 - done / total) + lastStep) * (weightOf[sample.label] ?? 1);
      correct(weights, sample, { shares: toShares(scoresOf(weights, sample.vector)), step });
      done += 1;
    }
  }
  return weights;
}

export function classifierOf(weights: Weights): Classifier {
  return (vector) => {
    const scores = scoresOf(weights, vector);
    return { scores, shares: toShares(scores.slice()) };
  };
}
