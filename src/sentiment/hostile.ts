/** Which of the words that counted are only hostile, so that the FAQ can look past them. */
import type { Cue, Feeling } from '../conversation/index.js';
import { isForeignBad } from './foreign.js';
import { worth } from './lexicon.js';

const hostile: ReadonlySet<Cue> = new Set<Cue>(['profanity', 'sarcasm', 'giving-up', 'not-understood', 'repetition']);

function isHostile(text: string): boolean {
  const word = text.toLowerCase();
  const found = worth(word);
  return found === undefined ? isForeignBad(word) : found.points < 0 && !found.business;
}

/** The hostile words as the customer wrote them; never a word that may name the topic ("refund", "3 weeks"). */
export function hostileSpans(feeling: Feeling): readonly string[] {
  return feeling.evidence
    .filter(({ cue, share, text }) => (cue ? hostile.has(cue) : share > 0 && isHostile(text)))
    .map((item) => item.text);
}
