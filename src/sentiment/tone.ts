/** Good and bad words, read with a four-token negation scope. */
import { type Worth, worth } from './lexicon.js';
import type { Sign, SignName, Span } from './signs.js';
import { type Token, tokenSpan } from './tokens.js';

const negators = new Set(
  `not no never nothing none nobody noone nor neither without cannot cant dont doesnt didnt wont isnt wasnt arent couldnt
  wouldnt shouldnt havent hasnt hadnt aint hardly barely`.split(/\s+/),
);
const closes = (word: string): boolean => '.,;!?'.includes(word.charAt(0)) || word === 'but';
const scope = 4;
/** AFINN points that count as one full sign; the total of a message is capped at `most`. */
const full = 6;
const most = 2;

/** True for each token that stands within four words of a negation in the same clause. */
export function negated(tokens: readonly Token[]): readonly boolean[] {
  let left = 0;
  return tokens.map((token) => {
    if (negators.has(token.word) || token.word.endsWith("n't")) {
      left = scope;
      return false;
    }
    if (closes(token.word)) left = 0;
    left -= 1;
    return left >= 0;
  });
}

function nameOf({ points, business }: Worth, flipped: boolean): SignName {
  if (business) return points > 0 ? 'good-errand' : 'bad-errand';
  if (flipped) return points > 0 ? 'negated-good' : 'negated-bad';
  return points > 0 ? 'good-word' : 'bad-word';
}

export function readTone(tokens: readonly Token[], flipped: readonly boolean[]): readonly Sign[] {
  const signs: Sign[] = [];
  const angry: Span[] = [];
  tokens.forEach((token, i) => {
    const { word } = token;
    const found = worth(word);
    if (!found) return;
    const turned = flipped[i] ?? false;
    signs.push({ name: nameOf(found, turned), value: Math.abs(found.points) / full, seen: tokenSpan(token) });
    if (found.outrage && !turned) angry.push(tokenSpan(token));
  });
  const total = signs.reduce((sum, sign) => sum + sign.value, 0);
  const scale = total > most ? most / total : 1;
  const measured = scale === 1 ? signs : signs.map((sign) => ({ ...sign, value: sign.value * scale }));
  const [first] = angry;
  return first === undefined
    ? measured
    : [{ name: 'outrage', value: angry.length > 1 ? 1.5 : 1, seen: first }, ...measured];
}
