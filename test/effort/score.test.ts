import { expect } from 'chai';
import fc from 'fast-check';
import { drivers, effort, type EffortFacts } from '../../src/effort/index.js';

const calm: EffortFacts = {
  counts: { turns: 1 },
  stints: { bot: 0, queue: 0, agent: 0, customer: 0 },
  peak: 0,
  contacts: 0,
};
const facts = fc.record({
  counts: fc.record({
    turns: fc.nat(40),
    misses: fc.nat(9),
    unsolved: fc.nat(9),
    repeats: fc.nat(9),
    clarified: fc.nat(9),
    faults: fc.nat(3),
    escalations: fc.nat(4),
  }),
  stints: fc.record({ bot: fc.nat(1e6), queue: fc.nat(1e7), agent: fc.nat(1e7), customer: fc.nat(1e7) }),
  peak: fc.double({ min: 0, max: 1, noNaN: true }),
  contacts: fc.nat(5),
});

describe('effort', () => {
  it('is 0 for one question with one answer', () => {
    expect(effort(calm)).to.equal(0);
  });

  it('stays between 0 and 100, and is what its drivers add up to', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const sum = drivers(given).reduce((total, driver) => total + driver.points, 0);
        expect(effort(given)).to.equal(Math.min(100, sum));
      }),
    );
  });

  it('never falls when something more went wrong', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('misses', 'unsolved', 'repeats', 'escalations'), (given, what) => {
        const worse = { ...given, counts: { ...given.counts, [what]: given.counts[what as 'misses'] + 1 } };
        expect(effort(worse)).to.be.at.least(effort(given));
      }),
    );
  });

  it('names the heaviest driver first', () => {
    const names = drivers({ ...calm, counts: { misses: 3, clarified: 1 } }).map((driver) => driver.name);
    expect(names).to.deep.equal(['questions without an answer', 'questions asked back']);
  });
});
