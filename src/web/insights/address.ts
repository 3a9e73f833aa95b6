/** The page's address: which period and which case, so that a view can be shared and the back button works. */
import { readRange, type RangeName } from './range.js';

export interface Address {
  readonly range: RangeName;
  readonly open?: string;
}

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const open = query.get('case');
  const range = readRange(query.get('range'));
  return open === null || open === '' ? { range } : { range, open };
}

export function writeAddress({ range, open }: Address): string {
  const query = new URLSearchParams({ range, ...(open !== undefined && { case: open }) });
  return `/insights?${query.toString()}`;
}
