/** Time that a test moves by hand: a clock, and timers that run when it passes them. */
import type { Clock } from '../../src/base/index.js';

export interface Time {
  readonly clock: Clock;
  later(milliseconds: number, act: () => void): () => void;
  every(milliseconds: number, act: () => void): () => void;
  /** Lets the time pass and runs what is due, in order. */
  move(milliseconds: number): void;
}

export function createTime(start = 1_700_000_000_000): Time {
  const due = new Map<object, { at: number; act: () => void }>();
  let now = start;

  function later(milliseconds: number, act: () => void): () => void {
    const key = {};
    due.set(key, { at: now + milliseconds, act });
    return () => void due.delete(key);
  }

  return {
    clock: { now: () => now },
    later,
    every(milliseconds, act) {
      let cancel: () => void = () => undefined;
      const again = () => {
        cancel = later(milliseconds, () => {
          again();
          act();
        });
      };
      again();
      return () => cancel();
    },
    move(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = [...due].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (next === undefined) break;
        due.delete(next[0]);
        now = next[1].at;
        next[1].act();
      }
      now = end;
    },
  };
}
