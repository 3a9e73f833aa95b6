/** Episodes, hours and a hand-driven server for the insights' tests. */
import type { InsightsPort } from '../../../src/web/insights/port.js';
import type { EpisodeRow, HourRow, Summary } from '../../../src/web/insights/types.js';

/** Figures keep to their units by spaces that do not break; tests are read better with plain ones. */
export const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

export const hourMs = 3_600_000;

export const hour = (at: number, rest: Partial<HourRow> = {}): HourRow => ({
  at,
  episodes: 0,
  escalations: 0,
  answers: 0,
  misses: 0,
  waited: 0,
  ended: 0,
  ...rest,
});

export const summary = (rest: Partial<Summary> = {}): Summary => ({
  from: 0,
  to: 1,
  now: 5000,
  zone: 'Europe/London',
  live: { waiting: 0, assigned: 0, agents: 0 },
  episodes: 0,
  again: 0,
  ended: 0,
  transferred: 0,
  outcomes: { solved: 0, assumed: 0, helped: 0, 'gave-up': 0, unanswered: 0 },
  escalations: { total: 0, byReason: {} },
  answers: 0,
  misses: 0,
  waits: {
    all: { n: 0 },
    served: { n: 0 },
    left: { n: 0 },
    dropped: 0,
    prompt: 0,
    short: 0,
    message: { n: 0 },
    lost: 0,
  },
  promise: { kept: 0, sooner: 0, later: 0 },
  firstReply: { n: 0 },
  ces: { asked: 0, n: 0, easy: 0, counts: [0, 0, 0, 0, 0, 0, 0] },
  effort: { n: 0, high: 0 },
  hours: [],
  entries: [],
  definitions: {},
  ...rest,
});

export const episode = (id: string, rest: Partial<EpisodeRow> = {}): EpisodeRow => ({
  id,
  conversation: id,
  number: 1,
  channel: 'web',
  channelWords: { short: 'Web', long: 'Web chat', usual: true },
  customer: `Customer ${id}`,
  customerId: `customer-${id}`,
  bornAt: 1000,
  state: 'closed',
  stints: { bot: 0, queue: 0, agent: 0, customer: 0 },
  turns: 2,
  misses: 0,
  adds: 1,
  level: 0,
  effort: 0,
  drivers: [],
  ...rest,
});

export function fakePort(answers: Partial<InsightsPort>): InsightsPort {
  const nothing = () => Promise.reject(new Error('The connection is gone.'));
  return { me: nothing, summary: nothing, episodes: nothing, episode: nothing, ...answers };
}
