/** Brings one entry to a push channel and says what came of it. */
import type { Entry } from '../../conversation/index.js';
import { visible } from '../activity.js';
import type { Bot } from './bot.js';
import { toTeams } from './cards.js';
import type { Pushed } from './pushed.js';

/** Calls back after so many milliseconds; returns how to cancel. */
export type Later = (milliseconds: number, act: () => void) => () => void;

/**
 * A channel that has not answered by then counts as failed, milliseconds. Teams answers within seconds; longer than its
 * own limit of 15 seconds for a bot, nothing is to be expected.
 */
export const usualPatienceMs = 15_000;

export interface PostmanOptions {
  readonly bot: Pick<Bot, 'push'>;
  readonly later: Later;
  readonly patienceMs?: number | undefined;
}

/** Entries that are not for the customer count as sent. */
export function createPostman({ bot, later, patienceMs = usualPatienceMs }: PostmanOptions) {
  return async (reference: string, entry: Entry): Promise<Pushed> => {
    if (!visible(entry) || entry.role === 'customer') return { kind: 'sent' };
    let cancel: () => void = () => undefined;
    const late = new Promise<Pushed>((resolve) => {
      cancel = later(patienceMs, () => resolve({ kind: 'failed', why: 'no answer' }));
    });
    return Promise.race([bot.push(reference, toTeams(entry)), late]).finally(cancel);
  };
}
