/** The audit behind its page: what is looked for, and what was found of it, a page at a time. No DOM. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { AuditKind, AuditRow } from '../../access/contract.js';
import type { AdminPort, AuditWanted } from './port.js';

export interface Sought {
  readonly who: string;
  readonly kind?: AuditKind | undefined;
  /** As `2026-11-23`; empty for all days. */
  readonly day: string;
}

export interface Found {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly rows: readonly AuditRow[];
  readonly next?: string;
  readonly trouble?: string;
}

export interface Audit {
  readonly sought: ReadonlySignal<Sought>;
  readonly found: ReadonlySignal<Found>;
  load(change?: Partial<Sought>): Promise<void>;
  more(): Promise<void>;
}

/** A day of the reader's own calendar, which may have 23 or 25 hours. */
function dayOf(day: string): Pick<AuditWanted, 'from' | 'to'> {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const from = new Date(year, month - 1, date).getTime();
  return day === '' || Number.isNaN(from) ? {} : { from, to: new Date(year, month - 1, date + 1).getTime() - 1 };
}

export const wantedOf = ({ who, kind, day }: Sought): AuditWanted => ({
  who: who.trim(),
  ...(kind === undefined ? {} : { kind }),
  ...dayOf(day),
});

export function createAudit(port: Pick<AdminPort, 'audit'>): Audit {
  const sought = signal<Sought>({ who: '', day: '' });
  const found = signal<Found>({ state: 'loading', rows: [] });
  async function read(rows: readonly AuditRow[], before?: string): Promise<void> {
    const asked = sought.value;
    const place = before === undefined ? {} : { before };
    found.value = { ...found.value, state: 'loading' };
    try {
      const { deeds, next } = await port.audit({ ...wantedOf(asked), ...place });
      if (sought.value !== asked) return;
      found.value = { state: 'ready', rows: [...rows, ...deeds], ...(next === undefined ? {} : { next }) };
    } catch (error) {
      if (sought.value !== asked) return;
      const trouble = error instanceof Error ? error.message : 'The server did not answer.';
      found.value = { state: 'failed', rows, trouble, ...(before === undefined ? {} : { next: before }) };
    }
  }
  return {
    sought,
    found,
    load(change = {}) {
      sought.value = { ...sought.value, ...change };
      return read([]);
    },
    more: () => read(found.value.rows, found.value.next),
  };
}
