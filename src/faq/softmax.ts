/** Softmax regression on sparse vectors, trained by plain descent in a fixed order, so that it always learns the same. */
import type { Vector } from './space.js';

const epochs = 25;
const firstStep = 2;
const decay = 1e-5;

export interface Sample {
  readonly vector: Vector;
  /** The number of its class. */
  readonly label: number;
}

export interface Shape {
  readonly classes: number;
  readonly features: number;
}

/** Gives each class a probability; they add up to 1. */
export type Classifier = (vector: Vector) => Float64Array;

/** Numerical Recipes' linear congruential generator: the same order of samples every time. */
function createOrder(count: number): () => readonly number[] {
  const order = Array.from({ length: count }, (_, place) => place);
  let state = 12345;
  return () => {
    for (let place = count - 1; place > 0; place -= 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const other = Math.floor((state / 4294967296) * (place + 1));
      const kept = order[place] ?? 0;
      order[place] = order[other] ?? 0;
      order[other] = kept;
    }
    return order;
  };
}

/** Turns scores into probabilities, in place. */
export function toProbabilities(scores: Float64Array): Float64Array {
  const top = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  let sum = 0;
  for (let place = 0; place < scores.length; place += 1) {
    const weight = Math.exp((scores[place] ?? 0) - top);
    scores[place] = weight;
    sum += weight;
  }
  for (let place = 0; place < scores.length; place += 1) scores[place] = (scores[place] ?? 0) / sum;
  return scores;
}

/** Rare classes count more, but never beyond threefold. */
function classWeights(samples: readonly Sample[], classes: number): readonly number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const { label } of samples) counts[label] = (counts[label] ?? 0) + 1;
  const even = samples.length / classes;
  return counts.map((count) => (count === 0 ? 1 : Math.min(3, Math.max(1 / 3, Math.sqrt(even / count)))));
}

export function trainSoftmax(samples: readonly Sample[], { classes, features }: Shape): Classifier {
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes);
  const classify: Classifier = ({ index, value }) => {
    const scores = Float64Array.from(bias);
    for (let at = 0; at < index.length; at += 1) {
      const row = (index[at] ?? 0) * classes;
      const x = value[at] ?? 0;
      for (let label = 0; label < classes; label += 1) {
        scores[label] = (scores[label] ?? 0) + (weights[row + label] ?? 0) * x;
      }
    }
    return toProbabilities(scores);
  };
  const correct = (sample: Sample, step: number, weight: number): void => {
    const error = classify(sample.vector);
    error[sample.label] = (error[sample.label] ?? 0) - 1;
    for (let label = 0; label < classes; label += 1) error[label] = (error[label] ?? 0) * step * weight;
    const keep = 1 - step * decay;
    const { index, value } = sample.vector;
    for (let at = 0; at < index.length; at += 1) {
      const row = (index[at] ?? 0) * classes;
      const x = value[at] ?? 0;
      for (let label = 0; label < classes; label += 1) {
        weights[row + label] = (weights[row + label] ?? 0) * keep - x * (error[label] ?? 0);
      }
    }
    for (let label = 0; label < classes; label += 1) bias[label] = (bias[label] ?? 0) - 0.1 * (error[label] ?? 0);
  };
  const weightOf = classWeights(samples, classes);
  const shuffled = createOrder(samples.length);
  const total = epochs * samples.length;
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const at of shuffled()) {
      const sample = samples[at];
      if (sample) correct(sample, firstStep * (1 - done / total) + 1e-3, weightOf[sample.label] ?? 1);
      done += 1;
    }
  }
  return classify;
}
