import { expect } from 'chai';
import fc from 'fast-check';
import type { Count, Outcome, Stint } from '../../src/conversation/index.js';
import { drivers, effort, type EffortFacts } from '../../src/effort/index.js';

const calm: EffortFacts = {
  counts: { turns: 1 },
  stints: { bot: 0, queue: 0, agent: 0, customer: 0 },
  peak: 0,
  contacts: 0,
  switched: false,
  transfers: 0,
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
  switched: fc.boolean(),
  transfers: fc.nat(5),
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
    const other = drivers({ ...calm, counts: { clarified: 3, escalations: 1, misses: 1 }, contacts: 1 });
    expect(other.map(({ points }) => points)).to.deep.equal([12, 9, 9, 8]);
    expect(other[0]?.name).to.equal('contacts in the three days before');
  });

  /** The house's price list: what each thing costs once, and the most that it can cost. */
  const times = (what: Count) => (n: number) => ({ counts: { [what]: n } });
  const waited = (stint: Stint) => (n: number) => ({ stints: { ...calm.stints, [stint]: n * 60_000 } });
  const prices: readonly (readonly [string, (n: number) => Partial<EffortFacts>, number, number])[] = [
    ['messages beyond three', (n) => ({ counts: { turns: 3 + n } }), 2, 16],
    ['questions without an answer', times('misses'), 9, 27],
    ['answers that did not help', times('unsolved'), 8, 16],
    ['repeated questions', times('repeats'), 8, 24],
    ['questions asked back', times('clarified'), 3, 9],
    ['faults on our side', times('faults'), 10, 20],
    ['needed a person', times('escalations'), 8, 16],
    ['went to another person', (transfers) => ({ transfers }), 10, 20],
    ['minutes in the line', waited('queue'), 1, 45],
    ['minutes waiting for an agent', waited('agent'), 1, 20],
    ['contacts in the three days before', (contacts) => ({ contacts }), 12, 24],
  ];
  for (const [name, facts, each, most] of prices) {
    it(`counts ${each} points for each of the ${name}, ${most} at most`, () => {
      for (let n = 0; n <= 50; n += 1) {
        const points = Math.min(n * each, most);
        const driver = points === 0 ? [] : [{ name, value: n, points }];
        expect(drivers({ ...calm, ...facts(n) }), `${n}`).to.deep.equal(driver);
      }
    });
  }

  it('counts whole minutes of waiting, and no other time', () => {
    const stints = (queue: number, agent: number) => ({ bot: 9e6, customer: 9e6, queue, agent });
    expect(effort({ ...calm, stints: stints(59_999, 59_999) })).to.equal(0);
    expect(effort({ ...calm, stints: stints(60_000, 60_000) })).to.equal(2);
    expect(effort({ ...calm, stints: stints(119_999, 119_999) })).to.equal(2);
  });

  it('counts frustration from where it is more than every message reads as', () => {
    for (const [peak, points] of [
      [0.29, 0],
      [0.3, 6],
      [0.55, 11],
      [1, 20],
    ] as const) {
      expect(effort({ ...calm, peak }), `${peak}`).to.equal(points);
    }
  });

  it('counts 20 points when the customer left without a solution', () => {
    const cost = (outcome: Outcome) => effort({ ...calm, outcome });
    expect((['gave-up', 'unanswered'] as const).map(cost)).to.deep.equal([20, 20]);
    expect((['solved', 'assumed', 'helped'] as const).map(cost)).to.deep.equal([0, 0, 0]);
    const [driver] = drivers({ ...calm, outcome: 'gave-up' });
    expect(driver).to.deep.equal({ name: 'left without a solution', value: 1, points: 20 });
  });

  it('counts 8 points when they had to change the channel', () => {
    expect(drivers({ ...calm, switched: true })).to.deep.equal([
      { name: 'had to change the channel', value: 1, points: 8 },
    ]);
  });

  it('counts nothing that was not counted', () => {
    expect(drivers({ ...calm, counts: {} })).to.deep.equal([]);
  });
});
