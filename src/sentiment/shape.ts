/** How it is written, whatever it says: capitals, marks, held letters, length. */
import { worth } from './lexicon.js';
import type { Sign } from './signs.js';
import type { Token } from './tokens.js';

const anger = /^(?:[!?]{2}|\?!|!)$/;
const letter = /^\p{L}/u;
const emoji = /^\p{Extended_Pictographic}$/u;

/** The same sad face three times in a row is a raised voice too. */
function repeated(tokens: readonly Token[]): Token | undefined {
  return tokens.find(
    ({ word }, i) =>
      tokens[i + 1]?.word === word &&
      tokens[i + 2]?.word === word &&
      emoji.test(word) &&
      (worth(word)?.points ?? 0) < 0,
  );
}

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
    const cue = marks.some((token) => token.word !== '!') ? ({ cue: 'shouting' } as const) : {};
    signs.push({ name: 'shouting', value: marks.length > 0 ? 1 : 0.3, text: 'capitals', ...cue });
  }
  const face = repeated(tokens);
  if (face) signs.push({ name: 'shouting', value: 1, text: face.raw.repeat(3), cue: 'shouting' });
  const held = tokens.find((token) => token.long);
  if (held) signs.push({ name: 'held', value: 1, text: held.raw });
  const count = (word: string): number => points.filter((token) => token.word.startsWith(word)).length;
  if (count('!') > 0) signs.push({ name: 'exclaim', value: Math.min(1.5, count('!') / 2), text: 'exclamation marks' });
  const doubled = count('?!') + count('??');
  if (doubled > 0) signs.push({ name: 'doubled', value: Math.min(1.5, doubled), text: 'repeated question marks' });
  else if (count('?') > 0) signs.push({ name: 'question', value: 1, text: 'a question' });
  if (count('..') > 0) signs.push({ name: 'trailing', value: 1, text: '...' });
  signs.push({ name: 'length', value: Math.log1p(words.length) / 4, text: 'a long message' });
  if (words.length <= 3) signs.push({ name: 'short', value: 1, text: 'a short reply' });
  return signs;
}
