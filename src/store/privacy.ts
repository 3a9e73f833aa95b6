/** Forgetting what is old; and the number of shards. */
import { SupportError } from '../base/index.js';
import { int } from './decode.js';
import { keys, shardNames } from './keys.js';
import type { Redis } from './connection.js';
import type { Run } from './run.js';

interface Forgetful {
  readonly run: Run;
  readonly shards: number;
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
  for (const name of shardNames(shards)) {
    due += await run('retire', name, { seconds: retentionSeconds, most }); // one at a time
  }
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
