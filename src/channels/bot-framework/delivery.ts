/**
 * Delivery to channels that must be pushed to (Teams). Replies live in the transcript; a cursor says how far each
 * conversation was delivered, so nothing is lost between the store and the channel, and nothing comes out of order.
 * A process that dies between sending and moving the cursor sends that one entry again.
 */
import type { Log } from '../../base/index.js';
import { oneAtATime } from '../one-at-a-time.js';
import type { Bells, Cursors, Transcripts } from '../ports.js';
import { createBackoff, type Later, longestPause } from './backoff.js';
import type { Bot } from './bot.js';
import { createPostman } from './postman.js';
import { wirePrefix } from './shape.js';

export interface DeliveryOptions {
  readonly bot: Pick<Bot, 'push'>;
  readonly transcripts: Transcripts;
  readonly cursors: Cursors;
  readonly bells: Bells;
  readonly log: Log;
  /** Calls back after so many milliseconds; returns how to cancel. */
  readonly later: Later;
}

export interface Delivery {
  /** Delivers what a dead process left, then whatever the bell rings for. */
  start(): Promise<void>;
  close(): void;
}

/** Looks again every minute; returns how to stop. */
function repeat(later: Later, act: () => void): () => void {
  let cancel: () => void = () => undefined;
  const wait = () => {
    cancel = later(longestPause, () => {
      act();
      wait();
    });
  };
  wait();
  return () => cancel();
}

export function createDelivery({ bot, transcripts, cursors, bells, log, later }: DeliveryOptions): Delivery {
  const backoff = createBackoff(later);
  const postman = createPostman({ bot, backoff, log, later });
  const stops = new Set<() => void>();

  /** Brings everything after the cursor, in order; the cursor follows each single entry. */
  async function deliver(conversation: string): Promise<void> {
    const found = await transcripts.find(conversation);
    if (found?.channel !== 'teams' || found.reference === undefined) return;
    const { reference } = found;
    for (const entry of await transcripts.entries(conversation, await cursors.cursor(conversation))) {
      // a conversation that waits to try again is left to its own clock
      if (stops.size === 0 || backoff.waiting(conversation)) return;
      if ((await postman.bring({ conversation, reference, entry }, () => look(conversation))) === 'later') return;
      await cursors.advance(conversation, entry.seq);
    }
  }

  // when the store fails, and not the channel, the next sweep finds what is left
  const look = oneAtATime(deliver, (conversation, fault) => log.warn({ conversation, fault }, 'delivery interrupted'));

  async function pending(): Promise<void> {
    for (const conversation of await cursors.pending()) look(conversation);
  }
  function sweep(): void {
    pending().catch((fault: unknown) => log.warn({ fault }, 'undelivered messages could not be looked up'));
  }

  return {
    async start() {
      stops.add(
        bells.listenAll((ring) => {
          if (ring === undefined) sweep();
          else if (ring.conversation.startsWith(wirePrefix)) look(ring.conversation);
        }),
      );
      stops.add(repeat(later, sweep));
      await pending();
    },
    close() {
      for (const stop of stops) stop();
      stops.clear();
      backoff.close();
    },
  };
}
