/** The managers' API: figures of a period, its episodes, one episode whole, and the log to take away. */
import { z } from 'zod';
import { type Clock, SupportError } from '../base/index.js';
import { type Conversations, outcome } from '../conversation/index.js';
import { byHour, figures, type Ledger, measures, type Period, spans } from '../effort/index.js';
import { type Answer, json, personRoute, type Route } from '../http/index.js';
import type { EpisodePage, EpisodeView, Summary } from './contract.js';
import { logLines } from './export.js';
import { episodeRow, readEpisodeId } from './rows.js';

export interface InsightsOptions {
  readonly ledger: Ledger;
  readonly conversations: Pick<Conversations, 'entries'>;
  readonly clock: Clock;
}

const roles = ['manager'] as const;
const root = '/api/insights';
const longest = 400 * 24 * 3_600_000;
const time = z.coerce.number().min(0).max(8.64e15);
const period = z.object({ from: time, to: time });
const pageSize = 50;
/** How many episodes are looked through for one page when a filter leaves most of them out. */
const scan = 500;

function checked({ from, to }: Period): Period {
  if (from >= to) throw new SupportError('bad-request', '`from` must be before `to`.');
  if (to - from > longest) throw new SupportError('bad-request', 'Ask for at most 400 days at once.');
  return { from, to };
}

export function insightsRoutes({ ledger, conversations, clock }: InsightsOptions): readonly Route[] {
  async function summary(asked: Period): Promise<Summary> {
    const [hours, live] = await Promise.all([ledger.hours(asked), ledger.live()]);
    const { oldest, ...now } = live;
    return {
      ...asked,
      now: clock.now(),
      live: { ...now, ...(oldest === undefined ? {} : { longestWait: oldest }) },
      ...figures(hours),
      hours: byHour(hours),
      definitions: measures,
    };
  }

  async function episodes(asked: Period, wanted: string | undefined): Promise<EpisodePage> {
    const found = await ledger.episodes(asked, wanted === undefined ? pageSize : scan);
    const fitting = found.filter((record) => wanted === undefined || record.outcome === wanted);
    const rows = fitting.slice(0, pageSize);
    const cut =
      fitting.length > pageSize
        ? rows.at(-1)
        : found.length >= (wanted === undefined ? pageSize : scan)
          ? found.at(-1)
          : undefined;
    return { rows: rows.map(episodeRow), ...(cut === undefined ? {} : { next: String(cut.bornAt) }) };
  }

  async function view(id: string): Promise<EpisodeView> {
    const parts = readEpisodeId(id);
    const record = parts && (await ledger.episode(parts.conversation, parts.number));
    if (record === undefined)
      throw new SupportError('not-found', `There is no episode ${id}. It may have been forgotten.`);
    const [all, later] = await Promise.all([
      conversations.entries(record.conversation, record.from - 1),
      ledger.episode(record.conversation, record.number + 1),
    ]);
    const entries = all.filter(({ seq }) => later === undefined || seq < later.from);
    const now = clock.now();
    return {
      episode: episodeRow(record),
      spans: spans(entries, record.from).map((span) => ({ ...span, to: span.to ?? record.endedAt ?? now })),
      entries: entries.map(({ activity: _, ...entry }) => entry),
      ...(record.receipt === undefined ? {} : { receipt: record.receipt }),
    };
  }

  const download = (asked: Period, format: 'csv' | 'jsonl'): Answer => ({
    kind: 'lines',
    type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
    name: `effort-log.${format}`,
    lines: logLines(ledger, asked, format),
  });

  return [
    personRoute({
      method: 'GET',
      path: `${root}/summary`,
      roles,
      query: period,
      handle: async ({ query }) => json(await summary(checked(query))),
    }),
    personRoute({
      method: 'GET',
      path: `${root}/episodes`,
      roles,
      query: period.extend({ outcome: outcome.optional(), before: time.optional() }),
      handle: async ({ query: { from, to, before, outcome: wanted } }) =>
        json(await episodes(checked({ from, to: before ?? to }), wanted)),
    }),
    personRoute({
      method: 'GET',
      path: `${root}/episodes/:id`,
      roles,
      handle: async ({ params }) => json(await view(params['id'] ?? '')),
    }),
    personRoute({
      method: 'GET',
      path: `${root}/export`,
      roles,
      query: period.extend({ format: z.enum(['csv', 'jsonl']).default('csv') }),
      handle: ({ query: { from, to, format } }) => Promise.resolve(download(checked({ from, to }), format)),
    }),
  ];
}
