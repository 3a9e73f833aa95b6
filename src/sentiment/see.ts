/** Everything there is to see in a message before anything is weighed; reading and training look through this alone. */
import { inside, readAsides } from './asides.js';
import { type Before, readContext } from './context.js';
import { readCues } from './cues.js';
import { readShape } from './shape.js';
import type { Sign } from './signs.js';
import { readForeign } from './foreign.js';
import { clip, type Texts, type Token, tokenize } from './tokens.js';
import { negated, readTone } from './tone.js';

export interface Seen {
  readonly signs: readonly Sign[];
  /** The tokens that count: without what is said about others, and none of a language the weights do not know. */
  readonly tokens: readonly Token[];
  readonly flipped: readonly boolean[];
  /** The language, when it is not English. */
  readonly language?: string;
  readonly placeOf: Texts['placeOf'];
}

export function see(text: string, before: Before = {}): Seen {
  const texts = clip(text);
  const { placeOf } = texts;
  const all = tokenize(texts);
  const shape = [...readShape(all), ...readContext(texts.source, before)];
  const foreign = readForeign(texts.source, all);
  if (foreign) return { signs: [...foreign.signs, ...shape], tokens: [], flipped: [], language: foreign.name, placeOf };
  const asides = readAsides(texts);
  const tokens = asides.spans.length === 0 ? all : all.filter((token) => !inside(asides.spans, token.at));
  const flipped = negated(tokens);
  const signs = [...readTone(tokens, flipped), ...readCues(texts, asides.spans), ...asides.signs, ...shape];
  return { signs, tokens, flipped, placeOf };
}
