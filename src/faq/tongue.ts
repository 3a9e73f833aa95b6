/** How a base reads texts of its language: what their words are, which of them say nothing, and what belongs to no base. */
import { type Lexis, lexisOf, wordsOf } from '../language/index.js';
import { createNoise, type Noise } from './noise.js';
import { fremde, strangers } from './strangers.js';

export interface Tongue extends Noise {
  /** ISO 639-1. */
  readonly language: string;
  readonly lexis: Lexis;
  /** The words of a text in their one spelling, and as the base compares them. */
  readonly plain: (text: string) => readonly string[];
  readonly words: (text: string) => readonly string[];
  /** Things people say to any assistant that no base of a shop answers. */
  readonly strangers: readonly string[];
}

const foreign: Readonly<Record<string, readonly string[]>> = { en: strangers, de: fremde };
const made = new Map<string, Tongue>();

function make(language: string): Tongue {
  const lexis = lexisOf(language);
  const words = (text: string): readonly string[] => wordsOf(text).flatMap(lexis.spelt);
  const plain = (text: string): readonly string[] => wordsOf(text).map(lexis.folded);
  const noise = createNoise(language, { words: plain, common: lexis.common });
  return { language, lexis, plain, words, ...noise, strangers: foreign[language] ?? [] };
}

/** Made once for each language. */
export function tongueOf(language: string): Tongue {
  const tongue = made.get(language) ?? make(language);
  made.set(language, tongue);
  return tongue;
}
