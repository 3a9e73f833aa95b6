/** The page's port over HTTP. Answers are read as the contract says; the server is of the same build. */
import type { Person } from '../../http/contract.js';
import { getJson } from '../kit/api.js';
import type { InsightsPort, Period } from './port.js';
import type { EpisodePage, EpisodeView, Summary } from './types.js';

const base = '/api/insights';

const query = (values: Readonly<Record<string, string | number>>) =>
  new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();

export const insightsApi: InsightsPort = {
  me: async () => (await getJson('/api/me')) as Person,
  summary: async ({ from, to }) => (await getJson(`${base}/summary?${query({ from, to })}`)) as Summary,
  episodes: async ({ from, to, measure, before }) =>
    (await getJson(
      `${base}/episodes?${query({ from, to, ...(measure !== undefined && { measure }), ...(before !== undefined && { before }) })}`,
    )) as EpisodePage,
  episode: async (id) => (await getJson(`${base}/episodes/${encodeURIComponent(id)}`)) as EpisodeView,
};

export const exportLink = ({ from, to }: Period, format: 'csv' | 'jsonl'): string =>
  `${base}/export?${query({ from, to, format })}`;
