/** A line of the log without anything personal: every text in it, whatever it hangs from. */
import { findPersonal, withoutPersonal } from './personal/mask.js';

/** Times, ports and counts are no cards; a number that is one was given by somebody. */
const masked = (value: unknown): unknown => {
  if (typeof value === 'string') return withoutPersonal(value);
  if (typeof value === 'number') {
    const text = String(value);
    return findPersonal(text).some(({ kind }) => kind === 'card') ? withoutPersonal(text) : value;
  }
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [withoutPersonal(name), masked(one)]));
};

/** A line of JSON, as the log writes it. */
export const maskedLine = (line: string): string => `${JSON.stringify(masked(JSON.parse(line)))}\n`;
