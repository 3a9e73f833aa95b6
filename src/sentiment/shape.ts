/** How it is written, whatever it says: capitals, marks, held letters, length. */
import { worth } from './lexicon.js';
import type { Sign, Span } from './signs.js';
import { type Token, tokenSpan } from './tokens.js';

const anger = /^(?:[!?]{2}|\?!|!)$/;
const letter = /^\p{L}/u;
const emoji = /^\p{Extended_Pictographic}$/u;

/** The same sad face three times in a row is a raised voice too. */
function repeated(tokens: readonly Token[]): Span | undefined {
  const at = tokens.findIndex(
    ({ word }, i) =>
      tokens[i + 1]?.word === word &&
      tokens[i + 2]?.word === word &&
      emoji.test(word) &&
      (worth(word)?.points ?? 0) < 0,
  );
  const [first, last] = [tokens[at], tokens[at + 2]];
  return at < 0 || !first || !last ? undefined : { from: first.at, to: tokenSpan(last).to };
}

/** "WHERE. IS. MY. MONEY." */
const hammered = (words: number, stops: number): boolean => stops >= 3 && stops >= words - 1;

/** Capitals alone are a habit; capitals with marks are a raised voice. */
export function readShape(tokens: readonly Token[]): readonly Sign[] {
  const words = tokens.filter((token) => letter.test(token.raw));
  const long = words.filter((token) => token.raw.length > 2);
  const loud = long.filter((token) => token.loud);
  const points = tokens.filter((token) => '!?.'.includes(token.word.charAt(0)));
  const marks = points.filter((token) => anger.test(token.word));
  const signs: Sign[] = [];
  const share = long.length > 0 ? loud.length / long.length : 0;
  if (loud.length >= 2 && share > 0.5) {
    const beaten = hammered(words.length, points.filter(({ word }) => word === '.').length);
    const cue = beaten || marks.some((token) => token.word !== '!') ? ({ cue: 'shouting' } as const) : {};
    signs.push({ name: 'shouting', value: marks.length > 0 || beaten ? 1 : 0.3, seen: 'capitals', ...cue });
  }
  const face = repeated(tokens);
  if (face) signs.push({ name: 'shouting', value: 1, seen: face, cue: 'shouting' });
  const held = tokens.find((token) => token.long);
  if (held) signs.push({ name: 'held', value: 1, seen: tokenSpan(held) });
  const count = (word: string): number => points.filter((token) => token.word.startsWith(word)).length;
  if (count('!') > 0) signs.push({ name: 'exclaim', value: Math.min(1.5, count('!') / 2), seen: 'exclamation marks' });
  const doubled = count('?!') + count('??');
  if (doubled > 0) signs.push({ name: 'doubled', value: Math.min(1.5, doubled), seen: 'repeated question marks' });
  else if (count('?') > 0) signs.push({ name: 'question', value: 1, seen: 'a question' });
  const trail = points.find(({ word }) => word.startsWith('..'));
  if (trail) signs.push({ name: 'trailing', value: 1, seen: tokenSpan(trail) });
  signs.push({ name: 'length', value: Math.log1p(words.length) / 4, seen: 'the length of the message' });
  if (words.length <= 3) signs.push({ name: 'short', value: 1, seen: 'a short reply' });
  return signs;
}
