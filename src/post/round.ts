/** One round of a process that holds a conversation's lease: every entry in order, until one must wait. */
import { causedBy, type Clock, type Log, noTracer, type Tracer } from '../base/index.js';
import {
  channelOfKey,
  type Deliveries,
  type Entry,
  type DeliveryLease,
  type VisibleEntry,
} from '../conversation/index.js';
import { pauseMs } from './backoff.js';
import { createPostman, type PostmanOptions, usualPatienceMs } from './postman.js';
import type { Pushed } from './pushed.js';
import { undeliveredNote } from './undelivered.js';

export interface RoundOptions extends PostmanOptions {
  readonly deliveries: Deliveries;
  readonly clock: Clock;
  readonly log: Log;
  /** 0..1, for the pauses. */
  readonly chance: () => number;
  readonly tracer?: Tracer | undefined;
}

/** Long enough for a channel that uses up all patience, with a third of it to say what came of it; milliseconds. */
export const leaseOf = ({ patienceMs = usualPatienceMs }: PostmanOptions): number => (patienceMs * 4) / 3;
/** An entry is given up when the channel has not taken it for so long. */
const mostHours = 6;
const hourMs = 3_600_000;

type Unsent = Exclude<Pushed, { kind: 'sent' }>;

/** For how long the channel has not taken this entry, milliseconds; 0 when it is tried for the first time. */
function failingMs({ entries, failingSince }: DeliveryLease, entry: Entry, now: number): number {
  return entries[0] === entry && failingSince > 0 ? now - failingSince : 0;
}

/** Puts off or gives up what the channel did not take. Answers whether to go on with what follows. */
function createSetback(options: RoundOptions) {
  const { deliveries, carriers, clock, log, chance } = options;
  return async (lease: DeliveryLease, entry: Entry, result: Unsent): Promise<boolean> => {
    const about = { conversation: lease.conversation, seq: entry.seq, why: result.why };
    if (result.kind === 'refused' || failingMs(lease, entry, clock.now()) >= mostHours * hourMs) {
      log.error(about, 'message not delivered; the team is told');
      const name = channelOfKey(lease.conversation);
      const title = carriers.get(name)?.title ?? `The channel ${name}`;
      // what is never shown to the customer counts as sent, so this one can be shown
      const note = undeliveredNote(entry as VisibleEntry, { result, hours: mostHours, title });
      return deliveries.undelivered(lease, entry.seq, { note, leaseMs: leaseOf(options) });
    }
    const tries = lease.entries[0] === entry ? lease.tries + 1 : 1;
    log.warn({ ...about, tries }, 'message not delivered, will try again');
    await deliveries.later(lease, tries, pauseMs(tries, chance(), result.afterMs));
    return false;
  };
}

/** Delivers what was asked for at `askedAt`; answers whether to go on with what is next. */
export function createRound(options: RoundOptions, isOpen: () => boolean) {
  const { deliveries, clock, tracer = noTracer, patienceMs = usualPatienceMs } = options;
  const leaseMs = leaseOf(options);
  const bring = createPostman(options);
  const setback = createSetback(options);
  /** Sent, but not yet known to the store: what could not be written down is not sent again by this process. */
  const unrecorded = new Map<string, number>();

  async function handle(lease: DeliveryLease, entry: Entry): Promise<boolean> {
    const { conversation } = lease;
    const known = entry.seq <= (unrecorded.get(conversation) ?? 0);
    const result: Pushed = known ? { kind: 'sent' } : await bring(lease, entry);
    if (result.kind !== 'sent') return setback(lease, entry, result);
    unrecorded.set(conversation, entry.seq);
    const kept = await deliveries.sent(lease, entry.seq, leaseMs);
    unrecorded.delete(conversation);
    return kept;
  }

  return async (lease: DeliveryLease, askedAt: number): Promise<boolean> => {
    let renewedAt = askedAt;
    for (const entry of lease.entries) {
      // by our own clock, from before the store's: whoever slept must ask again before sending
      const now = clock.now();
      if (now - renewedAt > leaseMs - patienceMs) return true;
      if (!isOpen()) {
        await deliveries.later(lease, lease.entries[0] === entry ? lease.tries : 0, 0);
        return false;
      }
      const about = { conversation: lease.conversation, seq: entry.seq, channel: channelOfKey(lease.conversation) };
      const deliver = () => tracer.within({ name: 'deliver', kind: 'client', about }, () => handle(lease, entry));
      // by the call that it comes of, which may have been another process's
      if (!(await causedBy(entry.cause, deliver))) return false;
      renewedAt = now;
    }
    return true;
  };
}
