/** Waiting for what comes by itself, with an end: whoever waits in vain is told what for. */

/** Longer than anything takes here, and shorter than a suite may. */
const patienceMs = 20_000;

/**
 * Looks again and again until there is something, and resolves with it; rejects with what was waited for when there is
 * nothing in time. Other work goes on between two looks.
 */
export async function until<Found>(
  what: string,
  look: () => Found | Promise<Found>,
  withinMs = patienceMs,
): Promise<Exclude<Found, undefined | null | false>> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) {
      return found as Exclude<Found, undefined | null | false>;
    }
    if (performance.now() > end) throw new Error(`Waited ${withinMs / 1000} s in vain for this: ${what}.`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
