/** Hours as the charts need them: without holes, or gathered by day and by hour of the day. */
import type { HourRow } from './types.js';

const hour = 3_600_000;

const empty = (at: number): HourRow => ({
  at,
  episodes: 0,
  escalations: 0,
  answers: 0,
  misses: 0,
  waited: 0,
  ended: 0,
});

/** Every hour of the period up to `until`; those in which nothing happened count nothing. */
export function everyHour(rows: readonly HourRow[], from: number, until: number): readonly HourRow[] {
  const known = new Map(rows.map((row) => [Math.floor(row.at / hour), row]));
  const first = Math.floor(from / hour);
  const length = Math.max(0, Math.ceil(until / hour) - first);
  return Array.from({ length }, (_, index) => known.get(first + index) ?? empty((first + index) * hour));
}

export interface DayRow {
  /** Its first hour. */
  readonly at: number;
  readonly hours: readonly HourRow[];
  readonly episodes: number;
  readonly escalations: number;
  readonly answers: number;
  readonly misses: number;
}

type Counted = 'episodes' | 'escalations' | 'answers' | 'misses';

const sum = (rows: readonly HourRow[], what: Counted) => rows.reduce((total, row) => total + row[what], 0);

/** By the local calendar. Percentiles are not gathered: they cannot be added up. */
export function byDay(rows: readonly HourRow[]): readonly DayRow[] {
  const days = new Map<number, HourRow[]>();
  for (const row of rows) {
    const day = new Date(row.at).setHours(0, 0, 0, 0);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days.values()].map((hours) => ({
    at: hours[0]?.at ?? 0,
    hours,
    episodes: sum(hours, 'episodes'),
    escalations: sum(hours, 'escalations'),
    answers: sum(hours, 'answers'),
    misses: sum(hours, 'misses'),
  }));
}

/** Points for a sparkline: by hour for one day, by day for longer. */
export function trend(rows: readonly HourRow[], what: Counted): readonly number[] {
  const days = byDay(rows);
  return days.length > 1 ? days.map((day) => day[what]) : rows.map((row) => row[what]);
}

export type Measure = 'longestWait' | 'effortMean' | 'escalations' | 'misses';

export const measured = (row: HourRow, measure: Measure): number | undefined => {
  const value = row[measure];
  return value === 0 && (measure === 'escalations' || measure === 'misses') ? undefined : value;
};

/** The hour in which it was worst; undefined when nothing was measured. */
export function worst(rows: readonly HourRow[], measure: Measure): HourRow | undefined {
  return rows.reduce<HourRow | undefined>(
    (top, row) => ((measured(row, measure) ?? 0) > (top ? (measured(top, measure) ?? 0) : 0) ? row : top),
    undefined,
  );
}
