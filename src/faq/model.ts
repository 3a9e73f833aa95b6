/** A learnt knowledge base: which entry a text is nearest to, and what speaks for and against that. */
import type { Features } from './features.js';
import { classifierOf, type Sample, type Shape, trainSoftmax, type Weights } from './softmax.js';
import { type Counts, countFeatures, type Space, spaceOf, type Vector } from './space.js';

export interface Example {
  readonly features: Features;
  /** The number of the entry it asks for. */
  readonly label: number;
}

export interface Judgement {
  /** The probability of each entry; they add up to 1. */
  readonly shares: Float64Array;
  /** The number of the entry with the highest one. */
  readonly best: number;
  /** What tells whether the base knows of it at all, always in the same order; the first is the closeness, 0..1. */
  readonly signs: readonly number[];
  /** How far the best one is ahead of the second, as the logarithm of how many times likelier it is. */
  readonly lead: number;
  /** How much there was to go by: the rarity of all its words together. */
  readonly substance: number;
}

/** What was learnt, as plain data. */
export interface Learnt {
  readonly counts: Counts;
  readonly samples: readonly Sample[];
  readonly weights: Weights;
  /** The stems and ideas each entry uses. */
  readonly own: readonly ReadonlySet<string>[];
}

export type Model = (features: Features) => Judgement;

const edge = 1e-3;
const logit = (share: number): number => Math.log((share + edge) / (1 - share + edge));

interface Neighbours {
  /** Cosine of a text with each example of an entry: the mean of the three nearest, 0..1. */
  closeness(vector: Vector, label: number): number;
}

const lengthOf = ({ value }: Vector): number => Math.sqrt(value.reduce((sum, x) => sum + x * x, 0));

function createNeighbours(samples: readonly Sample[], { classes, features }: Shape): Neighbours {
  const shelves = Array.from({ length: classes }, (): { vector: Vector; length: number }[] => []);
  for (const { vector, label } of samples) shelves[label]?.push({ vector, length: lengthOf(vector) });
  // the text spread out by feature; cleared after each use, because creating it again would cost more than all the rest
  const spread = new Float32Array(features);
  return {
    closeness(vector, label) {
      vector.index.forEach((feature, at) => (spread[feature] = vector.value[at] ?? 0));
      const cosines = (shelves[label] ?? []).map(({ vector: { index, value }, length }) => {
        let product = 0;
        for (let at = 0; at < index.length; at += 1) product += (spread[index[at] ?? 0] ?? 0) * (value[at] ?? 0);
        return product === 0 ? 0 : product / length;
      });
      vector.index.forEach((feature) => (spread[feature] = 0));
      const nearest = cosines.sort((one, other) => other - one).slice(0, 3);
      const sum = nearest.reduce((total, product) => total + product, 0);
      return sum === 0 ? 0 : sum / nearest.length / lengthOf(vector);
    },
  };
}

/** The shares of the three likeliest entries. */
function topOf(shares: Float64Array): readonly [number, number, number] {
  let [first, second, third] = [0, 0, 0];
  for (const share of shares) {
    if (share > first) [first, second, third] = [share, first, second];
    else if (share > second) [second, third] = [share, second];
    else if (share > third) third = share;
  }
  return [first, second, third];
}

interface Coverage {
  /** Rarity of all words, of those the entry uses too, and of the rarest that it does not, with its ideas. */
  readonly all: number;
  readonly shared: number;
  readonly missed: number;
}

/** A word is as good as shared by this much when the entry has another one for the same idea. */
const kinship = 0.65;

function coverage({ stems, ideas }: Features, own: ReadonlySet<string>, space: Space): Coverage {
  let all = 0;
  let shared = 0;
  let missed = 0;
  const seen = new Set<string>();
  stems.forEach((stem, place) => {
    if (seen.has(stem)) return;
    seen.add(stem);
    const rarity = space.rarity(stem);
    const kin = ideas[place]?.some((idea) => own.has(idea)) ? kinship : 0;
    const part = own.has(stem) ? 1 : kin;
    all += rarity;
    shared += part * rarity;
    missed = Math.max(missed, (1 - part) * rarity);
  });
  return { all, shared, missed };
}

/** What the examples are of. */
export interface Field {
  readonly classes: number;
  /** ISO 639-1. */
  readonly language: string;
}

export function learn(examples: readonly Example[], { classes, language }: Field): Learnt {
  const counts = countFeatures(
    examples.map(({ features }) => features),
    language,
  );
  const space = spaceOf(counts);
  const samples: readonly Sample[] = examples.map(({ features, label }) => ({
    vector: space.vectorOf(features),
    label,
  }));
  const weights = trainSoftmax(samples, { classes, features: space.size });
  const own = Array.from({ length: classes }, () => new Set<string>());
  for (const { features, label } of examples) {
    for (const part of [...features.stems, ...features.ideas.flat()]) own[label]?.add(part);
  }
  return { counts, samples, weights, own };
}

export function modelOf({ counts, samples, weights, own }: Learnt): Model {
  const space = spaceOf(counts);
  const classify = classifierOf(weights);
  const neighbours = createNeighbours(samples, weights);
  return (features) => {
    const vector = space.vectorOf(features);
    const { scores, shares } = classify(vector);
    const best = shares.reduce((top, share, label) => (share > (shares[top] ?? 0) ? label : top), 0);
    const { all, shared, missed } = coverage(features, own[best] ?? new Set(), space);
    const covered = all === 0 ? 0 : shared / all;
    const near = neighbours.closeness(vector, best);
    const [first, second, third] = topOf(shares);
    // the three together: entries that are alike should not make each other look unknown
    const signs = [near, covered, missed, logit(first + second + third), scores[best] ?? 0];
    return { shares, best, signs, lead: Math.log((first + edge) / (second + edge)), substance: all };
  };
}
