/** Timers, passed in wherever something happens later; none of them keeps the process alive. */
import type { Log } from './log.js';

export interface Timers {
  /** Calls back every so many milliseconds, never while the last call still runs; returns how to stop. */
  every(milliseconds: number, act: () => unknown): () => void;
  later(milliseconds: number, act: () => void): () => void;
}

export function createTimers(log: Log): Timers {
  return {
    every(milliseconds, act) {
      let running = false;
      const run = async () => {
        if (running) return;
        running = true;
        try {
          await act();
        } catch (fault) {
          log.warn({ fault }, 'recurring work failed; it is tried again');
        } finally {
          running = false;
        }
      };
      const timer = setInterval(() => void run(), milliseconds);
      timer.unref();
      return () => clearInterval(timer);
    },
    later(milliseconds, act) {
      const timer = setTimeout(act, milliseconds);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

/** What is done again and again. Stopping it waits for what is under way. */
export function startRounds(
  { every }: Timers,
  rounds: readonly (readonly [number, () => Promise<unknown>])[],
): () => Promise<void> {
  const running = new Set<Promise<unknown>>();
  const stops = rounds.map(([milliseconds, act]) =>
    every(milliseconds, () => {
      const work = act().finally(() => running.delete(work));
      running.add(work);
      return work;
    }),
  );
  return async () => {
    for (const stop of stops) stop();
    await Promise.allSettled(running);
  };
}
