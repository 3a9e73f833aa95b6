/** One spelling for what people type: any script, any apostrophe, any number, no invisible characters. */
import { mostThought } from '../base/index.js';

const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u0300-\u036f]+/gu;
const contracted = /'|cannot|e-/;
const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b|\bcannot\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/n't\b/g, ' not'],
  [/\be-(?=\p{L})/gu, 'e'],
  [/'s\b/g, ' s'],
  [/'m\b/g, ' am'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'ll\b/g, ' will'],
  [/'d\b/g, ' would'],
];

/**
 * Lower case, no accents, contractions opened, numbers as `0`, long runs of a letter cut to two, words apart by one
 * space. Only the first 4,000 characters count, so the time is bounded; no pattern in it can backtrack.
 */
export function normalise(text: string): string {
  let plain = text
    .slice(0, mostThought)
    .normalize('NFKD')
    .slice(0, 2 * mostThought) // one sign may stand for eighteen
    .replace(/[\t\n\r]/g, ' ')
    .replace(invisible, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/(\p{L})\1{2,}/gu, '$1$1');
  if (contracted.test(plain)) for (const [pattern, open] of contractions) plain = plain.replace(pattern, open);
  return plain
    .replace(/[\p{N}][\p{N}.,:/-]*/gu, ' 0 ')
    .replace(/[^\p{L}\p{M}0$£€%]+/gu, ' ')
    .trim();
}

/** The words of a text in their one spelling; empty for punctuation only. */
export function wordsOf(text: string): readonly string[] {
  const plain = normalise(text);
  return plain === '' ? [] : plain.split(' ');
}

/** The sentences and part sentences of a text, as they were written. */
export function clausesOf(text: string): readonly string[] {
  return text
    .slice(0, mostThought)
    .split(/[.,!?;:\n\r…]+/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}
