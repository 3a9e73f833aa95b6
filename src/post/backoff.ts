/** When to try again. */
const first = 1000;
/** Longest pause of our own, milliseconds. */
const longest = 5 * 60_000;
/** A channel may ask for more, but not for ever. */
const longestAsked = 60 * 60_000;

/**
 * Milliseconds until the next try after `tries` without success (from 1): one second, then twice as long each time, up to five
 * minutes; of that, half is fixed and half is `chance` (0..1), so that many conversations do not come back at once
 * (equal jitter, AWS Architecture Blog, "Exponential Backoff and Jitter"). Never less than the channel asked for.
 */
export function pauseMs(tries: number, chance: number, askedMs = 0): number {
  const whole = Math.min(first * 2 ** Math.min(tries - 1, 30), longest);
  return Math.max(whole / 2 + (whole / 2) * chance, Math.min(askedMs, longestAsked));
}
