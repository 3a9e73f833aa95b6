/**
 * One process per file. The lock is a folder with one entry in it, the holder's. A folder can be put in the place of an
 * empty one only, and by one process only; so a process that finds a dead holder takes that entry out, by its name, and
 * then tries its luck like everybody else. A holder whose entry is gone holds nothing any more, and must look.
 */
import { accessSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { SupportError } from '../../base/index.js';
import { codeOf } from './event.js';
import { isSilent, ourselves, readHolder, writeBeat } from './holder.js';
import { type Life, showLife, signOfLife } from './life.js';

export interface LockOptions {
  readonly everyMs: number;
  /** How long a holder without a socket here, as on another machine, must be silent until it is taken for dead. */
  readonly patienceMs: number;
  /** Called when that is waited for. */
  readonly watching: (holder: string) => void;
}

export interface Lock {
  /** Whether a dead holder's entry was in the way. */
  readonly takenOver: boolean;
  /** Whether it is still ours; throws when that cannot be known. */
  held(): boolean;
  release(): void;
}

const socketOf = (name: string): string => `${name}.sock`;

const described = (path: string): string => {
  const { pid, host } = readHolder(path);
  return `process ${pid || 'unknown'} on ${host || 'an unknown host'}`;
};

const inUse = (file: string, by: string): SupportError =>
  new SupportError(
    'unavailable',
    `${file} is in use by ${by}. Stop it, or choose another folder: one process keeps a file at a time. ` +
      'A command for a running server is given where that runs, in its own container.',
  );

interface Entry {
  readonly name: string;
  readonly life: Life | undefined;
  readonly takenOver: boolean;
}

/** An entry of our own beside the lock, complete before anybody sees it: a socket without a listener looks dead. */
async function prepare(path: string): Promise<Omit<Entry, 'takenOver'>> {
  const name = randomUUID();
  const folder = `${path}.${name}`;
  mkdirSync(folder, { mode: 0o700 });
  writeBeat(join(folder, name), ourselves(), 0);
  return { name, life: await showLife(folder, socketOf(name)) };
}

/** False when somebody's entry is in the lock. */
function claim(path: string, name: string): boolean {
  try {
    renameSync(`${path}.${name}`, path);
    return true;
  } catch (fault) {
    if (codeOf(fault) === 'ENOTEMPTY' || codeOf(fault) === 'EEXIST') return false;
    throw fault;
  }
}

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return [];
    throw fault;
  }
};

/** The socket first: an entry without one is asked by its beat, a socket without an entry by nothing. */
function takeOut(path: string, name: string): void {
  rmSync(join(path, socketOf(name)), { force: true });
  rmSync(join(path, name), { force: true });
}

/** A refused connection proves death on our own kernel alone; for any other, only long silence does. */
async function isAlive(path: string, name: string, { patienceMs, watching }: LockOptions): Promise<boolean> {
  const entry = join(path, name);
  const { kernel } = ourselves();
  const sign = await signOfLife(path, socketOf(name));
  if (sign === 'alive') return true;
  if (sign === 'dead' && kernel !== '' && readHolder(entry).kernel === kernel) return false;
  watching(described(entry));
  return !(await isSilent(entry, patienceMs));
}

/** What starts left behind that were killed before they had the lock. */
async function tidy(path: string): Promise<void> {
  const begins = `${basename(path)}.`;
  for (const folder of namesIn(dirname(path)).filter((name) => name.startsWith(begins))) {
    const left = join(dirname(path), folder);
    const sign = await signOfLife(left, socketOf(folder.slice(begins.length)));
    if (sign !== 'alive') rmSync(left, { recursive: true, force: true });
  }
}

const rounds = 3;

async function win(file: string, options: LockOptions): Promise<Entry> {
  const path = `${file}.lock`;
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true)
    throw new SupportError('unavailable', `${path} is of an older version. If none runs on this folder, delete it.`);
  const own = await prepare(path);
  let takenOver = false;
  try {
    for (let round = 0; round < rounds; round += 1) {
      if (claim(path, own.name)) return { ...own, takenOver };
      for (const name of new Set(namesIn(path).map((one) => one.replace(/\.sock$/, '')))) {
        if (await isAlive(path, name, options)) throw inUse(file, described(join(path, name)));
        takeOut(path, name);
        takenOver = true;
      }
    }
    throw inUse(file, 'a process that starts at this moment');
  } catch (fault) {
    own.life?.end();
    rmSync(`${path}.${own.name}`, { recursive: true, force: true });
    throw fault;
  }
}

function isThere(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch (fault) {
    if (['ENOENT', 'ENOTDIR', 'ESTALE'].includes(String(codeOf(fault)))) return false;
    throw fault;
  }
}

function quietly(act: () => void): void {
  try {
    act();
  } catch (fault) {
    if (codeOf(fault) === undefined) throw fault;
  }
}

/** Throws `unavailable` when a living process holds the file. */
export async function acquireLock(file: string, options: LockOptions): Promise<Lock> {
  const path = `${file}.lock`;
  const { name, life, takenOver } = await win(file, options);
  const entry = join(path, name);
  let beat = 0;
  const beating = setInterval(() => {
    beat += 1;
    quietly(() => writeBeat(entry, ourselves(), beat)); // an entry that is gone, or a full disk: a write will notice
  }, options.everyMs).unref();
  await tidy(path);
  return {
    takenOver,
    held: () => isThere(entry),
    release() {
      clearInterval(beating);
      takeOut(path, name);
      quietly(() => rmdirSync(path)); // not when another has taken it over
      life?.end();
    },
  };
}
