/** Work that may be asked for at any moment, but never runs twice at once for the same key. */

/** Asking while the work runs causes exactly one more run after it. A failed run is told, and ends. */
export function oneAtATime(
  work: (key: string) => Promise<void>,
  failed: (key: string, fault: unknown) => void,
): (key: string) => void {
  const running = new Map<string, 'once' | 'again'>();

  async function run(key: string): Promise<void> {
    try {
      do {
        running.set(key, 'once');
        await work(key);
      } while (running.get(key) === 'again');
    } finally {
      running.delete(key); // in the same breath as the last look at it, so that no asking falls in between
    }
  }

  return (key) => {
    const busy = running.has(key);
    running.set(key, busy ? 'again' : 'once');
    if (!busy) run(key).catch((fault: unknown) => failed(key, fault));
  };
}
