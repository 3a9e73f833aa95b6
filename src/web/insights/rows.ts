/**
 * A list of cases that grows page by page: a page that was looked through without success is followed by the next, until there is
 * something or the end; an answer to an older question never replaces a newer one. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { InsightsPort, Period, RowsWanted } from './port.js';
import type { EpisodeRow } from './types.js';

export interface Rows {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly rows: readonly EpisodeRow[];
  /** Whose rows they are, where they are not all. */
  readonly measure?: string;
  readonly period: Period;
  /** There are more. */
  readonly next?: string;
}

export interface RowsStore {
  readonly rows: ReadonlySignal<Rows>;
  /** Begins anew; with `until`, reads on until so many rows are there. */
  readonly show: (period: Period, what?: { measure?: string | undefined; until?: number }) => Promise<void>;
  readonly more: () => Promise<void>;
}

/** Joins a page to what is there: two pages may share rows of the same moment. */
function join(held: readonly EpisodeRow[], fresh: readonly EpisodeRow[]): readonly EpisodeRow[] {
  const known = new Set(held.map(({ id }) => id));
  return [...held, ...fresh.filter(({ id }) => !known.has(id))];
}

export function createRows(port: InsightsPort): RowsStore {
  const rows = signal<Rows>({ state: 'loading', rows: [], period: { from: 0, to: 0 } });
  let asked: RowsWanted = { from: 0, to: 0 };

  /** Reads on until `until` rows are there. */
  const read = async (until: number): Promise<void> => {
    const mine = asked;
    rows.value = { ...rows.value, state: 'loading' };
    try {
      do {
        const { next: before, rows: held, ...rest } = rows.value;
        const { rows: found, next } = await port.episodes(before === undefined ? mine : { ...mine, before });
        if (asked !== mine) return;
        rows.value = { ...rest, rows: join(held, found), ...(next !== undefined && next !== before && { next }) };
      } while (rows.value.next !== undefined && rows.value.rows.length < until);
      rows.value = { ...rows.value, state: 'ready' };
    } catch {
      if (asked === mine) rows.value = { ...rows.value, state: 'failed' };
    }
  };
  return {
    rows,
    more: () => read(rows.value.rows.length + 1),
    async show({ from, to }, { measure, until = 1 } = {}) {
      const kept = measure === undefined ? {} : { measure };
      const mine: RowsWanted = { from, to, ...kept };
      asked = mine;
      rows.value = { ...kept, state: 'loading', rows: [], period: { from, to } };
      await read(until);
    },
  };
}
