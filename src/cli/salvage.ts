/** `warmline salvage`: keeps everything that is whole of a damaged data file, and says what was lost. */
import { SupportError } from '../base/index.js';
import { salvage, type Salvage } from '../store/index.js';
import type { Call, Io, StoreContext } from './command.js';

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
const bytes = (count: number): string => counted(count, 'byte', 'bytes');
const changes = (count: number): string => counted(count, 'change', 'changes');

const mendings: readonly (readonly [string, (count: number) => string])[] = [
  [
    'ticket',
    (n) =>
      `${counted(n, 'customer', 'customers')} whose ticket was lost back in the line, without what was known of them`,
  ],
  ['waiting', (n) => `${counted(n, 'customer', 'customers')} put back into the line, at their old place`],
  [
    'assigned',
    (n) => `${counted(n, 'ticket', 'tickets')} of an agent kept; without a heartbeat they go back into the line`,
  ],
  ['owed', (n) => `${counted(n, 'message', 'messages')} owed an answer again; the server answers when it starts`],
  ['words', (n) => `${counted(n, 'transcript is', 'transcripts are')} lost, and say so`],
  ['numbers', (n) => `${counted(n, 'transcript', 'transcripts')} numbered on from the newest entry`],
  ['record', (n) => `${counted(n, 'conversation', 'conversations')} found again by what else was there of it`],
  ['stray', (n) => `${counted(n, 'place', 'places')} in the line or at a desk taken back from tickets that are closed`],
];

function* tell({ damage, torn, mended }: Salvage): Generator<string> {
  if (torn > 0)
    yield `The last line was unfinished and was cut off: ${bytes(torn)}. That happens when the power fails.`;
  if (damage === undefined && torn === 0) yield 'The file is whole. Nothing was lost.';
  if (damage !== undefined) {
    const { gaps, kept, aside } = damage;
    yield `The file was damaged in ${counted(gaps.length, 'place', 'places')}. Kept: ${changes(kept)}.`;
    for (const { from, to, lines } of gaps) {
      yield `Lost: at least ${changes(lines)}, ${bytes(to - from)} from byte ${from.toLocaleString('en-US')} on.`;
    }
    yield `The damaged file is still there: ${aside}`;
    yield 'What was said in a lost change is missing in its transcript, and counts of that hour may be too low.';
  }
  for (const [what, say] of mendings) {
    const count = mended.get(what) ?? 0;
    if (count > 0) yield `Mended: ${say(count)}.`;
  }
}

export async function salvageCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const { config } = context();
  if (config.REDIS_URL !== undefined) {
    throw new SupportError(
      'bad-request',
      'REDIS_URL is set: the data is in Redis. Its own tool is redis-check-aof --fix.',
    );
  }
  const saved = await salvage(config.DATA_DIR);
  if (call.flag('json')) io.out(JSON.stringify({ ...saved, mended: Object.fromEntries(saved.mended) }));
  else for (const line of tell(saved)) io.out(line);
  return 0;
}
