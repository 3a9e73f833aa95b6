/**
 * Delivery to channels that must be pushed to (Teams). Replies live in the transcript; a cursor in the store says how
 * far each conversation was delivered. One process at a time holds a conversation's post, by a lease with a fence, so
 * nothing is sent by two or out of order; when it dies, another takes over after the lease. Pauses are kept in the
 * store too, so retries survive a restart.
 *
 * One window remains: a process that dies after the channel took an entry and before the cursor moved. The connector
 * knows no idempotency key, so whoever takes over sends that one entry again: never lost, at worst twice.
 */
import type { Clock, Log } from '../../base/index.js';
import type { Entry } from '../../conversation/index.js';
import { type VisibleEntry } from '../activity.js';
import { oneAtATime } from '../one-at-a-time.js';
import type { Bells, Deliveries, Post } from '../ports.js';
import { pauseMs } from './backoff.js';
import type { Bot } from './bot.js';
import { createPostman, type Later, patience } from './postman.js';
import type { Pushed } from './pushed.js';
import { wirePrefix } from './shape.js';
import { undeliveredNote } from './undelivered.js';

export interface DeliveryOptions {
  readonly bot: Pick<Bot, 'push'>;
  readonly deliveries: Deliveries;
  readonly bells: Bells;
  readonly clock: Clock;
  readonly log: Log;
  readonly later: Later;
  /** 0..1, for the pauses. */
  readonly chance: () => number;
}

export interface Delivery {
  /** Delivers what a dead process left, then whatever the bell rings for. */
  start(): Promise<void>;
  /** Sends nothing more; resolves when what is on its way is known to have arrived or not. */
  close(): Promise<void>;
}

/** Long enough for a channel that uses up all patience, with time to say what came of it. */
const leaseMs = patience + 5000;
/** How often the store is asked for post that is due, milliseconds. */
const sweepMs = 1000;
const mostDue = 200;
/** An entry is given up when the channel has not taken it for so long, milliseconds. */
const hours = 6;
const longestFailing = hours * 60 * 60_000;

/** Again and again; returns how to stop. */
function repeat(later: Later, act: () => void): () => void {
  let cancel: () => void = () => undefined;
  const wait = () => {
    cancel = later(sweepMs, () => {
      act();
      wait();
    });
  };
  wait();
  return () => cancel();
}

/** Brings one post: every entry in order, until one must wait. Answers whether to go on with what is next. */
function createRound(options: DeliveryOptions, isOpen: () => boolean) {
  const { deliveries, clock, log, chance } = options;
  const bring = createPostman(options);
  /** Sent, but not yet known to the store: what it failed to write down is not sent again by this process. */
  const unrecorded = new Map<string, number>();

  async function tryAgain(post: Post, entry: Entry, result: Pushed & { kind: 'failed' }): Promise<void> {
    const tries = post.entries[0] === entry ? post.tries + 1 : 1;
    const pause = pauseMs(tries, chance(), result.afterMs);
    log.warn(
      { conversation: post.conversation, seq: entry.seq, why: result.why, tries },
      'message not delivered, will try again',
    );
    await deliveries.later(post, tries, pause);
  }

  async function giveUp(post: Post, entry: Entry, result: Exclude<Pushed, { kind: 'sent' }>): Promise<boolean> {
    log.error(
      { conversation: post.conversation, seq: entry.seq, why: result.why },
      'message not delivered; the team is told',
    );
    return deliveries.undelivered(post, entry.seq, {
      note: undeliveredNote(entry as VisibleEntry, result, hours),
      leaseMs,
    });
  }

  async function handle(post: Post, entry: Entry): Promise<boolean> {
    const { conversation, reference, failingSince } = post;
    const known = entry.seq <= (unrecorded.get(conversation) ?? 0);
    const result: Pushed = known ? { kind: 'sent' } : await bring(reference, entry);
    if (result.kind === 'sent') {
      unrecorded.set(conversation, entry.seq);
      const kept = await deliveries.sent(post, entry.seq, leaseMs);
      unrecorded.delete(conversation);
      return kept;
    }
    const failing = post.entries[0] === entry && failingSince > 0 ? clock.now() - failingSince : 0;
    if (result.kind === 'refused' || failing >= longestFailing) return giveUp(post, entry, result);
    await tryAgain(post, entry, result);
    return false;
  }

  return async (post: Post, collectedAt: number): Promise<boolean> => {
    let renewedAt = collectedAt;
    for (const entry of post.entries) {
      // by our own clock, since before the store's: whoever slept past this must ask again before sending
      if (clock.now() - renewedAt > leaseMs - patience) return true;
      if (!isOpen()) {
        await deliveries.later(post, post.entries[0] === entry ? post.tries : 0, 0);
        return false;
      }
      const asked = clock.now();
      if (!(await handle(post, entry))) return false;
      renewedAt = asked;
    }
    return true;
  };
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { deliveries, bells, clock, log, later } = options;
  const stops = new Set<() => void>();
  const running = new Set<Promise<void>>();
  const round = createRound(options, () => stops.size > 0);

  async function deliver(conversation: string): Promise<void> {
    let fence: number | undefined;
    for (let more = stops.size > 0; more;) {
      const asked = clock.now();
      const post = await deliveries.collect(conversation, { leaseMs, ...(fence === undefined ? {} : { fence }) });
      if (post === undefined) return;
      fence = post.fence;
      more = await round(post, asked);
    }
  }

  // when the store fails, and not the channel, the next sweep finds what is left
  const look = oneAtATime(
    async (conversation) => {
      const work = deliver(conversation);
      running.add(work);
      await work.finally(() => running.delete(work));
    },
    (conversation, fault) => log.warn({ conversation, fault }, 'delivery interrupted'),
  );

  async function sweep(): Promise<void> {
    for (const conversation of await deliveries.due(mostDue)) look(conversation);
  }

  return {
    async start() {
      stops.add(
        bells.listenAll((ring) => {
          if (ring?.conversation.startsWith(wirePrefix)) look(ring.conversation);
        }),
      );
      const failed = (fault: unknown) => log.warn({ fault }, 'undelivered messages could not be looked up');
      stops.add(repeat(later, () => void sweep().catch(failed)));
      await sweep();
    },
    async close() {
      for (const stop of stops) stop();
      stops.clear();
      await Promise.allSettled(running);
    },
  };
}
