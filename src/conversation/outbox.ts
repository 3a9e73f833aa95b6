/** The ports of what happens after a change: who hears of it, and who brings it to channels that must be pushed to. */
import type { Entry, Reply } from './episode.js';

export interface Change {
  readonly conversation: string;
  /** The state of its episode after the change: bot, waiting, assigned, closed or none. */
  readonly state: string;
}

/** Rings when something changed; the transcript is the truth. Each call returns how to stop listening. */
export interface ChangeNotifier {
  /** For one conversation; `more`: a turn runs, which will ring again. */
  listen(conversation: string, ring: (more: boolean) => void): () => void;
  /** For every conversation; without an argument when rings may have been missed. */
  listenAll(ring: (ring?: Change) => void): () => void;
}

/** What one process may bring to a push channel now; nobody else does while its lease lasts. */
export interface DeliveryLease {
  readonly conversation: string;
  /** Raised whenever another process takes the lease; a report with an old one is refused. */
  readonly fence: number;
  /** How the customer is reached. */
  readonly reference: string;
  /** How often the first entry was tried without success, and since when (milliseconds since 1970; 0 when not at all). */
  readonly tries: number;
  readonly failingSince: number;
  /** In order; at least one. */
  readonly entries: readonly Entry[];
}

/** The outbox of push channels: who brings it, how far it was brought, and what could not be. */
export interface Deliveries {
  /**
   * Takes the lease for `leaseMs`; with the `fence` of a lease that is held, renews it and reads on. Undefined when there
   * is none, when another process has it, or before a pause is over.
   */
  takeLease(
    conversation: string,
    hold: { readonly leaseMs: number; readonly fence?: number },
  ): Promise<DeliveryLease | undefined>;
  /** The entry was taken by the channel: the cursor moves past it and the lease is renewed. False when it was lost. */
  sent(lease: DeliveryLease, seq: number, leaseMs: number): Promise<boolean>;
  /** Gives the lease back; it is not due before the pause is over. `tries`: failed so far. */
  later(lease: DeliveryLease, tries: number, pauseMs: number): Promise<void>;
  /**
   * The entry was given up: the cursor moves past it, the team finds the note in the transcript, and a customer who was
   * owed these words and has no ticket enters the line. False when the lease was lost.
   */
  undelivered(
    lease: DeliveryLease,
    seq: number,
    told: { readonly note: Reply; readonly leaseMs: number },
  ): Promise<boolean>;
  /** Conversations of which something is due and in nobody's hands, longest due first, up to so many a shard. */
  due(limit: number): Promise<readonly string[]>;
}
