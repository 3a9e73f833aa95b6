/** What became of entries of the knowledge base in an episode, as its record has it: see lua/ops/entry.lua. */
import type { EntryOutcome } from '../../conversation/index.js';
import type { EpisodeRecord } from '../../effort/index.js';
import { int } from './fields.js';

export type Entries = EpisodeRecord['entries'];

export function readEntries(hash: Readonly<Record<string, string>>): Entries {
  const found: Record<string, Partial<Record<EntryOutcome, number>>> = {};
  for (const [field, times] of Object.entries(hash)) {
    const [, what = 'shown', id] = /^faq(?:-([a-z]+))?:(.+)$/s.exec(field) ?? [];
    if (id !== undefined) found[id] = { ...found[id], [what]: int.read(times) };
  }
  return found;
}
