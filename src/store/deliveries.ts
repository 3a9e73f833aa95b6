/** The post of push channels: who brings it, how far it was brought, and what could not be. */
import type { Entry, Reply } from '../conversation/index.js';
import { int, list, micros, ms, text } from './decode.js';
import { packEffects } from './effects.js';
import { entry, type Menus, packExtras } from './entries.js';
import { keys, shardNames, shardOf } from './keys.js';
import type { Redis } from './connection.js';
import type { Run } from './run.js';

/** What one process may bring now; nobody else does while its lease lasts. */
interface Post {
  readonly conversation: string;
  /** Raised whenever another process takes the post; a report with an old one is refused. */
  readonly fence: number;
  /** How the customer is reached. */
  readonly reference: string;
  /** How often the first entry was tried in vain, and since when (milliseconds since 1970; 0 when not at all). */
  readonly tries: number;
  readonly failingSince: number;
  /** In order; at least one. */
  readonly entries: readonly Entry[];
}

export interface Deliveries {
  /**
   * Takes the post for `leaseMs`; with the `fence` of a post that is held, renews it and reads on. Undefined when there
   * is none, when another process has it, or before a pause is over.
   */
  collect(conversation: string, hold: { readonly leaseMs: number; readonly fence?: number }): Promise<Post | undefined>;
  /** The entry was taken by the channel: the cursor moves past it and the lease is renewed. False when it was lost. */
  sent(post: Post, seq: number, leaseMs: number): Promise<boolean>;
  /** Gives the post back; it is not due before the pause is over. `tries`: in vain so far. */
  later(post: Post, tries: number, pauseMs: number): Promise<void>;
  /**
   * The entry was given up: the cursor moves past it, the team finds the note in the transcript, and a customer who was
   * owed these words and has no ticket enters the line. False when the lease was lost.
   */
  undelivered(post: Post, seq: number, told: { readonly note: Reply; readonly leaseMs: number }): Promise<boolean>;
  /** Conversations whose post is due and in nobody's hands, longest due first, up to so many a shard. */
  due(limit: number): Promise<readonly string[]>;
}

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
