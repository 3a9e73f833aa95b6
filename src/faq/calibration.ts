/**
 * Learns when to say "I do not know" from the knowledge base alone: parts of it are hidden in turn, and asked about.
 * A hidden way of asking should still find its entry; an entry that is hidden whole should find nothing.
 */
import { createChance, shuffled } from './chance.js';
import type { Features } from './features.js';
import { type Curve, fitLogistic, likelihood } from './logistic.js';
import { type Example, type Field, type Judgement, learn, modelOf } from './model.js';

/** Plain data; without curves for bases with so few ways of asking that nothing can be hidden. */
export interface Calibration {
  readonly curves?: Curves;
  /** The confidence from which on no more than the share of answers that was asked for is expected to be wrong. */
  readonly bar: number;
}

/** `known` says whether there is an answer, however alike some are; `right` whether it is the first, which has to lead. */
interface Curves {
  readonly known: Curve;
  readonly right: Curve;
}

type Signs = Pick<Judgement, 'signs' | 'lead'>;

export interface Belief {
  /** That the base has an answer to it, 0..1. */
  readonly known: number;
  /** That the best entry is that answer, 0..1. */
  readonly confidence: number;
}

const withLead = ({ signs, lead }: Signs): readonly number[] => [...signs, lead];

export function beliefOf({ curves }: Calibration, judged: Signs): Belief {
  if (curves === undefined) {
    const close = byCloseness(judged.signs);
    return { known: close, confidence: close };
  }
  return { known: likelihood(curves.known, judged.signs), confidence: likelihood(curves.right, withLead(judged)) };
}

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

interface Tried extends Signs {
  readonly right: boolean;
  readonly weight: number;
}

function triedOn(base: Base, { kept, asked, foreign }: Fold, chance: () => number): readonly Tried[] {
  const model = modelOf(learn(kept, base));
  const right = shuffled(asked, chance)
    .slice(0, mostAsked)
    .map(({ features, label }): Tried => {
      const { best, signs, lead } = model(features);
      return { signs, lead, right: best === label, weight: 1 };
    });
  const wrong = (texts: readonly Features[], weight: number): readonly Tried[] => {
    const each = (weight * right.length) / Math.max(1, texts.length);
    return texts.map((features) => {
      const { signs, lead } = model(features);
      return { signs, lead, right: false, weight: each };
    });
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
  const tried: Tried[] = [];
  for (let round = 0; round < rounds; round += 1) {
    tried.push(...triedOn(base, split(base, round, chance), chance));
  }
  const right = fitLogistic(tried.map((one) => ({ ...one, signs: withLead(one) })));
  return { curves: { known: fitLogistic(tried), right }, bar: barOf(tried, right, wrongRate) };
}

function barOf(tried: readonly Tried[], curve: Curve, wrongRate: number): number {
  const judged = tried
    .map(({ right, weight, ...signs }) => ({ confidence: likelihood(curve, withLead(signs)), right, weight }))
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
