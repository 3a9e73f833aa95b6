/** What is measured before anything is decided: every signal of a message and of the episode so far. */
import {
  type Cue,
  cueSignalNames,
  type Evidence,
  type Feeling,
  type MeasuredSignal,
  type Mood,
  type Quote,
  type SignalName,
} from '../conversation/index.js';
import { timesAsked } from './repeats.js';

export interface Measured {
  readonly name: SignalName;
  /** 1 for something that is there, a count, or 0..1. */
  readonly value: number;
  readonly words: readonly Quote[];
}

/**
 * What is read in the words of one message, all of them tellings of how it sounds: together they are worth no more than the
 * policy's `message`. What is asked for, what is needed, what happened and what lasts are told by something else.
 */
export const sounds: ReadonlySet<SignalName> = new Set<SignalName>([
  'frustration',
  'threat',
  'giving-up',
  'not-understood',
  'repetition',
  'sarcasm',
  'waiting',
  'profanity',
  'shouting',
]);

/** What happened, whatever a message says. */
export interface Facts {
  /** Failed answers in a row so far. */
  readonly failures: number;
  /** Episodes of this customer before this one, within `contactHours`. */
  readonly contacts: number;
  readonly vip?: boolean;
  /** Somebody was in danger, robbed or in distress in this case: see `Episode`. */
  readonly grave?: boolean;
}

export interface Input extends Facts {
  readonly mood: Mood;
  readonly feeling: Feeling;
  readonly text: string;
  /** Earlier customer messages of this episode, oldest first; none that only took a choice. */
  readonly before: readonly string[];
}

/** Weight of the newest message in the smoothed frustration (facts: alpha .5). */
const alpha = 0.5;

/** The mood after this message, before anything is decided about it. */
export function follow(mood: Mood, feeling: Feeling): Mood {
  const felt = feeling.frustration;
  return {
    ...mood,
    smooth: mood.turns === 0 ? felt : alpha * felt + (1 - alpha) * mood.smooth,
    peak: Math.max(mood.peak, felt),
    trend: [...mood.trend, felt].slice(-6),
    turns: mood.turns + 1,
  };
}

/** What at least two of the messages before came to: one alone is not several. */
const several = (trend: readonly number[]): number => trend.toSorted((a, b) => b - a)[1] ?? 0;

/** How far the message before stood above those before it, as far as this one goes on with it: one alone is no rise. */
function rise(trend: readonly number[]): number {
  const [now = 0, last = 0] = [trend.at(-1), trend.at(-2)];
  const earlier = trend.slice(0, -2);
  if (earlier.length === 0) return 0;
  const mean = earlier.reduce((sum, value) => sum + value, 0) / earlier.length;
  return Math.max(0, Math.min(now, last) - mean);
}

const quoteOf = ({ text, at }: Evidence): Quote => (at === undefined ? { text } : { text, at });

function wordsOf(feeling: Feeling): readonly Quote[] {
  return feeling.evidence
    .filter((item) => item.share > 0)
    .slice(0, 4)
    .map(quoteOf);
}

function measureCues({ feeling }: Input): readonly Measured[] {
  return cueSignalNames.map((name) => {
    const words = feeling.evidence.filter((item) => item.cue === name).map(quoteOf);
    return { name, value: words.length > 0 ? 1 : 0, words };
  });
}

const bitter: ReadonlySet<Cue> = new Set<Cue>(['sarcasm', 'threat', 'giving-up', 'not-understood', 'repetition']);
const troubled: ReadonlySet<Cue> = new Set<Cue>(['danger', 'self-harm', 'fraud', 'distress']);

/** Pleased, or thanks that are meant; a thank-you with gritted teeth or out of need is neither. */
export function content({ frustration, valence, evidence }: Feeling): boolean {
  if (evidence.some(({ cue }) => cue && (bitter.has(cue) || troubled.has(cue)))) return false;
  return frustration < 0.5 && (valence >= 0.4 || evidence.some((item) => item.cue === 'thanks'));
}

/** What each measured signal of what happened is worth, whatever a message says. */
const facts = {
  'bot-failed': ({ failures }) => failures,
  contacts: ({ contacts }) => contacts,
  vip: ({ vip }) => (vip ? 1 : 0),
} as const satisfies Readonly<Partial<Record<MeasuredSignal, (given: Facts) => number>>>;

/** And of all that is measured; `mood` is the mood after this message. */
const gauges: Readonly<Record<MeasuredSignal, (input: Input, mood: Mood) => number>> = {
  frustration: ({ feeling }) => feeling.frustration,
  // of the messages before this one, as far as this one goes on with it
  sustained: ({ mood, feeling }) => Math.min(mood.smooth, several(mood.trend), feeling.frustration),
  rising: (_, mood) => rise(mood.trend),
  'repeated-question': ({ text, before }) => timesAsked(text, before),
  ...facts,
};

export const measureFacts = (given: Facts): readonly Measured[] =>
  (Object.keys(facts) as (keyof typeof facts)[]).map((name) => ({ name, value: facts[name](given), words: [] }));

/** Everything measurable, in a fixed order; `mood` is the mood after this message. */
export function measure(input: Input, mood: Mood): readonly Measured[] {
  const gauged = (Object.keys(gauges) as MeasuredSignal[]).map((name) => ({
    name,
    value: gauges[name](input, mood),
    words: name === 'frustration' ? wordsOf(input.feeling) : [],
  }));
  return [...measureCues(input), ...gauged];
}
