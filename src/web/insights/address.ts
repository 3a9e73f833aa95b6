/** The page's address: which period, whose rows and which case, so that a view can be shared and the back button works. */
import { readRange, type RangeName } from './range.js';

export interface Address {
  readonly range: RangeName;
  readonly open?: string | undefined;
  /** The figure whose rows are shown, and the hour of them, milliseconds since 1970. */
  readonly rows?: string | undefined;
  readonly hour?: number | undefined;
}

const told = (text: string | null): string | undefined => (text === null || text === '' ? undefined : text);

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const [open, rows, hour] = [told(query.get('case')), told(query.get('rows')), Number(query.get('hour'))];
  return {
    range: readRange(query.get('range')),
    ...(open !== undefined && { open }),
    ...(rows !== undefined && { rows }),
    ...(Number.isSafeInteger(hour) && hour > 0 && { hour }),
  };
}

export function writeAddress({ range, open, rows, hour }: Address): string {
  const query = new URLSearchParams({
    range,
    ...(rows !== undefined && { rows }),
    ...(hour !== undefined && { hour: String(hour) }),
    ...(open !== undefined && { case: open }),
  });
  return `/insights?${query.toString()}`;
}
