/** Forgetting a person, and the secret that signs what we hand out. */
import type { Ids } from '../base/index.js';
import { int } from './decode.js';
import { keys, shardNames } from './keys.js';
import type { Redis } from './redis.js';
import type { Run } from './scripts.js';

/** Erases every conversation of a customer; answers how many conversations and entries were forgotten. */
export async function eraseCustomer(
  store: { readonly redis: Redis; readonly run: Run; readonly shards: number; readonly retentionSeconds: number },
  customer: string,
): Promise<{ readonly conversations: number; readonly entries: number }> {
  const { redis, run, shards, retentionSeconds } = store;
  const counts = await Promise.all(
    shardNames(shards).map(async (shard) => {
      const ids = await redis.smembers(keys.customer(shard, customer));
      return Promise.all(ids.map(async (id) => int(await run('erase', shard, id, retentionSeconds))));
    }),
  );
  await redis.bgrewriteaof().catch(() => undefined); // without an append-only file there is nothing to rewrite
  const entries = counts.flat();
  return { conversations: entries.length, entries: entries.reduce((sum, count) => sum + count, 0) };
}

/** The secret of this installation, made once and shared by all its processes. */
export async function readSecret(redis: Redis, ids: Ids): Promise<string> {
  await redis.set(keys.secret, `${ids.next()}${ids.next()}`, 'NX');
  return (await redis.get(keys.secret)) ?? '';
}
