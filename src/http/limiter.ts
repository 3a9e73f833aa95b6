/** So many calls a minute from one caller, with a little more at once (token bucket). */
import type { Clock } from '../base/index.js';

export interface Limiter {
  /** Takes one; false when the caller has used up theirs. */
  take(caller: string): boolean;
}

const minute = 60_000;

/** `burst` calls at once, and from then on `perMinute`. */
export function createLimiter(options: { clock: Clock; perMinute: number; burst: number }): Limiter {
  const { clock, perMinute, burst } = options;
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  const refilled = ({ left, at }: { left: number; at: number }, now: number) =>
    Math.min(burst, left + (Math.max(0, now - at) * perMinute) / minute);
  const fillMs = (burst / perMinute) * minute;
  let sweptAt = clock.now();

  /** Callers whose bucket is full again are forgotten; looking once per filling keeps a call cheap. */
  function sweep(now: number): void {
    if (now - sweptAt < fillMs) return;
    sweptAt = now;
    for (const [name, bucket] of buckets) if (refilled(bucket, now) >= burst) buckets.delete(name);
  }

  return {
    take(caller) {
      const now = clock.now();
      sweep(now);
      const left = refilled(buckets.get(caller) ?? { left: burst, at: now }, now);
      buckets.set(caller, { left: left >= 1 ? left - 1 : left, at: now });
      return left >= 1;
    },
  };
}
