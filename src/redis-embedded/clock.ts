/** The engine's clock: follows the system's, never goes back, and counts microseconds. */
import { systemClock } from '../base/index.js';

const leap = 1_000_000; // µs: a difference that means the machine slept or its clock was set

/** Where time comes from, microseconds: the wall may be set to anything, the timer only runs on. */
export interface Sources {
  readonly wall: () => number;
  readonly timer: () => number;
}

const system: Sources = { wall: () => systemClock.now() * 1000, timer: () => performance.now() * 1000 };

/**
 * Microseconds since 1970. Between two looks it runs on the timer; it follows the wall forwards when that leaps, and
 * goes on calmly when that is set back.
 */
export function createClock({ wall, timer }: Sources = system): () => number {
  let offset = wall() - timer();
  return () => {
    const now = timer();
    if (wall() - now - offset > leap) offset = wall() - now;
    return Math.floor(now + offset);
  };
}
