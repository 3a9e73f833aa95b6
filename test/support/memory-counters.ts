/** Counters in memory, on a clock that a test moves: an honest small implementation of what the store does. */
import type { Clock } from '../../src/base/index.js';
import { createLimits, type Limits, type LimitSettings } from '../../src/http/index.js';
import type { Counters } from '../../src/store/index.js';

export function createMemoryCounters({ now }: Clock): Counters {
  const counts = new Map<string, { count: number; till: number }>();
  return {
    add(name, points, windowMs) {
      const known = counts.get(name);
      const held = known !== undefined && known.till > now() ? known : { count: 0, till: now() + windowMs };
      held.count += points;
      if (points > 0) counts.set(name, held);
      return Promise.resolve([held.count, held.till - now()]);
    },
  };
}

export const noLimits: LimitSettings = {
  message: undefined,
  address: undefined,
  begin: undefined,
  read: undefined,
  signIn: undefined,
  guess: undefined,
};

export function memoryLimits(clock: Clock, settings: Partial<LimitSettings> = {}): Limits {
  return createLimits({ settings: { ...noLimits, ...settings }, counters: createMemoryCounters(clock), clock });
}
