/** The times of a usual run: short, so that everything that takes minutes in life happens often. */
import type { RunOptions } from './run.js';

export const usualRun: Pick<RunOptions, 'outfit' | 'servers' | 'customers'> = {
  outfit: {
    timing: { laneMs: 1000, idleMs: 2500, leaseMs: 2000, patienceMs: 4000, lineIdleMs: 5000 },
    rounds: { wakeMs: 250, sweepMs: 500 },
    patches: [],
  },
  servers: 2,
  customers: 12,
};
