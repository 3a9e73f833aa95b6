/** Cases that people have closed, for as long as they can be reopened. */
import type { Channel, Customer, Entry, Outcome, Reason, Reply } from '../conversation/index.js';
import type { Fenced, Holder, Taker, Wrote } from './ticket.js';

export interface Reopen {
  readonly conversation: string;
  /** Which of its episodes. */
  readonly episode: number;
  /** As it was closed: see `ClosedCase`. */
  readonly epoch: number;
  /** The number of the newest entry they have read. */
  readonly seen: number;
  readonly agent: Taker;
  /** Made by the caller, once for each reopening: a repeat gets the first answer. */
  readonly token: string;
  /** By a supervisor, whoever had it. */
  readonly force?: boolean;
  readonly notice: Reply;
  /** What the notice says instead to who was asked how easy it was, and to who has answered that. */
  readonly told: { readonly asked: string; readonly scored: string };
}

export type Reopened =
  | { readonly kind: 'reopened'; readonly epoch: number }
  | Wrote
  /** It was reopened, and closed, since. */
  | Fenced
  /** Somebody has it already. */
  | { readonly kind: 'open'; readonly by: string }
  /** It was another agent's. */
  | { readonly kind: 'others' }
  /** It went on with another episode or the assistant; it ended longer ago than `reopenHours`. */
  | { readonly kind: 'begun' | 'over' }
  /** The customer has a place in another conversation; it is not kept, or never was a ticket. */
  | { readonly kind: 'elsewhere' | 'gone' }
  | { readonly kind: 'full'; readonly capacity: number };

/** A case that a person has closed, for as long as it can be reopened. */
export interface ClosedCase {
  readonly conversation: string;
  readonly episode: number;
  /** Of its end: who reopens it must know it as it was closed last. */
  readonly epoch: number;
  /** The number of the newest entry. */
  readonly seq: number;
  readonly channel: Channel;
  readonly customer: Customer;
  readonly reason: Reason;
  readonly bornAt: number;
  readonly endedAt: number;
  /** Whose it was; nobody's when it was closed while it waited. */
  readonly agent?: Holder;
  readonly outcome: Outcome;
  /** They were asked how easy it was, and what they answered, 1..7. */
  readonly asked: boolean;
  readonly ces?: number;
  /** What a person wrote last. */
  readonly last: Entry;
  /** Why it stays closed: another episode has begun in its conversation, or the customer has a place in another one. */
  readonly stays?: 'begun' | 'elsewhere';
}

export interface ClosedWanted {
  readonly agent?: string;
  /** Those that ended before that time, milliseconds since 1970. */
  readonly before?: number;
  readonly limit: number;
}

/** Closed cases, as far as the desk finds them again. */
export interface Closed {
  /** A closed case goes on, as the same one, with whoever reopens it: the agent who had it, or a supervisor. */
  reopen(reopen: Reopen): Promise<Reopened>;
  /** What people have closed within `reopenHours`, newest first: of one agent, or of everybody. */
  closed(wanted: ClosedWanted): Promise<{ readonly cases: readonly ClosedCase[]; readonly more: boolean }>;
  /** One of these. */
  closedOne(conversation: string, episode: number): Promise<ClosedCase | undefined>;
}
