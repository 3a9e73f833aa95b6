/** One process per file: a lock file with the holder's id. A lock whose holder is gone is taken over. */
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { SupportError } from '../../../base/index.js';

interface Holder {
  readonly pid: number;
  /** When that process began, so that another one with the same id is not taken for it. */
  readonly birth: string;
}

const codeOf = (fault: unknown): unknown => (fault instanceof Error && 'code' in fault ? fault.code : undefined);

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (fault) {
    if (['ENOENT', 'ESRCH', 'ENOTDIR'].includes(String(codeOf(fault)))) return '';
    throw fault;
  }
}

/** Where the system tells it, the boot and the tick at which a process began; else only what we know of ourselves. */
function birthOf(pid: number): string | undefined {
  const ticks = readOrNothing(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')[19];
  if (ticks !== undefined) return `${readOrNothing('/proc/sys/kernel/random/boot_id').trim()} ${ticks}`;
  return pid === process.pid ? String(performance.timeOrigin) : undefined;
}

function isAlive({ pid, birth }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if (codeOf(fault) === 'ESRCH') return false;
  }
  return (birthOf(pid) ?? birth) === birth;
}

function readHolder(text: string): Holder | undefined {
  const [, pid, birth] = /^(\d+)\n(.+)\n$/.exec(text) ?? [];
  return pid === undefined || birth === undefined ? undefined : { pid: Number(pid), birth };
}

function create(path: string): boolean {
  try {
    const fd = openSync(path, 'wx', 0o600);
    writeSync(fd, `${process.pid}\n${birthOf(process.pid) ?? ''}\n`);
    closeSync(fd);
    return true;
  } catch (fault) {
    if (codeOf(fault) === 'EEXIST') return false;
    throw fault;
  }
}

const held = (file: string, by: string): SupportError =>
  new SupportError(
    'unavailable',
    `${file} is in use by ${by}. Stop that process, or choose another folder: one process keeps a file at a time.`,
  );

/** Moves a dead holder's lock away; only the process that moved exactly that lock goes on. */
function takeOver(file: string, path: string, seen: string): void {
  const aside = `${path}.${process.pid}`;
  renameSync(path, aside);
  const moved = readOrNothing(aside);
  if (moved !== seen) {
    renameSync(aside, path);
    throw held(file, `process ${readHolder(moved)?.pid ?? 'unknown'}`);
  }
  rmSync(aside);
}

export interface Lock {
  /** Whether a dead process's lock was in the way. */
  readonly takenOver: boolean;
  release(): void;
}

/** Throws `unavailable` when a living process holds the file. */
export function acquireLock(file: string): Lock {
  const path = `${file}.lock`;
  const release = () => rmSync(path, { force: true });
  if (create(path)) return { takenOver: false, release };
  const seen = readOrNothing(path);
  const holder = readHolder(seen);
  if (holder && isAlive(holder)) throw held(file, `process ${holder.pid}`);
  takeOver(file, path, seen);
  if (!create(path)) throw held(file, 'a process that starts at this moment');
  return { takenOver: true, release };
}
