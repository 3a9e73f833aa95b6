/** Forgetting: a person who asks for it, what is older than the retention; and the secret that signs what we hand out. */
import { type Ids, SupportError } from '../base/index.js';
import { int } from './decode.js';
import { keys, shardNames } from './keys.js';
import type { Redis } from './redis.js';
import type { Run } from './scripts.js';

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

/** How long a server may take to write its file anew; a big one needs minutes. */
const rewriteMs = 15 * 60_000;
const lookMs = 50;

async function untilWritten(redis: Redis): Promise<string> {
  for (let waited = 0; waited < rewriteMs; waited += lookMs) {
    const info = await redis.info('persistence');
    if (!/aof_rewrite_(?:in_progress|scheduled):1|rdb_bgsave_in_progress:1/.test(info)) return info;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  throw new Error('it takes longer than fifteen minutes');
}

/** A server that does not let us look takes snapshots as it likes: deploy/README.md says what that means. */
async function takesSnapshots(redis: Redis): Promise<boolean> {
  const [, when = ''] = (await redis.config('GET', 'save').catch(() => [])) as readonly string[];
  return when !== '';
}

/**
 * The files of the server still hold what was written once: the append-only file is rewritten, and a snapshot taken
 * where the server takes snapshots. Resolves when both are done.
 */
async function rewriteFiles(redis: Redis): Promise<void> {
  try {
    // what began before now does not count
    if (/aof_enabled:1/.test(await untilWritten(redis))) await redis.bgrewriteaof();
    if (/aof_last_bgrewrite_status:err/.test(await untilWritten(redis))) throw new Error('rewriting the file failed');
    if (!(await takesSnapshots(redis))) return;
    await redis.bgsave();
    if (/rdb_last_bgsave_status:err/.test(await untilWritten(redis))) throw new Error('the snapshot failed');
  } catch (cause) {
    const why = (cause as Error).message;
    const advice = 'Run BGREWRITEAOF (and BGSAVE, if there are snapshots) on the server.';
    throw new SupportError(
      'unavailable',
      `The person is forgotten, but files of the store may still hold old words: ${why}. ${advice}`,
      { cause },
    );
  }
}

/**
 * Erases every conversation of a customer, in the store and in its files; answers how many conversations and entries
 * were forgotten. Throws `unavailable` when the words are gone from the store but perhaps not from its files.
 */
export async function eraseCustomer({ redis, run, shards }: Forgetful, customer: string): Promise<Erased> {
  const counts = await Promise.all(
    shardNames(shards).map(async (shard) => {
      const ids = await redis.smembers(keys.customer(shard, customer));
      return Promise.all(ids.map(async (id) => int(await run('erase', shard, id))));
    }),
  );
  const entries = counts.flat();
  if (entries.length > 0) await rewriteFiles(redis);
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
  const due = await Promise.all(shardNames(shards).map((name) => run('retire', name, retentionSeconds, most)));
  return sum(due.map(int));
}

/** The secret of this installation, made once and shared by all its processes. */
export async function readSecret(redis: Redis, ids: Ids): Promise<string> {
  await redis.set(keys.secret, `${ids.next()}${ids.next()}`, 'NX');
  return (await redis.get(keys.secret)) ?? '';
}
