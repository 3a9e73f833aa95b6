/** Whether there are enough planted bugs, and what is found without one. */
import { expect } from 'chai';
import { redisGround } from '../ground/single.js';
import { mutants } from '../mutants.js';
import { plant } from '../patches.js';
import { type RuleName, rules } from '../rules/index.js';
import { usualRun } from '../usual.js';
import { broken } from './planted.js';

describe('a planted bug', function () {
  this.timeout(120_000);

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
