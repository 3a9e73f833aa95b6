/** The post of push channels: who brings it, how far it was brought, and what could not be. */
import type { Entry, Reply } from '../conversation/index.js';
import { entry, type Menus, packExtras } from './entries.js';
import { keys, shardNames, shardOf } from './keys.js';
import type { Redis } from './connection.js';
import type { Run } from './run.js';
import type { Request } from './schema/acts.js';
import { opsOf } from './schema/ops.js';

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
const effects = [
  { kind: 'count', what: 'escalations' },
  { kind: 'queue', boostMs: 0, reason: 'undelivered' },
] as const;

export function createDeliveries(store: { redis: Redis; run: Run; shards: number; menus: Menus }): Deliveries {
  const { redis, run, shards, menus } = store;
  const ticket = opsOf(effects, { at: 0, seq: 0 });
  const silent = { words: '', extras: '', ticket: [], tries: 0 };

  type Report = Pick<Request<'delivered'>, 'seq' | 'result' | 'pause'> & Partial<Request<'delivered'>>;
  async function report({ conversation: id, fence }: Post, what: Report): Promise<boolean> {
    return (await run('delivered', shardOf(id, shards), { ...silent, ...what, id, fence })).kind === 'kept';
  }

  async function dueIn(shard: string, limit: number): Promise<readonly string[]> {
    const [seconds, rest] = await redis.time();
    const now = Number(seconds) * 1_000_000 + Number(rest);
    return redis.zrangebyscore(keys.undelivered(shard), '-inf', now, 'LIMIT', 0, limit);
  }

  return {
    async collect(id, { leaseMs, fence = 0 }) {
      const answer = await run('collect', shardOf(id, shards), { id, fence, lease: leaseMs, most: perPost });
      if (answer.kind !== 'post') return undefined;
      const { kind: _, entries, ...post } = answer;
      return { conversation: id, ...post, entries: entries.map((item) => entry(item, menus)) };
    },
    sent: (post, seq, leaseMs) => report(post, { seq, result: 'sent', pause: leaseMs }),
    async later(post, tries, pauseMs) {
      await report(post, { seq: 0, result: 'later', pause: pauseMs, tries });
    },
    undelivered: (post, seq, { note, leaseMs }) => {
      const said = { words: note.text, extras: packExtras(note) };
      return report(post, { seq, result: 'undelivered', pause: leaseMs, ...said, ticket });
    },
    async due(limit) {
      return (await Promise.all(shardNames(shards).map((shard) => dueIn(shard, limit)))).flat();
    },
  };
}
