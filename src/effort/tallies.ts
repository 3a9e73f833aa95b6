/** Hourly counters added up; percentiles come from buckets, so any hours and shards may be merged by addition. */
import type { Hour } from './port.js';

export type Counters = Readonly<Record<string, number>>;

/** The counters of many rows as one. */
export function merge(hours: readonly Hour[]): Counters {
  const sums: Record<string, number> = {};
  for (const { counters } of hours) {
    for (const [name, value] of Object.entries(counters)) sums[name] = (sums[name] ?? 0) + value;
  }
  return sums;
}

/** Percentiles of a span, milliseconds; missing when nothing was measured. */
export interface Spread {
  /** How many were measured. */
  readonly n: number;
  readonly p50?: number;
  readonly p90?: number;
  readonly p95?: number;
}

/** The middle of a bucket, milliseconds: bucket = power·64 + v stands for [v·2^power, (v + 1)·2^power). */
function bucketMiddle(bucket: number): number {
  const [power, v] = [Math.floor(bucket / 64), bucket % 64];
  return power === 0 ? v : (v + 0.5) * 2 ** power;
}

/**
 * Percentiles of a span counted under `name:<bucket>`, nearest-rank; each is within 1.6 % of the true value. Without
 * anything measured there are none.
 */
export function spread(counters: Counters, name: string): Spread {
  const buckets = Object.entries(counters)
    .filter(([field]) => field.startsWith(`${name}:`))
    .map(([field, count]) => ({ at: bucketMiddle(Number(field.slice(name.length + 1))), count }))
    .sort((a, b) => a.at - b.at);
  const n = buckets.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return { n };
  const rank = (share: number) => {
    let left = Math.ceil(share * n);
    return buckets.find(({ count }) => (left -= count) <= 0)?.at ?? 0;
  };
  return { n, p50: rank(0.5), p90: rank(0.9), p95: rank(0.95) };
}
