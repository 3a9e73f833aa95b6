/** So many calls a minute from one caller, with a little more at once (token bucket). */
import type { Clock } from '../base/index.js';

export interface Limiter {
  /** Takes one; false when the caller has used up theirs. */
  take(caller: string): boolean;
}

/** Above this many callers, those who could call freely again are forgotten. */
const mostRemembered = 10_000;

export function createLimiter(options: { clock: Clock; perMinute: number; burst: number }): Limiter {
  const { clock, perMinute, burst } = options;
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  const refilled = ({ left, at }: { left: number; at: number }, now: number) =>
    Math.min(burst, left + ((now - at) * perMinute) / 60_000);
  return {
    take(caller) {
      const now = clock.now();
      if (buckets.size > mostRemembered) {
        for (const [name, bucket] of buckets) if (refilled(bucket, now) >= burst) buckets.delete(name);
      }
      const left = refilled(buckets.get(caller) ?? { left: burst, at: now }, now);
      buckets.set(caller, { left: left >= 1 ? left - 1 : left, at: now });
      return left >= 1;
    },
  };
}
