/** What the managers' page asks for: a period in figures, a page of episodes, one episode whole. */
import { SupportError } from '../base/index.js';
import type { Outcome } from '../conversation/index.js';
import { byHour, entriesOf, entryFigures, figures, measures, type Period, spansIn } from '../effort/index.js';
import { businessTime } from './business.js';
import type { EpisodePage, EpisodeView, Summary } from './contract.js';
import type { InsightsOptions } from './ports.js';
import { episodeRow, readEpisodeId } from './rows.js';

const pageSize = 50;
/** How many episodes are looked through for one page when a filter leaves most of them out. */
const mostScanned = 500;

const titled = (title: string | undefined) => (title === undefined ? {} : { title });

export async function readSummary(options: InsightsOptions, period: Period): Promise<Summary> {
  const { ledger, clock, hours: desk, titleOf } = options;
  const queues = desk.queues.map(({ id }) => id);
  const [hours, { oldest, ...live }] = await Promise.all([ledger.hours(period), ledger.live(queues)]);
  return {
    ...period,
    now: clock.now(),
    live: oldest === undefined ? live : { ...live, longestWait: oldest },
    ...figures(hours),
    hours: byHour(hours),
    entries: entryFigures(hours).map((entry) => ({ ...entry, ...titled(titleOf(entry.id)) })),
    definitions: measures,
  };
}

/** Newest first; `next` is where the following page begins. */
export async function readEpisodes(
  { ledger }: InsightsOptions,
  period: Period,
  wanted?: Outcome,
): Promise<EpisodePage> {
  const most = wanted === undefined ? pageSize : mostScanned;
  const found = await ledger.episodes(period, most);
  const fitting = found.filter((record) => wanted === undefined || record.outcome === wanted);
  const shown = fitting.slice(0, pageSize);
  const last = fitting.length > pageSize ? shown.at(-1) : found.length === most ? found.at(-1) : undefined;
  return { rows: shown.map(episodeRow), ...(last === undefined ? {} : { next: String(last.bornAt) }) };
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
