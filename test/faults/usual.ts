/** The times of a usual run: short, so that everything that takes minutes in life happens often. */
import type { Patch } from './patches.js';
import type { RunOptions } from './run.js';

/** The ids of all messages are remembered, not of the newest 96 alone: the checker knows every message by its id. */
export const unforgetting: readonly Patch[] = ['receive.lua', 'speak.lua'].map((file) => ({
  file,
  from: 'seq % 32 == 0',
  to: 'false',
}));

export const usualRun: Pick<RunOptions, 'outfit' | 'servers' | 'customers' | 'crowd'> = {
  outfit: {
    timing: { turnLeaseMs: 1000, idleMs: 2500, leaseMs: 2000, patienceMs: 4000, undoMs: 700, lineIdleMs: 5000 },
    rounds: { wakeMs: 250, sweepMs: 500 },
    patches: unforgetting,
  },
  servers: 2,
  customers: 12,
  crowd: 200,
};
