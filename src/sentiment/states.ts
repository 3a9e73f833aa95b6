/** States beside frustration: who is in danger, robbed, in distress, in a hurry or in need may be quite calm. */
import type { Tongue } from '../conversation/index.js';
import type { Span } from './signs.js';
import { lists } from './lists.js';
import { calm } from './states/calm.js';
import { english } from './states/english.js';
import { german } from './states/german.js';
import { others } from './states/others.js';
import { type State, states, type Told } from './states/told.js';
import { spanOf, type Texts, type Token } from './tokens.js';

export interface Seen {
  readonly state: State;
  readonly span: Span;
  readonly tongue: Tongue;
}

/** Whole words of any alphabet, with `{name}` standing for a list. */
function pattern(ways: readonly string[], flags: string): RegExp {
  const spelled = ways.join('|').replace(/\{([a-z]+)\}/g, (_, name: string) => lists[name] ?? name);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spelled})(?![\\p{L}\\p{N}])`, flags);
}

const stemLength = 4;

const known = [english, german, ...others].map(({ tongue, stems, ways }: Told) => ({
  tongue,
  stems: new Set(stems.split(/\s+/)),
  ways: states.flatMap((state) => {
    const found = ways[state];
    return found === undefined ? [] : [{ state, pattern: pattern(found, 'u') }];
  }),
}));
const calmly = pattern(calm, 'gu');

/** Each state once, where it is told first. Few messages have a word that could tell of one, and only those are searched. */
export function readStates({ lower }: Texts, tokens: readonly Token[]): readonly Seen[] {
  const beginnings = new Set(tokens.map(({ word }) => word.slice(0, stemLength)));
  const spoken = known.filter(({ stems }) => [...beginnings].some((beginning) => stems.has(beginning)));
  if (spoken.length === 0) return [];
  // blanks keep every place where it was
  const rest = lower.replace(calmly, (words) => '\u0000'.repeat(words.length));
  return states.flatMap((state): readonly Seen[] => {
    for (const { tongue, ways } of spoken) {
      const match = ways.find((way) => way.state === state)?.pattern.exec(rest);
      if (match) return [{ state, span: spanOf(match), tongue }];
    }
    return [];
  });
}
