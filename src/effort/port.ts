/** Episodes and hourly tallies, as kept by the store; everything the managers' numbers are made of. */
import type { Span } from './stints.js';
import type {
  Channel,
  CloseReason,
  Count,
  Customer,
  EntryOutcome,
  EpisodeState,
  Level,
  Outcome,
  Reason,
  Receipt,
  Stint,
} from '../conversation/index.js';

/** By which of its times a case belongs to a period: when it began, when its person asked for one of ours, when it ended. */
export const cohorts = ['begun', 'asked', 'ended'] as const;
export type Cohort = (typeof cohorts)[number];

export interface EpisodeRecord {
  readonly conversation: string;
  readonly number: number;
  readonly channel: Channel;
  readonly customer: Customer;
  /** Whose case it is, where several write or somebody signed in since: the customer's id, else. */
  readonly person: string;
  readonly state: EpisodeState;
  readonly bornAt: number;
  readonly endedAt?: number;
  /** The first entry of the transcript that belongs to it. */
  readonly from: number;
  readonly outcome?: Outcome;
  readonly reason?: Reason;
  /** The queue it waits in, or waited in last. */
  readonly queue?: string;
  /** Milliseconds; the running stint counted up to `now`. They add up to the life of the episode. */
  readonly stints: Readonly<Record<Stint, number>>;
  readonly counts: Readonly<Partial<Record<Count, number>>>;
  readonly peak: number;
  /** Episodes of this customer before this one, within `contactHours`. */
  readonly contacts: number;
  readonly level: Level;
  /** ISO 639-1: the language the customer wrote in. */
  readonly language?: string;
  /** 0..100, kept when the episode ended. */
  readonly effort?: number;
  /** It was closed while an answer was owed: why. */
  readonly closedOwing?: { readonly reason: CloseReason; readonly words?: string };
  readonly ces?: number;
  readonly comment?: string;
  /** What they left to be reached by. */
  readonly contact?: string;
  /** Whose time ran when, where there is no transcript any more that would tell. */
  readonly spans?: readonly Span[];
  /** Who has it, or had it last. */
  readonly agent?: string;
  readonly receipt?: Receipt;
  /** When they first came into a line, when they stood in it no more, and how that ended: see line-measures.ts. */
  readonly askedAt?: number;
  readonly stoodTill?: number;
  readonly stood?: (typeof stands)[number];
  /** The wait that was said, milliseconds, and how it turned out. */
  readonly promised?: { readonly low: number; readonly high: number };
  readonly promise?: 'kept' | 'sooner' | 'later';
  /** The first words of a person. */
  readonly firstWordAt?: number;
  /** How often a person took it from the line or from another, it went from one person to another, a person wrote, and it was reopened. */
  readonly claims: number;
  readonly transfers: number;
  readonly lines: number;
  readonly reopens: number;
  /** The contact before it, within `contactHours`, was on another channel. */
  readonly switched: boolean;
  /** What became of entries of the knowledge base in it, by their ids: how often. */
  readonly entries: Readonly<Record<string, Readonly<Partial<Record<EntryOutcome, number>>>>>;
}

/** How somebody's first stand in the line ended: see `stood` in lua/parts/line.lua. */
export const stands = ['served', 'left', 'dropped', 'taken', 'lost'] as const;

/** The counters of one hour, by name. */
export interface Hour {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly counters: Readonly<Record<string, number>>;
}

export interface Period {
  /** Milliseconds since 1970, `to` not included. */
  readonly from: number;
  readonly to: number;
}

export interface Ledger {
  /** Episodes that came into the cohort in the period, newest first. */
  episodes(period: Period, limit: number, cohort?: Cohort): Promise<readonly EpisodeRecord[]>;
  episode(conversation: string, number: number): Promise<EpisodeRecord | undefined>;
  /** The latest episodes of a person over all their conversations, newest first, and whether there are more. */
  ofPerson(
    person: string,
    limit: number,
  ): Promise<{ readonly found: readonly EpisodeRecord[]; readonly more: boolean }>;
  /** One row per hour and shard with anything counted. */
  hours(period: Period): Promise<readonly Hour[]>;
  /** What is going on right now in these queues. */
  live(queues: readonly string[]): Promise<{
    readonly waiting: number;
    readonly assigned: number;
    readonly agents: number;
    /** The longest of all waits in these lines, milliseconds. */
    readonly oldest?: number;
  }>;
}
