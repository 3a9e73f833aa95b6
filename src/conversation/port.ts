/** What the bot needs of a store. Both calls are atomic, and safe to repeat. */
import type { Effect } from './effect.js';
import type { Channel, Choice, Customer, Deed, Entry, Episode, LineFacts, Message, Reply, Said } from './episode.js';

/** A heard message whose turn this process owes. */
export interface Turn {
  readonly said: Message;
  readonly seq: number;
  readonly at: number;
  /** When the store answered, by its own clock. */
  readonly now: number;
  /** The open episode, or the closed one whose survey is still unanswered. */
  readonly episode?: Episode;
  /** Episodes this customer had before this one, in any conversation, within `contactHours`. */
  readonly contacts: number;
  /** The customer waits for a person, or has one, in another conversation: that is their place in the line. */
  readonly elsewhere?: 'waiting' | 'assigned';
  /**
   * What was said last, without this message, those after it and those that only took a choice, oldest first: the words,
   * nothing they carry.
   */
  readonly recent: readonly Entry[];
  /** The choices of what the customer read last before this message; none where that offered none. */
  readonly shown?: readonly Choice[];
  readonly line: LineFacts;
  /** Fences the turn: raised whenever another process takes the conversation over. */
  readonly turnLease: number;
}

export type Received =
  /** This process runs the turn now. */
  | { readonly kind: 'turn'; readonly seq: number; readonly turn: Turn }
  /** Kept; a turn before it is still running somewhere, and this one follows it. */
  | { readonly kind: 'queued'; readonly seq: number }
  | { readonly kind: 'duplicate'; readonly seq: number }
  /** Nothing was kept: what the token opens is not there any more. */
  | { readonly kind: 'gone'; readonly seq: 0 };

/** Seconds. Nothing that opens a conversation lives longer; what is left of an erased conversation does. */
export const longestAccess = 30 * 24 * 3600;

/** Where a reader is: after an entry's number, in one generation; without one, in the generation that is there. */
export interface Watermark {
  readonly after: number;
  readonly generation?: number;
}

/**
 * A reader. `life`: what their token says of the conversation it opens (see `Message`); missing where no token is
 * needed.
 */
export interface Reader extends Watermark {
  readonly life?: string;
  /** Entries at most. */
  readonly limit?: number;
}

export type Reading =
  | {
      readonly kind: 'read';
      /** When this conversation began: another number means that what was there before was erased. */
      readonly generation: number;
      readonly life: string;
      /** The newest entry's number. */
      readonly seq: number;
      /** Whether it waits in the line, or a person has it. */
      readonly ticket: boolean;
      /** Those after the mark; all of them where the mark is of another generation, or beyond the end. */
      readonly entries: readonly Entry[];
    }
  /** It has not begun. */
  | { readonly kind: 'none' }
  /** It was erased, or what the reader's token opens is not there any more. */
  | { readonly kind: 'gone' };

/** A conversation that has just begun. */
export interface Begun {
  readonly life: string;
}

/** The secret by which a browser finds its conversation again, all of them hashed. */
export interface Renewal {
  readonly life: string;
  /** The one that is shown, and the one for which that was given; missing where a chat token asks for the first. */
  readonly shown?: { readonly secret: string; readonly parent: string };
  readonly next: string;
}

export type Renewed =
  | { readonly kind: 'renewed'; readonly life: string }
  | { readonly kind: 'gone' }
  /** It had been used before: somebody has a copy, and all that opens the conversation was called in. */
  | { readonly kind: 'reused' };

export type Committed =
  /** All of it is stored; `next` is a message that came in meanwhile. */
  | { readonly kind: 'committed'; readonly next?: Turn }
  /** The ticket changed hands while the turn ran: nothing was stored, decide again. */
  | { readonly kind: 'moved'; readonly turn: Turn }
  /** Another process took the turn over: nothing was stored, stop. */
  | { readonly kind: 'fenced' };

export interface ConversationSummary {
  readonly id: string;
  readonly channel: Channel;
  readonly customer: Customer;
  readonly reference?: string;
  /** The newest entry's number. */
  readonly seq: number;
  /**
   * When it began, milliseconds since 1970; 0 when an older release began it. Numbers of another one say nothing here.
   */
  readonly generation: number;
}

/** Whose ticket it must be: the agent's by this epoch; `over`: a supervisor's, whoever has it. */
export interface Reveal {
  readonly conversation: string;
  readonly seq: number;
  readonly epoch: number;
  readonly agent: string;
  readonly over: boolean;
}

export type Revealed =
  /** `box`: empty where it is not kept any more. */
  | { readonly kind: 'sealed'; readonly entry: Entry; readonly box: string }
  | { readonly kind: 'fenced' }
  | { readonly kind: 'none' };

export type Amended =
  | { readonly kind: 'amended'; readonly seq: number }
  /** Nothing was done: no such message is kept any more, it says so already, or there is no ticket to end. */
  | { readonly kind: 'unknown' };

export interface Conversations {
  /** Keeps a customer's message and says who runs its turn. */
  receive(said: Said): Promise<Received>;
  /** Keeps what a customer does beside writing; the team reads it. Safe to repeat. */
  amend(deed: Deed): Promise<Amended>;
  /** Stores what a turn decided: all of it or nothing. */
  commit(turn: Turn, effects: readonly Effect[]): Promise<Committed>;
  /**
   * Greets once, and returns the life of the conversation that begins with it; does nothing when anything was said
   * before.
   */
  greet(said: Said, reply: Reply): Promise<Begun | undefined>;
  /** Takes over turns whose process died, up to so many in each shard; a shard that does not answer is left out. */
  overdue(limit: number): Promise<readonly Turn[]>;
  /**
   * The transcript after `seq`, oldest first, at most `limit` entries; all roles, and how each message reads, so
   * callers leave out what a customer must not see.
   */
  entries(conversation: string, after: number, limit?: number): Promise<readonly Entry[]>;
  read(conversation: string, reader: Reader): Promise<Reading>;
  /** What is kept sealed of an entry. */
  reveal(wanted: Reveal): Promise<Revealed>;
  renew(conversation: string, renewal: Renewal): Promise<Renewed>;
  find(conversation: string): Promise<ConversationSummary | undefined>;
  /** The first of some ids that a new conversation of this customer may have: all of theirs are kept together. */
  idFor(customer: string, next: () => string): string;
}
