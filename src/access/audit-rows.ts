/** The audit as it is read: row by row, and as lines of a file. */
import type { AuditStore, Noted } from '../store/index.js';
import type { AuditKind, AuditRow, Deed } from './contract.js';
import { kindOf } from './deeds.js';

/** Which deeds: by a part of the name of who did it or by their id, and by their sort. */
export interface Which {
  readonly who: string;
  readonly kind?: AuditKind | undefined;
}

/** As the addresses of the desk and of insights have it. */
function aboutWords(about: Noted['about'] = { conversation: '' }): string {
  if (about === 'forgotten') return about;
  return about.episode === undefined ? about.conversation : `${about.episode}:${about.conversation}`;
}

export function rowOf({ id, at, deed, about }: Noted): AuditRow {
  const { about: person, ...rest } = JSON.parse(deed) as Omit<Deed, 'about'> & { readonly about?: string };
  const kind = kindOf(rest.what);
  return { id, at, ...rest, about: person ?? aboutWords(about), ...(kind === undefined ? {} : { kind }) };
}

export const isWanted = ({ who, kind }: Which, row: AuditRow): boolean =>
  (kind === undefined || row.kind === kind) &&
  (who === '' || row.who.id === who || row.who.name.toLowerCase().includes(who.toLowerCase()));

/** What begins like a formula is none. */
const csv = (value: unknown): string => {
  const plain = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
};
const columns = ['at', 'who', 'name', 'role', 'what', 'about', 'asked', 'before', 'after', 'outcome', 'from'] as const;

export const auditFormats = ['csv', 'jsonl'] as const;

interface Lines extends Which {
  readonly from: number;
  readonly to: number;
  readonly format: (typeof auditFormats)[number];
}

/** The oldest first. */
export async function* auditLines(store: AuditStore, { from, to, format, ...which }: Lines): AsyncGenerator<string> {
  if (format === 'csv') yield columns.join(',');
  for await (const noted of store.between(from, to)) {
    const row = rowOf(noted);
    if (!isWanted(which, row)) continue;
    const { at, who, kind: _, id: _id, ...rest } = row;
    const line = { at: new Date(at).toISOString(), who: who.id, name: who.name, role: who.role, ...rest };
    yield format === 'csv' ? columns.map((name) => csv(line[name])).join(',') : JSON.stringify(line);
  }
}
