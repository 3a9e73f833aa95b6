/** What each sign is worth. The last step is one readable sum; a trained model brings its own table of the same form. */
import type { Sign, SignName } from './signs.js';

export interface Layer {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<SignName, number>>>;
}

/** Set by hand, in logits; used when no trained weights are given. */
export const plainFrustration: Layer = {
  bias: -1.9,
  weights: {
    'bad-word': 2.4,
    'good-word': -1.2,
    'negated-good': 1.6,
    'negated-bad': -0.2,
    'asks-person': 0.6,
    repetition: 2.2,
    waiting: 1.8,
    threat: 2.6,
    'giving-up': 2.4,
    'not-understood': 2.0,
    profanity: 1.4,
    sarcasm: 3.2,
    shouting: 1.2,
    thanks: -1.4,
    polite: -0.5,
    calm: -1.6,
    others: -0.8,
    exclaim: 0.5,
    doubled: 0.8,
    held: 0.4,
    trailing: 0.3,
    'failed-before': 0.8,
    'short-no': 1.6,
    closes: -2,
  },
};

export const plainValence: Layer = {
  bias: 0,
  weights: {
    'bad-word': -2.6,
    'good-word': 2.4,
    'negated-good': -1.6,
    'negated-bad': 0.6,
    repetition: -1.2,
    waiting: -1,
    threat: -1.6,
    'giving-up': -1.6,
    'not-understood': -1.2,
    profanity: -0.6,
    sarcasm: -3.4,
    thanks: 1.2,
    calm: 0.8,
    'short-no': -1,
  },
};

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
