/** `warmline log export`: the effort log on standard output, one line per episode. */
import { parseArgs } from 'node:util';
import { inPackage, readTextFile, SupportError, systemClock } from '../base/index.js';
import { logFormats, logLines } from '../insights/index.js';
import { checkHours, type Hours } from '../queue/index.js';
import { openStore } from '../store/index.js';
import type { Io, StoreContext } from './context.js';

const day = 24 * 3_600_000;

function time(text: string, name: string): number {
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return at;
  throw new SupportError(
    'bad-request',
    `--${name} ${text} is not a date. Write it as 2026-11-23 or 2026-11-23T10:00Z.`,
  );
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { from: text, to: text, format: text }, allowPositionals: true });
  } catch (cause) {
    throw new SupportError('bad-request', `${(cause as Error).message}. Use log export --from --to --format.`, {
      cause,
    });
  }
}

function readHours(): Hours {
  const hours = checkHours(readTextFile(inPackage('dialogs', 'hours.yaml'), 'dialogs/hours.yaml'));
  if (hours.kind === 'ok') return hours.value;
  throw new SupportError('content', 'The opening hours cannot be read.', { problems: hours.problems });
}

/** `to` is included when it is a whole day. Without dates, the last 30 days. */
export async function logCommand(args: readonly string[], io: Io, context: StoreContext): Promise<number> {
  const { values, positionals } = read(args);
  const { format: wanted = 'csv' } = values;
  const format = logFormats.find((known) => known === wanted);
  if (positionals[0] !== 'export' || format === undefined) {
    io.err('Use: warmline log export --from DATE --to DATE --format csv|jsonl|replay|corrections');
    return 2;
  }
  const end = values.to === undefined ? Date.now() : time(values.to, 'to');
  const to = values.to !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(values.to) ? end + day : end;
  const from = values.from === undefined ? to - 30 * day : time(values.from, 'from');
  const hours = readHours();
  const store = await openStore({ ...context, join: true });
  const { ledger, conversations } = store;
  try {
    for await (const line of logLines({ ledger, conversations, hours, clock: systemClock }, { from, to }, format))
      io.out(line);
  } finally {
    await store.close();
  }
  return 0;
}
