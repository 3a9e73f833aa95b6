/** How anger sounds in a tongue: words by their beginnings, and what people say when they have had enough. */
import type { Cue } from '../../conversation/index.js';
import type { SignName } from '../signs.js';

/** What is told in so many words; `calm` is what only sounds like it, and is taken out first. */
export type Way = Exclude<Extract<Cue, SignName>, 'shouting'> | 'calm' | 'let-down' | 'outrage' | 'trouble';

/**
 * Everything here is matched in small letters without accents ("schön" → "schon", "ł" → "l", "ß" → "s"). A word that ends in
 * `*` stands for all that begin so.
 */
export interface Tongue {
  readonly name: string;
  /** Everyday words that give the language away. */
  readonly common: string;
  /** Words nobody uses calmly. */
  readonly strong: string;
  /** Words of displeasure, and of swearing. */
  readonly bad: string;
  readonly ways: Readonly<Partial<Record<Way, readonly string[]>>>;
}
