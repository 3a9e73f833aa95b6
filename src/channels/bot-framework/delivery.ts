/**
 * Delivery to channels that must be pushed to (Teams). Replies live in the transcript; a cursor says how far each
 * conversation was delivered, so nothing is lost between the store and the channel, and nothing comes out of order.
 */
import type { Clock, Log } from '../../base/index.js';
import { toTeams, visible } from '../activity.js';
import type { Bells, Cursors, Transcripts } from '../ports.js';
import type { Bot } from './bot.js';

export interface DeliveryOptions {
  readonly bot: Pick<Bot, 'push'>;
  readonly transcripts: Transcripts;
  readonly cursors: Cursors;
  readonly bells: Bells;
  readonly log: Log;
  readonly clock: Clock;
  /** Calls back after so many milliseconds; returns how to cancel. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
}

export interface Delivery {
  /** Delivers what a dead process left, then whatever the bell rings for. */
  start(): Promise<void>;
  close(): void;
}

const second = 1000;
const longestPause = 60 * second;

export function createDelivery(options: DeliveryOptions): Delivery {
  const { bot, transcripts, cursors, bells, log, later } = options;
  const busy = new Map<string, 'once' | 'again'>();
  const retries = new Map<string, { readonly tries: number; readonly cancel: () => void }>();
  let stop: () => void = () => undefined;

  /** Sends everything after the cursor, in order; the cursor follows each single entry. */
  async function deliver(conversation: string): Promise<void> {
    const found = await transcripts.find(conversation);
    if (found?.reference === undefined) return;
    for (const entry of await transcripts.entries(conversation, await cursors.cursor(conversation))) {
      if (visible(entry) && entry.role !== 'customer') await bot.push(found.reference, toTeams(entry));
      await cursors.advance(conversation, entry.seq);
    }
    retries.delete(conversation);
  }

  function retry(conversation: string, fault: unknown): void {
    const tries = (retries.get(conversation)?.tries ?? 0) + 1;
    const pause = Math.min(second * 2 ** (tries - 1), longestPause);
    log.warn({ conversation, tries, pause, fault: (fault as Error).message }, 'not delivered, will try again');
    const cancel = later(pause, () => {
      retries.set(conversation, { tries, cancel: () => undefined });
      rung(conversation);
    });
    retries.set(conversation, { tries, cancel });
  }

  async function run(conversation: string): Promise<void> {
    try {
      do {
        busy.set(conversation, 'once');
        await deliver(conversation);
      } while (busy.get(conversation) === 'again');
    } catch (fault) {
      retry(conversation, fault);
    } finally {
      busy.delete(conversation);
    }
  }

  /** One delivery at a time per conversation; a ring meanwhile causes one more look. */
  function rung(conversation: string): void {
    if (busy.has(conversation)) busy.set(conversation, 'again');
    else void run(conversation);
  }

  async function pending(): Promise<void> {
    for (const conversation of await cursors.pending()) rung(conversation);
  }

  return {
    async start() {
      stop = bells.listenAll((ring) => {
        if (ring === undefined) {
          pending().catch((fault: unknown) => log.warn({ fault }, 'pending deliveries'));
        } else if (ring.conversation.startsWith('teams-') && !retries.has(ring.conversation)) {
          rung(ring.conversation);
        }
      });
      await pending();
    },
    close() {
      stop();
      for (const { cancel } of retries.values()) cancel();
    },
  };
}
