/** The effort log, oldest period last as the page shows it: episodes, conversations to replay, or corrections. */
import {
  type Cohort,
  entriesOf,
  type EpisodeRecord,
  type Ledger,
  type Period,
  spansIn,
  timeIn,
} from '../effort/index.js';
import { businessTime } from './business.js';
import { csvHeading, csvLine, jsonLine, type Line } from './columns.js';
import type { LogSource } from './ports.js';
import { episodeRow } from './rows.js';
import { correctionLines, replayLines } from './talks.js';

/** csv, jsonl: a line an episode; replay: what was said; corrections: readings that people corrected. */
export const logFormats = ['csv', 'jsonl', 'replay', 'corrections'] as const;
export type LogFormat = (typeof logFormats)[number];

const page = 500;
/** How many transcripts are read at once. */
const together = 25;

/** Every episode that came into a cohort in the period, newest first, a few at a time. */
export async function* records(
  ledger: Ledger,
  { from, to }: Period,
  cohort: Cohort = 'begun',
): AsyncGenerator<readonly EpisodeRecord[]> {
  for (let before = to; ;) {
    const found = await ledger.episodes({ from, to: before }, page, cohort);
    for (let at = 0; at < found.length; at += together) yield found.slice(at, at + together);
    const last = found.at(-1);
    if (last === undefined || found.length < page) return;
    before = timeIn[cohort](last) ?? from;
  }
}

/** The waits in business time come from the transcript, which says what each moment was. */
async function lineOf({ conversations, clock, hours }: LogSource, record: EpisodeRecord): Promise<Line> {
  const entries = await conversations.entries(record.conversation, record.from - 1);
  const end = record.endedAt ?? clock.now();
  const business = businessTime(spansIn(record, entries), end, { hours, queue: record.queue });
  return { record, row: episodeRow(record), business };
}

const headings: Readonly<Partial<Record<LogFormat, string>>> = {
  csv: csvHeading,
  corrections: 'label\ttext',
};

async function linesOf(options: LogSource, record: EpisodeRecord, format: LogFormat): Promise<readonly string[]> {
  if (format === 'corrections') return correctionLines(await entriesOf(options, record));
  if (format === 'replay') return replayLines(episodeRow(record).id, await entriesOf(options, record));
  const line = await lineOf(options, record);
  return [format === 'jsonl' ? jsonLine(line) : csvLine(line)];
}

export async function* logLines(options: LogSource, period: Period, format: LogFormat): AsyncGenerator<string> {
  const heading = headings[format];
  if (heading !== undefined) yield heading;
  for await (const some of records(options.ledger, period)) {
    for (const lines of await Promise.all(some.map((record) => linesOf(options, record, format)))) yield* lines;
  }
}
