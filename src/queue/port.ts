/** Tickets as agents see them, and what the desk needs of a store. Every call is atomic, and safe to repeat. */
import type {
  Channel,
  CloseReason,
  Correction,
  Customer,
  Effect,
  Entry,
  Level,
  LineFacts,
  Reason,
  Receipt,
  Reply,
  Stint,
} from '../conversation/index.js';

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
  /** Its agent has let go of it, and can undo that for a moment: nobody was told yet. */
  readonly leaving?: true;
  readonly contact?: string;
  /** Episodes of this customer before this one, in any conversation, within `contactHours`. */
  readonly contacts: number;
}

export interface Holder {
  readonly id: string;
  readonly name: string;
}

/** Someone who serves lines. */
export interface Agent extends Holder {
  /** The queues they serve. */
  readonly queues: readonly string[];
}

/** An agent as colleagues see them, before a ticket is passed on. */
export interface Colleague extends Holder {
  /** At their desk and not away. */
  readonly here: boolean;
  /** Tickets they hold. */
  readonly held: number;
}

export interface Claim {
  readonly agent: Agent;
  /** Made by the caller, once per wish: a repeat gets the first answer. */
  readonly token: string;
  /** That ticket; without it, the head of the lines the agent serves. */
  readonly conversation?: string;
  /** A supervisor takes it over, whoever holds it. */
  readonly force?: boolean;
  /** The system message everyone sees. */
  readonly notice: Reply;
}

export type Claimed =
  | { readonly kind: 'claimed'; readonly conversation: string; readonly epoch: number }
  | { readonly kind: 'taken'; readonly by: string }
  /** It does not wait and nobody has it: its customer left, it was ended, or there never was one. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'empty' }
  /** The agent said that they are away: nothing of the line is theirs until they are back. */
  | { readonly kind: 'away' }
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
  readonly agent: Agent;
  readonly epoch: number;
  readonly text: string;
  /** True: only the team sees it, and anyone may write it who sees the ticket: held by somebody, or in a line they serve. */
  readonly note: boolean;
  /** On a note only. */
  readonly corrects?: Correction;
}

/** The customer wrote what the agent had not read: nothing was done. The entries after what they had, a hundred at most. */
export interface Wrote {
  readonly kind: 'wrote';
  readonly entries: readonly Entry[];
}

/** Why it is closed while an answer is owed. */
export interface Why {
  readonly reason: CloseReason;
  readonly words?: string;
}

/**
 * `helped`: whoever held it had written to the customer since they took it. `undoMs`: nobody is told before, and for so
 * long it can be undone.
 */
export type Moved = { readonly kind: 'moved'; readonly helped?: true; readonly undoMs?: number } | Wrote | Fenced;

/** `owed`: an answer is owed, and it was not said why none is given. */
export type Released = Moved | { readonly kind: 'owed' };

/** How an agent lets go of a ticket. */
export type Release = {
  readonly conversation: string;
  readonly agent: Holder;
  readonly epoch: number;
  /** The number of the newest entry the agent has read. */
  readonly seen: number;
  readonly notice: Reply;
  /** A supervisor does it, whoever holds the ticket or while it waits. */
  readonly force?: boolean;
  /** Its holder can undo it for a moment, before anybody is told. */
  readonly undo?: boolean;
} & (
  | {
      readonly action: 'release';
      /** Into the line of this queue, at its old place; without it, of the same. */
      readonly queue?: string;
    }
  | { readonly action: 'hand-back'; readonly effects: readonly Effect[] }
  | { readonly action: 'close'; readonly effects: readonly Effect[]; readonly why?: Why }
);

/** A ticket as its agent knows it. */
export interface Held {
  readonly conversation: string;
  readonly agent: Holder;
  readonly epoch: number;
}

/** From one agent to a colleague. */
export interface Pass {
  readonly conversation: string;
  readonly agent: Holder;
  readonly epoch: number;
  /** As in `Release`. */
  readonly seen: number;
  readonly to: Holder;
  readonly notice: Reply;
}

export type Passed =
  | { readonly kind: 'moved' }
  /** The colleague is not at their desk. */
  | { readonly kind: 'away' }
  /** The colleague holds as many tickets as anyone may. */
  | { readonly kind: 'full'; readonly capacity: number }
  | Wrote
  | Fenced;

export interface Queue {
  claim(claim: Claim): Promise<Claimed>;
  speak(speech: Speech): Promise<{ readonly kind: 'said'; readonly seq: number } | Fenced>;
  release(release: Release): Promise<Released>;
  /** Takes back a move that nobody was told of yet; the ticket is with its agent as before, by the epoch that is told. */
  undo(held: Held): Promise<{ readonly kind: 'back'; readonly epoch: number } | Fenced>;
  pass(pass: Pass): Promise<Passed>;
  /** A heartbeat: the agent is here (or away), and keeps what they hold; returns the conversations they hold. */
  present(agent: Agent, here: boolean): Promise<readonly string[]>;
  /** Everyone who was ever at the desk, by name. */
  colleagues(): Promise<readonly Colleague[]>;
  /** A customer in the line has their page open. */
  seen(conversation: string): Promise<void>;
  /** Tickets of any queue but these wait in the main one from now on, so that nobody waits where no one looks. */
  reassign(queues: readonly string[]): Promise<number>;
  /** Lets go of what can be undone no more, and returns tickets of agents who fell silent to the line: these are told. */
  sweep(notice: string): Promise<readonly string[]>;
  /** The head of these lines together, in order, and how long they are. */
  line(
    queues: readonly string[],
    limit: number,
  ): Promise<{ readonly tickets: readonly Ticket[]; readonly total: number }>;
  /** How many wait in these lines. */
  size(queues: readonly string[]): Promise<number>;
  held(agent: string): Promise<readonly Ticket[]>;
  /** Tickets that somebody holds, those first whose lease ends first. */
  assigned(limit: number): Promise<readonly Ticket[]>;
  ticket(conversation: string): Promise<Ticket | undefined>;
  /** The line as it stands before a waiting ticket. */
  position(ticket: Ticket): Promise<LineFacts>;
  /** Tickets one agent may hold at once. */
  readonly capacity: number;
  /** Customers this agent wrote to before closing or handing back, since `since` (hours are counted whole). */
  done(agent: string, since: number): Promise<number>;
}
