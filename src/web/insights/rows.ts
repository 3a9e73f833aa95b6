/** A list of cases that grows page by page; an answer to an older question never replaces a newer one. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { InsightsPort, Period, RowsWanted } from './port.js';
import type { EpisodeRow, Outcome } from './types.js';

export interface Rows {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly rows: readonly EpisodeRow[];
  readonly outcome?: Outcome;
  /** There are more. */
  readonly next?: string;
}

export interface RowsStore {
  readonly rows: ReadonlySignal<Rows>;
  /** Begins anew; with `until`, reads on until so many rows are there. */
  readonly show: (period: Period, what?: { outcome?: Outcome; until?: number }) => Promise<void>;
  readonly more: () => Promise<void>;
}

/** Joins a page to what is there: two pages may share rows of the same moment. */
function join(held: readonly EpisodeRow[], fresh: readonly EpisodeRow[]): readonly EpisodeRow[] {
  const known = new Set(held.map(({ id }) => id));
  return [...held, ...fresh.filter(({ id }) => !known.has(id))];
}

export function createRows(port: InsightsPort): RowsStore {
  const rows = signal<Rows>({ state: 'loading', rows: [] });
  let asked: RowsWanted = { from: 0, to: 0 };

  const page = async (): Promise<void> => {
    const mine = asked;
    const { next, outcome } = rows.value;
    const kept = outcome === undefined ? {} : { outcome };
    rows.value = { ...rows.value, state: 'loading' };
    try {
      const fresh = await port.episodes(next === undefined ? mine : { ...mine, before: next });
      if (asked !== mine) return;
      const all = join(rows.value.rows, fresh.rows);
      const grown = all.length > rows.value.rows.length;
      rows.value = {
        ...kept,
        state: 'ready',
        rows: all,
        ...(fresh.next !== undefined && grown && { next: fresh.next }),
      };
    } catch {
      if (asked === mine) rows.value = { ...rows.value, state: 'failed' };
    }
  };
  return {
    rows,
    more: page,
    async show({ from, to }, { outcome, until = 1 } = {}) {
      const kept = outcome === undefined ? {} : { outcome };
      const mine: RowsWanted = { from, to, ...kept };
      asked = mine;
      rows.value = { ...kept, state: 'loading', rows: [] };
      do await page();
      while (asked === mine && rows.value.next !== undefined && rows.value.rows.length < until);
    },
  };
}
