/** Counters that forget: what the limits of the doors are counted by, the same for all processes. */
import { shardOf } from './keys.js';
import type { Run } from './run.js';

export interface Counters {
  /**
   * Adds to a count that is forgotten `windowMs` after its first point; 0 points only look. Answers the count, and in how
   * many milliseconds it is forgotten. Rejects `unavailable`.
   */
  add(name: string, points: number, windowMs: number): Promise<readonly [count: number, leftMs: number]>;
}

export function createCounters({ run, shards }: { readonly run: Run; readonly shards: number }): Counters {
  return {
    async add(name, points, windowMs) {
      const { count, left } = await run('spend', shardOf(name, shards), { name, points, window: windowMs });
      return [count, left];
    },
  };
}
