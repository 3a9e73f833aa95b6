/** Brings one entry to a push channel and says what came of it. */
import { channelOfKey, type Entry, visible, type VisibleEntry } from '../conversation/index.js';
import type { Pushed } from './pushed.js';

/** One entry on its way. */
export interface Letter {
  readonly conversation: string;
  /** How the customer is reached, in words of the channel's own. */
  readonly reference: string;
  readonly entry: VisibleEntry;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** How a channel is pushed to. */
export interface Carrier {
  /** The channel's name, for people. */
  readonly title: string;
  /** Resolves to what came of it; never rejects. */
  send(letter: Letter): Promise<Pushed>;
}

/** Calls back after so many milliseconds; returns how to cancel. */
export type Later = (milliseconds: number, act: () => void) => () => void;

/**
 * A channel that has not answered by then counts as failed, milliseconds. Teams answers within seconds; longer than its
 * own limit of 15 seconds for a bot, nothing is to be expected.
 */
export const usualPatienceMs = 15_000;

export interface PostmanOptions {
  /** By the name of the channel. */
  readonly carriers: ReadonlyMap<string, Carrier>;
  readonly later: Later;
  readonly patienceMs?: number | undefined;
}

type To = Pick<Letter, 'conversation' | 'reference'>;

/** Entries that are not for the customer count as sent; what no channel here brings may be brought by a later release. */
export function createPostman({ carriers, later, patienceMs = usualPatienceMs }: PostmanOptions) {
  return async ({ conversation, reference }: To, entry: Entry): Promise<Pushed> => {
    if (!visible(entry) || entry.role === 'customer') return { kind: 'sent' };
    const name = channelOfKey(conversation);
    const carrier = carriers.get(name);
    if (carrier === undefined) return { kind: 'failed', why: `this server does not push to a channel "${name}"` };
    const end = new AbortController();
    let cancel: () => void = () => undefined;
    const late = new Promise<Pushed>((resolve) => {
      cancel = later(patienceMs, () => resolve({ kind: 'failed', why: 'no answer' }));
    });
    return Promise.race([carrier.send({ conversation, reference, entry, signal: end.signal }), late]).finally(() => {
      cancel();
      end.abort();
    });
  };
}
