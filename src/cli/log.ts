/** `warmline log export`: the effort log on standard output, one line per episode. */
import { parseArgs } from 'node:util';
import { inPackage, readTextFile, SupportError, systemClock } from '../base/index.js';
import { logFormats, logLines } from '../insights/index.js';
import { checkHours, type Hours } from '../queue/index.js';
import { openStore } from '../store/index.js';
import type { Io, StoreContext } from './context.js';
import { readPeriod } from './period.js';

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

export async function logCommand(args: readonly string[], io: Io, context: StoreContext): Promise<number> {
  const { values, positionals } = read(args);
  const { format: wanted = 'csv' } = values;
  const format = logFormats.find((known) => known === wanted);
  if (positionals[0] !== 'export' || format === undefined) {
    io.err('Use: warmline log export --from DATE --to DATE --format csv|jsonl|replay|corrections');
    return 2;
  }
  const period = readPeriod(values);
  const hours = readHours();
  const store = await openStore({ ...context, join: true });
  const { ledger, conversations } = store;
  try {
    for await (const line of logLines({ ledger, conversations, hours, clock: systemClock }, period, format))
      io.out(line);
  } finally {
    await store.close();
  }
  return 0;
}
