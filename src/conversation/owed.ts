/**
 * Whether a person owes the customer an answer: the one definition. The store keeps what it comes to as a number of the
 * episode, and the clock of a row, the guard of a close, outcomes and figures are read from that.
 */
import type { Entry } from './episode.js';

/** Letters of the longest message that is taken for thanks alone. */
const longestThanks = 60;

/** Nothing is asked with it: who says goodbye like this may be let go. */
function isThanks({ text, feeling }: Words): boolean {
  if (text.length > longestThanks || text.includes('?')) return false;
  return feeling !== undefined && feeling.level > 0 && feeling.evidence.some(({ cue }) => cue === 'thanks');
}

type Words = Pick<Entry, 'role' | 'text' | 'feeling'>;

/** The last words that want an answer are the customer's. What the assistant says to a ticket, notes and system messages are none. */
export function owesAnswer(entries: readonly Words[]): boolean {
  const last = entries.findLast((one) => one.role === 'agent' || (one.role === 'customer' && !isThanks(one)));
  return last?.role !== 'agent';
}
