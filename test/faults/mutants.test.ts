/** A checker that finds nothing proves nothing: every promise is broken here on purpose, and must be found broken. */
import { expect } from 'chai';
import { register } from 'node:module';
import type * as sound from './app.js';
import { loadSmallMind } from './app.js';
import { embeddedGround, redisGround } from './ground/single.js';
import { insideHouse, memoryGround } from './memory.js';
import { mutants } from './mutants.js';
import { codePatches, plant } from './patches.js';
import { type RuleName, rules } from './rules/index.js';
import { run, type RunOptions } from './run.js';
import { usualRun } from './usual.js';

const outfit = {
  timing: { laneMs: 400, idleMs: 700, leaseMs: 500, patienceMs: 1500, lineIdleMs: 2000 },
  rounds: { wakeMs: 100, sweepMs: 100 },
};
/** A run ends when its bug is seen. One in which it had no occasion to show is followed by others. */
const seeds = [5, 6, 7, 8, 9, 10, 11, 12];
const mostMs = 6000;

async function broken(options: Omit<RunOptions, 'seed' | 'milliseconds'>): Promise<readonly RuleName[]> {
  for (const seed of seeds) {
    const { breaches } = await run({ ...options, seed, milliseconds: mostMs, restMs: 1500 });
    if (options.until !== undefined && breaches.has(options.until)) return [...breaches.keys()];
  }
  return [];
}

describe('a planted bug', function () {
  this.timeout(120_000);
  const mind = loadSmallMind();
  before(() => register('./hooks.js', import.meta.url, { data: mutants.map(({ patches }) => codePatches(patches)) }));

  mutants.forEach(({ breaks, bug, patches, faults, run: special = {} }, number) => {
    it(`(${bug}) breaks the promise that ${breaks}`, async () => {
      const { startFaultyApp } = (await import(`./app.js?bug=${number}`)) as typeof sound;
      const inside = { ground: memoryGround, house: insideHouse(mind, startFaultyApp), servers: 1, faults: [] };
      const outside = { ground: embeddedGround, servers: 2, faults: faults ?? [] };
      const where = faults === undefined ? inside : outside;
      const found = await broken({
        ...where,
        customers: 12,
        crowd: 0,
        outfit: { ...outfit, patches },
        until: breaks,
        ...special,
      });
      expect(found).to.include(breaks);
    });
  });

  it('is there for every promise but the last, which all of them can break', () => {
    const planted = new Set(mutants.map(({ breaks }) => breaks));
    const names = Object.keys(rules) as RuleName[];
    expect(names.filter((name) => !planted.has(name))).to.deep.equal(['the house comes to rest']);
  });

  it('that does not fit any more is refused', () => {
    expect(() => plant([{ file: 'claim.lua', from: 'not in it', to: '' }])).to.throw(/does not fit any more/);
    expect(() => plant([{ file: 'parts/state.lua', from: 'not in it', to: '' }])).to.throw(/fits no script/);
  });

  it('is not needed to find what a Redis loses that keeps nothing on disk', async function () {
    if (redisGround.skip !== undefined) return this.skip();
    const until = 'a message that was acknowledged is there';
    const options = { ...usualRun, ground: redisGround, faults: ['store killed'], kept: false };
    expect(await broken({ ...options, until })).to.include(until);
  });
});
