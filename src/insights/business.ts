/** Waits in business time: only while people were meant to be at the desk. */
import type { Span } from '../effort/index.js';
import type { Hours } from '../queue/index.js';
import type { BusinessTime } from './contract.js';

/** `end` is where a span ends that still runs, milliseconds since 1970. Never more than the wall time. */
export function businessTime(spans: readonly Span[], end: number, open: Opening): BusinessTime {
  const of = (wanted: Span['kind']) =>
    spans
      .filter(({ kind }) => kind === wanted)
      .reduce((sum, { from, to = end }) => sum + open.hours.openBetween(from, to, open.queue), 0);
  return { queue: of('queue'), agent: of('agent') };
}

export interface Opening {
  readonly hours: Pick<Hours, 'openBetween'>;
  /** Whose hours; without it, those of the main queue. */
  readonly queue?: string | undefined;
}
