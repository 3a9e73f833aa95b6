/** What the desk's page and server say of cases that people have closed lately. Times are milliseconds since 1970. */
import type { ChannelWords, Entry, Outcome, Reason } from '../../conversation/index.js';
import type { TicketRow } from '../contract.js';

export interface ClosedRow {
  /** Of the conversation, for addresses; and which of its episodes it was. */
  readonly id: string;
  readonly episode: number;
  /** Of its end; and the number of the newest entry of the conversation. */
  readonly epoch: number;
  readonly seq: number;
  readonly channel: ChannelWords;
  readonly customer: string;
  readonly reason: Reason;
  readonly bornAt: number;
  readonly endedAt: number;
  /** The name of who had it, unless that is the reader. */
  readonly agent?: string;
  readonly outcome: Outcome;
  /** They were asked how easy it was, and what they answered, 1..7. */
  readonly asked?: true;
  readonly ces?: number;
  /** What a person wrote last, cut short; `chose`: the customer, by a choice. */
  readonly last: { readonly text: string; readonly chose?: true };
  /** Why it stays closed: another case has begun in its conversation, or is open in another one. */
  readonly stays?: 'begun' | 'elsewhere';
}

export interface ClosedList {
  /** Of the last `reopenHours`, newest first: the reader's own, or everybody's where the reader supervises. */
  readonly cases: readonly ClosedRow[];
  /** There are more that ended before these. */
  readonly more: boolean;
}

export interface ClosedView {
  readonly case: ClosedRow;
  /** The words of that case and what was said after it, notes included. */
  readonly entries: readonly Entry[];
}

export interface ReopenBody {
  /** Made by the page, one per press: a repeat gets the first answer. */
  readonly token: string;
  readonly episode: number;
  /** As it was closed last. */
  readonly epoch: number;
  /** The number of the newest entry that the page shows. */
  readonly seen: number;
}

export type ReopenAnswer =
  /** `doneToday`: as in the line; what was counted at its end is counted at the next. */
  | { readonly kind: 'reopened'; readonly ticket: TicketRow; readonly doneToday: number }
  /** The customer wrote what the page does not show: nothing was done. */
  | { readonly kind: 'wrote'; readonly entries: readonly Entry[] }
  /** It was reopened since, and closed. */
  | { readonly kind: 'fenced'; readonly by?: string }
  /** Somebody has it already. */
  | { readonly kind: 'open'; readonly by: string }
  /** The conversation went on with another episode, the customer has a place elsewhere, it is too late, or erased. */
  | { readonly kind: 'begun' | 'elsewhere' | 'over' | 'gone' }
  | { readonly kind: 'full'; readonly capacity: number };
