/** How far each push channel has delivered, and what is still owed to it. */
import { int } from './decode.js';
import { keys, shardNames, shardOf } from './keys.js';
import type { Redis } from './connection.js';
import type { Run } from './scripts.js';

export interface Deliveries {
  /** The newest entry that was delivered; 0 at first. */
  cursor(conversation: string): Promise<number>;
  advance(conversation: string, seq: number): Promise<void>;
  /** Conversations with something undelivered. */
  pending(): Promise<readonly string[]>;
}

export function createDeliveries(store: { redis: Redis; run: Run; shards: number }): Deliveries {
  const { redis, run, shards } = store;
  return {
    cursor: async (id) => int((await redis.hget(keys.conversation(shardOf(id, shards), id), 'dl')) ?? 0),
    advance: async (id, seq) => {
      await run('delivered', shardOf(id, shards), id, seq);
    },
    pending: async () => {
      const lists = await Promise.all(shardNames(shards).map((name) => redis.zrange(keys.undelivered(name), 0, '999')));
      return lists.flat();
    },
  };
}
