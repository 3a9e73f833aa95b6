/** What was said last in a case, for whoever sees one line of it. */
import type { Entry } from './episode.js';

type Words = Pick<Entry, 'seq' | 'role' | 'value' | 'about' | 'reads'>;

/** The presses that came too late: the assistant's answer to each names it. Nothing was done with them. */
const latePresses = (entries: readonly Pick<Entry, 'role' | 'about'>[]): ReadonlySet<number> =>
  new Set(entries.flatMap(({ role, about }) => (role === 'assistant' && about !== undefined ? [about] : [])));

/**
 * The newest entry that says something to a person: what a customer wrote or chose, an agent's words, a note. A choice
 * that came too late says nothing, nor does a correction of how a message reads.
 */
export function lastWords<E extends Words>(entries: readonly E[]): E | undefined {
  const late = latePresses(entries);
  return entries.findLast(({ seq, role, reads }) => {
    if (role === 'customer') return !late.has(seq);
    return role === 'agent' || (role === 'note' && reads === undefined);
  });
}
