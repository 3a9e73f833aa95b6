/** Everything a server holds, as sorted lines: equal contents give equal lines, whatever the server. */
import type { Redis } from 'ioredis';

const dayMs = 86_400_000;

async function read(redis: Redis, key: string): Promise<unknown> {
  const kind = await redis.type(key);
  switch (kind) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return Object.entries(await redis.hgetall(key)).sort();
    case 'set':
      return (await redis.smembers(key)).sort();
    case 'list':
      return redis.lrange(key, 0, '-1');
    case 'zset':
      return redis.zrange(key, 0, '-1', 'WITHSCORES');
    case 'stream':
      return redis.xrange(key, '-', '+');
    default:
      throw new Error(`${key} is a ${kind}`);
  }
}

/** Expiry is counted in started days: two servers are told to expire something milliseconds apart. */
async function line(redis: Redis, key: string): Promise<string> {
  const [value, left] = await Promise.all([read(redis, key), redis.pttl(key)]);
  const days = left < 0 ? left : Math.ceil(left / dayMs);
  return `${key} ${days} ${JSON.stringify(value)}`;
}

export async function contents(redis: Redis): Promise<readonly string[]> {
  const keys = await redis.keys('*');
  return (await Promise.all(keys.map((key) => line(redis, key)))).sort();
}
