import { expect } from 'chai';
import fc from 'fast-check';
import { waitPace, waitRange } from '../../src/queue/index.js';

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

  for (const [facts, low, high] of [
    [{ ahead: 9, agents: 1, pace: 60_000 }, 5, 15],
    [{ ahead: 9, agents: 4, pace: 60_000 }, 5, 15],
    // nothing was claimed yet: one agent takes a ticket every three minutes
    [{ ahead: 9, agents: 1, pace: 0 }, 15, 45],
    [{ ahead: 9, agents: 3, pace: 0 }, 5, 15],
    // at least a minute, and at least one more
    [{ ahead: 0, agents: 1, pace: 1 }, 1, 2],
    [{ ahead: 0, agents: 1, pace: 60_000 }, 1, 2],
    [{ ahead: 0, agents: 1, pace: 60_001 }, 1, 2],
    [{ ahead: 0, agents: 1, pace: 80_001 }, 1, 3],
  ] as const) {
    it(`of place ${facts.ahead + 1} with ${facts.agents} at the desk and a pace of ${facts.pace} ms is ${low} to ${high} minutes`, () => {
      expect(waitRange(facts)).to.deep.equal({ low: low * 60_000, high: high * 60_000 });
    });
  }

  it('is made of what each place adds, in microseconds, which is what a new ticket is promised by', () => {
    expect(waitPace({ agents: 2, pace: 1000 })).to.deep.equal({ low: 500_000, high: 1_500_000 });
    expect(waitPace({ agents: 2, pace: 0 })).to.deep.equal({ low: 45_000_000, high: 135_000_000 });
    expect(waitPace({ agents: 0, pace: 1000 })).to.equal(undefined);
  });
});
