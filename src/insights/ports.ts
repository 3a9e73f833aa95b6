/** What the insights need of the rest of the house. */
import type { Clock } from '../base/index.js';
import type { Conversations } from '../conversation/index.js';
import type { Ledger } from '../effort/index.js';
import type { Hours } from '../queue/index.js';

/** What the effort log is written from. */
export interface LogSource {
  readonly ledger: Ledger;
  readonly conversations: Pick<Conversations, 'entries'>;
  readonly clock: Clock;
  readonly hours: Hours;
}

export interface InsightsOptions extends LogSource {
  /** The title of an entry of the knowledge base. */
  readonly titleOf: (entry: string) => string | undefined;
}
