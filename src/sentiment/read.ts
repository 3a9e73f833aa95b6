/** Text and what came before → feeling. Pure, and bounded in time for any text. */
import type { Cue, Feeling, Level, Quote, Tongue } from '../conversation/index.js';
import { always, type Layer, pull, sigmoid, together, weigh } from './layer.js';
import type { Model } from './model.js';
import { createGrams, type Grams, valuesOf } from './ngrams.js';
import type { Before } from './context.js';
import { see, type Seen } from './see.js';
import type { Sign } from './signs.js';
import { type Texts, tokenSpan } from './tokens.js';

export interface Reading extends Feeling {
  /** In which language it tells of danger, fraud, distress or need, if it does. */
  readonly tongue?: Tongue;
}

export interface Reader {
  read(text: string, before?: Before): Reading;
}

export interface ReaderOptions {
  readonly model: Model;
}

/** What moves frustration less is noise, and is not told, unless the pull is this strong and the rest says the same anyway. */
const worthShowing = 0.02;
const strongPull = 0.5;
/** And a pull below this, in logits, cannot move it that far. */
const faint = 0.08;
/** In another language fewer words are known, and those that are not would have said something, too. In logits. */
const unheard = 0.5;
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Bands of frustration below, bands of valence above; who wants a person is not pleased with what they have. */
function levelOf(frustration: number, valence: number, wantsPerson: boolean): Level {
  if (frustration >= 0.85) return -3;
  if (frustration >= 0.65) return -2;
  if (frustration >= 0.45) return -1;
  if (valence < 0.12 || wantsPerson) return 0;
  if (valence < 0.4) return 1;
  return valence < 0.65 ? 2 : 3;
}

interface Pulls {
  /** What each token adds to frustration, in logits. */
  readonly each: Float64Array;
  /** What all of them add to pleasure. */
  readonly pleasure: number;
}

/** Both tables in one walk over the n-grams; a pair of words is shared equally between them. */
function pulls(grams: Grams, { frustration, pleasure }: Model, count: number): Pulls {
  const each = new Float64Array(count);
  const { slots, owners, mates, size, words } = grams;
  const { word, letters } = valuesOf(grams);
  // a smaller table is addressed by the lower bits of the same slot
  const [hot, glad] = [frustration.weights, pleasure.weights];
  const [hotMask, gladMask] = [hot.length - 1, glad.length - 1];
  const [half, step] = [(word * frustration.scale) / 2, letters * frustration.scale];
  let [byWords, byLetters] = [0, 0];
  for (let k = 0; k < words; k += 1) {
    const slot = slots[k] ?? 0;
    const pulled = (hot[slot & hotMask] ?? 0) * half;
    const [owner, mate] = [owners[k] ?? 0, mates[k] ?? 0];
    each[owner] = (each[owner] ?? 0) + pulled;
    each[mate] = (each[mate] ?? 0) + pulled;
    byWords += glad[slot & gladMask] ?? 0;
  }
  for (let k = words; k < size; k += 1) {
    const slot = slots[k] ?? 0;
    const owner = owners[k] ?? 0;
    each[owner] = (each[owner] ?? 0) + (hot[slot & hotMask] ?? 0) * step;
    byLetters += glad[slot & gladMask] ?? 0;
  }
  return { each, pleasure: pleasure.scale * (byWords * word + byLetters * letters) };
}

/** One thing that counted: what it is and, in logits, by how much. */
interface Pulled {
  readonly seen: Sign['seen'];
  readonly cue?: Cue | undefined;
  pull: number;
}

interface Together {
  readonly items: readonly Pulled[];
  /** All that raises frustration, and all that calms it, told or not. */
  readonly raised: number;
  readonly calmed: number;
}

const keyOf = (seen: Sign['seen']): string => (typeof seen === 'string' ? seen : `${seen.from} ${seen.to}`);

/** A word may pull as a sign, as a cue and as n-grams: it is told once. */
function pulled(seen: Seen, words: Float64Array, layer: Layer): Together {
  const known = new Map<string, Pulled>();
  const add = (what: Sign['seen'], by: number, cue?: Cue): void => {
    const key = keyOf(what);
    const before = known.get(key);
    if (before && (before.cue ?? cue) === before.cue) before.pull += by;
    else if (before) known.set(key, { seen: what, cue, pull: before.pull + by });
    else known.set(key, { seen: what, cue, pull: by });
  };
  for (const sign of seen.signs) add(sign.seen, pull(layer, sign), sign.cue);
  seen.tokens.forEach((token, i) => {
    add(tokenSpan(token), words[i] ?? 0);
  });
  const items = [...known.values()];
  const sum = (side: 1 | -1) => items.reduce((whole, { pull: by }) => whole + Math.max(0, side * by), 0);
  return { items, raised: sum(1), calmed: sum(-1) };
}

/** Towards nothing, so that no shares add up to more than the whole. */
const thousandths = (value: number): number => Math.trunc(value * 1000) / 1000;
/** A cue may reach over many words; what is longer is quoted from its beginning. */
const longestQuote = 200;

/** Cues are always told, the rest when frustration would be another without it. */
function explain({ items, raised, calmed }: Together, logit: number, slope: number) {
  const whole = sigmoid(logit);
  const told = items.filter(({ cue, pull: by }) => {
    if (cue !== undefined) return true;
    if (Math.abs(by) < faint) return false;
    const moved = round(whole - sigmoid(logit - slope * by));
    return Math.abs(moved) >= worthShowing || (by >= strongPull && moved > 0);
  });
  return told
    .sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull))
    .slice(0, 12)
    .map(({ seen, cue, pull: by }) => {
      const share = thousandths(by / ((by > 0 ? raised : calmed) || 1)) || 0; // never minus nothing
      return { seen, ...(cue === undefined ? {} : { cue }), share };
    });
}

/** What stands in the message as it stands there, with its place. */
function quoted(text: string, seen: Sign['seen'], placeOf: Texts['placeOf']): Quote {
  if (typeof seen === 'string') return { text: seen };
  const at = placeOf(seen.from);
  return { text: text.slice(at, Math.min(placeOf(seen.to), at + longestQuote)), at };
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

const tongueOf = ({ states: [first] }: Seen) => (first === undefined ? {} : { tongue: first.tongue });

/**
 * Patterns are compiled when they are first used, which takes as long as a thousand messages. A text of this length
 * has V8 compile them in one step instead of two (`kTierUpForSubjectLengthValue`), in a third of the time.
 */
const rehearsal = 'so '.repeat(400);

export function createReader({ model }: ReaderOptions): Reader {
  const frustrationLayer = together(model.frustration.layer, always);
  const gramsOf = createGrams(Math.max(model.frustration.bits, model.pleasure.bits));
  const { slope, shift } = model.head.calibration;
  const read = (text: string, before?: Before): Reading => {
    const seen = see(text, before);
    const grams = gramsOf(seen.tokens, seen.flipped);
    const words = pulls(grams, model, seen.tokens.length);
    const base = seen.language === undefined ? 0 : unheard;
    const logit = slope * (base + weigh(frustrationLayer, seen.signs) + total(words.each)) + shift;
    const frustration = round(sigmoid(logit));
    const pleasure = sigmoid(weigh(model.pleasure.layer, seen.signs) + words.pleasure);
    // squares, so that a faint trace of the one does not drown the other
    const valence = round(pleasure * pleasure - frustration * frustration);
    const note = seen.language ? [{ text: `written in ${seen.language}`, share: 0 }] : [];
    const told = explain(pulled(seen, words.each, frustrationLayer), logit, slope);
    const states = seen.states.map(({ state, span }) => ({ seen: span, cue: state, share: 0 }));
    const evidence = [
      ...note,
      ...[...states, ...told].map(({ seen: what, ...rest }) => ({ ...quoted(text, what, seen.placeOf), ...rest })),
    ];
    const wantsPerson = seen.signs.some(({ cue }) => cue === 'asks-person');
    return { valence, frustration, level: levelOf(frustration, valence, wantsPerson), evidence, ...tongueOf(seen) };
  };
  read(rehearsal, { assistant: rehearsal });
  return { read };
}
