/** When to try again: after one second, then twice as long each time, up to a minute. */
export type Later = (milliseconds: number, act: () => void) => () => void;

export interface Backoff {
  /** Counts a failure and calls back when it is time. Answers how many there were in a row. */
  fail(key: string, again: () => void): number;
  /** Forgets the failures. */
  clear(key: string): void;
  /** True between a failure and the moment to try again. */
  waiting(key: string): boolean;
  close(): void;
}

const first = 1000;
export const longestPause = 60_000;

export function createBackoff(later: Later): Backoff {
  const tries = new Map<string, number>();
  const timers = new Map<string, () => void>();
  return {
    fail(key, again) {
      const count = (tries.get(key) ?? 0) + 1;
      tries.set(key, count);
      const cancel = later(Math.min(first * 2 ** (count - 1), longestPause), () => {
        timers.delete(key);
        again();
      });
      timers.set(key, cancel);
      return count;
    },
    clear(key) {
      timers.get(key)?.();
      timers.delete(key);
      tries.delete(key);
    },
    waiting: (key) => timers.has(key),
    close() {
      for (const cancel of timers.values()) cancel();
    },
  };
}
