/** What of a transcript is for the customer. */
import type { Entry } from './episode.js';
import type { Mark } from './names.js';

/** An entry a customer may see. */
export type VisibleEntry = Entry & { readonly role: Exclude<Entry['role'], 'note'> };

const visibleMarks: readonly Mark[] = [
  'joined',
  'released',
  'passed',
  'expired',
  'handed-back',
  'closed',
  'reopened',
  'resumed',
];

/** Never a note, and of the system messages only those with words meant for the customer. */
export function visible(entry: Entry): entry is VisibleEntry {
  if (entry.role === 'note') return false;
  if (entry.role !== 'system') return true;
  return entry.text !== '' && entry.mark !== undefined && visibleMarks.includes(entry.mark);
}
