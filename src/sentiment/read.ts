/** Text and what came before → feeling. Pure, and bounded in time for any text. */
import type { Cue, Evidence, Feeling, Level } from '../conversation/index.js';
import { always, type Layer, plainFrustration, plainPleasure, pull, sigmoid, together, weigh } from './layer.js';
import type { Model, Table } from './model.js';
import { type Grams, gramsOf, valuesOf } from './ngrams.js';
import type { Before } from './context.js';
import { see, type Seen } from './see.js';

export interface Reader {
  read(text: string, before?: Before): Feeling;
}

export interface ReaderOptions {
  /** Trained weights; without them a table set by hand reads the signs alone. */
  readonly model?: Model;
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

/** A smaller table is addressed by the lower bits of the same slot. */
const maskOf = ({ bits }: Table): number => 2 ** bits - 1;

/** What each token adds, in logits: a pair of words is shared equally between them. */
function pulls(grams: Grams, table: Table, count: number): Float64Array {
  const sums = new Float64Array(count);
  const { slots, owners, mates, words } = grams;
  const { weights, scale } = table;
  const { word, letters } = valuesOf(grams);
  const mask = maskOf(table);
  for (let k = 0; k < words; k += 1) {
    const half = ((weights[(slots[k] ?? 0) & mask] ?? 0) * word * scale) / 2;
    const [owner, mate] = [owners[k] ?? 0, mates[k] ?? 0];
    sums[owner] = (sums[owner] ?? 0) + half;
    sums[mate] = (sums[mate] ?? 0) + half;
  }
  const step = letters * scale;
  for (let k = words; k < slots.length; k += 1) {
    const owner = owners[k] ?? 0;
    sums[owner] = (sums[owner] ?? 0) + (weights[(slots[k] ?? 0) & mask] ?? 0) * step;
  }
  return sums;
}

/** The same, all together. */
function wholePull(grams: Grams, table: Table): number {
  const { slots, words } = grams;
  const { weights, scale } = table;
  const { word, letters } = valuesOf(grams);
  const mask = maskOf(table);
  let [byWords, byLetters] = [0, 0];
  for (let k = 0; k < words; k += 1) byWords += weights[(slots[k] ?? 0) & mask] ?? 0;
  for (let k = words; k < slots.length; k += 1) byLetters += weights[(slots[k] ?? 0) & mask] ?? 0;
  return scale * (byWords * word + byLetters * letters);
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

export function createReader({ model }: ReaderOptions = {}): Reader {
  const frustrationLayer = together(model?.frustration.layer ?? plainFrustration, always);
  const pleasureLayer = model?.pleasure.layer ?? plainPleasure;
  const bits = model ? Math.max(model.frustration.bits, model.pleasure.bits) : 0;
  const { slope, shift } = model?.head.calibration ?? { slope: 1, shift: 0 };
  return {
    read(text, before) {
      const seen = see(text, before);
      const count = seen.tokens.length;
      const grams = model && gramsOf(seen.tokens, seen.flipped, bits);
      const words = grams ? pulls(grams, model.frustration, count) : new Float64Array(count);
      const logit = slope * (weigh(frustrationLayer, seen.signs) + total(words)) + shift;
      const frustration = round(sigmoid(logit));
      const pleasure = sigmoid(weigh(pleasureLayer, seen.signs) + (grams ? wholePull(grams, model.pleasure) : 0));
      // squares, so that a faint trace of the one does not drown the other
      const valence = round(pleasure * pleasure - frustration * frustration);
      const note = seen.language ? [{ text: `written in ${seen.language}`, share: 0 }] : [];
      const evidence = [...note, ...explain(pulled(seen, words, frustrationLayer), logit, slope)];
      return { valence, frustration, level: levelOf(frustration, valence), evidence };
    },
  };
}
