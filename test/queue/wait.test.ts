import { expect } from 'chai';
import fc from 'fast-check';
import { waitRange } from '../../src/queue/index.js';

describe('the promised wait', () => {
  it('says nothing when nobody is at the desk', () => {
    expect(waitRange({ ahead: 3, agents: 0, pace: 60_000 })).to.equal(undefined);
  });

  it('is half to one and a half times the place times the pace, in whole minutes', () => {
    expect(waitRange({ ahead: 2, agents: 1, pace: 120_000 })).to.deep.equal({ low: 180_000, high: 540_000 });
  });

  it('never shrinks with more people ahead, and always is a range', () => {
    const facts = fc.record({ ahead: fc.nat(500), agents: fc.integer({ min: 1, max: 50 }), pace: fc.nat(3_600_000) });
    fc.assert(
      fc.property(facts, (line) => {
        const [here, behind] = [waitRange(line)!, waitRange({ ...line, ahead: line.ahead + 1 })!];
        expect(here.high).to.be.greaterThan(here.low);
        expect(behind.low).to.be.at.least(here.low);
        expect(behind.high).to.be.at.least(here.high);
      }),
    );
  });
});
