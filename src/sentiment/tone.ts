/** Good and bad words, read with a four-token negation scope. */
import { worth } from './lexicon.js';
import type { Sign } from './signs.js';
import type { Token } from './tokens.js';

const negators = new Set(
  `not no never nothing none nobody noone nor neither without cannot cant dont doesnt didnt wont isnt wasnt arent couldnt
  wouldnt shouldnt havent hasnt hadnt aint hardly barely`.split(/\s+/),
);
const closes = /^(?:[.,;!?]|but$)/;
const scope = 4;
/** AFINN points that count as one full sign; the total of a message is capped at 1.5. */
const full = 6;

/** True for each token that stands within four words of a negation in the same clause. */
export function negated(tokens: readonly Token[]): readonly boolean[] {
  let left = 0;
  return tokens.map((token) => {
    if (negators.has(token.word) || token.word.endsWith("n't")) {
      left = scope;
      return false;
    }
    if (closes.test(token.word)) left = 0;
    left -= 1;
    return left >= 0;
  });
}

function signOf(token: Token, points: number, flipped: boolean): Sign {
  const value = Math.abs(points) / full;
  if (flipped) return { name: points > 0 ? 'negated-good' : 'negated-bad', value, text: token.raw };
  return { name: points > 0 ? 'good-word' : 'bad-word', value, text: token.raw };
}

export function readTone(tokens: readonly Token[], flipped: readonly boolean[]): readonly Sign[] {
  const signs = tokens.flatMap((token, i) => {
    const points = worth(token.word);
    return points === 0 ? [] : [signOf(token, points, flipped[i] ?? false)];
  });
  const total = signs.reduce((sum, sign) => sum + sign.value, 0);
  const scale = total > 1.5 ? 1.5 / total : 1;
  return scale === 1 ? signs : signs.map((sign) => ({ ...sign, value: sign.value * scale }));
}
