/** Text and what came before → feeling. Pure, and bounded in time for any text. */
import type { Evidence, Feeling, Level } from '../conversation/index.js';
import { inside, readAsides } from './asides.js';
import { readContext } from './context.js';
import { readCues } from './cues.js';
import { type Layer, plainFrustration, plainValence, pull, sigmoid, weigh } from './layer.js';
import { readShape } from './shape.js';
import type { Sign } from './signs.js';
import { readForeign } from './tongues.js';
import { clip, tokenize } from './tokens.js';
import { negated, readTone } from './tone.js';

export interface Before {
  /** The assistant's last words. */
  readonly assistant?: string;
  /** Earlier customer messages of the episode, oldest first. */
  readonly customer?: readonly string[];
}

export interface Reader {
  read(text: string, before?: Before): Feeling;
}

/** Shares below this are noise, and are not shown. */
const worthShowing = 0.02;
const round = (value: number): number => Math.round(value * 1000) / 1000;

function levelOf(frustration: number, valence: number): Level {
  if (frustration >= 0.85) return -3;
  if (frustration >= 0.65) return -2;
  if (frustration >= 0.45 || valence <= -0.5) return -1;
  if (valence < 0.25) return 0;
  if (valence < 0.55) return 1;
  return valence < 0.8 ? 2 : 3;
}

/** The share of a sign is what frustration would lose without it. Cues are always named, whatever their share. */
function explain(signs: readonly Sign[], logit: number, layer: Layer): readonly Evidence[] {
  const whole = sigmoid(logit);
  return signs
    .map((sign) => {
      const share = round(whole - sigmoid(logit - pull(layer, sign)));
      return { text: sign.text, share, ...(sign.cue ? { cue: sign.cue } : {}) };
    })
    .filter((item) => item.cue !== undefined || Math.abs(item.share) >= worthShowing)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .slice(0, 12);
}

export function createReader(): Reader {
  return {
    read(text, before = {}) {
      const clipped = clip(text);
      const all = tokenize(clipped);
      const asides = readAsides(clipped);
      const tokens = all.filter((token) => !inside(asides.spans, token.at));
      const foreign = readForeign(clipped, all);
      const told = foreign ? foreign.signs : [...readTone(tokens, negated(tokens)), ...readCues(clipped, asides.spans)];
      const signs = [
        ...told,
        ...asides.signs,
        ...readShape(all),
        ...readContext(clipped, all.length, before.assistant),
      ];
      const logit = weigh(plainFrustration, signs);
      const frustration = round(sigmoid(logit));
      const valence = round(2 * sigmoid(weigh(plainValence, signs)) - 1);
      const note = foreign ? [{ text: `written in ${foreign.name}`, share: 0 }] : [];
      const evidence = [...note, ...explain(signs, logit, plainFrustration)];
      return { valence, frustration, level: levelOf(frustration, valence), evidence };
    },
  };
}
