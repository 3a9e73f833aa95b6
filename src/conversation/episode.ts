/** The words of the house as types: what is said, what is answered, and the support case it belongs to. */
import { z } from 'zod';
import type { Cause, PersonalKind } from '../base/index.js';
import type { Feeling, Mood } from './feeling.js';
import {
  type changes,
  type Count,
  type forms,
  type Mark,
  type Outcome,
  outcomeNames,
  type readings,
  reasonNames,
} from './names.js';

/** The name of a channel; which there are, and how each is called on screen, says the table in channels.ts. */
export type Channel = string;

export interface Customer {
  readonly id: string;
  readonly name?: string;
  /** As the site that sent them here says. */
  readonly vip?: boolean;
}

/** A file that was sent: its name, and its kind as the channel calls it. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
}

/** What a turn reads of what came in. */
export interface Message {
  readonly conversation: string;
  readonly channel: Channel;
  readonly customer: Customer;
  readonly text: string;
  /** All of the text, where `text` is only as much as is thought about. */
  readonly whole?: string;
  /** As the customer wrote it, where `text` masks some of it: in memory only, while its turn runs here. */
  readonly written?: string;
  /** What a tapped choice carries. */
  readonly value?: string;
  /** The number of the entry that offered it, where the channel tells. */
  readonly offer?: number;
  /** The words that it replies to, where the channel tells. */
  readonly quote?: string;
  /** What was sent with it. */
  readonly files?: readonly SentFile[];
  /** How a push channel is reached again; opaque to everyone but the channel. */
  readonly reference?: string;
  /** Several people write in the conversation. */
  readonly group?: boolean;
  /** ISO 639-1: the language of the page or the app that it comes from, where the channel tells. */
  readonly locale?: string;
}

/** What came in. */
export interface Said extends Message {
  /** The channel's id of this message; the same id never counts twice. */
  readonly activity: string;
  /** What was masked in it, for those who may see it. */
  readonly sealed?: Sealed;
  /** Of the token it came with, where there is one: which conversation that opens. Empty when it had not begun yet. */
  readonly life?: string;
}

/** What is masked in an entry and kept sealed: which kinds, and the mark that its seal has. */
export interface SealMark {
  readonly mark: string;
  readonly kinds: readonly PersonalKind[];
}

export interface Sealed extends SealMark {
  readonly box: string;
  /** For so long it is kept. */
  readonly seconds: number;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

const faqPrefix = 'faq:';

/** The value of a choice that stands for an entry of the knowledge base. */
export const faqChoice = {
  valueOf: (id: string): string => faqPrefix + id,
  idOf: (value: string): string | undefined =>
    value.startsWith(faqPrefix) ? value.slice(faqPrefix.length) : undefined,
};

/** One of several who write in a conversation. */
export interface Speaker {
  readonly id: string;
  readonly name?: string;
}

/** What an entry carries besides its words. */
export interface Extras {
  readonly choices?: readonly Choice[];
  /** `scale`: the choices are one row from low to high, for the survey. */
  readonly form?: (typeof forms)[number];
  readonly mark?: Mark;
  /** The name of the person who spoke or acted. */
  readonly by?: string;
  /** The id of the FAQ entry that was answered with. */
  readonly faq?: string;
  /** The version of the knowledge base that answered. */
  readonly base?: string;
  /** The number of the customer's message that had no answer, or whose answer did not help. */
  readonly missed?: number;
  /** What a tapped choice carried. */
  readonly value?: string;
  /** What was sent with it, and the words that it replies to. */
  readonly files?: readonly SentFile[];
  readonly quote?: string;
  /** Its writer has changed it since. */
  readonly change?: (typeof changes)[number];
  /** Who wrote it, where several write. */
  readonly speaker?: Speaker;
  /**
   * The number of the entry it is about: of a note, the message; of a tapped choice, the entry that offered it; of the
   * assistant's answer to a choice that came too late, that choice.
   */
  readonly about?: number;
  /** And when it corrects how that entry was read: how it really feels. */
  readonly reads?: (typeof readings)[number];
  /** What of it somebody may have shown to them. */
  readonly sealed?: SealMark;
  /** The call it comes of, where it has to be brought to a channel later. */
  readonly cause?: Cause;
}

/**
 * What a customer does beside writing: they change what they wrote (`said.activity` is its id), react to something, or take
 * the channel away.
 */
export interface Deed {
  readonly said: Said;
  readonly what: (typeof changes)[number] | 'reacted' | 'gone';
}

/** A person's word on how a customer's message reads. */
export interface Correction {
  /** The number of the message. */
  readonly about: number;
  readonly reads: (typeof readings)[number];
}

/** What goes out. */
export interface Reply extends Extras {
  readonly text: string;
}

export type Role = 'customer' | 'assistant' | 'agent' | 'note' | 'system';

/** Whose time runs: the customer waits for the assistant, in the queue, for the agent; or has the word. */
export type Stint = 'bot' | 'queue' | 'agent' | 'customer';

/** One line of the transcript. `seq` counts from 1 without gaps. */
export interface Entry extends Reply {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly role: Role;
  /** The stint that starts with this entry; `closed` ends the episode, `none` is outside of one. */
  readonly stint: Stint | 'closed' | 'none';
  readonly feeling?: Feeling;
  /** The channel's own id of a customer's message, while it is fresh: its echo is matched by it. */
  readonly activity?: string;
}

/** Where a flow was left, to be resumed by the next message. */
export interface Place {
  readonly flow: string;
  readonly step: string;
  readonly memo?: Readonly<Record<string, string>>;
}

/** What the assistant keeps in mind during an episode. */
export interface Memory {
  readonly mood: Mood;
  readonly place?: Place;
  /** Answers in a row that did not help: unknown, or said not to have solved it. */
  readonly failures: number;
  /** The last answer given by the FAQ and not yet judged. */
  readonly answered?: string;
  /** The number of the message that was last taken for a question. */
  readonly asked?: number;
  /** ISO 639-1: the language the customer writes in. It is kept from one case to the next. */
  readonly language?: string;
}

export type EpisodeState = 'bot' | 'waiting' | 'assigned' | 'closed';

export const outcome = z.enum(outcomeNames);

/** Shown, and said to have solved it or not; or offered as one of several. Counted per entry and hour. */
export type EntryOutcome = 'shown' | 'solved' | 'unsolved' | 'clarified';

export interface Episode {
  readonly number: number;
  readonly bornAt: number;
  /** Milliseconds of each stint that has ended; the running one is not in it. */
  readonly stints: Readonly<Record<Stint, number>>;
  readonly counts: Readonly<Partial<Record<Count, number>>>;
  /** The highest frustration so far, 0..1. */
  readonly peak: number;
  readonly state: EpisodeState;
  /** Raised by every change of hands; a write with an old epoch is refused. */
  readonly epoch: number;
  readonly memory: Memory;
  /** The name of the agent who holds it. */
  readonly agent?: string;
  /** A person has written to the customer since the ticket was opened. */
  readonly helped: boolean;
  /** Somebody was in danger, robbed or in distress in this case: the tone stays warm, and nobody asks for a score. */
  readonly grave?: true;
  /** How to reach the customer, if they left a message. */
  readonly contact?: string;
  readonly outcome?: Outcome;
}

/** What the customer hears about the line, exact at the time of the message. */
export interface LineFacts {
  /** Tickets ahead of this one, or of a customer who would join now. */
  readonly ahead: number;
  /** Whose line it is, where that is settled: the queue of the ticket, or the one it was helped in before. */
  readonly queue?: string;
  /** Agents at their desk. */
  readonly agents: number;
  /** Milliseconds between recent claims; 0 when nothing was claimed yet. */
  readonly pace: number;
}

/** What each place in the line adds to a wait, whole microseconds: at best and at worst. */
export interface WaitPace {
  readonly low: number;
  readonly high: number;
}

export const reason = z.enum(reasonNames);
