/** The effort log: one line per episode, as CSV or JSON lines, oldest period last as the page shows it. */
import type { EpisodeRecord, Ledger, Period } from '../effort/index.js';
import type { EpisodeRow } from './contract.js';
import { episodeRow } from './rows.js';

export type LogFormat = 'csv' | 'jsonl';

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3);
const iso = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());

const columns: Readonly<Record<string, (row: EpisodeRow) => string | number>> = {
  episode: (row) => row.id,
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

/** Every episode born in the period, newest first. */
export async function* records(ledger: Ledger, { from, to }: Period): AsyncGenerator<EpisodeRecord> {
  for (let before = to; ;) {
    const found = await ledger.episodes({ from, to: before }, page);
    yield* found;
    const last = found.at(-1);
    if (last === undefined || found.length < page) return;
    before = last.bornAt;
  }
}

export async function* logLines(ledger: Ledger, period: Period, format: LogFormat): AsyncGenerator<string> {
  if (format === 'csv') yield Object.keys(columns).join(',');
  for await (const record of records(ledger, period)) {
    const row = episodeRow(record);
    if (format === 'csv')
      yield Object.values(columns)
        .map((column) => cell(column(row)))
        .join(',');
    else yield JSON.stringify({ ...row, receipt: record.receipt });
  }
}
