/** How sure a share is: its range, or the plain count where so few were measured that a share says more than is known. */
import { fewest } from '../../conversation/bounds.js';
import { count, share } from './format.js';

/** The normal quantile of 19 in 20, two-sided. */
const z = 1.959964;

/** Wilson's score interval (1927), 0..1 each: where the share of all like these lies, 19 times in 20. */
export function wilson(part: number, n: number): { readonly low: number; readonly high: number } {
  const [p, square] = [part / n, z * z];
  const middle = (p + square / (2 * n)) / (1 + square / n);
  const half = (z / (1 + square / n)) * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** "62 %"; of fewer than can bear a share "3 of 4"; missing when there is no whole. */
export function shareOf(part: number, whole: number): string | undefined {
  if (whole === 0) return undefined;
  return whole < fewest.share ? `${count(part)} of ${count(whole)}` : share(part / whole);
}

/** "62 of 100, 52 to 71 %": the count behind a share, and its range where it can bear one. */
export function behind(part: number, whole: number, of: string): string {
  const told = `${count(part)} of ${count(whole)} ${of}`;
  if (whole < fewest.share) return told;
  const { low, high } = wilson(part, whole);
  return `${told}; ${Math.round(low * 100)} to ${Math.round(high * 100)}\u00a0%`;
}
