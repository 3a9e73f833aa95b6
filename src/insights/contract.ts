/** What the insights page and server say to each other. Times are milliseconds since 1970, spans milliseconds. */
import type {
  Channel,
  ChannelWords,
  CloseReason,
  Entry,
  EpisodeState,
  Level,
  Outcome,
  Reason,
  Receipt,
  Stint,
} from '../conversation/index.js';
import type { Definition, Driver, EntryFigures, Figures, HourFigures, Period } from '../effort/index.js';

export type { Ces as CesSummary, Driver, HourFigures as HourRow, Spread } from '../effort/index.js';

export interface EntryRow extends EntryFigures {
  /** Missing when it is not in the knowledge base any more. */
  readonly title?: string;
}

export interface Summary extends Figures, Period {
  readonly now: number;
  /** The time zone of the opening hours, in which days are counted: IANA. */
  readonly zone: string;
  readonly live: {
    readonly waiting: number;
    readonly assigned: number;
    readonly agents: number;
    readonly longestWait?: number;
  };
  readonly hours: readonly HourFigures[];
  /** Entries of the knowledge base that were shown or offered, most shown first. */
  readonly entries: readonly EntryRow[];
  /** What each figure is, by its name: a sentence and the exact formula. */
  readonly definitions: Readonly<Record<string, Definition>>;
}

export interface EpisodeRow {
  /** conversation + number, for the address of its page. */
  readonly id: string;
  readonly conversation: string;
  readonly number: number;
  readonly channel: Channel;
  readonly channelWords: ChannelWords;
  readonly customer: string;
  /** What `warmline erase` takes. */
  readonly customerId: string;
  readonly bornAt: number;
  readonly endedAt?: number;
  readonly state: EpisodeState;
  readonly outcome?: Outcome;
  readonly reason?: Reason;
  /** Milliseconds of each stint so far; they add up to the life. */
  readonly stints: Readonly<Record<Stint, number>>;
  readonly turns: number;
  readonly misses: number;
  /** What it adds to the figure whose rows were asked for. */
  readonly adds: number;
  readonly level: Level;
  readonly effort: number;
  readonly drivers: readonly Driver[];
  /** What the customer answered, 1..7. */
  readonly ces?: number;
  readonly comment?: string;
  /** It was closed while an answer was owed: why. */
  readonly closedOwing?: { readonly reason: CloseReason; readonly words?: string };
  readonly agent?: string;
}

export interface EpisodePage {
  readonly rows: readonly EpisodeRow[];
  /** Pass as `before` for the next page; missing on the last. */
  readonly next?: string;
}

/** Milliseconds of waiting for a person while the desk was open, by the hours of the episode's last queue. */
export interface BusinessTime {
  readonly queue: number;
  readonly agent: number;
}

export interface EpisodeView {
  readonly episode: EpisodeRow;
  readonly business: BusinessTime;
  readonly spans: readonly { readonly kind: Stint; readonly from: number; readonly to: number }[];
  readonly entries: readonly Entry[];
  readonly receipt?: Receipt;
}
