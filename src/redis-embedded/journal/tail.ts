/** The growing end of a file. */
import {
  closeSync,
  constants,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';

/** What can fail on a full or broken disk; tests put failures here. */
export interface Disk {
  /** Writes at the end; returns how many bytes it took. */
  write(fd: number, bytes: Buffer): number;
  sync(fd: number, done: (fault: Error | null) => void): void;
  syncNow(fd: number): void;
}

export const nodeDisk: Disk = {
  write: (fd, bytes) => writeSync(fd, bytes),
  sync: (fd, done) => fdatasync(fd, done),
  syncNow: (fd) => fdatasyncSync(fd),
};

export interface Tail {
  /** Also for reading. */
  readonly fd: number;
  /** Whether this is what is written to, with nothing more in it and nothing less. */
  is(found: Pick<Stats, 'dev' | 'ino' | 'size'>): boolean;
  /** Bytes that were written wholly. */
  size(): number;
  /** Throws when not all of it could be written; the file may then hold a part of it. */
  write(text: string): void;
  sync(done: (fault: Error | null) => void): void;
  syncNow(): void;
  cut(size: number): void;
  close(): void;
}

const append = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND; // so that a cut moves the end for writes, too

/** Opens a file for its owner only; `fresh` is a new one, in which nobody else can still be writing. */
export function openTail(file: string, disk: Disk, mode: 'fresh' | 'kept'): Tail {
  if (mode === 'fresh') rmSync(file, { force: true });
  const fd = openSync(file, mode === 'fresh' ? append | constants.O_EXCL : append, 0o600);
  const { dev, ino, size: before } = fstatSync(fd);
  let size = before;
  return {
    fd,
    is: (found) => found.ino === ino && found.dev === dev && found.size === size,
    size: () => size,
    write(text) {
      const bytes = Buffer.from(text, 'latin1');
      for (let at = 0; at < bytes.length;) at += disk.write(fd, bytes.subarray(at));
      size += bytes.length;
    },
    sync: (done) => disk.sync(fd, done),
    syncNow: () => disk.syncNow(fd),
    cut(to) {
      ftruncateSync(fd, to);
      size = to;
    },
    close: () => closeSync(fd),
  };
}
