/**
 * The process that holds a file, as the lock names it: an entry that the holder writes again and again, and takes away
 * at the end.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './event.js';

export interface Holder {
  /** Of the running system, the same in all of its containers; empty where it cannot be known. */
  readonly kernel: string;
  readonly pid: string;
  readonly host: string;
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (fault) {
    if (['ENOENT', 'ENOTDIR', 'ESTALE'].includes(String(codeOf(fault)))) return '';
    throw fault;
  }
}

export const ourselves = (): Holder => ({
  kernel: readOrNothing('/proc/sys/kernel/random/boot_id').trim(),
  pid: String(process.pid),
  host: hostname(),
});

export function readHolder(path: string): Holder {
  const [kernel = '', pid = '', host = ''] = readOrNothing(path).split('\n');
  return { kernel, pid, host };
}

/**
 * Opened and closed each time: that is when network file systems make a change visible. Never created again once
 * removed.
 */
export function writeBeat(path: string, { kernel, pid, host }: Holder, beat: number): void {
  writeFileSync(path, `${kernel}\n${pid}\n${host}\n${beat}\n`, { flag: beat === 0 ? 'wx' : 'r+', mode: 0o600 });
}

/**
 * Whether an entry stays as it is for so long. Only the change is looked at: the clocks of two machines say nothing
 * about each other.
 */
export async function isSilent(path: string, patienceMs: number): Promise<boolean> {
  const before = readOrNothing(path);
  for (let left = patienceMs; left > 0; left -= 100) {
    await pause(Math.min(left, 100));
    if (readOrNothing(path) !== before) return false;
  }
  return true;
}
