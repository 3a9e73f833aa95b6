/** What the insights page and server say to each other. Times are milliseconds since 1970, spans milliseconds. */
import type { Channel, Entry, Level, Outcome, Reason, Receipt, Stint } from '../conversation/index.js';

/** Percentiles of a span; missing when nothing was measured. `n` is how many were measured. */
export interface Spread {
  readonly n: number;
  readonly p50?: number;
  readonly p90?: number;
  readonly p95?: number;
}

export interface CesSummary {
  /** Surveys asked and answered. */
  readonly asked: number;
  readonly n: number;
  readonly mean?: number;
  /** Share of answers 5, 6 and 7, from 0 to 1. */
  readonly easy?: number;
  /** Answers 1 to 7, in order. */
  readonly counts: readonly number[];
}

export interface HourRow {
  readonly at: number;
  readonly episodes: number;
  readonly escalations: number;
  readonly answers: number;
  readonly misses: number;
  readonly waitP90?: number;
  readonly effortMean?: number;
}

/** What became of one entry; `effort` is the mean of the cases it was shown in, 0..100. */
export interface EntryRow {
  readonly id: string;
  readonly shown: number;
  readonly solved: number;
  readonly unsolved: number;
  readonly clarified: number;
  readonly escalated: number;
  readonly effort?: number;
}

export interface Summary {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly live: {
    readonly waiting: number;
    readonly assigned: number;
    readonly agents: number;
    readonly longestWait?: number;
  };
  readonly episodes: number;
  readonly ended: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly escalations: { readonly total: number; readonly byReason: Readonly<Partial<Record<Reason, number>>> };
  readonly answers: number;
  readonly misses: number;
  readonly wait: Spread;
  readonly firstReply: Spread;
  readonly abandoned: number;
  readonly ces: CesSummary;
  /** Effort of ended episodes, 0..100. */
  readonly effort: { readonly n: number; readonly mean?: number; readonly high: number };
  readonly hours: readonly HourRow[];
  /** Entries of the knowledge base that were shown or offered, most shown first. */
  readonly entries: readonly EntryRow[];
  /** What each figure is, by its name: a sentence and the exact formula. */
  readonly definitions: Readonly<Record<string, { readonly title: string; readonly formula: string }>>;
}

export interface Driver {
  /** "repeated the question", "waited in the queue", … */
  readonly name: string;
  readonly value: number;
  /** What it added to the effort. */
  readonly points: number;
}

export interface EpisodeRow {
  /** conversation + number, for the address of its page. */
  readonly id: string;
  readonly conversation: string;
  readonly number: number;
  readonly channel: Channel;
  readonly customer: string;
  readonly bornAt: number;
  readonly endedAt?: number;
  readonly state: 'bot' | 'waiting' | 'assigned' | 'closed';
  readonly outcome?: Outcome;
  readonly reason?: Reason;
  /** Milliseconds of each stint so far; they add up to the life. */
  readonly stints: Readonly<Record<Stint, number>>;
  readonly turns: number;
  readonly misses: number;
  readonly level: Level;
  readonly effort: number;
  readonly drivers: readonly Driver[];
  /** What the customer answered, 1..7. */
  readonly ces?: number;
  readonly comment?: string;
  readonly agent?: string;
}

export interface EpisodePage {
  readonly rows: readonly EpisodeRow[];
  /** Pass as `before` for the next page; missing on the last. */
  readonly next?: string;
}

export interface EpisodeView {
  readonly episode: EpisodeRow;
  readonly spans: readonly { readonly kind: Stint; readonly from: number; readonly to: number }[];
  readonly entries: readonly Entry[];
  readonly receipt?: Receipt;
}
