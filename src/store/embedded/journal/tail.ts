/** The growing end of a file. */
import { closeSync, constants, fdatasync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/** What can fail on a full or broken disk; tests put failures here. */
export interface Disk {
  /** Writes at the end; gives back how many bytes it took. */
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
  /** Bytes that were written wholly. */
  size(): number;
  /** Throws when not all of it could be written; the file may then hold a part of it. */
  write(text: string): void;
  sync(done: (fault: Error | null) => void): void;
  syncNow(): void;
  cut(size: number): void;
  close(): void;
}

const append = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND; // so that a cut moves the end for writes, too

/** Opens a file for its owner only; `fresh` empties it. */
export function openTail(file: string, disk: Disk, mode: 'fresh' | 'kept'): Tail {
  const fd = openSync(file, mode === 'fresh' ? append | constants.O_TRUNC : append, 0o600);
  let size = fstatSync(fd).size;
  return {
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
