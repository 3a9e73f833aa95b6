/** Runs `act` for a key one at a time; a call during a run causes exactly one more. */
export function oneAtATime(act: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const running = new Map<string, 'once' | 'again'>();
  return async (key) => {
    if (running.has(key)) {
      running.set(key, 'again');
      return;
    }
    try {
      do {
        running.set(key, 'once');
        await act(key);
      } while (running.get(key) === 'again');
    } finally {
      running.delete(key);
    }
  };
}
