/** Forgetting: a person who asks, and what is old; and the number of shards. */
import { SupportError } from '../base/index.js';
import { int } from './decode.js';
import { keys, shardNames } from './keys.js';
import type { Connection, Redis } from './connection.js';
import { rewriteFiles } from './server-files.js';
import type { Run } from './run.js';

interface Forgetful {
  readonly redis: Redis;
  readonly run: Run;
  readonly shards: number;
}

export interface Erased {
  readonly conversations: number;
  readonly entries: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Erases every conversation of a customer, in the store and in its files; answers how many conversations and entries
 * were forgotten. Throws `unavailable` when the words are gone from the store but perhaps not from its files.
 */
export async function eraseCustomer(
  { redis, run, shards, eachServer }: Forgetful & Pick<Connection, 'eachServer'>,
  customer: string,
): Promise<Erased> {
  const counts = await Promise.all(
    shardNames(shards).map(async (shard) => {
      const ids = await redis.zrange(keys.customer(shard, customer), 0, '-1');
      return Promise.all(ids.map(async (id) => int(await run('erase', shard, id))));
    }),
  );
  const entries = counts.flat();
  if (entries.length > 0) await eachServer(rewriteFiles);
  return { conversations: entries.length, entries: sum(entries) };
}

/** What one call forgets in each shard at most, so that no call is long. */
const mostRetired = 200;

/** Forgets what ended longer ago than the retention; answers how much was due, up to a limit. */
export async function retire(
  { run, shards }: Forgetful,
  retentionSeconds: number,
  most = mostRetired,
): Promise<number> {
  let due = 0;
  for (const name of shardNames(shards)) due += int(await run('retire', name, retentionSeconds, most)); // one at a time
  return due;
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
