/** What the desk needs of the rest of the house. */
import type { Clock, Log } from '../base/index.js';
import type { Relay, Sealing } from '../bot/index.js';
import type { Conversations, Privacy } from '../conversation/index.js';
import type { Ledger } from '../effort/index.js';
import type { Faq } from '../faq/index.js';
import type { Hours, Queue } from '../queue/index.js';
import type { DeskFeed } from './feed.js';

export interface DeskOptions {
  readonly queue: Queue;
  readonly conversations: Conversations;
  readonly ledger: Ledger;
  readonly relay: Relay;
  readonly feed: DeskFeed;
  readonly faq: Pick<Faq, 'search'>;
  readonly hours: Hours;
  readonly privacy: Privacy;
  readonly sealing: Pick<Sealing, 'open'>;
  readonly clock: Clock;
  readonly log: Log;
}
