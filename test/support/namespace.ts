/** Processes with process ids of their own, as two containers have them that share one volume. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const pids = ['--pid', '--fork', '--kill-child', '--mount-proc'];
/** As root, and as somebody who may have a user namespace. */
const ways = [pids, ['--user', '--map-root-user', ...pids]];
const way = ways.find((flags) => spawnSync('unshare', [...flags, 'true']).status === 0);

/** Why there are none here; undefined when there are. */
export const noNamespaces = way === undefined ? 'unshare --pid is not there, or not permitted' : undefined;

/** Before a command, to run it in there. `network`: with no other network than its own, which is down. */
export const namespace = (network?: 'network'): readonly string[] => [
  'unshare',
  ...(way ?? []),
  ...(network === undefined ? [] : ['--net']),
];

/** The process in there, by the id it has out here. */
export const childOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ')[0]);
