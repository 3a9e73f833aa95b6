/** What comes out of the store, parsed on its way in: flat lists into records, fields into our types. */
import {
  type Channel,
  type Count,
  countNames,
  type Customer,
  type Episode,
  type EpisodeState,
  type Level,
  levels,
  outcome,
  type Receipt,
  receipt,
  type Stint,
} from '../conversation/index.js';
import { SupportError } from '../base/index.js';
import { readMemory } from './memory.js';

export type Fields = Readonly<Record<string, string | undefined>>;

export const broken = (what: string): SupportError =>
  new SupportError('internal', `The store answered with something that is not ${what}.`);

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Lua has one kind of table, so that scripts tell an empty list as an empty record. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isEmpty(value)) return [];
  throw broken('a list');
}

export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === null || value === undefined || value === false) return ''; // Lua's word for nothing is false
  throw broken('text');
}

export const int = (value: unknown): number => {
  const number = Number(text(value));
  if (!Number.isFinite(number)) throw broken('a number');
  return number;
};

/** Stored microseconds as milliseconds; the fraction keeps them exact. */
export const ms = (value: unknown): number => int(value) / 1000;
export const micros = (milliseconds: number): number => Math.round(milliseconds * 1000);

interface Parser<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

/** JSON that we stored ourselves, or undefined when it is missing or of an older shape. */
export function json<T>(value: string | undefined, schema: Parser<T>): T | undefined {
  if (value === undefined || value === '') return undefined;
  try {
    const result = schema.safeParse(JSON.parse(value));
    return result.success ? result.data : undefined;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

/** As lua/parts/turn.lua tells them. */
const told = ['st', 'ep', 'wb', 'wq', 'wa', 'wc', 'an', 'qu', 'sc', 'born', 'pk', 'co', 'oc', 'cn', ...countNames];

/** What a turn reads of the record of its episode. */
export function caseOf(value: unknown): Fields {
  const values = list(value);
  const record: Record<string, string> = {};
  for (const [i, name] of told.entries()) if (values[i] !== false) record[name] = text(values[i]);
  return record;
}

const states: Readonly<Record<string, EpisodeState>> = {
  bot: 'bot',
  waiting: 'waiting',
  assigned: 'assigned',
  closed: 'closed',
};

export function stintTotals(f: Fields): Readonly<Record<Stint, number>> {
  return { bot: ms(f['wb']), queue: ms(f['wq']), agent: ms(f['wa']), customer: ms(f['wc']) };
}

export function counts(f: Fields): Readonly<Partial<Record<Count, number>>> {
  const found: Partial<Record<Count, number>> = {};
  for (const name of countNames) if (f[name] !== undefined) found[name] = int(f[name]);
  return found;
}

export function episode(number: number, f: Fields, kept: string): Episode | undefined {
  const state = states[f['st'] ?? ''];
  if (number === 0 || state === undefined) return undefined;
  const ended = f['oc'] === undefined ? undefined : outcome.options.find((one) => one === f['oc']);
  return {
    number,
    state,
    epoch: int(f['ep']),
    bornAt: ms(f['born']),
    stints: stintTotals(f),
    counts: counts(f),
    peak: int(f['pk'] ?? 0) / 1000,
    memory: readMemory(kept),
    ...(f['an'] ? { agent: f['an'] } : {}),
    ...(f['co'] ? { contact: f['co'] } : {}),
    ...(ended === undefined ? {} : { outcome: ended }),
  };
}

/** Ids of episodes whose conversation was erased: random, and nobody's. */
export const erasedPrefix = 'erased-';

export const levelOf = (f: Fields): Level => levels.find((one) => one === Number(f['lv'])) ?? 0;
export const receiptOf = (f: Fields): Receipt | undefined => json(f['rc'], receipt);
export const channelOf = (value: unknown): Channel => (text(value) === 'teams' ? 'teams' : 'web');

export function customer(id: unknown, name: unknown, vip?: unknown): Customer {
  const known = text(name);
  return { id: text(id), ...(known === '' ? {} : { name: known }), ...(text(vip) === '1' ? { vip: true } : {}) };
}
