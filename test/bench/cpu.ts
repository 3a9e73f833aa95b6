/** Processor time, which a busy machine does not stretch as it stretches the clock on the wall. */
import { readdirSync, readFileSync } from 'node:fs';

/** Microseconds of this process. */
function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Microseconds of another process, all its threads; Linux only (the kernel counts nanoseconds here, and ticks in `stat`). */
export function cpuOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const spent = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return spent.reduce((sum, one) => sum + one, 0) / 1000;
}

export interface Cost {
  /** Microseconds per operation. */
  readonly client: number;
  readonly server: number;
}

/** What `count` operations cost each side. */
export async function costOf(pid: number, count: number, work: () => Promise<unknown>): Promise<Cost> {
  const [client, server] = [ownCpu(), cpuOf(pid)];
  await work();
  return { client: (ownCpu() - client) / count, server: (cpuOf(pid) - server) / count };
}

/** Kilobytes of a process in memory. */
export const residentKb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN);
