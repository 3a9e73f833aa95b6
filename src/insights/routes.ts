/** The managers' API: figures of a period, its episodes, one episode whole, and the log to take away. */
import { z } from 'zod';
import { SupportError } from '../base/index.js';
import { counterDays } from '../conversation/index.js';
import type { Period } from '../effort/index.js';
import { type Answer, json, personRoute, type Route } from '../http/index.js';
import { type LogFormat, logFormats, logLines } from './export.js';
import { readEpisode, readEpisodes, readSummary } from './figures.js';
import type { InsightsOptions } from './ports.js';

const roles = ['manager'] as const;
const root = '/api/insights';
const longest = counterDays * 24 * 3_600_000;
const time = z.coerce.number().min(0).max(8.64e15);
const period = z.object({ from: time, to: time });

function checked({ from, to }: Period): Period {
  if (from >= to) throw new SupportError('bad-request', '`from` must be before `to`.');
  if (to - from > longest) throw new SupportError('bad-request', `Ask for at most ${counterDays} days at once.`);
  return { from, to };
}

const files: Readonly<Record<LogFormat, { readonly type: string; readonly name: string }>> = {
  csv: { type: 'text/csv; charset=utf-8', name: 'effort-log.csv' },
  jsonl: { type: 'application/x-ndjson', name: 'effort-log.jsonl' },
  replay: { type: 'application/x-ndjson', name: 'conversations.jsonl' },
  corrections: { type: 'text/tab-separated-values; charset=utf-8', name: 'corrections.tsv' },
};

const download = (options: InsightsOptions, asked: Period, format: LogFormat): Answer => ({
  kind: 'lines',
  ...files[format],
  lines: logLines(options, asked, format),
});

export function insightsRoutes(options: InsightsOptions): readonly Route[] {
  return [
    personRoute({
      method: 'GET',
      path: `${root}/summary`,
      roles,
      query: period,
      handle: async ({ query }) => json(await readSummary(options, checked(query))),
    }),
    personRoute({
      method: 'GET',
      path: `${root}/episodes`,
      roles,
      query: period.extend({ measure: z.string().max(200).default('episodes'), before: time.optional() }),
      handle: async ({ query: { from, to, before, measure } }) =>
        json(await readEpisodes(options, checked({ from, to: before ?? to }), measure)),
    }),
    personRoute({
      method: 'GET',
      path: `${root}/episodes/:id`,
      roles,
      handle: async ({ params }) => json(await readEpisode(options, params['id'] ?? '')),
    }),
    personRoute({
      method: 'GET',
      path: `${root}/export`,
      roles,
      query: period.extend({ format: z.enum(logFormats).default('csv') }),
      handle: ({ query: { from, to, format } }) => Promise.resolve(download(options, checked({ from, to }), format)),
    }),
  ];
}
