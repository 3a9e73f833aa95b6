/** What the insights page needs of the server. Every call rejects with an error whose message can be shown. */
import type { Person } from '../../http/contract.js';
import type { Range } from './range.js';
import type { EpisodePage, EpisodeView, Summary } from './types.js';

export type Period = Pick<Range, 'from' | 'to'>;

export interface RowsWanted extends Period {
  /** The figure whose rows these are; without it, all cases begun. */
  readonly measure?: string;
  /** Where the page before ended. */
  readonly before?: string;
}

export interface InsightsPort {
  me(): Promise<Person>;
  summary(period: Period): Promise<Summary>;
  episodes(wanted: RowsWanted): Promise<EpisodePage>;
  episode(id: string): Promise<EpisodeView>;
}
