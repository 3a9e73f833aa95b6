/** Forgetting a person, the secret that signs what we hand out, and the number of shards. */
import { type Ids, SupportError } from '../base/index.js';
import { int } from './decode.js';
import { keys, shardNames } from './keys.js';
import type { Redis } from './connection.js';
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

/**
 * How many shards the data is in: fixed when it is begun, because a conversation is found by them. Throws `settings`
 * when another number is wanted than the data was begun with.
 */
export async function readShards(redis: Redis, wanted: number | undefined, usual: number): Promise<number> {
  await redis.set(keys.shards, wanted ?? usual, 'NX');
  const kept = int(await redis.get(keys.shards));
  if (wanted === undefined || wanted === kept) return kept;
  throw new SupportError(
    'settings',
    `SHARDS is ${wanted}, but this data is in ${kept} and stays so: with another number, nobody in it would be found. ` +
      `Leave SHARDS empty or set it to ${kept}.`,
  );
}
