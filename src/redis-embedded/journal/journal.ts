/**
 * Keeps the append-only file in step with the keys. Nothing is acknowledged that is not in the file; when the file
 * cannot be written, the keys go back to what it holds and changes are refused until a retry succeeds.
 */
import type { Effect } from '../values/value.js';
import { reasonOf } from './event.js';
import { rmSync, statSync } from 'node:fs';
import { writeLine } from './line.js';
import { type Opened, setAside } from './open.js';
import { insist, isCurrent, LockLost } from './ours.js';
import { createRewriter, type Rewriter } from './rewriter.js';
import {
  createState,
  type JournalOptions,
  lose,
  misconfigured,
  refuse,
  repair,
  settle,
  type State,
  takeBack,
  write,
} from './state.js';

export interface Journal {
  append(effects: readonly Effect[]): void;
  /**
   * Writes what was appended; with `always` also waits until it is on the disk. Then `done` is called, with the error
   * that takes the place of every answer that is not sent yet, if it failed. One at a time.
   */
  commit(done: (refusal?: string) => void): void;
  /** Why a command is refused at the moment, if it is. Reads are refused only when the keys could not be restored. */
  refusal(writes: boolean): string | undefined;
  rewrite(): void;
  /** All at once, before anybody is served. Throws when the disk does. */
  rewriteNow(): void;
  /** Once a second: syncs, or tries again after a failure. */
  tick(): void;
  facts(): Readonly<Record<string, string | number>>;
  /** Writes and syncs what is left. */
  close(): void;
}

type Finished = (refusal?: string) => void;

/** With `everysec`: a failed sync loses nothing yet, but nothing more is taken until a new file is on the disk. */
function syncLater(state: State, options: JournalOptions): void {
  state.unsynced = false;
  const { tail } = state;
  tail.sync((fault) => {
    if (fault && tail === state.tail && !state.closed && state.repair !== 'never')
      refuse(state, options, { fault, repair: 'file' });
  });
}

/** Somebody took the file away, or changed it: the keys know better, and whatever is there is kept. */
function startAnew({ file, report }: JournalOptions, rewriter: Rewriter): void {
  const there = statSync(file, { throwIfNoEntry: false }) !== undefined;
  const aside = there ? { aside: setAside(file, 'replaced') } : {};
  try {
    rewriter.now();
  } catch (fault) {
    if ('aside' in aside) rmSync(aside.aside, { force: true });
    throw fault;
  }
  report({ kind: 'replaced', file, ...aside });
}

function createCommit(state: State, options: JournalOptions, rewriter: Rewriter): Journal['commit'] {
  function failed(done: Finished, fault: unknown): void {
    state.committing = false;
    rewriter.abort();
    done(takeBack(state, options, fault));
  }

  function finish(done: Finished, sum: number): void {
    try {
      insist(options);
      if (isCurrent(options.file, state.tail)) settle(state, sum);
      else startAnew(options, rewriter); // what was pending is in it
    } catch (fault) {
      failed(done, fault);
      return;
    }
    state.committing = false;
    rewriter.exchange();
    rewriter.consider();
    done();
  }

  return (done) => {
    if (state.pending === '') {
      done();
      return;
    }
    state.committing = true;
    const { sum } = state; // more may be appended while the disk works
    try {
      insist(options);
      write(state);
    } catch (fault) {
      failed(done, fault);
      return;
    }
    if (options.sync === 'everysec') finish(done, sum);
    else
      state.tail.sync((fault) => {
        if (fault) failed(done, fault);
        else finish(done, sum);
      });
  };
}

/** Also sees what happens to a file in which nothing is written at the moment. */
function look(state: State, options: JournalOptions, rewriter: Rewriter): void {
  const idle = !state.committing && state.pending === '';
  try {
    insist(options);
    if (idle && !isCurrent(options.file, state.tail)) startAnew(options, rewriter);
  } catch (fault) {
    if (fault instanceof LockLost) lose(state, options);
    else refuse(state, options, { fault, repair: 'file' });
  }
}

function tick(state: State, options: JournalOptions, rewriter: Rewriter): void {
  if (state.refusal === undefined) look(state, options, rewriter);
  if (state.refusal === undefined) {
    if (options.sync === 'everysec' && state.unsynced) syncLater(state, options);
    return;
  }
  if (state.repair === 'never') return;
  try {
    repair(state, options, rewriter.now);
  } catch (fault) {
    if (fault instanceof LockLost) lose(state, options);
    else state.refusal = misconfigured(reasonOf(fault)); // reported once; from here on only the reason may change
  }
}

function close(state: State, { file, report }: JournalOptions): void {
  state.closed = true;
  try {
    if (state.refusal === undefined) write(state);
    state.tail.syncNow();
  } catch (fault) {
    report({ kind: 'write-failed', file, reason: reasonOf(fault) });
  }
  state.tail.close();
}

export function createJournal(opened: Opened, options: JournalOptions): Journal {
  const state = createState(opened);
  const rewriter = createRewriter({
    ...options,
    size: () => state.tail.size(),
    idle: () => !state.committing && state.refusal === undefined,
    permit: () => insist(options),
    adopt({ tail, sum }) {
      state.tail.close();
      Object.assign(state, { tail, sum, pending: '', unsynced: false }); // what was pending is in the new file
      settle(state, sum);
    },
  });
  return {
    commit: createCommit(state, options, rewriter),
    append(effects) {
      const line = writeLine(effects, state.sum);
      state.pending += line.text;
      state.sum = line.sum;
      rewriter.note(effects);
    },
    refusal: (writes) => (writes || state.repair === 'keys' || state.repair === 'never' ? state.refusal : undefined),
    rewrite: rewriter.start,
    rewriteNow: rewriter.now,
    tick: () => tick(state, options, rewriter),
    facts: () => ({
      aof_enabled: 1,
      aof_rewrite_in_progress: rewriter.running() ? 1 : 0,
      aof_last_bgrewrite_status: rewriter.failed() ? 'err' : 'ok',
      aof_last_write_status: state.refusal === undefined ? 'ok' : 'err',
      aof_current_size: state.tail.size(),
    }),
    close() {
      rewriter.abort();
      close(state, options);
    },
  };
}
