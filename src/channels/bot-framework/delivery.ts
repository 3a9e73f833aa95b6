/**
 * Delivery to channels that must be pushed to (Teams). Replies live in the transcript; a cursor says how far each
 * conversation was delivered, so nothing is lost between the store and the channel, and nothing comes out of order.
 * A process that dies between sending and moving the cursor sends that one entry again.
 */
import type { Log } from '../../base/index.js';
import type { Bells, Cursors, Transcripts } from '../ports.js';
import { createBackoff, type Later, longestPause } from './backoff.js';
import type { Bot } from './bot.js';
import { createPostman } from './postman.js';

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

export function createDelivery({ bot, transcripts, cursors, bells, log, later }: DeliveryOptions): Delivery {
  const backoff = createBackoff(later);
  const postman = createPostman({ bot, backoff, log, later });
  const busy = new Map<string, 'once' | 'again'>();
  const state = { closed: false, unlisten: () => undefined as unknown, cancelSweep: () => undefined as unknown };

  /** Brings everything after the cursor, in order; the cursor follows each single entry. */
  async function deliver(conversation: string): Promise<void> {
    const reference = (await transcripts.find(conversation))?.reference;
    if (reference === undefined) return;
    for (const entry of await transcripts.entries(conversation, await cursors.cursor(conversation))) {
      if (state.closed) return;
      const result = await postman.bring({ conversation, reference, entry }, () => rung(conversation));
      if (result === 'later') return;
      await cursors.advance(conversation, entry.seq);
    }
  }

  async function work(conversation: string): Promise<void> {
    do {
      busy.set(conversation, 'once');
      await deliver(conversation);
    } while (busy.get(conversation) === 'again' && !backoff.waiting(conversation));
  }

  /** One delivery at a time per conversation; a ring meanwhile causes one more look. */
  function rung(conversation: string): void {
    if (state.closed || !conversation.startsWith('teams-') || backoff.waiting(conversation)) return;
    const running = busy.has(conversation);
    busy.set(conversation, running ? 'again' : 'once');
    if (running) return;
    work(conversation)
      // the store failed, not the channel: the next sweep finds what is left
      .catch((fault: unknown) => log.warn({ conversation, fault }, 'delivery interrupted'))
      .finally(() => busy.delete(conversation));
  }

  async function pending(): Promise<void> {
    for (const conversation of await cursors.pending()) rung(conversation);
  }

  const sweep = () =>
    pending().catch((fault: unknown) => log.warn({ fault }, 'undelivered messages could not be looked up'));

  function sweepLater(): void {
    state.cancelSweep = later(longestPause, () => {
      void sweep();
      sweepLater();
    });
  }

  return {
    async start() {
      state.unlisten = bells.listenAll((ring) => void (ring === undefined ? sweep() : rung(ring.conversation)));
      sweepLater();
      await pending();
    },
    close() {
      state.closed = true;
      state.unlisten();
      state.cancelSweep();
      backoff.close();
    },
  };
}
