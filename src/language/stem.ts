/** Word stems, from `natural`. Only this room imports that package, and only its stemmers: its root loads far too much. */
import { PorterStemmer, PorterStemmerDe } from 'natural/lib/natural/stemmers/index.js';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const memory = 20_000;
const stemmers: Readonly<Record<Language, (word: string) => string>> = {
  en: (word) => PorterStemmer.stem(word),
  de: (word) => PorterStemmerDe.stem(word),
};

/** A stemmer that remembers up to 20,000 words; words of other scripts and one-letter words come back as they are. */
export function createStemmer(language: Language): (word: string) => string {
  const known = new Map<string, string>();
  const stem = stemmers[language];
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const result = /^[a-zß]{3,40}$/.test(word) ? stem(word) : word;
    if (known.size < memory) known.set(word, result);
    return result;
  };
}
