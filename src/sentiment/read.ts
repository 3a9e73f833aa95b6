/** Text and what came before → feeling. Pure, and bounded in time for any text. */
import type { Evidence, Feeling, Level } from '../conversation/index.js';
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
const faint = 0.05;
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Bands of frustration below, bands of valence above. */
function levelOf(frustration: number, valence: number): Level {
  if (frustration >= 0.85) return -3;
  if (frustration >= 0.65) return -2;
  if (frustration >= 0.45) return -1;
  if (valence < 0.25) return 0;
  if (valence < 0.5) return 1;
  return valence < 0.75 ? 2 : 3;
}

/** What each token adds, in logits: a pair of words is shared equally between them. */
function pulls(grams: Grams, { weights, scale, bits }: Table, count: number): Float64Array {
  const sums = new Float64Array(count);
  const { slots, owners, mates, words } = grams;
  const value = valuesOf(grams);
  const [word, letters] = [(value.word * scale) / 2, (value.letters * scale) / 2];
  // a smaller table is addressed by the lower bits of the same slot
  const mask = 2 ** bits - 1;
  for (let k = 0; k < slots.length; k += 1) {
    const half = (weights[(slots[k] ?? 0) & mask] ?? 0) * (k < words ? word : letters);
    const owner = owners[k] ?? 0;
    const mate = mates[k] ?? 0;
    sums[owner] = (sums[owner] ?? 0) + half;
    sums[mate] = (sums[mate] ?? 0) + half;
  }
  return sums;
}

/** One thing that counted, in logits. */
type Pulled = Omit<Evidence, 'share'> & { readonly pull: number };

/** Cues are always told; words and other signs only when they pulled at all. */
function pulled(seen: Seen, words: Float64Array, layer: Layer): readonly Pulled[] {
  const signs = seen.signs.flatMap((sign): readonly Pulled[] => {
    const by = pull(layer, sign);
    if (sign.cue) return [{ text: sign.text, cue: sign.cue, pull: by }];
    return Math.abs(by) < faint ? [] : [{ text: sign.text, pull: by }];
  });
  const strong = seen.tokens.flatMap(({ raw }, i): readonly Pulled[] =>
    Math.abs(words[i] ?? 0) < faint ? [] : [{ text: raw, pull: words[i] ?? 0 }],
  );
  return [...signs, ...strong];
}

/** A word may pull as a sign, as a cue and as n-grams: it is told once. */
function merged(items: readonly Pulled[]): readonly Pulled[] {
  const byText = new Map<string, Pulled>();
  for (const item of items) {
    const known = byText.get(item.text);
    byText.set(item.text, known ? { ...item, ...known, pull: known.pull + item.pull } : item);
  }
  return [...byText.values()];
}

/** The share of a thing is what frustration would lose without it. */
function explain(items: readonly Pulled[], logit: number, slope: number): readonly Evidence[] {
  const whole = sigmoid(logit);
  return merged(items)
    .map(({ pull: by, ...item }) => ({ by, item: { ...item, share: round(whole - sigmoid(logit - slope * by)) } }))
    .filter(
      ({ by, item }) =>
        item.cue !== undefined || Math.abs(item.share) >= worthShowing || (by >= strongPull && item.share > 0),
    )
    .map(({ item }) => item)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .slice(0, 12);
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

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
      const joys = grams ? pulls(grams, model.pleasure, count) : new Float64Array(count);
      const logit = slope * (weigh(frustrationLayer, seen.signs) + total(words)) + shift;
      const frustration = round(sigmoid(logit));
      const pleasure = sigmoid(weigh(pleasureLayer, seen.signs) + total(joys));
      const valence = round(pleasure - frustration);
      const note = seen.language ? [{ text: `written in ${seen.language}`, share: 0 }] : [];
      const evidence = [...note, ...explain(pulled(seen, words, frustrationLayer), logit, slope)];
      return { valence, frustration, level: levelOf(frustration, valence), evidence };
    },
  };
}
