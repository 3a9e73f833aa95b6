/** Tickets as agents see them, and what the desk needs of a store. Every call is atomic, and safe to repeat. */
import type { CloseReason, Correction, Effect, LineFacts, Reply } from '../conversation/index.js';
import type { Closed } from './closed.js';
import type { Agent, Colleague, Fenced, Holder, Taker, Ticket, Wrote } from './ticket.js';

/** What a notice says instead to who writes in a language, ISO 639-1. */
export type Told = Readonly<Record<string, string>>;

export interface Claim {
  readonly agent: Agent;
  /** Made by the caller, once for each claim: a repeat gets the first answer. */
  readonly token: string;
  /** That ticket; without it, the head of the lines the agent serves. */
  readonly conversation?: string;
  /** A supervisor takes it over, whoever holds it. */
  readonly force?: boolean;
  /** The system message everyone sees. */
  readonly notice: Reply;
  readonly told?: Told;
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

/**
 * From one agent to a colleague. It cannot be undone as what is let go of can: the colleague has it at once, with a seat of
 * theirs and a customer who waits for them, and may have read and answered it. They pass it back.
 */
export interface Pass {
  readonly conversation: string;
  readonly agent: Holder;
  readonly epoch: number;
  /** As in `Release`. */
  readonly seen: number;
  readonly to: Taker;
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

export interface Queue extends Closed {
  claim(claim: Claim): Promise<Claimed>;
  speak(speech: Speech): Promise<{ readonly kind: 'said'; readonly seq: number } | Fenced>;
  release(release: Release): Promise<Released>;
  /** Takes back a move that nobody was told of yet; the ticket is with its agent as before, by the epoch that is told. */
  undo(held: Held): Promise<{ readonly kind: 'back'; readonly epoch: number } | Fenced>;
  pass(pass: Pass): Promise<Passed>;
  /** A heartbeat: the agent is here (or away), and keeps what they hold; returns the conversations they hold. */
  present(agent: Agent, here: boolean): Promise<readonly string[]>;
  /** Everyone who was ever at the desk and may come in, by name. */
  colleagues(): Promise<readonly Colleague[]>;
  /** A customer in the line has their page open. */
  seen(conversation: string): Promise<void>;
  /** Tickets of any queue but these wait in the main one from now on, so that nobody waits where no one looks. */
  reassign(queues: readonly string[]): Promise<number>;
  /** Lets go of what can be undone no more, and returns tickets of agents who fell silent to the line: these are told. */
  sweep(notice: string, told?: Told): Promise<readonly string[]>;
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
  /** Tickets an agent of whom nothing else is said may hold at once. */
  readonly capacity: number;
  /** Customers this agent wrote to before closing or handing back, since `since` (hours are counted whole). */
  done(agent: string, since: number): Promise<number>;
}
