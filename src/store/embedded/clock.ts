/** The engine's clock: follows the system's, never goes back, and counts microseconds. */
import { systemClock } from '../../base/index.js';

const step = 1_000_000; // µs: a difference that means the machine slept or its clock was set

/**
 * Microseconds since 1970. Between two looks it runs on the monotonic timer; it follows the system's clock forwards
 * when that leaps, and goes on calmly when that is set back.
 */
export function createClock(): () => number {
  const timer = () => performance.now() * 1000;
  const wall = () => systemClock.now() * 1000;
  let offset = wall() - timer();
  return () => {
    const now = timer();
    if (wall() - now - offset > step) offset = wall() - now;
    return Math.floor(now + offset);
  };
}
