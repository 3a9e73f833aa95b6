/** What is known of a language where questions are matched: how its words are spelt and cut to stems, and what they mean. */
import { commonWords } from './common.js';
import { foldGerman, partsOfGerman, stemGerman } from './german.js';
import { germanCommon, germanIdeas } from './german-words.js';
import { ideas } from './ideas.js';
import { wordsOf } from './normal.js';
import { inFull } from './short-forms.js';
import { createStemmer } from './stem.js';

export interface Lexis {
  /** A word in its one spelling. */
  readonly folded: (word: string) => string;
  /** A word as it stands in the base: a short form in full, a compound in its parts. */
  readonly spelt: (word: string) => readonly string[];
  readonly createStemmer: () => (word: string) => string;
  /** Words that mean much the same; each list is one idea. */
  readonly ideas: readonly (readonly string[])[];
  /** All words of the ideas: they are never misspelt. */
  readonly ideaWords: ReadonlySet<string>;
  /** They hold sentences together and say little of the topic. */
  readonly common: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
const asItIs = (word: string): string => word;

/** Of a language that nothing is known of: words are compared as they are, and by their letters. */
const unknown: Lexis = {
  folded: asItIs,
  spelt: (word) => [word],
  createStemmer: () => asItIs,
  ideas: [],
  ideaWords: none,
  common: none,
};

const germanSpelt = germanIdeas.map((idea) => idea.flatMap((word) => wordsOf(word).flatMap(partsOfGerman)));
const known: Readonly<Record<string, Lexis>> = {
  en: {
    folded: asItIs,
    spelt: (word) => [inFull(word)],
    createStemmer,
    ideas,
    ideaWords: new Set(ideas.flat()),
    common: commonWords,
  },
  de: {
    folded: foldGerman,
    spelt: partsOfGerman,
    createStemmer: () => stemGerman,
    ideas: germanSpelt,
    ideaWords: new Set(germanSpelt.flat()),
    common: new Set([...germanCommon].map(foldGerman)),
  },
};

/** `language`: ISO 639-1. */
export const lexisOf = (language: string): Lexis => known[language] ?? unknown;
