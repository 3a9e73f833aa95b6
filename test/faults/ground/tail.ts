/** What a power cut does to the end of an append-only file, done to a file whose writer was killed. */
import { appendFileSync, statSync, truncateSync } from 'node:fs';
import type { Field } from './ground.js';

/** What a disk may still hold in its cache under `everysec`, milliseconds. */
const unsyncedMs = 2000;
const lookMs = 100;

export interface Tail {
  /** Under `always` leaves half a write behind; under `everysec` takes away some of what may not have been synced. */
  tear(sync: 'always' | 'everysec', field: Field): void;
  close(): void;
}

interface Look {
  readonly at: number;
  /** Which file it is: the number alone is given to another one when a rewritten file is gone. */
  readonly file: string;
  readonly size: number;
}

/** `path` may change: a rewritten file has another name, or is another file. `half`: the beginning of an entry. */
export function watchTail(path: () => string, half: string): Tail {
  let looks: readonly Look[] = [];
  const look = (): Look => {
    const { ino, birthtimeMs, size } = statSync(path());
    return { at: performance.now(), file: `${ino} ${birthtimeMs}`, size };
  };
  const timer = setInterval(() => {
    try {
      looks = [...looks.slice(-200), look()];
    } catch {
      // between two files
    }
  }, lookMs);

  return {
    tear(sync, { chance, history }) {
      if (sync === 'always') {
        appendFileSync(path(), half);
        return;
      }
      const now = look();
      const same = looks.filter(({ file }) => file === now.file);
      const safe = same.findLast(({ at }) => at <= now.at - unsyncedMs) ?? same[0];
      if (safe === undefined) return;
      truncateSync(path(), safe.size + chance.below(now.size - safe.size + 1));
      history.note({ kind: 'loss', since: history.now() - (now.at - safe.at) });
    },
    close: () => clearInterval(timer),
  };
}
