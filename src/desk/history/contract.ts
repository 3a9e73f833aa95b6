/** What the desk's page and server say of a person's other cases. Times are milliseconds since 1970. */
import type { ChannelWords, Entry, EpisodeState, Outcome, Reason } from '../../conversation/index.js';
import type { ClosedRow } from '../closed/contract.js';

/** A case of the same person before or beside the ticket, in whichever conversation of theirs. */
export interface EarlierCase {
  /** For the address of its transcript. */
  readonly id: string;
  readonly channel: ChannelWords;
  /** What they were called in it. */
  readonly customer: string;
  readonly bornAt: number;
  readonly state: EpisodeState;
  readonly outcome?: Outcome;
  /** 0..100. */
  readonly effort: number;
  /** What the customer answered, 1..7. */
  readonly ces?: number;
  /** Why it went to a person, and who had it last. */
  readonly reason?: Reason;
  readonly agent?: string;
  /** It may be opened: it does not wait in a queue that the reader does not serve. */
  readonly readable: boolean;
}

export interface PersonHistory {
  /** Whose it is: where several write, the one whose words opened the case. */
  readonly of: string;
  /** The latest, newest first. */
  readonly cases: readonly EarlierCase[];
  /** There are more than are listed. */
  readonly more: boolean;
  /** The names that they used, and what they left to be reached by, in these cases and this one; newest first. */
  readonly names: readonly string[];
  readonly contacts: readonly string[];
}

export interface EarlierView {
  readonly case: EarlierCase;
  /** The words of that case, notes included. */
  readonly entries: readonly Entry[];
  /** The reader may reopen it, unless it stays closed for a reason that is told. */
  readonly closed?: ClosedRow;
}
