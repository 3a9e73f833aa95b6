/**
 * Delivery to channels that must be pushed to. Replies live in the transcript; a cursor in the store says how
 * far each conversation was delivered. One process at a time holds a conversation's lease, by a lease with a fence, so
 * nothing is sent by two or out of order; when it dies, another takes over after the lease. Pauses are kept in the
 * store too, so retries survive a restart.
 *
 * One window remains: a process that dies after the channel took an entry and before the cursor moved. Whoever
 * takes over sends that one entry again: never lost, at worst twice, and by the same number.
 */
import { oneAtATime } from '../base/index.js';
import { type ChangeNotifier, channelOfKey } from '../conversation/index.js';
import type { Later } from './postman.js';
import { createRound, leaseOf, type RoundOptions } from './round.js';

export interface OutboxOptions extends RoundOptions {
  readonly changes: Pick<ChangeNotifier, 'listenAll'>;
}

export interface Outbox {
  /** Delivers what a dead process left, then whatever the change notifier rings for. */
  start(): Promise<void>;
  /** Sends nothing more; resolves when what is on its way is known to have arrived or not. */
  close(): Promise<void>;
}

/** How often the store is asked for what is due, milliseconds. */
const sweepMs = 1000;
const mostDue = 200;

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

/** Whatever is left; nothing while the store is away. */
async function leftOver({ deliveries, log }: OutboxOptions): Promise<readonly string[]> {
  return deliveries.due(mostDue).catch((fault: unknown) => {
    log.warn({ fault }, 'undelivered messages could not be looked up');
    return [];
  });
}

export function createOutbox(options: OutboxOptions): Outbox {
  const { deliveries, carriers, changes, clock, log, later } = options;
  const stops = new Set<() => void>();
  const running = new Set<Promise<void>>();
  const leaseMs = leaseOf(options);
  const round = createRound(options, () => stops.size > 0);

  async function deliver(conversation: string): Promise<void> {
    let fence: number | undefined;
    for (let more = stops.size > 0; more;) {
      const asked = clock.now();
      const lease = await deliveries.takeLease(conversation, { leaseMs, ...(fence === undefined ? {} : { fence }) });
      if (lease === undefined) return;
      fence = lease.fence;
      more = await round(lease, asked);
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

  return {
    async start() {
      stops.add(
        changes.listenAll((ring) => {
          if (ring !== undefined && carriers.has(channelOfKey(ring.conversation))) look(ring.conversation);
        }),
      );
      const sweep = async () => (await leftOver(options)).forEach(look);
      stops.add(repeat(later, () => void sweep()));
      await sweep();
    },
    async close() {
      for (const stop of stops) stop();
      stops.clear();
      await Promise.allSettled(running);
    },
  };
}
