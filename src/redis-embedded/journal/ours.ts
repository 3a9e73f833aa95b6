/**
 * Whether the file is still ours. Looked at after a write and before its answer: another process takes our entry out of
 * the lock first and reads the file then, so while the entry is there, what was written is what it will read.
 */
import { statSync } from 'node:fs';
import type { Lock } from './lock.js';
import type { Tail } from './tail.js';

/** Nothing mends this but a start. */
export class LockLost extends Error {}

interface Place {
  readonly file: string;
  readonly lock: Pick<Lock, 'held'>;
}

/** Throws LockLost. */
export function insist({ file, lock }: Place): void {
  if (!lock.held()) throw new LockLost(`another process has taken ${file} over, or its lock was removed`);
}

/** Whether the file that bears the name is the one that is written to. */
export function isCurrent(file: string, tail: Tail): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && tail.is(found);
}
