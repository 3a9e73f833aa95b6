/** What must hold in the contents of a store, whatever was called: the time of every episode is accounted for. */
import type { Redis } from 'ioredis';
import { countNames, outcomeNames } from '../../../src/conversation/index.js';
import { effort, type EffortFacts } from '../../../src/effort/index.js';

type Hash = Readonly<Record<string, string | undefined>>;

/** The sum of the drivers of an episode, from what is stored of it. */
export function effortOf(episode: Hash): number {
  const number = (name: string) => Number(episode[name] ?? 0);
  return effort({
    counts: Object.fromEntries(countNames.map((name) => [name, number(name)])),
    stints: { bot: 0, queue: number('wq') / 1000, agent: number('wa') / 1000, customer: 0 },
    peak: number('pk') / 1000,
    contacts: number('cn'),
    switched: number('sw') > 0,
    transfers: number('nt'),
    outcome: outcomeNames.find((name) => name === episode['oc']),
  } as EffortFacts);
}

/** Episodes whose effort is not what their drivers add up to, or that ended without one. */
export async function mispriced(redis: Redis): Promise<readonly string[]> {
  const found = await Promise.all(
    (await redis.keys('p:*')).map(async (key) => [key, await redis.hgetall(key)] as const),
  );
  return found.flatMap(([key, episode]) => {
    if (episode['oc'] === undefined) return [];
    const due = effortOf(episode);
    return Number(episode['ef']) === due ? [] : [`${key}: effort ${episode['ef'] ?? 'none'}, drivers ${due}`];
  });
}

/** Tickets somebody holds whose clock says something else than what is owed. */
export async function misowed(redis: Redis): Promise<readonly string[]> {
  const found = await Promise.all(
    (await redis.keys('c:*')).map(async (key) => {
      const [, shard = '', id = ''] = /^c:\{(\w+)\}:(.*)$/.exec(key) ?? [];
      const [heard, number] = await redis.hmget(key, 'hd', 'e');
      const episode = await redis.hgetall(`p:{${shard}}:${number ?? '0'}:${id}`);
      const owed = Number(heard ?? 0) > Number(episode['aw'] ?? 0);
      const right = episode['st'] !== 'assigned' || owed === (episode['k'] === 'a');
      return right
        ? []
        : [`${key}: heard ${heard ?? ''}, answered ${episode['aw'] ?? ''}, stint ${episode['k'] ?? ''}`];
    }),
  );
  return found.flat();
}

const spans = ['wb', 'wq', 'wa', 'wc'] as const;

/** Episodes whose stints are negative or do not add up to their life, to the microsecond; empty when all do. */
export async function unaccounted(redis: Redis): Promise<readonly string[]> {
  const keys = await redis.keys('p:*');
  const found = await Promise.all(
    keys.map(async (key) => {
      const episode = await redis.hgetall(key);
      const stints = spans.map((span) => Number(episode[span]));
      const life = Number(episode['end'] ?? episode['at']) - Number(episode['born']);
      const sum = stints.reduce((total, stint) => total + stint, 0);
      if (sum === life && stints.every((stint) => stint >= 0)) return [];
      const shown = spans.map((span, at) => `${span} ${stints[at] ?? NaN}`).join(', ');
      return [`${key} (${episode['st'] ?? ''}, ${episode['oc'] ?? 'open'}): ${shown}; sum ${sum}, life ${life}`];
    }),
  );
  return found.flat();
}

/** Tickets whose state and places disagree: waiting means in the line, assigned means leased, and never both. */
export async function misplaced(redis: Redis): Promise<readonly string[]> {
  const keys = await redis.keys('c:*');
  const found = await Promise.all(
    keys.map(async (key) => {
      const [, shard = '', id = ''] = /^c:\{(\w+)\}:(.*)$/.exec(key) ?? [];
      const number = (await redis.hget(key, 'e')) ?? '0';
      const queue = (await redis.hget(`p:{${shard}}:${number}:${id}`, 'qu')) ?? 'main';
      const [state, lined, leased] = await Promise.all([
        redis.hget(`p:{${shard}}:${number}:${id}`, 'st'),
        redis.zscore(`q:{${shard}}:${queue}`, id),
        redis.zscore(`l:{${shard}}:leases`, id),
      ]);
      const right = (lined !== null) === (state === 'waiting') && (leased !== null) === (state === 'assigned');
      return right ? [] : [`${key}: ${state ?? 'none'}, line ${lined ?? '-'}, lease ${leased ?? '-'}`];
    }),
  );
  return found.flat();
}
