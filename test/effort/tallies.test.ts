import { expect } from 'chai';
import fc from 'fast-check';
import { byHour, figures } from '../../src/effort/index.js';
import { spread, spreadKey, survival } from '../../src/effort/tallies.js';

const hourOf = (spans: readonly number[], at = 0) => {
  const counters: Record<string, number> = {};
  for (const span of spans) counters[spreadKey('served', span)] = (counters[spreadKey('served', span)] ?? 0) + 1;
  return { at, counters };
};

describe('tallies', () => {
  it('give percentiles within 0.8 % of the truth, over any split into hours', () => {
    const spans = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 20, maxLength: 200 });
    fc.assert(
      fc.property(spans, fc.nat(200), (all, cut) => {
        const sorted = [...all].sort((a, b) => a - b);
        const truth = sorted[Math.ceil(0.9 * sorted.length) - 1] ?? 0;
        const { served: wait } = figures([hourOf(all.slice(0, cut)), hourOf(all.slice(cut), 3_600_000)]).waits;
        expect(wait.n).to.equal(all.length);
        expect(wait.p90).to.be.closeTo(truth, Math.max(1, truth * 0.008));
      }),
    );
  });

  it('have no percentile without anything measured', () => {
    expect(figures([]).waits.all).to.deep.equal({ n: 0 });
  });

  it('tell no percentile of fewer than twenty, one in a hundred of a hundred only, and the longest of any', () => {
    const of = (n: number) =>
      Object.keys(spread(hourOf(Array.from({ length: n }, (_, i) => i + 1)).counters, 'served'));
    expect(of(19)).to.deep.equal(['n', 'longest']);
    expect(of(20)).to.deep.equal(['n', 'p50', 'p90', 'p95', 'longest']);
    expect(of(99)).to.deep.equal(['n', 'p50', 'p90', 'p95', 'longest']);
    expect(of(100)).to.deep.equal(['n', 'p50', 'p90', 'p95', 'p99', 'longest']);
  });

  it('keep the wait of messages apart from the wait of people', () => {
    const counters = { [spreadKey('served', 1000)]: 1, [spreadKey('taken', 9_000_000)]: 2 };
    const { served, message } = figures([{ counters }]).waits;
    expect([served.n, message.n]).to.deep.equal([1, 2]);
    expect(served.longest).to.be.below(1100);
    expect(message.longest).to.be.closeTo(9_000_000, 9_000_000 * 0.008);
  });

  /** The leukaemia patients of Freireich (1963) under 6-MP, in weeks, as in every textbook; + is censored. */
  const weeks = { seen: [6, 6, 6, 7, 10, 13, 16, 22, 23], gone: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35] };
  it('estimate how long it takes where some went before, as Kaplan and Meier do', () => {
    const counters: Record<string, number> = {};
    const add = (name: string, span: number) =>
      (counters[spreadKey(name, span)] = (counters[spreadKey(name, span)] ?? 0) + 1);
    weeks.seen.forEach((span) => add('served', span));
    weeks.gone.forEach((span) => add('left', span));
    const found = survival(counters, 'served', ['left']);
    // S(23) = 0.448: the median is 23, and nobody stayed to see nine in ten
    expect(found).to.deep.equal({ n: 21, p50: 23, longest: 35 });
  });

  it('are plain percentiles where nobody went', () => {
    const { counters } = hourOf(Array.from({ length: 60 }, (_, i) => i + 1));
    expect(survival(counters, 'served', ['left'])).to.deep.equal(spread(counters, 'served'));
  });

  it('count how often the promised wait held, over hours and shards', () => {
    const rows = [
      { counters: { 'promise:kept': 2, 'promise:later': 1 } },
      { at: 3_600_000, counters: { 'promise:kept': 3, 'promise:sooner': 4 } },
    ];
    expect(figures(rows).promise).to.deep.equal({ kept: 5, sooner: 4, later: 1 });
    expect(figures([]).promise).to.deep.equal({ kept: 0, sooner: 0, later: 0 });
  });

  it('make outcomes that exclude each other and add up to the ended episodes', () => {
    const counters = { 'outcome:solved': 3, 'outcome:helped': 2, 'outcome:gave-up': 1 };
    const { ended, outcomes } = figures([{ counters }]);
    expect(ended).to.equal(6);
    expect(outcomes).to.deep.equal({ solved: 3, assumed: 0, helped: 2, 'gave-up': 1, unanswered: 0 });
  });

  it('show CES with its n, mean, share of easy and whole histogram', () => {
    const { ces } = figures([{ counters: { 'ces:2': 1, 'ces:6': 2, 'ces:7': 1, 'asked-ces': 9 } }]);
    expect(ces).to.deep.equal({ asked: 9, n: 4, easy: 3, counts: [0, 1, 0, 0, 0, 2, 1] });
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
    expect(figures([tens]).waits.served).to.deep.equal({ n: 60, p50: 30, p90: 54, p95: 57, longest: 60 });
    expect(figures([hourOf([7])]).waits.served).to.deep.equal({ n: 1, longest: 7 });
    expect(figures([hourOf([200])]).waits.served.longest).to.equal(201);
  });

  it('tell for what reasons a person was fetched, and leave out those for which nobody was', () => {
    const counters = { asked: 6, 'reason:asked': 1, 'reason:frustrated': 2, 'reason:undelivered': 3 };
    const { escalations } = figures([{ counters: { ...counters, 'reason:fault': 0 } }]);
    expect(escalations).to.deep.equal({ total: 6, byReason: { asked: 1, frustrated: 2, undelivered: 3 } });
    for (const reason of ['unanswered', 'fault', 'message'] as const) {
      const one = figures([{ counters: { [`reason:${reason}`]: 1 } }]);
      expect(one.escalations.byReason).to.deep.equal({ [reason]: 1 });
    }
  });

  it('count every score from 1 to 7, and take 5, 6 and 7 for easy', () => {
    const each = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((score) => [`ces:${score}`, score]));
    const { ces } = figures([{ counters: each }]);
    expect(ces).to.deep.equal({ asked: 0, n: 28, mean: 5, easy: 18, counts: [1, 2, 3, 4, 5, 6, 7] });
    expect(figures([]).ces).to.deep.equal({ asked: 0, n: 0, easy: 0, counts: [0, 0, 0, 0, 0, 0, 0] });
    expect(figures([{ counters: { 'ces:3': 10 } }]).ces).to.include({ n: 10, mean: 3, easy: 0 });
  });

  it('have a mean effort of what has ended, and none of nothing', () => {
    const counters = { 'effort:n': 10, 'effort:sum': 225, 'effort:high': 1 };
    expect(figures([{ counters }]).effort).to.deep.equal({ n: 10, mean: 22.5, high: 1 });
    expect(figures([{ counters: { 'effort:n': 9, 'effort:sum': 7 } }]).effort).to.deep.equal({ n: 9, high: 0 });
    expect(figures([]).effort).to.deep.equal({ n: 0, high: 0 });
  });

  it('come by the hour, oldest first, each with what was measured in it', () => {
    const hour = 3_600_000;
    const rows = byHour([
      { at: 2 * hour, counters: { answers: 1, misses: 2, asked: 3, 'effort:n': 10, 'effort:sum': 150 } },
      { at: 10 * hour, counters: { episodes: 1, [spreadKey('served', 40)]: 1, [spreadKey('left', 50)]: 1 } },
      { at: hour, counters: { episodes: 5 } },
    ]);
    const none = { episodes: 0, escalations: 0, answers: 0, misses: 0, waited: 0, ended: 0 };
    expect(rows).to.deep.equal([
      { ...none, at: hour, episodes: 5 },
      { ...none, at: 2 * hour, escalations: 3, answers: 1, misses: 2, ended: 10, effortMean: 15 },
      { ...none, at: 10 * hour, episodes: 1, waited: 2, longestWait: 50 },
    ]);
  });
});
