/** The columns of the effort log: all that any figure uses, one line per episode. Times are UTC, spans seconds. */
import type { Driver, EpisodeRecord } from '../effort/index.js';
import type { BusinessTime, EpisodeRow } from './contract.js';

export interface Line {
  readonly record: EpisodeRecord;
  readonly row: EpisodeRow;
  readonly business: BusinessTime;
}

/** What stands in a cell; undefined where there is nothing. */
type Value = string | number | undefined;

const seconds = (milliseconds: number | undefined) => (milliseconds === undefined ? undefined : milliseconds / 1000);
/** To the microsecond, as the store counts: the hour of a moment must be that of its tally. */
function iso(at: number | undefined): string | undefined {
  if (at === undefined) return undefined;
  const micros = Math.round(at * 1000);
  const rest = String(micros % 1_000_000).padStart(6, '0');
  return new Date(Math.floor(micros / 1_000_000) * 1000).toISOString().replace('.000Z', `.${rest}Z`);
}
const between = (from: number | undefined, to: number | undefined) =>
  from === undefined || to === undefined ? undefined : Math.round((to - from) * 1000) / 1_000_000;

const counted = (name: keyof EpisodeRecord['counts']) => (line: Line) => line.record.counts[name] ?? 0;
const driversText = (drivers: readonly Driver[]) => drivers.map(({ name, points }) => `${name} ${points}`).join('; ');

const columns: Readonly<Record<string, (line: Line) => Value>> = {
  episode: ({ row }) => row.id,
  customer: ({ row }) => row.customerId,
  channel: ({ row }) => row.channel,
  language: ({ record }) => record.language,
  queue: ({ record }) => record.queue,
  born: ({ row }) => iso(row.bornAt),
  asked: ({ record }) => iso(record.askedAt),
  ended: ({ row }) => iso(row.endedAt),
  state: ({ row }) => row.state,
  outcome: ({ row }) => row.outcome,
  reason: ({ row }) => row.reason,
  stood: ({ record }) => record.stood,
  wait_seconds: ({ record }) => between(record.askedAt, record.stoodTill),
  first_reply_seconds: ({ record }) => between(record.askedAt, record.firstWordAt),
  promised_low_seconds: ({ record }) => seconds(record.promised?.low),
  promised_high_seconds: ({ record }) => seconds(record.promised?.high),
  promise: ({ record }) => record.promise,
  bot_seconds: ({ row }) => seconds(row.stints.bot),
  queue_seconds: ({ row }) => seconds(row.stints.queue),
  agent_seconds: ({ row }) => seconds(row.stints.agent),
  customer_seconds: ({ row }) => seconds(row.stints.customer),
  queue_business_seconds: ({ business }) => seconds(business.queue),
  agent_business_seconds: ({ business }) => seconds(business.agent),
  turns: counted('turns'),
  answers: counted('answers'),
  misses: counted('misses'),
  clarified: counted('clarified'),
  unsolved: counted('unsolved'),
  repeats: counted('repeats'),
  faults: counted('faults'),
  escalations: counted('escalations'),
  contacts: ({ record }) => record.contacts,
  switched: ({ record }) => (record.switched ? 1 : 0),
  claims: ({ record }) => record.claims,
  transfers: ({ record }) => record.transfers,
  handed_back: counted('handed-back'),
  reopens: ({ record }) => record.reopens,
  agent_lines: ({ record }) => record.lines,
  peak: ({ record }) => record.peak,
  effort: ({ row }) => row.effort,
  drivers: ({ row }) => driversText(row.drivers),
  asked_ces: counted('asked-ces'),
  ces: ({ row }) => row.ces,
  comment: ({ row }) => row.comment,
  agent: ({ row }) => row.agent,
  entries: ({ record }) =>
    Object.entries(record.entries)
      .map(([id, { shown = 0 }]) => `${id} ${shown}`)
      .join('; '),
};

/** A cell as RFC 4180 wants it; a leading sign is disarmed, because spreadsheets would run it as a formula. */
function cell(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Excel takes a file without this mark for one of its own country's letters. */
const mark = '\uFEFF';
export const csvHeading = mark + Object.keys(columns).join(',');
export const csvLine = (line: Line): string =>
  Object.values(columns)
    .map((column) => cell(column(line)))
    .join(',');

/** The same, under the same names, with what needs more than a cell. */
export function jsonLine(line: Line): string {
  const told = Object.entries(columns).map(([name, column]) => [name, column(line)] as const);
  const { drivers } = line.row;
  const { entries, receipt } = line.record;
  return JSON.stringify({ ...Object.fromEntries(told), drivers, entries, receipt });
}
