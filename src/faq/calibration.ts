/**
 * Learns when to say "I do not know" from the knowledge base alone: parts of it are hidden in turn, and asked about.
 * A hidden way of asking should still find its entry; an entry that is hidden whole should find nothing.
 */
import { createChance, shuffled } from './chance.js';
import type { Features } from './features.js';
import { type Case, type Curve, fitLogistic, likelihood } from './logistic.js';
import { type Example, type Field, learn, modelOf } from './model.js';

/** Plain data; without a curve for bases with so few ways of asking that nothing can be hidden. */
export interface Calibration {
  readonly curve?: Curve;
  /** The confidence from which on no more than the share of answers that was asked for is expected to be wrong. */
  readonly bar: number;
}

/** How likely the best entry is right, 0..1. */
export const confidenceOf = ({ curve }: Calibration, signs: readonly number[]): number =>
  curve === undefined ? byCloseness(signs) : likelihood(curve, signs);

interface Plan {
  /** How many times a base is learnt with something hidden. */
  readonly rounds: number;
  /** Share of the ways of asking that are hidden, of the entries that stay. */
  readonly hidden: number;
}

/** One entry in four is hidden in each round. */
const groups = 4;
/**
 * A base of some size shows enough in one round; a large one is learnt as nearly whole as it will run, and takes two.
 */
const planFor = (examples: number): Plan => {
  if (examples > 2500) return { rounds: 2, hidden: 0.1 };
  return { rounds: examples > 800 ? 1 : groups, hidden: 0.25 };
};
const mostAsked = 600;
/** How much hidden entries and strangers weigh in all, against 1 for hidden ways of asking. */
const hiddenEntryWeight = 0.5;
const strangerWeight = 0.25;

interface Fold {
  readonly kept: readonly Example[];
  /** Asked about, and should find their entry. */
  readonly asked: readonly Example[];
  /** Asked about, and should find nothing. */
  readonly foreign: readonly Features[];
}

export interface Base extends Field {
  readonly examples: readonly Example[];
  /** Texts that no entry answers. */
  readonly strangers: readonly Features[];
}

/** An entry with fewer ways of asking would not be itself without one of them. */
const enoughWays = 3;

function countWays({ examples, classes }: Base): readonly number[] {
  const ways = new Array<number>(classes).fill(0);
  for (const { label } of examples) ways[label] = (ways[label] ?? 0) + 1;
  return ways;
}

function split(base: Base, round: number, chance: () => number): Fold {
  const { hidden } = planFor(base.examples.length);
  const ways = countWays(base);
  const kept: Example[] = [];
  const asked: Example[] = [];
  const foreign: Features[] = [];
  for (const example of base.examples) {
    const hide = chance() < hidden && (ways[example.label] ?? 0) >= enoughWays;
    if ((example.label + round) % groups === 0) foreign.push(example.features);
    else if (hide) asked.push(example);
    else kept.push(example);
  }
  return { kept, asked, foreign };
}

function casesOf(base: Base, { kept, asked, foreign }: Fold, chance: () => number): readonly Case[] {
  const model = modelOf(learn(kept, base));
  const right = shuffled(asked, chance)
    .slice(0, mostAsked)
    .map(({ features, label }): Case => {
      const { best, signs } = model(features);
      return { signs, right: best === label, weight: 1 };
    });
  const wrong = (texts: readonly Features[], weight: number): readonly Case[] => {
    const each = (weight * right.length) / Math.max(1, texts.length);
    return texts.map((features) => ({ signs: model(features).signs, right: false, weight: each }));
  };
  const outside = wrong(shuffled(foreign, chance).slice(0, mostAsked), hiddenEntryWeight);
  return [...right, ...outside, ...wrong(base.strangers, strangerWeight)];
}

/** The two numbers were fitted on the shop's own base with all but two ways of asking of each entry hidden. */
const byCloseness = ([near = 0]: readonly number[]): number => 1 / (1 + Math.exp(2.75 - 5 * near));
const evenOdds: Calibration = { bar: 0.5 };

/** `wrongRate`: the share of direct answers that may be wrong, 0..1. */
export function calibrate(base: Base, wrongRate: number): Calibration {
  const enough = countWays(base).filter((ways) => ways >= enoughWays).length;
  if (enough * 2 < base.classes || base.classes < 2) return evenOdds;
  const chance = createChance(99);
  const { rounds } = planFor(base.examples.length);
  const cases: Case[] = [];
  for (let round = 0; round < rounds; round += 1) {
    cases.push(...casesOf(base, split(base, round, chance), chance));
  }
  const curve = fitLogistic(cases);
  return { curve, bar: barOf(cases, curve, wrongRate) };
}

function barOf(cases: readonly Case[], curve: Curve, wrongRate: number): number {
  const judged = cases
    .map(({ signs, right, weight }) => ({ confidence: likelihood(curve, signs), right, weight }))
    .sort((one, other) => other.confidence - one.confidence);
  let answered = 0;
  let wrong = 0;
  let bar = 1;
  for (const { confidence, right, weight } of judged) {
    answered += weight;
    wrong += right ? 0 : weight;
    if (wrong <= wrongRate * answered) bar = confidence;
  }
  return bar;
}
