/** Tickets as agents see them, and what the desk needs of a store. Every call is atomic, and safe to repeat. */
import type { Channel, Effect, Entry, Level, LineFacts, Reason, Receipt, Reply, Stint } from '../conversation/index.js';

export interface Ticket {
  readonly conversation: string;
  /** Which episode of the conversation. */
  readonly episode: number;
  readonly state: 'waiting' | 'assigned';
  /** Raised by every change of hands; a write with an old epoch is refused. */
  readonly epoch: number;
  readonly channel: Channel;
  readonly customer: { readonly id: string; readonly name?: string };
  readonly reason: Reason;
  readonly receipt?: Receipt;
  readonly level: Level;
  readonly bornAt: number;
  /** When it entered the line first; a release or a lost agent does not change it. */
  readonly queuedAt: number;
  /** Arrival minus boost, milliseconds: tickets are served in rising order. */
  readonly order: number;
  /** The number of the newest entry. */
  readonly seq: number;
  /** What a person wrote last: the customer, an agent or the team; the newest entry when nobody has. */
  readonly last: Entry;
  /** When the stint that runs now began, and which it is. */
  readonly running: { readonly stint: Stint; readonly since: number };
  readonly agent?: Holder;
  readonly contact?: string;
  /** Episodes of this customer in the 72 hours before. */
  readonly contacts: number;
}

export interface Holder {
  readonly id: string;
  readonly name: string;
}

export interface Claim {
  readonly agent: Holder;
  /** Made by who asks, once per wish: a repeat gets the first answer. */
  readonly token: string;
  /** That ticket; without it, the head of the line. */
  readonly conversation?: string;
  /** The seam everyone sees. */
  readonly seam: Reply;
}

export type Claimed =
  | { readonly kind: 'claimed'; readonly conversation: string; readonly epoch: number }
  | { readonly kind: 'taken'; readonly by?: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'full'; readonly capacity: number };

/** What a write of an agent meets when the ticket is not theirs (any more). */
export interface Fenced {
  readonly kind: 'fenced';
  /** Who holds it now, if anyone. */
  readonly by?: string;
}

export interface Speech {
  readonly conversation: string;
  /** The writer's id of this message: a repeat is not stored again. */
  readonly id: string;
  readonly agent: Holder;
  readonly epoch: number;
  readonly text: string;
  /** True: only the team sees it, and anyone of the team may write it. */
  readonly note: boolean;
}

/** How an agent lets go of a ticket. */
export type Release = {
  readonly conversation: string;
  readonly agent: Holder;
  readonly epoch: number;
  readonly seam: Reply;
} & ({ readonly action: 'release' } | { readonly action: 'hand-back' | 'close'; readonly effects: readonly Effect[] });

export interface Queue {
  claim(claim: Claim): Promise<Claimed>;
  speak(speech: Speech): Promise<{ readonly kind: 'said'; readonly seq: number } | Fenced>;
  release(release: Release): Promise<{ readonly kind: 'moved' } | Fenced>;
  /** A heartbeat: the agent is here (or away), and keeps what they hold; answers with what they have lost. */
  present(agent: string, here: boolean): Promise<readonly string[]>;
  /** Returns tickets of agents who fell silent to their place in the line. */
  sweep(seam: string): Promise<readonly string[]>;
  /** The head of the line, in order, and how long it is. */
  line(limit: number): Promise<{ readonly tickets: readonly Ticket[]; readonly total: number }>;
  /** How many wait. */
  size(): Promise<number>;
  held(agent: string): Promise<readonly Ticket[]>;
  ticket(conversation: string): Promise<Ticket | undefined>;
  /** The line as it stands before a waiting ticket. */
  position(ticket: Ticket): Promise<LineFacts>;
  /** Tickets one agent may hold at once. */
  readonly capacity: number;
  /** Tickets this agent closed or handed back since `since` (hours are counted whole). */
  done(agent: string, since: number): Promise<number>;
}
