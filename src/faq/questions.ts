/** Finds the questions inside a message: people wrap them in stories, and sometimes ask two at once. */
import { clausesOf, wordsOf } from '../language/index.js';
import type { FaqEntry } from './entry.js';
import type { Match, Reading } from './matcher.js';

export interface Questions {
  /** How the whole message matches or, when that is below the floor, its clearest part. */
  best(text: string, floor: number): Match;
  /** The answers to the first two different questions that are surer than this; nothing when there are fewer. */
  two(text: string, bar: number): readonly [FaqEntry, FaqEntry] | undefined;
}

const mostParts = 6;
/** A part stands for a message when it is clear by itself and most of what there is to go by is in it. */
const clear = 0.35;
const most = 0.5;
const sure = 0.6;
const joints = / (?:and|also|plus|und|außerdem) /iu;

const long = (least: number) => (part: string) => wordsOf(part).length >= least;

export function createQuestions(match: (text: string) => Reading): Questions {
  return {
    best(text, floor) {
      const whole = match(text);
      if (whole.confidence >= floor) return whole;
      const [clearest] = clausesOf(text)
        .filter(long(2))
        .slice(0, mostParts)
        .map(match)
        .filter(({ confidence, substance }) => confidence >= clear && substance >= most * whole.substance)
        .sort((one, other) => other.confidence - one.confidence);
      return clearest ?? whole;
    },
    two(text, bar) {
      const parts = clausesOf(text)
        .flatMap((clause) => clause.split(joints))
        .filter(long(3))
        .slice(0, mostParts);
      if (parts.length < 2) return undefined;
      const found = parts.map(match).filter(({ confidence }) => confidence >= Math.max(bar, sure));
      const entries = found.flatMap(({ ranked }) => ranked.slice(0, 1).map(({ entry }) => entry));
      const [first, second] = [...new Set(entries)];
      return first && second ? [first, second] : undefined;
    },
  };
}
