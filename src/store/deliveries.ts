/** The post of push channels: who brings it, how far it was brought, and what could not be. */
import type { Deliveries, Post } from '../conversation/index.js';
import { int, list, micros, ms, text } from './decode.js';
import { packEffects } from './effects.js';
import { entry, type Menus, packExtras } from './entries.js';
import { keys, shardNames, shardOf } from './keys.js';
import type { Redis } from './connection.js';
import type { Run } from './run.js';

const perPost = 20;
/** What becomes of a customer who has no ticket but is owed what could not be delivered. */
const ticket = [
  { kind: 'open' },
  { kind: 'count', what: 'escalations' },
  { kind: 'queue', boostMs: 0, reason: 'undelivered' },
] as const;

export function createDeliveries(store: { redis: Redis; run: Run; shards: number; menus: Menus }): Deliveries {
  const { redis, run, shards, menus } = store;
  const operations = packEffects(ticket, { at: 0, seq: 0 });

  async function report(post: Post, seq: number, rest: readonly (string | number)[]): Promise<boolean> {
    const { conversation: id, fence } = post;
    return text(await run('delivered', shardOf(id, shards), id, fence, seq, ...rest)) === 'kept';
  }

  async function dueIn(shard: string, limit: number): Promise<readonly string[]> {
    const [seconds, rest] = await redis.time();
    const now = Number(seconds) * 1_000_000 + Number(rest);
    return redis.zrangebyscore(keys.undelivered(shard), '-inf', now, 'LIMIT', 0, limit);
  }

  return {
    async collect(id, { leaseMs, fence = 0 }) {
      const answer = list(await run('collect', shardOf(id, shards), id, fence, micros(leaseMs), perPost));
      if (text(answer[0]) !== 'post') return undefined;
      return {
        conversation: id,
        fence: int(answer[1]),
        reference: text(answer[2]),
        tries: int(answer[3]),
        failingSince: ms(answer[4]),
        entries: list(answer[5]).map((item) => entry(item, menus)),
      };
    },
    sent: (post, seq, leaseMs) => report(post, seq, ['sent', micros(leaseMs)]),
    async later(post, tries, pauseMs) {
      await report(post, 0, ['later', micros(pauseMs), tries]);
    },
    undelivered: (post, seq, { note, leaseMs }) =>
      report(post, seq, ['undelivered', micros(leaseMs), 0, note.text, packExtras(note), ...operations]),
    async due(limit) {
      return (await Promise.all(shardNames(shards).map((shard) => dueIn(shard, limit)))).flat();
    },
  };
}
