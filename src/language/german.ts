/** German as people type it: umlauts in either spelling, compounds, and the stems of words. */
import { germanParts } from './german-words.js';

/** One spelling for "Größe", "Groesse" and "Grosse". */
export const foldGerman = (word: string): string =>
  word
    .replaceAll('ß', 'ss')
    .replace(/([aou])e/g, '$1')
    .replace(/ss+/g, 'ss');

const longest = 40;
const leastLetters = 7;
/** What holds the parts of a compound together. */
const joints = ['', 's', 'n', 'e', 'en', 'es'] as const;
const mostParts = 4;

const parts = germanParts.map(foldGerman);
const byLetter = new Map<string, readonly string[]>(
  [...new Set(parts.map((part) => part.charAt(0)))].map((letter) => [
    letter,
    [...new Set(parts.filter((part) => part.startsWith(letter)))],
  ]),
);

/** The parts of the rest of a compound from a place on; nothing when it is made of others. */
function partsFrom(word: string, at: number, left: number): readonly string[] | undefined {
  if (at === word.length) return [];
  if (left === 0) return undefined;
  for (const part of byLetter.get(word.charAt(at)) ?? []) {
    if (!word.startsWith(part, at)) continue;
    for (const joint of joints) {
      const end = at + part.length;
      if (!word.startsWith(joint, end)) continue;
      const rest = partsFrom(word, end + joint.length, left - 1);
      if (rest !== undefined) return [part, ...rest];
    }
  }
  return undefined;
}

/** "zurückgeschickt" is said of what is sent back, whatever its form. */
const apart = /^(zuruck|ruck)(?=\p{L}{4})/u;

/** A word as it is, or the parts of a compound. */
export function partsOfGerman(word: string): readonly string[] {
  const folded = foldGerman(word);
  if (folded.length < leastLetters || folded.length > longest) return [folded];
  const compound = partsFrom(folded, 0, mostParts);
  if (compound !== undefined && compound.length > 1) return compound;
  const verb = apart.exec(folded)?.[0];
  if (verb === undefined) return [folded];
  const rest = folded.slice(verb.length).replace(/^zu(?=\p{L}{5})/u, '');
  return ['zuruck', rest];
}

const least = 4;
const cut = (word: string, ending: RegExp): string => {
  const shorter = word.replace(ending, '');
  return shorter.length >= least ? shorter : word;
};

/** The stem of a folded word: endings of nouns and verbs, and the "ge" of what was done, taken away. */
export function stemGerman(word: string): string {
  if (!/^[a-z]{4,40}$/.test(word)) return word;
  const done = /^ge\p{L}{4,}(?:t|en)$/u.test(word) ? word.slice(2) : word;
  const noun = cut(done, /(?:ungen|ung|heiten|heit|keiten|keit)$/u);
  if (noun !== done) return noun;
  return cut(cut(done, /(?:em|en|er|es|e|s|n)$/u), /(?:est|et|st|te|t|n)$/u);
}
