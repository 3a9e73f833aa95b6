/** States beside frustration: who is in danger, robbed, in distress, in a hurry or in need may be quite calm. */
import type { Tongue } from '../conversation/index.js';
import type { Span } from './signs.js';
import { lists } from './lists.js';
import { besides, calm } from './states/calm.js';
import { english } from './states/english.js';
import { german } from './states/german.js';
import { others } from './states/others.js';
import { type State, states, type Told } from './states/told.js';
import { nextThing, turn } from './states/turns.js';
import { spanOf, type Texts, type Token } from './tokens.js';

export interface Seen {
  readonly state: State;
  readonly span: Span;
  readonly tongue: Tongue;
}

/** No word and no stretch of a sentence is longer, so that the work grows with the text and no faster. */
const longest = { word: 30, stretch: 160 };
const bounded = (way: string): string =>
  way.replace(/(\\w|\\p\{L\}|\[\^[^\]]{1,20}\])([*+])/g, (_, part: string, times: string) => {
    const most = part.startsWith('[') ? longest.stretch : longest.word;
    return `${part}{${times === '*' ? 0 : 1},${most}}`;
  });

/** Lists may name lists. */
const spell = (way: string): string =>
  way.replace(/\{([a-z]+)\}/g, (_, name: string) => (lists[name] === undefined ? name : spell(lists[name])));

/** Whole words of any alphabet, with `{name}` standing for a list. */
function pattern(ways: readonly string[], flags: string): RegExp {
  const spelled = bounded(spell(ways.join('|')));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spelled})(?![\\p{L}\\p{N}])`, flags);
}

const stemLength = 4;

const known = [english, german, ...others].flatMap(({ tongue, stems, ways }: Told) =>
  states.flatMap((state) => {
    const found = ways[state];
    const beginnings = new Set((typeof stems === 'string' ? stems : stems[state]).split(/\s+/));
    return found === undefined ? [] : [{ tongue, state, beginnings, pattern: pattern(found, 'u') }];
  }),
);
const calmly = pattern(calm, 'gu');
const besidesCalmly = pattern(besides.ways, 'gu');
const turns = new RegExp(nextThing, 'gu');

/** Blanks where it is calm, so that every place stays where it was. */
const without = (text: string, found: RegExp): string =>
  text
    .replace(turns, turn)
    .replace(found, (words) => '\u0000'.repeat(words.length))
    .replaceAll(turn, ' ');

/** Each state once, where it is told first. Few messages have a word that could tell of one, and only those are searched. */
export function readStates({ lower }: Texts, tokens: readonly Token[]): readonly Seen[] {
  const stems = tokens.map(({ word }) => word.slice(0, stemLength));
  const may = known.filter((way) => stems.some((stem) => way.beginnings.has(stem)) && way.pattern.test(lower));
  if (may.length === 0) return [];
  const rest = without(lower, calmly);
  const narrowed = without(rest, besidesCalmly);
  return states.flatMap((state): readonly Seen[] => {
    for (const way of may) {
      const match = way.state === state ? way.pattern.exec(besides.of.has(state) ? narrowed : rest) : null;
      if (match) return [{ state, span: spanOf(match), tongue: way.tongue }];
    }
    return [];
  });
}
