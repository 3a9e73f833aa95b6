/** The line in words: "You are third in line. The wait is about 4–7 minutes." */
import type { LineFacts, Words } from '../conversation/index.js';
import { waitRange } from '../queue/index.js';

const ordinals = ['next', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

export function placeWords(words: Words, facts: LineFacts): { readonly place: string; readonly wait: string } {
  const ordinal = ordinals[facts.ahead] ?? `number ${facts.ahead + 1}`;
  const range = waitRange(facts);
  const minutes = (milliseconds: number) => Math.round(milliseconds / 60_000);
  return {
    place: words('place', { ordinal }),
    wait: range === undefined ? '' : words('wait-range', { low: minutes(range.low), high: minutes(range.high) }),
  };
}
