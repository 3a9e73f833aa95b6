/** `warmline log export`: the effort log on standard output, one line per episode. */
import { SupportError, systemClock } from '../base/index.js';
import { openContent } from '../content.js';
import { logFormats, logLines } from '../insights/index.js';
import { checkHours, type Hours } from '../queue/index.js';
import { openStore } from '../store/index.js';
import type { Call, Io, StoreContext } from './command.js';
import { readPeriod } from './period.js';

function readHours(folder: string | undefined): Hours {
  const hours = checkHours(openContent(folder).file('hours.yaml'));
  if (hours.kind === 'ok') return hours.value;
  throw new SupportError('content', 'The opening hours cannot be read.', { problems: hours.problems });
}

export async function logCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const wanted = call.text('format') ?? 'csv';
  const format = logFormats.find((known) => known === wanted);
  if (format === undefined) {
    throw new SupportError('bad-request', `--format ${wanted} is none of ${logFormats.join(', ')}.`);
  }
  const period = readPeriod({ from: call.text('from'), to: call.text('to') });
  const hours = readHours(context().config.CONTENT_DIR);
  const store = await openStore({ ...context(), join: true });
  const { ledger, conversations } = store;
  try {
    let count = 0;
    for await (const line of logLines({ ledger, conversations, hours, clock: systemClock }, period, format)) {
      io.out(line);
      io.progress?.(`${(count += 1)} lines`);
    }
  } finally {
    await store.close();
  }
  return 0;
}
