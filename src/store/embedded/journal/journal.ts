/**
 * Keeps the append-only file in step with the keys. Nothing is acknowledged that is not in the file; when the file
 * cannot be written, the keys go back to what it holds and changes are refused until a retry succeeds.
 */
import type { Effect } from '../values/value.js';
import type { Contents } from './contents.js';
import { type Report, reasonOf } from './event.js';
import { writeLine } from './line.js';
import { type Opened, replay } from './open.js';
import { createRewriter, type Rewriter } from './rewriter.js';
import type { Disk, Tail } from './tail.js';

export interface JournalOptions {
  readonly file: string;
  readonly disk: Disk;
  readonly sync: 'everysec' | 'always';
  readonly contents: Contents;
  readonly report: Report;
}

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

interface State {
  tail: Tail;
  /** Checksum of the last line appended, and of the last line in the file. */
  sum: number;
  goodSum: number;
  /** How far the file is acknowledged, in bytes. */
  good: number;
  pending: string;
  committing: boolean;
  unsynced: boolean;
  closed: boolean;
  refusal: string | undefined;
  /** What must be put right before anything is stored again. */
  repair: 'nothing' | 'keys' | 'file';
}

function write(state: State): void {
  const text = state.pending;
  state.pending = '';
  if (text === '') return;
  state.tail.write(text);
  state.unsynced = true;
}

const settle = (state: State, sum: number): void => {
  state.good = state.tail.size();
  state.goodSum = sum;
};

/** The keys as the file has them, up to what was acknowledged. */
function restore(state: State, { file, contents }: JournalOptions): void {
  state.tail.cut(state.good);
  replay(file, contents, state.good);
  contents.mode('frozen');
  state.repair = 'nothing';
}

/** As Redis words it. */
const misconfigured = (reason: string): string => `MISCONF Errors writing to the AOF file: ${reason}`;

interface Cause {
  readonly fault: unknown;
  readonly repair: State['repair'];
}

function refuse(state: State, options: JournalOptions, { fault, repair }: Cause): string {
  const reason = reasonOf(fault);
  state.refusal = misconfigured(reason);
  state.repair = repair;
  options.contents.mode('frozen');
  options.report({ kind: 'write-failed', file: options.file, reason });
  return state.refusal;
}

/** What was not acknowledged is forgotten at once, so that nobody reads it. If even that fails, nobody reads at all. */
function takeBack(state: State, options: JournalOptions, fault: unknown): string {
  const refusal = refuse(state, options, { fault, repair: 'keys' });
  state.pending = '';
  state.sum = state.goodSum;
  try {
    restore(state, options);
  } catch (second) {
    options.report({ kind: 'write-failed', file: options.file, reason: reasonOf(second) });
  }
  return refusal;
}

/** An empty line: whether it can be written tells whether others can. */
function probe(state: State): void {
  const line = writeLine([], state.sum);
  try {
    state.tail.write(line.text);
    state.tail.syncNow();
  } catch (fault) {
    state.tail.cut(state.good);
    throw fault;
  }
  state.sum = line.sum;
  settle(state, line.sum);
}

/** Throws when it is still impossible. */
function repair(state: State, options: JournalOptions, rewriter: Rewriter): void {
  if (state.repair === 'keys') restore(state, options);
  if (state.repair === 'file')
    rewriter.now(); // what a failed sync left in the old one cannot be trusted
  else probe(state);
  Object.assign(state, { refusal: undefined, repair: 'nothing', unsynced: false });
  options.contents.mode('live');
  options.report({ kind: 'recovered', file: options.file });
}

type Finished = (refusal?: string) => void;

/** With `everysec`: a failed sync loses nothing yet, but nothing more is taken until a new file is on the disk. */
function syncLater(state: State, options: JournalOptions): void {
  state.unsynced = false;
  const { tail } = state;
  tail.sync((fault) => {
    if (fault && tail === state.tail && !state.closed) refuse(state, options, { fault, repair: 'file' });
  });
}

function createCommit(state: State, options: JournalOptions, rewriter: Rewriter): Journal['commit'] {
  function failed(done: Finished, fault: unknown): void {
    state.committing = false;
    rewriter.abort();
    done(takeBack(state, options, fault));
  }

  function finish(done: Finished, sum: number): void {
    state.committing = false;
    settle(state, sum);
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

function tick(state: State, options: JournalOptions, rewriter: Rewriter): void {
  if (state.refusal === undefined) {
    if (options.sync === 'everysec' && state.unsynced) syncLater(state, options);
    return;
  }
  try {
    repair(state, options, rewriter);
  } catch (fault) {
    state.refusal = misconfigured(reasonOf(fault)); // told once; from here on only the reason may change
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

const create = ({ tail, sum }: Omit<Opened, 'unsound'>): State => ({
  tail,
  sum,
  goodSum: sum,
  good: tail.size(),
  pending: '',
  committing: false,
  unsynced: false,
  closed: false,
  refusal: undefined,
  repair: 'nothing',
});

export function createJournal(opened: Opened, options: JournalOptions): Journal {
  const state = create(opened);
  const rewriter = createRewriter({
    ...options,
    size: () => state.tail.size(),
    idle: () => !state.committing && state.refusal === undefined,
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
    refusal: (writes) => (writes || state.repair === 'keys' ? state.refusal : undefined),
    rewrite: rewriter.start,
    rewriteNow: rewriter.now,
    tick: () => tick(state, options, rewriter),
    facts: () => ({
      aof_enabled: 1,
      aof_rewrite_in_progress: rewriter.running() ? 1 : 0,
      aof_last_write_status: state.refusal === undefined ? 'ok' : 'err',
      aof_current_size: state.tail.size(),
    }),
    close() {
      rewriter.abort();
      close(state, options);
    },
  };
}
