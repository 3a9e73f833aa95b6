/** `warmline faq proposals`: ways of asking that were learnt from use; accepted, they stand in the files of the base. */
import { readTextFile, SupportError, systemClock } from '../base/index.js';
import { type Content, openContent } from '../content.js';
import { checkFaq, type FaqEntry, type Way, withAsked } from '../faq/index.js';
import { gatherWays } from '../learning.js';
import { openStore, type Store } from '../store/index.js';
import type { Call, Io, StoreContext } from './command.js';
import { writeFile } from './files.js';
import { valueOf } from './knowledge-base.js';

/** The ways that are meant by a code, or all. Throws `not-found` where none is. */
function chosen(ways: readonly Way[], code: string): readonly Way[] {
  const found = code === 'all' ? ways : ways.filter((way) => way.code === code);
  if (found.length > 0 || code === 'all') return found;
  throw new SupportError('not-found', `No proposal has the code ${code}. List them: warmline faq proposals`);
}

/** Each into the file that its entry stands in. */
function accept(
  ways: readonly Way[],
  entries: readonly FaqEntry[],
  { content, io }: { content: Content; io: Io },
): void {
  const places = new Map(entries.map(({ id, at = '' }) => [id, content.faqPath(at.replace(/:\d+$/, ''))]));
  for (const way of ways) {
    const path = places.get(way.id) ?? '';
    writeFile(path, withAsked(readTextFile(path).text, way));
    io.err(`${path}: "${way.ask}" asks for ${way.id}`);
  }
}

async function unlearn(lessons: Store['lessons'], ways: readonly Way[], io: Io): Promise<void> {
  for (const { code, ask } of ways) {
    await lessons.refuse(code);
    io.err(`"${ask}" is unlearnt.`);
  }
}

function list(ways: readonly Way[], call: Call, io: Io): void {
  if (call.flag('json')) io.out(JSON.stringify(ways));
  else for (const { code, id, people, ask } of ways) io.out([code, id, people, ask].join('\t'));
  io.err(`${ways.length} ways of asking were learnt from use.`);
}

/** Always 0; throws `not-found` for a code that no proposal has. */
export async function proposalsCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const settings = context();
  const content = openContent(settings.config.CONTENT_DIR);
  const entries = valueOf(checkFaq(content.faq()), `${content.name}/faq`);
  const store = await openStore({ ...settings, join: true });
  try {
    const [accepted, rejected, allowed] = ['accept', 'reject', 'allow'].map((option) => call.text(option));
    if (allowed !== undefined) await store.lessons.allow(allowed);
    const ways = await gatherWays(store, entries, systemClock.now());
    if (accepted !== undefined) accept(chosen(ways, accepted), entries, { content, io });
    if (rejected !== undefined) {
      const gone = chosen(ways, rejected);
      await unlearn(store.lessons, gone, io);
      await store.lessons.keep(JSON.stringify(ways.filter((way) => !gone.includes(way))));
    }
    if (accepted === undefined && rejected === undefined) list(ways, call, io);
  } finally {
    await store.close();
  }
  return 0;
}
