/** The page's shorter names for what the server sends. */
import type { EpisodeRow, EpisodeView, Summary } from '../../insights/contract.js';

export type {
  CesSummary,
  Driver,
  EntryRow,
  EpisodePage,
  EpisodeRow,
  EpisodeView,
  HourRow,
  Spread,
  Summary,
} from '../../insights/contract.js';
export type Outcome = NonNullable<EpisodeRow['outcome']>;
export type Reason = NonNullable<EpisodeRow['reason']>;
export type Entry = EpisodeView['entries'][number];
export type Span = EpisodeView['spans'][number];
export type Stint = Span['kind'];
export type Level = EpisodeRow['level'];
export type Definitions = Summary['definitions'];
