/** How weights are made: the shipped ones from open sets and our own sentences, a company's own from its messages. */
import { type Composed, compose, type OwnSentences } from './compose.js';
import {
  asTaught,
  blend,
  chance,
  type Course,
  learn,
  type Lesson,
  lessonOf,
  quantize,
  type Taught,
  unpack,
} from '../learn.js';
import { always, type Layer } from '../layer.js';
import type { Head, Model, Table } from '../model.js';
import { createGrams, tokenizerVersion } from '../ngrams.js';
import { see } from '../see.js';

const bits = { frustration: 17, pleasure: 16 };
const course: Omit<Course, 'bits'> = { passes: 4, rate: 0.1, decay: 1e-3, seed: 20240611 };

/** One message with what is right about it; a target that is not known is left out. */
export interface Row {
  readonly text: string;
  /** 0..1 */
  readonly frustration?: number;
  /** 0..1 */
  readonly pleasure?: number;
}

/** A Reddit comment of GoEmotions, by its labels. */
export interface Emotional {
  readonly text: string;
  readonly mood: 'frustrated' | 'negative' | 'positive' | 'neutral';
}

/** A text with the mean valence of its raters, -4..4. */
export interface Valued {
  readonly text: string;
  readonly valence: number;
}

type Question = 'frustration' | 'pleasure';
const nothing: Layer = { bias: 0, weights: {} };
const clamp = (value: number): number => Math.max(0, Math.min(1, value));

/** Everything is looked at once; `share` says how much a row counts. */
function lessons(rows: readonly Row[], question: Question, share: number): readonly Lesson[] {
  const gramsOf = createGrams(bits[question]);
  return rows.flatMap((row): readonly Lesson[] => {
    const target = row[question];
    if (target === undefined) return [];
    const { tokens, flipped, signs } = see(row.text);
    return [lessonOf(gramsOf(tokens, flipped), signs, { target, weight: share })];
  });
}

/** Frustration is graded: anger is not sadness, and a neutral comment is not a happy one. */
const graded = { frustrated: 1, negative: 0.25, neutral: 0.15, positive: 0.03 };

const fromEmotional = ({ text, mood }: Emotional): Row => ({
  text,
  frustration: graded[mood],
  pleasure: mood === 'positive' ? 1 : 0,
});
const fromValued = ({ text, valence }: Valued): Row => ({
  text,
  frustration: clamp(0.5 - valence / 5),
  pleasure: clamp(valence / 2),
});
const fromOwn = ({ text, valence }: Composed): Row => ({ text, frustration: (1 - valence) / 2 });

function table(taught: Taught, question: Question): Table {
  return { bits: bits[question], ...quantize(taught) };
}

function modelOf(
  { saw, calibration }: Pick<Head, 'saw' | 'calibration'>,
  taught: Readonly<Record<Question, Taught>>,
): Model {
  const [frustration, pleasure] = [table(taught.frustration, 'frustration'), table(taught.pleasure, 'pleasure')];
  const told = ({ bits: size, scale, layer }: Table): Head['frustration'] => ({
    bits: size,
    scale,
    layer: { bias: layer.bias, weights: { ...layer.weights } },
  });
  const tables = { frustration: told(frustration), pleasure: told(pleasure) };
  return { head: { tokenizer: tokenizerVersion, saw, ...tables, calibration }, frustration, pleasure };
}

/** Brings the sum of the experts to the base rate of a support desk, in logits. */
const shift = -1.15;

export interface Sources {
  readonly own: OwnSentences;
  readonly emotional: readonly Emotional[];
  readonly valued: { readonly tweets: readonly Valued[]; readonly reviews: readonly Valued[] };
}

/** The shipped weights; the shares were picked on the development halves (see the facts the bench prints). */
export function shippedModel({ own, emotional, valued }: Sources): Model {
  const ours = compose(own, 25, chance(course.seed)).map(fromOwn);
  const reddit = emotional.map(fromEmotional);
  const [tweets, reviews] = [valued.tweets.map(fromValued), valued.reviews.map(fromValued)];
  const teach = (question: Question, parts: readonly (readonly Lesson[])[]): Taught =>
    learn(parts.flat(), { ...course, bits: bits[question] });
  // three experts, taught apart so that none drowns another: what anger sounds like, what displeasure sounds like,
  // and what trouble sounds like at a support desk
  const anger = teach('frustration', [lessons(reddit, 'frustration', 1)]);
  const displeasure = teach('frustration', [lessons(tweets, 'frustration', 1), lessons(reviews, 'frustration', 0.5)]);
  const support = teach('frustration', [lessons(ours, 'frustration', 1)]);
  const frustration = blend(
    [
      { taught: anger, share: 1.25 },
      { taught: displeasure, share: 0.4 },
      { taught: support, share: 0.34 },
    ],
    shift,
  );
  const pleasure = teach('pleasure', [
    lessons(tweets, 'pleasure', 1),
    lessons(reviews, 'pleasure', 0.4),
    lessons(reddit, 'pleasure', 0.05),
  ]);
  const saw = [
    { name: 'own sentences', licence: 'MIT', rows: ours.length },
    { name: 'GoEmotions, train', licence: 'CC BY 4.0', rows: reddit.length },
    { name: 'VADER ground truth, development part', licence: 'MIT', rows: tweets.length + reviews.length },
  ];
  return modelOf({ saw, calibration: { slope: 1, shift: 0 } }, { frustration, pleasure });
}

export interface Labelled {
  readonly text: string;
  /** Three classes; or `frustrated` and `other` where nothing is known about pleasure. */
  readonly label: 'negative' | 'neutral' | 'positive' | 'frustrated' | 'other';
}

function fromLabelled({ text, label }: Labelled): Row {
  const frustration = label === 'negative' || label === 'frustrated' ? 1 : 0;
  if (label === 'frustrated' || label === 'other') return { text, frustration };
  return { text, frustration, pleasure: label === 'positive' ? 1 : 0 };
}

/** How much of what was learnt elsewhere stands when a company's own messages begin to speak. */
const carried = 0.6;

/** Pleased messages are few at a support desk, so each is heard a little louder. */
const gladly = 1.6;

/** Starts from known weights and learns a company's own messages. `name` is what the file will say it saw. */
export function adaptedModel(start: Model, labelled: readonly Labelled[], name: string): Model {
  const rows = labelled.map(fromLabelled);
  const adapt = (question: Question): Taught => {
    const pleased = ({ target }: Lesson): boolean => question === 'pleasure' && target === 1;
    // the reader adds `always` to the answer, so the lessons are learnt with it in place
    const added = question === 'frustration' ? always : nothing;
    const begin = blend([
      { taught: unpack(start[question]), share: carried },
      { taught: asTaught(added, bits[question]), share: 1 },
    ]);
    const heard = lessons(rows, question, 1).map((lesson) =>
      pleased(lesson) ? { ...lesson, weight: gladly } : lesson,
    );
    const learnt = learn(heard, { ...course, passes: 3, bits: bits[question], start: begin });
    return blend([
      { taught: learnt, share: 1 },
      { taught: asTaught(added, bits[question]), share: -1 },
    ]);
  };
  const saw = [...start.head.saw, { name, licence: 'your own', rows: rows.length }];
  return modelOf(
    { saw, calibration: { slope: 1, shift: 0 } },
    { frustration: adapt('frustration'), pleasure: adapt('pleasure') },
  );
}

/** The same weights, fitted to another base rate. */
export function recalibrated(
  model: Model,
  calibration: Head['calibration'],
  rows: { name: string; count: number },
): Model {
  const saw = [...model.head.saw, { name: `${rows.name}, calibration only`, licence: 'your own', rows: rows.count }];
  return { ...model, head: { ...model.head, saw, calibration } };
}
