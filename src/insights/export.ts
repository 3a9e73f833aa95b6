/** The effort log, oldest period last as the page shows it: episodes, conversations to replay, or corrections. */
import { type EpisodeRecord, type Ledger, type Period, spansIn } from '../effort/index.js';
import { businessTime } from './business.js';
import type { BusinessTime, EpisodeRow } from './contract.js';
import type { LogSource } from './ports.js';
import { episodeRow } from './rows.js';
import { correctionLines, entriesOf, replayLines } from './talks.js';

/** csv, jsonl: a line an episode; replay: what was said; corrections: readings that people corrected. */
export const logFormats = ['csv', 'jsonl', 'replay', 'corrections'] as const;
export type LogFormat = (typeof logFormats)[number];

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
async function lineOf({ conversations, clock, hours }: LogSource, record: EpisodeRecord): Promise<Line> {
  const entries = await conversations.entries(record.conversation, record.from - 1);
  const end = record.endedAt ?? clock.now();
  const business = businessTime(spansIn(record, entries), end, { hours, queue: record.queue });
  return { ...episodeRow(record), business };
}

const headings: Readonly<Partial<Record<LogFormat, string>>> = {
  csv: Object.keys(columns).join(','),
  corrections: 'label\ttext',
};

async function linesOf(options: LogSource, record: EpisodeRecord, format: LogFormat): Promise<readonly string[]> {
  if (format === 'corrections') return correctionLines(await entriesOf(options, record));
  if (format === 'replay') return replayLines(episodeRow(record).id, await entriesOf(options, record));
  const line = await lineOf(options, record);
  const { channelWords: _, ...told } = line;
  if (format === 'jsonl') return [JSON.stringify({ ...told, receipt: record.receipt })];
  const cells = Object.values(columns).map((column) => cell(column(line)));
  return [cells.join(',')];
}

export async function* logLines(options: LogSource, period: Period, format: LogFormat): AsyncGenerator<string> {
  const heading = headings[format];
  if (heading !== undefined) yield heading;
  for await (const some of records(options.ledger, period)) {
    for (const lines of await Promise.all(some.map((record) => linesOf(options, record, format)))) yield* lines;
  }
}
