/** What has been opened so far, and how all of it is closed again: once, in order, and whatever becomes of a part of it. */

/** Those of a stage are closed all at once, the last opened first, when those of the stages before are closed. */
export type Stage = 'calls' | 'work' | 'data';

export interface Closing {
  /** As soon as it is opened. */
  add(stage: Stage, close: () => unknown): void;
  /** However often it is called, everything is closed once. Rejects with the first fault, when all has been tried. */
  close(): Promise<void>;
}

const stages: readonly Stage[] = ['calls', 'work', 'data'];

export function createClosing(): Closing {
  const opened: (readonly [Stage, () => unknown])[] = [];
  let closed: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    const faults: unknown[] = [];
    for (const stage of stages) {
      const own = opened
        .filter(([one]) => one === stage)
        .toReversed()
        .map(async ([, close]) => {
          await close();
        });
      const ends = await Promise.allSettled(own);
      faults.push(...ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : [])));
    }
    if (faults.length > 0) throw faults[0];
  }

  return {
    add: (stage, close) => void opened.push([stage, close]),
    close: () => (closed ??= closeAll()),
  };
}
