/** `warmline log export`: the effort log on standard output, one line per episode. */
import { parseArgs } from 'node:util';
import { SupportError } from '../base/index.js';
import { logLines } from '../insights/index.js';
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

export async function logCommand(args: readonly string[], io: Io, context: StoreContext): Promise<number> {
  const { values, positionals } = read(args);
  const { format = 'csv' } = values;
  if (positionals[0] !== 'export' || (format !== 'csv' && format !== 'jsonl')) {
    io.err('Use: warmline log export --from DATE --to DATE --format csv|jsonl');
    return 2;
  }
  const period = readPeriod(values);
  const store = await openStore({ ...context, join: true });
  try {
    for await (const line of logLines(store.ledger, period, format)) io.out(line);
  } finally {
    await store.close();
  }
  return 0;
}
