/** Everything there is to see in a message before anything is weighed; reading and training look through this alone. */
import { inside, readAsides } from './asides.js';
import { type Before, readContext } from './context.js';
import { readCues } from './cues.js';
import { readShape } from './shape.js';
import type { Sign } from './signs.js';
import { readForeign } from './foreign.js';
import { readStates, type Seen as SeenState } from './states.js';
import { clip, type Texts, type Token, tokenize } from './tokens.js';
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

export function see(text: string, before: Before = {}): Seen {
  const texts = clip(text);
  const { placeOf } = texts;
  const all = tokenize(texts);
  const shape = [...readShape(all), ...readContext(texts.source, before)];
  const states = readStates(texts, all);
  const foreign = readForeign(texts.source, all);
  if (foreign) {
    const signs = [...foreign.signs, ...shape];
    return { signs, tokens: [], flipped: [], language: foreign.name, states, placeOf };
  }
  const asides = readAsides(texts);
  const tokens = asides.spans.length === 0 ? all : all.filter((token) => !inside(asides.spans, token.at));
  const flipped = negated(tokens);
  const signs = [...readTone(tokens, flipped), ...readCues(texts, asides.spans), ...asides.signs, ...shape];
  return { signs, tokens, flipped, states, placeOf };
}
