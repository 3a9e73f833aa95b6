/** What comes out of the store, parsed on its way in: single values. */
import { SupportError } from '../base/index.js';

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

/** Ids of episodes whose conversation was erased: random, and nobody's. */
export const erasedPrefix = 'erased-';
