/** `warmline faq gaps`: what customers asked and the assistant could not answer, as drafts of new entries. */
import { createFaq, draftsOf, type FaqEntry, gapsOf, type OpenQuestion } from '../faq/index.js';
import { openQuestions } from '../insights/index.js';
import { openStore } from '../store/index.js';
import type { Io, StoreContext } from './context.js';
import { readPeriod } from './period.js';

export interface GapsOptions {
  readonly entries: readonly FaqEntry[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** More than these are not read: whatever matters is among the newest of them. */
const mostRead = 5000;
const mostGaps = 50;

async function readOpen(context: StoreContext, period: ReturnType<typeof readPeriod>) {
  const found: OpenQuestion[] = [];
  const store = await openStore({ ...context, join: true });
  try {
    for await (const question of openQuestions(store, period)) {
      if (found.push(question) >= mostRead) break;
    }
  } finally {
    await store.close();
  }
  return found;
}

/** Writes the drafts to standard output and what they are about to the other; always 0. */
export async function gapsCommand({ entries, ...dates }: GapsOptions, io: Io, context: StoreContext): Promise<number> {
  const found = await readOpen(context, readPeriod(dates));
  const faq = createFaq(entries);
  const open = found.filter(({ text, answer }) => answer !== undefined || faq.ask(text).kind !== 'answer');
  const gaps = gapsOf(open);
  const drafted = gaps.slice(0, mostGaps);
  const ids = entries.map(({ id }) => id);
  if (drafted.length > 0) io.out(draftsOf(drafted, ids).trimEnd());
  const closed = found.length - open.length;
  io.err(
    `${found.length} questions without a good answer; ${closed} of them the knowledge base answers by now. ` +
      `${gaps.length} gaps, ${drafted.length} drafted. Drafts without an answer have to be given one.`,
  );
  return 0;
}
