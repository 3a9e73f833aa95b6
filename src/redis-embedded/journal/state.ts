/** What the file holds, what is on its way into it, and how to get back in step after a failure. */
import type { Contents } from './contents.js';
import { type Report, reasonOf } from './event.js';
import { writeLine } from './line.js';
import type { Lock } from './lock.js';
import { type Opened, replay } from './open.js';
import { insist, isCurrent, LockLost } from './ours.js';
import type { Disk, Tail } from './tail.js';

export interface JournalOptions {
  readonly file: string;
  readonly lock: Pick<Lock, 'held'>;
  readonly disk: Disk;
  readonly sync: 'everysec' | 'always';
  readonly contents: Contents;
  readonly report: Report;
}

export interface State {
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
  /** What must be put right before anything is stored again; `never`: it is somebody else's. */
  repair: 'nothing' | 'keys' | 'file' | 'never';
}

export function write(state: State): void {
  const text = state.pending;
  state.pending = '';
  if (text === '') return;
  state.tail.write(text);
  state.unsynced = true;
}

export const settle = (state: State, sum: number): void => {
  state.good = state.tail.size();
  state.goodSum = sum;
};

/** The keys as the file has them, up to what was acknowledged. */
function restore(state: State, { file, contents }: JournalOptions): void {
  state.tail.cut(state.good);
  const { sum } = replay(state.tail.fd, contents, state.good);
  if (sum !== state.goodSum) throw new Error(`${file} was changed by something else`);
  contents.mode('frozen');
  state.repair = 'nothing';
}

/** As Redis words it. */
export const misconfigured = (reason: string): string => `MISCONF Errors writing to the AOF file: ${reason}`;

interface Cause {
  readonly fault: unknown;
  readonly repair: State['repair'];
}

export function refuse(state: State, options: JournalOptions, { fault, repair }: Cause): string {
  const reason = reasonOf(fault);
  state.refusal = misconfigured(reason);
  state.repair = repair;
  options.contents.mode('frozen');
  options.report({ kind: 'write-failed', file: options.file, reason });
  return state.refusal;
}

/** Nothing is touched any more: not the file, which may be the other's, and not the keys, which nobody may read. */
export function lose(state: State, { file, contents, report }: JournalOptions): string {
  if (state.repair !== 'never') report({ kind: 'lock-lost', file });
  contents.mode('frozen');
  state.repair = 'never';
  state.refusal = `FENCED ${file} is not held any more`;
  return state.refusal;
}

/** What was not acknowledged is forgotten at once, so that nobody reads it. If even that fails, nobody reads at all. */
export function takeBack(state: State, options: JournalOptions, fault: unknown): string {
  state.pending = '';
  if (fault instanceof LockLost) return lose(state, options);
  const refusal = refuse(state, options, { fault, repair: 'keys' });
  state.sum = state.goodSum;
  try {
    restore(state, options);
  } catch (second) {
    options.report({ kind: 'write-failed', file: options.file, reason: reasonOf(second) });
  }
  return refusal;
}

/** An empty line: whether it can be written shows whether others can. */
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
export function repair(state: State, options: JournalOptions, rewrite: () => void): void {
  insist(options);
  if (state.repair === 'keys') restore(state, options);
  if (state.repair === 'file' || !isCurrent(options.file, state.tail))
    rewrite(); // what a failed sync left in the old one cannot be trusted
  else probe(state);
  Object.assign(state, { refusal: undefined, repair: 'nothing', unsynced: false });
  options.contents.mode('live');
  options.report({ kind: 'recovered', file: options.file });
}

export const createState = ({ tail, sum }: Omit<Opened, 'unsound'>): State => ({
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
