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

  it('take the nearest rank for a percentile: of a hundred spans the 50th, the 90th and the 95th', () => {
    const tens = hourOf(Array.from({ length: 60 }, (_, i) => i + 1));
    expect(figures([tens]).wait).to.deep.equal({ n: 60, p50: 30, p90: 54, p95: 57 });
    expect(figures([hourOf([7])]).wait).to.deep.equal({ n: 1, p50: 7, p90: 7, p95: 7 });
    const [bucketOf200] = Object.keys(hourOf([200]).counters);
    expect(figures([{ at: 0, counters: { [bucketOf200!]: 1 } }]).wait.p50).to.equal(202);
  });

  it('tell for what reasons a person was fetched, and leave out those for which nobody was', () => {
    const counters = { escalations: 6, 'reason:asked': 1, 'reason:frustrated': 2, 'reason:undelivered': 3 };
    const { escalations } = figures([{ at: 0, counters: { ...counters, 'reason:fault': 0 } }]);
    expect(escalations).to.deep.equal({ total: 6, byReason: { asked: 1, frustrated: 2, undelivered: 3 } });
    for (const reason of ['unanswered', 'fault', 'message'] as const) {
      const one = figures([{ at: 0, counters: { [`reason:${reason}`]: 1 } }]);
      expect(one.escalations.byReason).to.deep.equal({ [reason]: 1 });
    }
  });

  it('count every score from 1 to 7, and take 5, 6 and 7 for easy', () => {
    const each = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((score) => [`ces:${score}`, score]));
    const { ces } = figures([{ at: 0, counters: each }]);
    expect(ces).to.deep.equal({ asked: 0, n: 28, mean: 5, easy: 18 / 28, counts: [1, 2, 3, 4, 5, 6, 7] });
    expect(figures([]).ces).to.deep.equal({ asked: 0, n: 0, counts: [0, 0, 0, 0, 0, 0, 0] });
    expect(figures([{ at: 0, counters: { 'ces:3': 1 } }]).ces).to.include({ n: 1, mean: 3, easy: 0 });
  });

  it('have a mean effort of what has ended, and none of nothing', () => {
    const counters = { 'effort:n': 4, 'effort:sum': 90, 'effort:high': 1 };
    expect(figures([{ at: 0, counters }]).effort).to.deep.equal({ n: 4, mean: 22.5, high: 1 });
    expect(figures([{ at: 0, counters: { 'effort:n': 1, 'effort:sum': 7 } }]).effort).to.include({ n: 1, mean: 7 });
    expect(figures([]).effort).to.deep.equal({ n: 0, high: 0 });
  });

  it('come by the hour, oldest first, each with what was measured in it', () => {
    const hour = 3_600_000;
    const rows = byHour([
      { at: 2 * hour, counters: { answers: 1, misses: 2, escalations: 3, 'effort:n': 2, 'effort:sum': 30 } },
      { at: 10 * hour, counters: { episodes: 1, [`wait:${bucket(40)}`]: 1 } },
      { at: hour, counters: { episodes: 5 } },
    ]);
    expect(rows).to.deep.equal([
      { at: hour, episodes: 5, escalations: 0, answers: 0, misses: 0 },
      { at: 2 * hour, episodes: 0, escalations: 3, answers: 1, misses: 2, effortMean: 15 },
      { at: 10 * hour, episodes: 1, escalations: 0, answers: 0, misses: 0, waitP90: 40 },
    ]);
  });
});
