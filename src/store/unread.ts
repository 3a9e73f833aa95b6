/** What an agent's act meets when the ticket is not theirs, or the customer wrote what they had not read. */
import type { Fenced, Wrote } from '../queue/index.js';
import { entry } from './entries.js';

/** Entries that are told with it, at most. */
export const mostUnread = 100;

export const wrote = ({ entries }: { readonly entries: readonly string[] }): Wrote => ({
  kind: 'wrote',
  entries: entries.map((item) => entry(item, {})),
});

export function fenced({ by, state }: { readonly by: string; readonly state: string }): Fenced {
  return by === '' || state !== 'assigned' ? { kind: 'fenced' } : { kind: 'fenced', by };
}
