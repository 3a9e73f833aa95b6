/** What the managers' page asks for: a period in figures, a page of episodes, one episode whole. */
import { SupportError } from '../base/index.js';
import {
  byHour,
  definitions,
  entriesOf,
  entryFigures,
  type EpisodeRecord,
  figures,
  measureNamed,
  type Period,
  spansIn,
  timeIn,
} from '../effort/index.js';
import { businessTime } from './business.js';
import type { EpisodePage, EpisodeView, Summary } from './contract.js';
import { records } from './export.js';
import { hoursOf } from './hours.js';
import type { InsightsOptions } from './ports.js';
import { episodeRow, readEpisodeId } from './rows.js';

const pageSize = 50;
/** How many episodes are looked through for one page when a figure leaves most of them out. */
const mostScanned = 500;

const titled = (title: string | undefined) => (title === undefined ? {} : { title });

export async function readSummary(options: InsightsOptions, period: Period): Promise<Summary> {
  const { ledger, clock, hours: desk, titleOf } = options;
  const queues = desk.queues.map(({ id }) => id);
  const [hours, { oldest, ...live }] = await Promise.all([hoursOf(ledger, period), ledger.live(queues)]);
  return {
    ...period,
    now: clock.now(),
    zone: desk.zone,
    live: oldest === undefined ? live : { ...live, longestWait: oldest },
    ...figures(hours),
    hours: byHour(hours),
    entries: entryFigures(hours).map((entry) => ({ ...entry, ...titled(titleOf(entry.id)) })),
    definitions,
  };
}

/** The cases behind a figure, newest first by the time of its cohort; `next` is where the following page begins. */
export async function readEpisodes({ ledger }: InsightsOptions, period: Period, name: string): Promise<EpisodePage> {
  const measure = measureNamed(name);
  if (measure === undefined) throw new SupportError('bad-request', `There is no figure ${name}.`);
  const { cohort, holds, adds } = measure;
  const fitting: EpisodeRecord[] = [];
  let [last, scanned]: [EpisodeRecord | undefined, number] = [undefined, 0];
  for await (const some of records(ledger, period, cohort)) {
    fitting.push(...some.filter(holds));
    last = some.at(-1);
    scanned += some.length;
    if (fitting.length > pageSize || scanned >= mostScanned) break;
    last = undefined; // it may have been the end
  }
  const shown = fitting.slice(0, pageSize);
  const from = fitting.length > pageSize ? shown.at(-1) : last;
  const next = from && timeIn[cohort](from);
  return {
    rows: shown.map((one) => episodeRow(one, adds?.(one))),
    ...(next === undefined ? {} : { next: String(next) }),
  };
}

/** Throws `not-found` when there is no such episode, or it was forgotten. */
export async function readEpisode(options: InsightsOptions, id: string): Promise<EpisodeView> {
  const { ledger, clock, hours } = options;
  const parts = readEpisodeId(id);
  const record = parts && (await ledger.episode(parts.conversation, parts.number));
  if (record === undefined) {
    throw new SupportError('not-found', `There is no episode ${id}. It may have been forgotten.`);
  }
  const entries = await entriesOf(options, record);
  const end = record.endedAt ?? clock.now();
  const found = spansIn(record, entries);
  return {
    episode: episodeRow(record),
    business: businessTime(found, end, { hours, queue: record.queue }),
    spans: found.map((span) => ({ ...span, to: span.to ?? end })),
    entries: entries.map(({ activity: _, cause: __, ...entry }) => entry),
    ...(record.receipt === undefined ? {} : { receipt: record.receipt }),
  };
}
