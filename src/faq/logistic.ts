/** Logistic regression on a handful of numbers: turns signs into a probability. */

export interface Case {
  readonly signs: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

const rounds = 200;
const step = 1;
/** Keeps weights small where there are few cases. */
const pull = 0.001;

/** What was fitted, as plain data. */
export interface Curve {
  readonly scales: readonly Scale[];
  readonly weights: readonly number[];
  readonly bias: number;
}

interface Scale {
  readonly mean: number;
  readonly spread: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

function scalesOf(cases: readonly Case[]): readonly Scale[] {
  return (cases[0]?.signs ?? []).map((_, at) => {
    const values = cases.map(({ signs }) => signs[at] ?? 0);
    const mean = sum(values) / values.length;
    const spread = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length);
    return { mean, spread: spread || 1 };
  });
}

const standard = (scales: readonly Scale[], signs: readonly number[]): readonly number[] =>
  scales.map(({ mean, spread }, at) => ((signs[at] ?? 0) - mean) / spread);

function logitOf(x: readonly number[], { weights, bias }: Pick<Curve, 'weights' | 'bias'>): number {
  let logit = bias;
  for (let at = 0; at < x.length; at += 1) logit += (x[at] ?? 0) * (weights[at] ?? 0);
  return logit;
}

/** Plain gradient descent on standardised signs. */
export function fitLogistic(cases: readonly Case[]): Curve {
  const scales = scalesOf(cases);
  const rows = cases.map(({ signs, right, weight }) => ({ x: standard(scales, signs), y: right ? 1 : 0, weight }));
  const total = sum(rows.map(({ weight }) => weight));
  const weights = scales.map(() => 0);
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    const slope = weights.map((weight) => pull * weight);
    let lift = 0;
    for (const { x, y, weight } of rows) {
      const error = ((sigmoid(logitOf(x, { weights, bias })) - y) * weight) / total;
      lift += error;
      for (let at = 0; at < x.length; at += 1) slope[at] = (slope[at] ?? 0) + error * (x[at] ?? 0);
    }
    bias -= step * lift;
    slope.forEach((by, at) => (weights[at] = (weights[at] ?? 0) - step * by));
  }
  return { scales, weights, bias };
}

/** The probability of being right. */
export const likelihood = (curve: Curve, signs: readonly number[]): number =>
  sigmoid(logitOf(standard(curve.scales, signs), curve));
