/** Text and what came before → feeling. Pure, and bounded in time for any text. */
import type { Cue, Evidence, Feeling, Level } from '../conversation/index.js';
import { always, type Layer, pull, sigmoid, together, weigh } from './layer.js';
import type { Model } from './model.js';
import { createGrams, type Grams, valuesOf } from './ngrams.js';
import type { Before } from './context.js';
import { see, type Seen } from './see.js';

export interface Reader {
  read(text: string, before?: Before): Feeling;
}

export interface ReaderOptions {
  readonly model: Model;
}

/** Shares below this are noise, and are not shown, unless the pull is this strong and the rest says the same anyway. */
const worthShowing = 0.02;
const strongPull = 0.5;
/** And a pull below this, in logits, cannot reach such a share. */
const faint = 0.08;
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Bands of frustration below, bands of valence above. */
function levelOf(frustration: number, valence: number): Level {
  if (frustration >= 0.85) return -3;
  if (frustration >= 0.65) return -2;
  if (frustration >= 0.45) return -1;
  if (valence < 0.12) return 0;
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
  readonly text: string;
  readonly cue?: Cue | undefined;
  pull: number;
}

/** A word may pull as a sign, as a cue and as n-grams: it is told once. Cues are always told, the rest if it pulled. */
function pulled(seen: Seen, words: Float64Array, layer: Layer): Iterable<Pulled> {
  const byText = new Map<string, Pulled>();
  const add = (text: string, by: number, cue?: Cue): void => {
    if (cue === undefined && Math.abs(by) < faint) return;
    const known = byText.get(text);
    if (known) known.pull += by;
    byText.set(text, known && (known.cue ?? cue) === known.cue ? known : { text, cue, pull: known?.pull ?? by });
  };
  for (const sign of seen.signs) add(sign.text, pull(layer, sign), sign.cue);
  seen.tokens.forEach(({ raw }, i) => {
    add(raw, words[i] ?? 0);
  });
  return byText.values();
}

/** The share of a thing is what frustration would lose without it. */
function explain(items: Iterable<Pulled>, logit: number, slope: number): readonly Evidence[] {
  const whole = sigmoid(logit);
  const told: Evidence[] = [];
  for (const { text, cue, pull: by } of items) {
    const share = round(whole - sigmoid(logit - slope * by));
    if (cue) told.push({ text, cue, share });
    else if (Math.abs(share) >= worthShowing || (by >= strongPull && share > 0)) told.push({ text, share });
  }
  return told.sort((a, b) => Math.abs(b.share) - Math.abs(a.share)).slice(0, 12);
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/**
 * Patterns are compiled when they are first used, which takes as long as a thousand messages. A text of this length
 * has V8 compile them in one step instead of two (`kTierUpForSubjectLengthValue`), in a third of the time.
 */
const rehearsal = 'so '.repeat(400);

export function createReader({ model }: ReaderOptions): Reader {
  const frustrationLayer = together(model.frustration.layer, always);
  const gramsOf = createGrams(Math.max(model.frustration.bits, model.pleasure.bits));
  const { slope, shift } = model.head.calibration;
  const read = (text: string, before?: Before): Feeling => {
    const seen = see(text, before);
    const grams = gramsOf(seen.tokens, seen.flipped);
    const words = pulls(grams, model, seen.tokens.length);
    const logit = slope * (weigh(frustrationLayer, seen.signs) + total(words.each)) + shift;
    const frustration = round(sigmoid(logit));
    const pleasure = sigmoid(weigh(model.pleasure.layer, seen.signs) + words.pleasure);
    // squares, so that a faint trace of the one does not drown the other
    const valence = round(pleasure * pleasure - frustration * frustration);
    const note = seen.language ? [{ text: `written in ${seen.language}`, share: 0 }] : [];
    const evidence = [...note, ...explain(pulled(seen, words.each, frustrationLayer), logit, slope)];
    return { valence, frustration, level: levelOf(frustration, valence), evidence };
  };
  read(rehearsal, { assistant: rehearsal });
  return { read };
}
