/** Everything there is to see in a message before anything is weighed; reading and training look through this alone. */
import { inside, readAsides } from './asides.js';
import { type Before, readContext } from './context.js';
import { readCues } from './cues.js';
import { readShape } from './shape.js';
import type { Sign } from './signs.js';
import { foreignShape, readCall, readForeign } from './foreign.js';
import { readStates, type Seen as SeenState } from './states.js';
import { readProper, without } from './proper.js';
import { clip, isInnocent, type Texts, type Token, tokenize } from './tokens.js';
import { negated, readTone } from './tone.js';

export interface Seen {
  readonly signs: readonly Sign[];
  /** The tokens that count: without what is said about others, and none of a language the weights do not know. */
  readonly tokens: readonly Token[];
  readonly flipped: readonly boolean[];
  /** The language, when it is not English. */
  readonly language?: string;
  /** What they are beside frustrated. */
  readonly states: readonly SeenState[];
  readonly placeOf: Texts['placeOf'];
}

/** Words whose letters were held as they are known, and every other where it was: holding them must not hide a cue. */
function plain(texts: Texts, tokens: readonly Token[]): Texts {
  let { lower } = texts;
  for (const { at, raw, word, long } of tokens)
    if (long && lower.charAt(at) !== ' ')
      lower = lower.slice(0, at) + word.padEnd(raw.length) + lower.slice(at + raw.length);
  return lower === texts.lower ? texts : { ...texts, lower };
}

export function see(text: string, before: Before = {}): Seen {
  const texts = clip(text);
  const { placeOf } = texts;
  const all = tokenize(texts);
  const shape = [...readShape(all), ...readContext(texts.source, before)];
  const states = readStates(texts, all);
  const foreign = readForeign(texts, all);
  if (foreign) {
    const signs = [...foreign.signs, ...foreignShape(shape, foreign.signs)];
    return { signs, tokens: [], flipped: [], language: foreign.name, states, placeOf };
  }
  const proper = readProper(texts);
  const own = proper.length === 0 ? texts : { ...texts, lower: without(texts.lower, proper) };
  const asides = readAsides(own);
  const spans = [...proper, ...asides.spans];
  const tokens = all.filter((token) => !isInnocent(token) && !inside(spans, token.at));
  const flipped = negated(tokens);
  const cues = readCues(plain(own, all), asides.spans);
  const call = cues.some(({ cue }) => cue === 'asks-person') ? [] : readCall(own, all);
  const signs = [...readTone(tokens, flipped), ...cues, ...call, ...asides.signs, ...shape];
  return { signs, tokens, flipped, states, placeOf };
}
