/** Finds the questions inside a message: people wrap them in stories, and sometimes ask two at once. */
import { clausesOf, wordsOf } from '../language/index.js';
import type { FaqEntry } from './entry.js';
import type { Reading } from './matcher.js';

export interface Questions {
  /** How the whole message matches or, when that is less known than the floor, its clearest part. */
  best(text: string, floor: number): Reading;
  /** The answers to the first two different questions, each surer than this and than the whole; nothing when there are fewer. */
  two(text: string, bar: number): readonly [FaqEntry, FaqEntry] | undefined;
}

const mostParts = 6;
/** A part stands for a message when it is clear by itself and most of what there is to go by is in it. */
const clear = 0.35;
const most = 0.5;
const sure = 0.6;
/** What a part finds must be among the first so many that the whole message finds. */
const agreeing = 3;
const joints = / (?:and|also|plus|und|außerdem) /iu;

/** The same part may be looked at for itself and as one of two. */
function remembering(match: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    const reading = known.get(text) ?? match(text);
    known.set(text, reading);
    return reading;
  };
}

/** The whole says so too: a part never overrules what the message is about. */
function agrees({ shares }: Reading, { best }: Reading): boolean {
  const own = shares[best] ?? 0;
  return shares.reduce((ahead, share) => (share > own ? ahead + 1 : ahead), 0) < agreeing;
}

const long = (least: number) => (part: string) => wordsOf(part).length >= least;

/** For one message. */
export function createQuestions(read: (text: string) => Reading): Questions {
  const match = remembering(read);
  return {
    best(text, floor) {
      const whole = match(text);
      const clauses = clausesOf(text).filter(long(2)).slice(0, mostParts);
      const known = whole.known >= floor;
      if (known && (whole.confidence >= sure || clauses.length < 2)) return whole;
      const [clearest] = clauses
        .map(match)
        .filter((part) => {
          // what the whole knows may be said more clearly, and by no other entry
          if (known) return part.best === whole.best && part.known >= whole.known;
          return part.known >= clear && part.substance >= most * whole.substance && agrees(whole, part);
        })
        .sort((one, other) => other.known - one.known);
      return clearest ?? whole;
    },
    two(text, bar) {
      const parts = clausesOf(text)
        .flatMap((clause) => clause.split(joints))
        .filter(long(3))
        .slice(0, mostParts);
      if (parts.length < 2) return undefined;
      const whole = match(text);
      const least = Math.max(bar, sure, whole.confidence);
      const found = parts.map(match).filter((part) => part.confidence >= least && agrees(whole, part));
      const [first, second] = [...new Set(found.map((reading) => reading.first))];
      return first && second ? [first, second] : undefined;
    },
  };
}
