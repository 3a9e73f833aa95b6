/** A ticket and who serves it, and what stands in the way of who writes to one. */
import type { Channel, CloseReason, Customer, Entry, Level, Reason, Receipt, Stint } from '../conversation/index.js';

/** Where a ticket waits when nothing else is said. */
export const mainQueue = 'main';

export interface Ticket {
  readonly conversation: string;
  /** Which episode of the conversation. */
  readonly episode: number;
  readonly state: 'waiting' | 'assigned';
  /** Raised by every change of hands; a write with an old epoch is refused. */
  readonly epoch: number;
  /** The queue it waits in, or came from. */
  readonly queue: string;
  readonly channel: Channel;
  readonly customer: Customer;
  readonly reason: Reason;
  readonly receipt?: Receipt;
  readonly level: Level;
  /** Somebody was in danger, robbed or in distress in the case. */
  readonly grave?: true;
  /** ISO 639-1: the language the customer writes in, once they have written. */
  readonly language?: string;
  readonly bornAt: number;
  /** When it entered the line first; a release, a transfer or a lost agent does not change it. */
  readonly queuedAt: number;
  /** Arrival minus boost, milliseconds: tickets are served in rising order. */
  readonly order: number;
  /** The number of the newest entry. */
  readonly seq: number;
  /** Of the conversation: see `ConversationSummary`. */
  readonly generation: number;
  /** What a person wrote last: the customer, an agent or the team; the newest entry when nobody has. */
  readonly last: Entry;
  /** The last words of the case that want an answer are the customer's: see owed.ts of the conversation. */
  readonly owed: boolean;
  /** When the stint that runs now began, and which it is. */
  readonly running: { readonly stint: Stint; readonly since: number };
  readonly agent?: Holder;
  /** It was closed before, and they were asked how easy it was. */
  readonly asked?: true;
  /** Its agent has let go of it, and can undo that for a moment: nobody was told yet. */
  readonly leaving?: Leaving;
  readonly contact?: string;
  /** Episodes of this customer before this one, in any conversation, within `contactHours`. */
  readonly contacts: number;
}

/** A move of its agent that is not done yet. */
export interface Leaving {
  readonly action: 'release' | 'hand-back' | 'close';
  /** The queue it goes to, where that is another. */
  readonly queue?: string;
  /** Why it is closed while an answer is owed. */
  readonly why?: CloseReason;
  /** When it is done, milliseconds since 1970. */
  readonly due: number;
}

export interface Holder {
  readonly id: string;
  readonly name: string;
}

/** Someone who can be given a ticket. */
export interface Taker extends Holder {
  /** Tickets they hold at once; without it, as many as is usual. */
  readonly capacity?: number;
}

/** Someone who serves lines. */
export interface Agent extends Taker {
  /** The queues they serve. */
  readonly queues: readonly string[];
}

/** An agent as colleagues see them, before a ticket is passed on. */
export interface Colleague extends Holder {
  /** At their desk and not away. */
  readonly here: boolean;
  /** Tickets they hold, and how many they may. */
  readonly held: number;
  readonly capacity: number;
  /** In which they write, where that is known. */
  readonly languages: readonly string[];
}

/** What a write of an agent meets when the ticket is not theirs (any more). */
export interface Fenced {
  readonly kind: 'fenced';
  /** Who holds it now, if anyone. */
  readonly by?: string;
}

/** The customer wrote what the agent had not read: nothing was done. The entries after what they had, a hundred at most. */
export interface Wrote {
  readonly kind: 'wrote';
  readonly entries: readonly Entry[];
}
