/** Finds entries that are allowed but will not work well: too alike, or beaten to their own questions by others. */
import { createFaq } from './faq.js';
import type { FaqEntry } from './entry.js';

const place = ({ at, id }: FaqEntry): string => at ?? id;

/** Warnings for the editor, one sentence each; none means the base is in order. */
export function reviewFaq(entries: readonly FaqEntry[]): readonly string[] {
  const faq = createFaq(entries);
  return entries.flatMap((entry) => {
    const winners = entry.ask.map((way) => faq.rank(way).ranked[0]?.entry ?? entry);
    const lost = winners.filter((winner) => winner.id !== entry.id);
    const [rival] = lost;
    if (!rival) return [];
    if (lost.length === winners.length) {
      return [`${place(entry)}: "${entry.id}" cannot be reached; its own questions lead to "${rival.id}"`];
    }
    return [`${place(entry)}: "${entry.id}" is too much like "${rival.id}" (${place(rival)})`];
  });
}
