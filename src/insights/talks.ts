/** What was said, for those who learn from it: conversations to replay a policy on, and readings that people corrected. */
import type { Entry } from '../conversation/index.js';

/** A choice: the customer took it, but the words are ours. Their own are read when they come. */
const isOurs = ({ role, value, feeling }: Entry): boolean =>
  role === 'customer' && (value !== undefined || feeling === undefined);

/** One line of the form that `policy replay` reads; nothing for an episode without words. */
export function replayLines(id: string, entries: readonly Entry[]): readonly string[] {
  const turns = entries.flatMap((one) => {
    const { role, text, at } = one;
    return role === 'note' || role === 'system' || text === ''
      ? []
      : [{ role, text, at: Math.round(at), ...(isOurs(one) ? { choice: true } : {}) }];
  });
  return turns.length === 0 ? [] : [JSON.stringify({ id, turns })];
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `label<TAB>text`, the form that `feeling train` reads. The last correction of a message counts. */
export function correctionLines(entries: readonly Entry[]): readonly string[] {
  const reads = new Map(
    entries.flatMap((note) => (note.reads && note.about ? [[note.about, note.reads] as const] : [])),
  );
  return entries.flatMap((one) => {
    const { seq, role, text } = one;
    const label = reads.get(seq);
    if (label === undefined || role !== 'customer' || isOurs(one) || flat(text) === '') return [];
    return [`${label === 'frustrated' ? 1 : 0}\t${flat(text)}`];
  });
}
