/** Hourly counters added up; percentiles come from buckets, so any hours and shards may be merged by addition. */
import { fewest } from '../conversation/index.js';
import type { Hour } from './port.js';

export type Counters = Readonly<Record<string, number>>;

/** The counters of many rows as one. */
export function merge(hours: readonly Pick<Hour, 'counters'>[]): Counters {
  const sums: Record<string, number> = {};
  for (const { counters } of hours) {
    for (const name in counters) sums[name] = (sums[name] ?? 0) + (counters[name] ?? 0);
  }
  return sums;
}

/** Percentiles of a span, milliseconds; missing where too few were measured to bear one. */
export interface Spread {
  /** How many were measured. */
  readonly n: number;
  readonly p50?: number;
  readonly p90?: number;
  readonly p95?: number;
  readonly p99?: number;
  /** The longest of them, however few they are. */
  readonly longest?: number;
}

/** The counter of a span (milliseconds) under a name, as lua/parts/tally.lua names it. */
export function spreadKey(name: string, span: number): string {
  let [v, power] = [Math.floor(Math.round(span * 1000) / 1000), 0]; // the store counts in microseconds
  while (v >= 128) [v, power] = [Math.floor(v / 2), power + 1];
  return `${name}:${power * 128 + v}`;
}

/** The middle of a bucket, milliseconds: bucket = power·128 + v stands for [v·2^power, (v + 1)·2^power). */
function bucketMiddle(bucket: number): number {
  const [power, v] = [Math.floor(bucket / 128), bucket % 128];
  return power === 0 ? v : (v + 0.5) * 2 ** power;
}

interface Bucket {
  readonly at: number;
  readonly count: number;
}

function bucketsOf(counters: Counters, name: string): readonly Bucket[] {
  const found: Bucket[] = [];
  for (const field in counters) {
    if (!field.startsWith(`${name}:`)) continue;
    found.push({ at: bucketMiddle(Number(field.slice(name.length + 1))), count: counters[field] ?? 0 });
  }
  return found.filter(({ count }) => count > 0).sort((a, b) => a.at - b.at);
}

const total = (buckets: readonly Bucket[]): number => buckets.reduce((sum, { count }) => sum + count, 0);

/** The percentiles that `n` can bear: one in a hundred needs a hundred. */
function spreadOf(n: number, rank: (share: number) => number | undefined, longest: number | undefined): Spread {
  const borne = Object.entries({ p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 })
    .filter(([, share]) => n >= fewest.percentile && n * (1 - share) >= 1 - 1e-9)
    .flatMap(([name, share]) => {
      const value = rank(share);
      return value === undefined ? [] : [[name, value] as const];
    });
  return { n, ...(Object.fromEntries(borne) as Omit<Spread, 'n'>), ...(longest === undefined ? {} : { longest }) };
}

/**
 * Percentiles of a span counted under `name:<bucket>`, nearest-rank; each is within 0.8 % of the true value. Without
 * anything measured there are none.
 */
export function spread(counters: Counters, name: string): Spread {
  const buckets = bucketsOf(counters, name);
  const n = total(buckets);
  const rank = (share: number) => {
    let left = Math.ceil(share * n - 1e-9);
    return buckets.find(({ count }) => (left -= count) <= 0)?.at;
  };
  return spreadOf(n, rank, buckets.at(-1)?.at);
}

/**
 * The same of how long it takes until something happens, where some went before it did: the estimate of Kaplan and Meier
 * (1958). `until`: the spans that were seen to their end; `gone`: those that lasted at least so long. A percentile that
 * nobody stayed to see is missing. `n`: all.
 */
export function survival(counters: Counters, until: string, gone: readonly string[]): Spread {
  const seen = bucketsOf(counters, until);
  const lost = gone.flatMap((name) => bucketsOf(counters, name));
  const all = total(seen) + total(lost);
  let [served, open] = [0, 1];
  const steps = seen.map(({ at, count }) => {
    // who went in the same moment was there until then
    const atRisk = all - served - lost.reduce((sum, one) => (one.at < at ? sum + one.count : sum), 0);
    served += count;
    open *= 1 - count / Math.max(atRisk, count);
    return { at, done: 1 - open };
  });
  const longest = [...seen, ...lost].reduce<number | undefined>((most, { at }) => Math.max(most ?? 0, at), undefined);
  return spreadOf(all, (share) => steps.find(({ done }) => done >= share - 1e-9)?.at, longest);
}
