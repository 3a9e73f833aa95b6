/** `warmline faq gaps`: what customers asked and the assistant could not answer, as drafts of new entries. */
import { createFaq, draftsOf, gapsOf, type OpenQuestion } from '../faq/index.js';
import { openQuestions } from '../insights/index.js';
import { openStore } from '../store/index.js';
import type { Call, Io, StoreContext } from './command.js';
import { readBase } from './knowledge-base.js';
import { readPeriod } from './period.js';

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
export async function gapsCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const period = readPeriod({ from: call.text('from'), to: call.text('to') });
  const entries = readBase(call.text('kb'), context);
  io.progress?.(`learning ${entries.length} entries`);
  // learnt first: it takes seconds, in which a connection would go unheard
  const faq = createFaq(entries);
  const found = await readOpen(context(), period);
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
