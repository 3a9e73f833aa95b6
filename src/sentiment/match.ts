/** Phrases as patterns: whole words in lower-case text, with `{name}` standing for a list. */
import { lists } from './lists.js';

const expand = (phrase: string): string => phrase.replace(/\{(\w+)\}/g, (_, name: string) => lists[name] ?? name);
const either = (ways: readonly string[]): string => ways.map(expand).join('|');

/** Any of the ways, anywhere; `flags` is for those who want every match. */
export function anywhere(ways: readonly string[], flags = ''): RegExp {
  return new RegExp(`\\b(?:${either(ways)})(?![a-z0-9])`, flags);
}

/** One of the ways and nothing else but punctuation. */
export function entire(ways: readonly string[]): RegExp {
  return new RegExp(`^[^a-z0-9]*(?:${either(ways)})[^a-z0-9]*$`);
}
