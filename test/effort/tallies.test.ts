import { expect } from 'chai';
import fc from 'fast-check';
import { byHour, figures } from '../../src/effort/index.js';

/** The bucket of a span, as lua/parts/tally.lua computes it. */
function bucket(milliseconds: number): number {
  let [v, power] = [Math.floor(milliseconds), 0];
  while (v >= 64) [v, power] = [Math.floor(v / 2), power + 1];
  return power * 64 + v;
}

const hourOf = (spans: readonly number[], at = 0) => {
  const counters: Record<string, number> = {};
  for (const span of spans) counters[`wait:${bucket(span)}`] = (counters[`wait:${bucket(span)}`] ?? 0) + 1;
  return { at, counters };
};

describe('tallies', () => {
  it('give percentiles within 1.6 % of the truth, over any split into hours', () => {
    const spans = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(spans, fc.nat(200), (all, cut) => {
        const sorted = [...all].sort((a, b) => a - b);
        const truth = sorted[Math.ceil(0.9 * sorted.length) - 1] ?? 0;
        const { wait } = figures([hourOf(all.slice(0, cut)), hourOf(all.slice(cut), 3_600_000)]);
        expect(wait.n).to.equal(all.length);
        expect(wait.p90).to.be.closeTo(truth, Math.max(1, truth * 0.016));
      }),
    );
  });

  it('have no percentile without anything measured', () => {
    expect(figures([]).wait).to.deep.equal({ n: 0 });
  });

  it('keep the wait of messages apart from the wait of people', () => {
    const counters = { [`wait:${bucket(1000)}`]: 1, [`message:${bucket(9_000_000)}`]: 2 };
    const { wait, messageWait } = figures([{ at: 0, counters }]);
    expect([wait.n, messageWait.n]).to.deep.equal([1, 2]);
    expect(wait.p95).to.be.below(1100);
    expect(messageWait.p50).to.be.closeTo(9_000_000, 9_000_000 * 0.016);
  });

  it('count how often the promised wait held, over hours and shards', () => {
    const rows = [
      { at: 0, counters: { 'promise:kept': 2, 'promise:later': 1 } },
      { at: 3_600_000, counters: { 'promise:kept': 3, 'promise:sooner': 4 } },
    ];
    expect(figures(rows).promise).to.deep.equal({ kept: 5, sooner: 4, later: 1 });
    expect(figures([]).promise).to.deep.equal({ kept: 0, sooner: 0, later: 0 });
  });

  it('make outcomes that exclude each other and add up to the ended episodes', () => {
    const counters = { 'outcome:solved': 3, 'outcome:helped': 2, 'outcome:gave-up': 1 };
    const { ended, outcomes } = figures([{ at: 0, counters }]);
    expect(ended).to.equal(6);
    expect(outcomes).to.deep.equal({ solved: 3, assumed: 0, helped: 2, 'gave-up': 1, unanswered: 0 });
  });

  it('show CES with its n, mean, share of easy and whole histogram', () => {
    const { ces } = figures([{ at: 0, counters: { 'ces:2': 1, 'ces:6': 2, 'ces:7': 1, 'asked-ces': 9 } }]);
    expect(ces).to.deep.equal({ asked: 9, n: 4, mean: 21 / 4, easy: 3 / 4, counts: [0, 1, 0, 0, 0, 2, 1] });
  });

  it('keep hours apart and put the shards of one hour together', () => {
    const rows = byHour([
      { at: 0, counters: { episodes: 1 } },
      { at: 0, counters: { episodes: 2 } },
      { at: 3_600_000, counters: { episodes: 4 } },
    ]);
    expect(rows.map((row) => [row.at, row.episodes])).to.deep.equal([
      [0, 3],
      [3_600_000, 4],
    ]);
  });
});
