/** Brings one entry to a push channel and says what came of it. */
import type { Log } from '../../base/index.js';
import type { Entry } from '../../conversation/index.js';
import { visible } from '../activity.js';
import type { Backoff, Later } from './backoff.js';
import type { Bot } from './bot.js';
import { toTeams } from './cards.js';
import type { Pushed } from './pushed.js';

export interface PostmanOptions {
  readonly bot: Pick<Bot, 'push'>;
  readonly backoff: Backoff;
  readonly log: Log;
  readonly later: Later;
}

export interface Letter {
  readonly conversation: string;
  readonly reference: string;
  readonly entry: Entry;
}

export interface Postman {
  /** `done`: delivered, not for the customer, or given up for good. `later`: `again` is called when it is time. */
  bring(letter: Letter, again: () => void): Promise<'done' | 'later'>;
}

/** A channel that has not answered by then counts as failed, milliseconds. */
const patience = 30_000;
/** About an hour; then the entry is given up, so that what follows can be delivered. */
const mostTries = 64;

export function createPostman({ bot, backoff, log, later }: PostmanOptions): Postman {
  async function push(...letter: Parameters<Bot['push']>): Promise<Pushed> {
    let cancel: () => void = () => undefined;
    const late = new Promise<Pushed>((resolve) => {
      cancel = later(patience, () => resolve({ kind: 'failed', why: 'no answer' }));
    });
    return Promise.race([bot.push(...letter), late]).finally(cancel);
  }

  return {
    async bring({ conversation, reference, entry }, again) {
      if (!visible(entry) || entry.role === 'customer') return 'done';
      const result = await push(reference, toTeams(entry));
      if (result.kind === 'sent') {
        backoff.clear(conversation);
        return 'done';
      }
      const about = { conversation, seq: entry.seq, why: result.why };
      const tries = result.kind === 'refused' ? mostTries : backoff.fail(conversation, again);
      if (tries >= mostTries) {
        backoff.clear(conversation);
        log.error(about, 'message not delivered and given up');
        return 'done';
      }
      log.warn({ ...about, tries }, 'message not delivered, will try again');
      return 'later';
    },
  };
}
