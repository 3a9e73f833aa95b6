/** `warmline audit export`: what the team has done on standard output, one line a deed. */
import { userInfo } from 'node:os';
import { auditFormats, auditLines, type Deed } from '../access/index.js';
import { SupportError } from '../base/index.js';
import { openStore } from '../store/index.js';
import type { Call, Io, StoreContext } from './command.js';
import { readPeriod } from './period.js';

/** Who is at the command line; a container has no name for everybody. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'somebody';
  }
}

/** Nobody reads what is not written down first. */
function deedOf(asked: object): string {
  const who = { id: 'command-line', name: userName(), role: 'operator' } as const;
  const deed: Omit<Deed, 'about'> = { who, what: 'export of the audit', asked, outcome: 'done', from: 'command line' };
  return JSON.stringify(deed);
}

export async function auditCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const wanted = call.text('format') ?? 'csv';
  const format = auditFormats.find((known) => known === wanted);
  if (format === undefined) {
    throw new SupportError('bad-request', `--format ${wanted} is none of ${auditFormats.join(', ')}.`);
  }
  const period = readPeriod({ from: call.text('from'), to: call.text('to') });
  const who = call.text('who') ?? '';
  const store = await openStore({ ...context(), join: true });
  try {
    await store.audit.note(deedOf({ ...period, who, format }));
    let count = 0;
    for await (const line of auditLines(store.audit, { ...period, who, format })) {
      io.out(line);
      io.progress?.(`${(count += 1)} lines`);
    }
  } finally {
    await store.close();
  }
  return 0;
}
