/**
 * Writes all keys into a new file while the engine goes on working, then puts it in place of the old one. A change of
 * a key that is already written is repeated at the end of the new file; the others are in what is still to be written.
 */
import { fsyncSync, closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { effectsOf } from '../values/snapshot.js';
import type { Effect, Value } from '../values/value.js';
import { firstSum, heading, writeLine } from './line.js';
import { type Disk, openTail, type Tail } from './tail.js';

const lineSize = 64 * 1024;
const bufferSize = 256 * 1024;

export interface Rewritten {
  readonly tail: Tail;
  readonly sum: number;
}

export interface Rewrite {
  /** Tells of changes while it runs. */
  note(effects: readonly Effect[]): void;
  /** Goes on for `ms`; true when every key is written. Throws when the disk does. */
  step(ms: number): boolean;
  sync(done: (fault: Error | null) => void): void;
  /** Adds what happened since, and takes the place of the old file. Throws when the disk does; then nothing changed. */
  finish(): Rewritten;
  abort(): void;
}

interface State {
  readonly copied: Set<string>;
  /** What happened to keys that were already copied. */
  after: Effect[];
  /** Set when all keys are copied, or were cleared: from then on every change is appended at the end. */
  complete: boolean;
}

const weight = (effect: Effect): number => effect.reduce((sum, part) => sum + part.length, 0);

/** The effects that make everything, grouped into lines: one for each key, so that damage costs no other. */
function* groups(entries: Iterable<readonly [string, Value]>, state: State): Generator<readonly Effect[]> {
  for (const [key, value] of entries) {
    if (state.complete) break;
    if (state.copied.has(key)) continue; // created again since: its changes are appended at the end
    state.copied.add(key);
    let group: Effect[] = [];
    let size = 0;
    for (const effect of effectsOf(key, value)) {
      group.push(effect);
      size += weight(effect);
      if (size < lineSize) continue;
      yield group;
      [group, size] = [[], 0];
    }
    if (group.length > 0) yield group;
  }
  state.complete = true;
}

/** Makes the rename itself survive a power cut, where the system can: the new file is in place in any case. */
function syncFolder(file: string): void {
  let fd: number | undefined;
  try {
    fd = openSync(dirname(file), 'r');
    fsyncSync(fd);
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

interface Writer {
  add(effects: readonly Effect[]): void;
  flush(): void;
  sum(): number;
}

function createWriter(tail: Tail): Writer {
  let [buffer, sum] = [`${heading}\n`, firstSum];
  const flush = () => {
    if (buffer !== '') tail.write(buffer);
    buffer = '';
  };
  return {
    add(effects) {
      const line = writeLine(effects, sum);
      sum = line.sum;
      buffer += line.text;
      if (buffer.length > bufferSize) flush();
    },
    flush,
    sum: () => sum,
  };
}

export interface RewriteOptions {
  readonly file: string;
  readonly disk: Disk;
  readonly entries: Iterable<readonly [string, Value]>;
  /** Throws when the old file must not be replaced. */
  readonly permit: () => void;
}

export function startRewrite({ file, disk, entries, permit }: RewriteOptions): Rewrite {
  const path = `${file}.new`;
  const tail = openTail(path, disk, 'fresh');
  const state: State = { copied: new Set(), after: [], complete: false };
  const pieces = groups(entries, state);
  const writer = createWriter(tail);
  return {
    note(effects) {
      for (const effect of effects) {
        state.complete ||= effect[0] === 'FLUSHALL';
        if (state.complete || state.copied.has(effect[1] ?? '')) state.after.push(effect);
      }
    },
    step(ms) {
      const deadline = performance.now() + ms;
      for (let next = pieces.next(); !next.done; next = pieces.next()) {
        writer.add(next.value);
        if (performance.now() > deadline) return false;
      }
      writer.flush();
      return true;
    },
    sync: tail.sync,
    finish() {
      if (state.after.length > 0) writer.add(state.after);
      writer.flush();
      tail.syncNow();
      permit();
      renameSync(path, file);
      syncFolder(file);
      return { tail, sum: writer.sum() };
    },
    abort() {
      tail.close();
      rmSync(path, { force: true });
    },
  };
}
