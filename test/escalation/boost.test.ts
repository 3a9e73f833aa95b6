/** How far a ticket moves ahead by the shipped policy. */
import { expect } from 'chai';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { freshMood } from '../../src/conversation/index.js';
import { boostMs, checkPolicy } from '../../src/escalation/index.js';

const checked = checkPolicy(readTextFile(inPackage('dialogs', 'policy.yaml')));
if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
const policy = checked.value;
const minute = 60_000;

describe('the boost', () => {
  const boost = (peak: number, contacts: number, vip?: boolean) =>
    boostMs(policy, { mood: { ...freshMood, peak }, contacts, ...(vip === undefined ? {} : { vip }) });

  it('is three minutes for each contact before, of which two count', () => {
    expect([0, 1, 2, 3, 9].map((contacts) => boost(0, contacts) / minute)).to.deep.equal([0, 3, 6, 6, 6]);
  });

  it('is eight minutes at the peak of frustration, and four for a VIP', () => {
    expect([0, 0.25, 1].map((peak) => boost(peak, 0) / minute)).to.deep.equal([0, 2, 8]);
    expect([true, false].map((vip) => boost(0, 0, vip) / minute)).to.deep.equal([4, 0]);
  });

  it('is a quarter of an hour at most', () => {
    expect(boost(1, 2) / minute).to.equal(14);
    expect(boost(1, 2, true) / minute).to.equal(15);
    expect(boost(0.62501, 0)).to.equal(300_005);
  });
});
