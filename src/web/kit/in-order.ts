/** Sends what was written, oldest first and one at a time: what fails holds those behind it, and is tried again by itself. */

/** `done` leaves the list, taken or refused for good; `pauseMs`: the server asks for that pause. */
export type Outcome = 'done' | 'failed' | { readonly pauseMs: number };

export interface InOrderParts<One> {
  /** The oldest that is to be sent; undefined when there is none. */
  readonly next: () => One | undefined;
  readonly send: (one: One) => Promise<Outcome>;
  readonly after: (ms: number, act: () => void) => () => void;
}

export interface InOrder {
  /** Sends all there is, now. While the server's pause lasts it waits; while a send is under way it joins it. */
  readonly run: () => Promise<void>;
  readonly paused: () => boolean;
}

/** Between two tries of what failed, milliseconds: the first pause, and the longest. */
const againMs = { first: 2000, most: 30_000 };

export function createInOrder<One>({ next, send, after }: InOrderParts<One>): InOrder {
  let current: Promise<void> | undefined;
  let asked = false;
  let failures = 0;
  let forget: () => void = () => undefined;
  const wait = (ms: number) => {
    forget();
    forget = after(ms, () => {
      asked = false;
      void run();
    });
  };
  const sendAll = async () => {
    try {
      for (let one = next(); one !== undefined; one = next()) {
        const outcome = await send(one);
        if (outcome === 'done') {
          failures = 0;
          continue;
        }
        asked = outcome !== 'failed';
        wait(outcome === 'failed' ? Math.min(againMs.first * 2 ** failures++, againMs.most) : outcome.pauseMs);
        return;
      }
    } finally {
      current = undefined;
    }
  };
  const run = (): Promise<void> => {
    if (asked || next() === undefined) return Promise.resolve();
    if (current === undefined) forget();
    return (current ??= sendAll());
  };
  return { run, paused: () => asked };
}
