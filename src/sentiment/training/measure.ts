/** How good a reading is, and how it is fitted to a deployment. `truth` is 1 or 0, `scores` are 0..1. */
import { sigmoid } from '../layer.js';

export interface Scored {
  readonly score: number;
  readonly truth: 0 | 1;
}

/** Area under the ROC curve by ranks, ties shared; `undefined` when one class is missing. */
export function auroc(items: readonly Scored[]): number | undefined {
  const sorted = [...items].sort((a, b) => a.score - b.score);
  const positives = items.filter(({ truth }) => truth === 1).length;
  const negatives = items.length - positives;
  if (positives === 0 || negatives === 0) return undefined;
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (sorted[to + 1]?.score === sorted[from]?.score) to += 1;
    const tied = sorted.slice(from, to + 1).filter(({ truth }) => truth === 1).length;
    ranks += (tied * (from + to + 2)) / 2;
    from = to + 1;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Expected calibration error over ten equal bins. */
export function calibrationError(items: readonly Scored[]): number {
  const bins = Array.from({ length: 10 }, () => ({ score: 0, truth: 0 }));
  for (const { score, truth } of items) {
    const bin = bins[Math.min(9, Math.floor(score * 10))];
    if (!bin) continue;
    bin.score += score;
    bin.truth += truth;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.score - bin.truth), 0) / (items.length || 1);
}

export interface Fit {
  readonly accuracy: number;
  readonly macroF1: number;
}

/** Accuracy and macro-F1 over the classes that occur. */
export function agreement<T>(pairs: readonly { readonly truth: T; readonly guess: T }[]): Fit {
  const classes = [...new Set(pairs.map(({ truth }) => truth))];
  const f1 = classes.map((name) => {
    const both = pairs.filter(({ truth, guess }) => truth === name && guess === name).length;
    const either =
      pairs.filter(({ truth }) => truth === name).length + pairs.filter(({ guess }) => guess === name).length;
    return either === 0 ? 0 : (2 * both) / either;
  });
  const right = pairs.filter(({ truth, guess }) => truth === guess).length;
  return {
    accuracy: right / (pairs.length || 1),
    macroF1: f1.reduce((sum, value) => sum + value, 0) / (f1.length || 1),
  };
}

export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

const logit = (score: number): number => {
  const kept = Math.max(0.001, Math.min(0.999, score));
  return Math.log(kept / (1 - kept));
};

/** A step of Newton's method may overshoot far from the answer; none goes further than this. */
const stride = (step: number): number => Math.max(-0.5, Math.min(0.5, step));

/** Platt scaling: slope and shift of the logit by Newton's method, with a light pull towards (1, 0). */
export function calibrate(items: readonly Scored[]): Calibration {
  let [slope, shift] = [1, 0];
  const pull = 1;
  for (let round = 0; round < 60; round += 1) {
    let [gs, gb, hss, hsb, hbb] = [pull * (slope - 1), 0, pull, 0, 1e-2];
    for (const { score, truth } of items) {
      const x = logit(score);
      const p = sigmoid(slope * x + shift);
      const [miss, bend] = [p - truth, p * (1 - p)];
      gs += miss * x;
      gb += miss;
      hss += bend * x * x;
      hsb += bend * x;
      hbb += bend;
    }
    const det = hss * hbb - hsb * hsb;
    slope -= stride((gs * hbb - gb * hsb) / det);
    shift -= stride((gb * hss - gs * hsb) / det);
  }
  return { slope: Math.max(0.05, slope), shift };
}
