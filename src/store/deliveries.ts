/** The outbox of push channels: who brings it, how far it was brought, and what could not be. */
import type { Deliveries, DeliveryLease } from '../conversation/index.js';
import { entry, type Menus, packExtras } from './entries.js';
import { keys, shardNames, shardOf } from './keys.js';
import type { Redis } from './connection.js';
import type { Run } from './run.js';
import type { Request } from './schema/acts.js';
import { opsOf } from './schema/ops.js';

const perPost = 20;
/** What becomes of a customer who has no ticket but is owed what could not be delivered. */
const effects = [
  { kind: 'count', what: 'escalations' },
  { kind: 'queue', boostMs: 0, reason: 'undelivered' },
] as const;

export function createDeliveries(store: { redis: Redis; run: Run; shards: number; menus: Menus }): Deliveries {
  const { redis, run, shards, menus } = store;
  const ticket = opsOf(effects, { at: 0, seq: 0 });
  const silent = { words: '', extras: '', ticket: [], tries: 0 };

  type Report = Pick<Request<'delivered'>, 'seq' | 'result' | 'pause'> & Partial<Request<'delivered'>>;
  async function report({ conversation: id, fence }: DeliveryLease, what: Report): Promise<boolean> {
    return (await run('delivered', shardOf(id, shards), { ...silent, ...what, id, fence })).kind === 'kept';
  }

  async function dueIn(shard: string, limit: number): Promise<readonly string[]> {
    const [seconds, rest] = await redis.time();
    const now = Number(seconds) * 1_000_000 + Number(rest);
    return redis.zrangebyscore(keys.undelivered(shard), '-inf', now, 'LIMIT', 0, limit);
  }

  return {
    async takeLease(id, { leaseMs, fence = 0 }) {
      const answer = await run('takeLease', shardOf(id, shards), { id, fence, lease: leaseMs, most: perPost });
      if (answer.kind !== 'lease') return undefined;
      const { kind: _, entries, ...lease } = answer;
      return { conversation: id, ...lease, entries: entries.map((item) => entry(item, menus)) };
    },
    sent: (lease, seq, leaseMs) => report(lease, { seq, result: 'sent', pause: leaseMs }),
    async later(lease, tries, pauseMs) {
      await report(lease, { seq: 0, result: 'later', pause: pauseMs, tries });
    },
    undelivered: (lease, seq, { note, leaseMs }) => {
      const said = { words: note.text, extras: packExtras(note) };
      return report(lease, { seq, result: 'undelivered', pause: leaseMs, ...said, ticket });
    },
    async due(limit) {
      return (await Promise.all(shardNames(shards).map((shard) => dueIn(shard, limit)))).flat();
    },
  };
}
