/** A checker that finds nothing proves nothing: every promise is broken here on purpose, and must be found broken. */
import { expect } from 'chai';
import { register } from 'node:module';
import type * as sound from '../app.js';
import { loadSmallKnowledge } from '../app.js';
import { embeddedGround } from '../ground/single.js';
import { insideHouse, memoryGround } from '../memory.js';
import { mutants } from '../mutants.js';
import { codePatches } from '../patches.js';
import type { RuleName } from '../rules/index.js';
import { run, type RunOptions } from '../run.js';
import { unforgetting } from '../usual.js';

const outfit = {
  timing: { turnLeaseMs: 400, idleMs: 700, leaseMs: 500, patienceMs: 1500, undoMs: 200, lineIdleMs: 2000 },
  rounds: { wakeMs: 100, sweepMs: 100 },
};
/** A run ends when its bug is seen. One in which it had no occasion to show is followed by others. */
const seeds = Array.from({ length: 20 }, (_, n) => n + 5);
const mostMs = 6000;

export async function broken(
  options: Omit<RunOptions, 'seed' | 'milliseconds'> & Partial<Pick<RunOptions, 'milliseconds'>>,
): Promise<readonly RuleName[]> {
  for (const seed of seeds) {
    const { breaches } = await run({ milliseconds: mostMs, ...options, seed, restMs: 1500 });
    if (options.until !== undefined && breaches.has(options.until)) return [...breaches.keys()];
  }
  return [];
}

// here, because hooks are the process's own: several parts may run in one, and a second set would patch what is patched
register('../hooks.js', import.meta.url, { data: mutants.map(({ patches }) => codePatches(patches)) });

/** The bugs of one part of so many: parts stand in files of their own, so that they run side by side. */
export function plantedBugs(part: number, parts: number): void {
  describe('a planted bug', function () {
    this.timeout(300_000);
    const knowledge = loadSmallKnowledge();

    mutants.forEach(({ breaks, bug, patches, faults, run: special = {} }, number) => {
      if (number % parts !== part) return;
      it(`(${bug}) breaks the promise that ${breaks}`, async () => {
        const { startFaultyApp } = (await import(`../app.js?bug=${number}`)) as typeof sound;
        const inside = { ground: memoryGround, house: insideHouse(knowledge, startFaultyApp), servers: 1, faults: [] };
        const outside = { ground: embeddedGround, servers: 2, faults: faults ?? [] };
        const where = faults === undefined ? inside : outside;
        const found = await broken({
          ...where,
          customers: 12,
          crowd: 0,
          outfit: { ...outfit, patches: [...unforgetting, ...patches] },
          until: breaks,
          ...special,
        });
        expect(found).to.include(breaks);
      });
    });
  });
}
