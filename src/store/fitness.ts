/** Whether a server can be trusted with people who wait: refused at the start, with the reason and what to do. */
import { type Log, SupportError } from '../base/index.js';
import { saidBy } from './reasons.js';
import type { Run } from './run.js';

export const unfit = (where: string, what: string): SupportError =>
  new SupportError('unavailable', `Redis at ${where} ${what}`);

/**
 * Reads what a server tells of itself (INFO). Throws `unavailable` when it is older than 7, a replica, or may evict keys;
 * warns when it keeps nothing on disk. Valkey tells the version of Redis that it speaks for.
 */
export function checkInfo(info: string, where: string, log: Log): void {
  const fields = new Map(Array.from(info.matchAll(/^(\w+):(.*?)\r?$/gm), ([, name = '', value = '']) => [name, value]));
  if ((fields.get('server_mode') ?? fields.get('redis_mode')) === 'sentinel') {
    throw unfit(
      where,
      'is a Sentinel, which keeps no data. Name the master itself in REDIS_URL, or have it followed: redis+sentinel://ONE:26379,TWO:26379/NAME.',
    );
  }
  const version = fields.get('redis_version') ?? 'unknown';
  if (!(Number.parseInt(version) >= 7)) throw unfit(where, `is version ${version}; 7 or newer is needed.`);
  if (fields.get('role') === 'slave') {
    throw unfit(where, 'is a replica, which keeps nothing by itself. Name its master in REDIS_URL.');
  }
  const policy = fields.get('maxmemory_policy') ?? 'noeviction';
  if (policy !== 'noeviction') {
    throw unfit(
      where,
      `may evict keys when it is full (maxmemory-policy ${policy}), and a key is a person who waits. ` +
        'Set it: redis-cli CONFIG SET maxmemory-policy noeviction, and the same in redis.conf.',
    );
  }
  if (fields.get('aof_enabled') === '0') {
    log.warn(
      { where },
      'Redis keeps no append-only file: if it ends, what it acknowledged is lost. Set appendonly yes.',
    );
  }
}

/** How a server says that this user may not, or that there is no such command: Redis 7.0, those after it, and Valkey. */
const refusal = /NOPERM|unknown (redis )?command|user executing the script|ACL failure in script/i;

/** What a server that works otherwise says when it can keep nothing, by the first word. */
const troubles: readonly (readonly [RegExp, string])[] = [
  [/^OOM\b/, 'is full. Raise its maxmemory, or keep conversations for fewer days (RETENTION_DAYS).'],
  [/^MISCONF\b/, 'cannot write to its disk. Its log says why; make room there, or mend its folder.'],
  [/^READONLY\b/, 'is read-only. Name the master in REDIS_URL.'],
  [/^NOREPLICAS\b/, 'has lost its replicas. Start them, or lower min-replicas-to-write.'],
];

/** A refusal among the causes of a fault as a reason not to start; anything else, and what is one already, as it is. */
export function asRefusal(fault: unknown, where: string): unknown {
  const said = saidBy(fault instanceof SupportError ? fault.cause : fault);
  const refused = said.find((message) => refusal.test(message));
  if (refused !== undefined) return unfit(where, `refuses what the store needs: ${refused}. Allow it for this user.`);
  const [, trouble] = troubles.find(([pattern]) => said.some((message) => pattern.test(message))) ?? [];
  return trouble === undefined ? fault : unfit(where, trouble);
}

/** Tries every command of the store once in each shard. Throws `unavailable` with those that are refused. */
export async function tryCommands(run: Run, shards: readonly string[], where: string): Promise<void> {
  const answers = await Promise.all(shards.map((shard) => run('trial', shard, {})));
  const refused = new Map(
    answers.flat().flatMap(({ command, fault }) => (refusal.test(fault) ? [[command, fault] as const] : [])),
  );
  if (refused.size === 0) return;
  const [first = ''] = refused.values();
  throw unfit(where, `refuses ${[...refused.keys()].join(', ')} (${first}). Allow them for this user.`);
}
