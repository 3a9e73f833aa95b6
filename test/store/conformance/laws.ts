/** What must hold in the contents of a store, whatever was called: the time of every episode is accounted for. */
import type { Redis } from 'ioredis';

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
