/** The effort log: one line per episode, as CSV or JSON lines, oldest period last as the page shows it. */
import { type EpisodeRecord, type Ledger, type Period, spans } from '../effort/index.js';
import { businessTime } from './business.js';
import type { BusinessTime, EpisodeRow } from './contract.js';
import type { InsightsOptions } from './ports.js';
import { episodeRow } from './rows.js';

export type LogFormat = 'csv' | 'jsonl';

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3);
const iso = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());

interface Line extends EpisodeRow {
  readonly business: BusinessTime;
}

const columns: Readonly<Record<string, (row: Line) => string | number>> = {
  episode: (row) => row.id,
  customer: (row) => row.customerId,
  channel: (row) => row.channel,
  born: (row) => iso(row.bornAt),
  ended: (row) => iso(row.endedAt),
  state: (row) => row.state,
  outcome: (row) => row.outcome ?? '',
  reason: (row) => row.reason ?? '',
  bot_seconds: (row) => seconds(row.stints.bot),
  queue_seconds: (row) => seconds(row.stints.queue),
  agent_seconds: (row) => seconds(row.stints.agent),
  customer_seconds: (row) => seconds(row.stints.customer),
  queue_business_seconds: (row) => seconds(row.business.queue),
  agent_business_seconds: (row) => seconds(row.business.agent),
  turns: (row) => row.turns,
  misses: (row) => row.misses,
  effort: (row) => row.effort,
  drivers: (row) => row.drivers.map(({ name, points }) => `${name} ${points}`).join('; '),
  ces: (row) => row.ces ?? '',
  comment: (row) => row.comment ?? '',
  agent: (row) => row.agent ?? '',
};

/** A cell as RFC 4180 wants it; a leading sign is disarmed, because spreadsheets would run it as a formula. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const page = 500;
/** How many transcripts are read at once. */
const together = 25;

/** Every episode born in the period, newest first, a few at a time. */
export async function* records(ledger: Ledger, { from, to }: Period): AsyncGenerator<readonly EpisodeRecord[]> {
  for (let before = to; ;) {
    const found = await ledger.episodes({ from, to: before }, page);
    for (let at = 0; at < found.length; at += together) yield found.slice(at, at + together);
    const last = found.at(-1);
    if (last === undefined || found.length < page) return;
    before = last.bornAt;
  }
}

/** The waits in business time come from the transcript, which says what each moment was. */
async function lineOf({ conversations, clock, hours }: InsightsOptions, record: EpisodeRecord): Promise<Line> {
  const entries = await conversations.entries(record.conversation, record.from - 1);
  const end = record.endedAt ?? clock.now();
  const business = businessTime(spans(entries, record.from), end, { hours, queue: record.queue });
  return { ...episodeRow(record), business };
}

export async function* logLines(options: InsightsOptions, period: Period, format: LogFormat): AsyncGenerator<string> {
  if (format === 'csv') yield Object.keys(columns).join(',');
  for await (const some of records(options.ledger, period)) {
    const lines = await Promise.all(some.map(async (record) => ({ record, line: await lineOf(options, record) })));
    for (const { record, line } of lines) {
      const cells = Object.values(columns).map((column) => cell(column(line)));
      yield format === 'csv' ? cells.join(',') : JSON.stringify({ ...line, receipt: record.receipt });
    }
  }
}
