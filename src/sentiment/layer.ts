/** What each sign is worth. The last step is one readable sum; a trained model brings its own table of the same form. */
import type { Sign, SignName } from './signs.js';

export interface Layer {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<SignName, number>>>;
}

/**
 * What training rows cannot teach, added to any table: rows have no conversation around them, and open sets hold few
 * people who repeat themselves, give up or are bitter. In logits.
 */
export const always: Layer = {
  bias: 0,
  weights: {
    calm: -1,
    others: -0.7,
    'bad-word': 0.2,
    outrage: 1.5,
    sarcasm: 2.8,
    repetition: 1.8,
    waiting: 1.4,
    'giving-up': 1.4,
    'not-understood': 1.4,
    'asks-person': 0.4,
    threat: 1,
    profanity: 0.3,
    shouting: 1.4,
    opening: -0.55,
    rejects: 1.6,
    denies: 1.2,
    'failed-before': 0.7,
    'let-down': 0.65,
    'short-no': 1.4,
    closes: 0.1,
    accepts: -1,
    again: 0.5,
    thanks: 0.9,
    question: -0.4,
    polite: 0.3,
    trouble: 0.6,
    'bad-errand': 1.4,
    length: 1.2,
    corrects: 1,
    'in-vain': 1.5,
    declines: 0.8,
    elsewhere: 0.5,
    answers: -0.2,
  },
};

/** Two tables as one. */
export function together(a: Layer, b: Layer): Layer {
  const names = Object.keys({ ...a.weights, ...b.weights }) as SignName[];
  const weights = Object.fromEntries(names.map((name) => [name, (a.weights[name] ?? 0) + (b.weights[name] ?? 0)]));
  return { bias: a.bias + b.bias, weights };
}

export function pull(layer: Layer, sign: Sign): number {
  return (layer.weights[sign.name] ?? 0) * sign.value;
}

/** In logits. */
export function weigh(layer: Layer, signs: readonly Sign[]): number {
  return signs.reduce((sum, sign) => sum + pull(layer, sign), layer.bias);
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
