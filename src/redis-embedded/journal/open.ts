/** Opens the append-only file: repeats it, cuts a torn end, refuses or salvages damage. */
import { closeSync, existsSync, fstatSync, linkSync, openSync } from 'node:fs';
import { SupportError } from '../../base/index.js';
import type { Contents } from './contents.js';
import { type Report, reasonOf } from './event.js';
import { firstSum, heading } from './line.js';
import { type Scan, scan } from './read.js';
import { readAround, type Salvaged } from './salvage.js';
import { type Disk, openTail, type Tail } from './tail.js';

export interface OpenOptions {
  readonly file: string;
  readonly disk: Disk;
  readonly contents: Contents;
  readonly report: Report;
  /** Keeps what is before and after damage instead of refusing it. */
  readonly salvage: boolean;
}

export interface Opened {
  readonly tail: Tail;
  readonly sum: number;
  /** Damage follows the sound part: nothing may be appended before it is rewritten. */
  readonly unsound: boolean;
}

/** Repeats an open file up to `limit` bytes into empty contents. */
export function replay(fd: number, contents: Contents, limit = Infinity): Scan {
  contents.mode('replay');
  try {
    contents.clear();
    return scan({ fd, limit, each: contents.repeat });
  } finally {
    contents.mode('live');
  }
}

function read({ file, contents }: OpenOptions): Scan & { readonly size: number } {
  let fd: number | undefined;
  try {
    fd = openSync(file, 'r');
    return { ...replay(fd, contents), size: fstatSync(fd).size };
  } catch (cause) {
    throw new SupportError('unavailable', `${file} cannot be read: ${reasonOf(cause)}`, { cause });
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** Repeats everything that is whole into empty contents. */
function repeatAround({ file, contents }: OpenOptions): Salvaged {
  const fd = openSync(file, 'r');
  contents.mode('replay');
  try {
    contents.clear();
    return readAround(fd, contents.repeat);
  } finally {
    contents.mode('live');
    closeSync(fd);
  }
}

/** Another name for a file that will be replaced. */
export function setAside(file: string, why: 'damaged' | 'replaced'): string {
  const names = Array.from({ length: 1000 }, (_, n) => `${file}.${why}${n === 0 ? '' : `-${n}`}`);
  const free = names.find((name) => !existsSync(name));
  if (free === undefined)
    throw new SupportError('unavailable', `Too many ${why} copies beside ${file}; move them away.`);
  linkSync(file, free); // the rewrite that follows replaces the other name
  return free;
}

function fresh({ file, disk }: OpenOptions): Opened {
  const tail = openTail(file, disk, 'fresh');
  tail.write(`${heading}\n`);
  return { tail, sum: firstSum, unsound: false };
}

/** Throws `unavailable` when the file is damaged or not ours. */
export function openFile(options: OpenOptions): Opened {
  const { file, disk, report, salvage } = options;
  if (!existsSync(file)) return fresh(options);
  const { ending, end, sum, size } = read(options);
  if (ending === 'foreign') {
    throw new SupportError('unavailable', `${file} is not an append-only file of this version. Choose another folder.`);
  }
  if (ending === 'damaged' && !salvage) {
    const advice = 'Restore a backup, or keep everything that is whole with: npx warmline salvage';
    throw new SupportError('unavailable', `${file} is damaged at byte ${end} of ${size}. ${advice}`);
  }
  if (ending === 'damaged') {
    report({ kind: 'salvaged', file, aside: setAside(file, 'damaged'), ...repeatAround(options) });
    return { tail: openTail(file, disk, 'kept'), sum, unsound: true };
  }
  if (ending === 'torn') report({ kind: 'torn-tail', file, bytes: size - end });
  if (end === 0) return fresh(options);
  const tail = openTail(file, disk, 'kept');
  if (ending === 'torn') tail.cut(end);
  return { tail, sum, unsound: false };
}
