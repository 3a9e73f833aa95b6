/** Figures as words, ranges, scales and hours. */
import { expect } from 'chai';
import fc from 'fast-check';
import * as doubt from '../../../src/web/insights/doubt.js';
import * as format from '../../../src/web/insights/format.js';
import * as hours from '../../../src/web/insights/hours.js';
import { before, rangeOf, readRange } from '../../../src/web/insights/range.js';
import { areaPath, linePath, runs, spanSteps, ticks } from '../../../src/web/insights/scale.js';
import { hour, hourMs, plain } from './cases.js';

describe('spans', () => {
  const cases = [
    [0, '0 s'],
    [-5, '0 s'],
    [59_400, '59 s'],
    [59_600, '1 min'],
    [80_000, '1 min 20 s'],
    [12.4 * 60_000, '12 min'],
    [59.6 * 60_000, '1 h 00 min'],
    [125 * 60_000, '2 h 05 min'],
  ] as const;
  for (const [milliseconds, text] of cases) {
    it(`of ${milliseconds} ms read ${text}`, () => expect(plain(format.span(milliseconds))).to.equal(text));
  }
});

describe('waits by the wall clock and in opening hours', () => {
  for (const [wall, business, text] of [
    [80_000, 80_000, '1 min 20 s, all in opening hours'],
    [80_000, 79_400, '1 min 20 s, all in opening hours'],
    [7_500_000, 0, '2 h 05 min, none in opening hours'],
    [7_500_000, 720_000, '2 h 05 min, 12 min in opening hours'],
  ] as const) {
    it(`read ${text}`, () => expect(plain(format.inHours(wall, business))).to.equal(text));
  }
});

describe('shares', () => {
  for (const [value, text] of [
    [0, '0 %'],
    [0.001, '<1 %'],
    [0.5, '50 %'],
    [0.999, '>99 %'],
    [1, '100 %'],
  ] as const) {
    it(`of ${value} read ${text}`, () => expect(plain(format.share(value))).to.equal(text));
  }

  it('of nothing are not shown', () => expect(doubt.shareOf(0, 0)).to.equal(undefined));

  it('of fewer than ten are counts, and have no range', () => {
    expect(doubt.shareOf(3, 9)).to.equal('3 of 9');
    expect(doubt.behind(3, 9, 'people')).to.equal('3 of 9 people');
  });

  it('of ten and more have the range of Wilson', () => {
    expect(plain(doubt.shareOf(5, 10))).to.equal('50 %');
    expect(plain(doubt.behind(5, 10, 'people'))).to.equal('5 of 10 people; 24 to 76 %');
    const { low, high } = doubt.wilson(81, 263); // Newcombe (1998), table I
    expect([low, high].map((value) => value.toFixed(4))).to.deep.equal(['0.2553', '0.3662']);
  });
});

describe('changes', () => {
  const cases = [
    [12, 10, '▲ 20 % more than then'],
    [8, 10, '▼ 20 % less than then'],
    [0, 10, '▼ 100 % less than then'],
    [10, 10, '= the same as then'],
    [40, 10, '▲ 4.0 times then'],
    [10, 0, undefined],
    [10, undefined, undefined],
  ] as const;
  for (const [now, then, words] of cases) {
    it(`from ${then} to ${now} read ${words ?? 'nothing'}`, () =>
      expect(plain(format.change(now, then, 'then')?.words)).to.equal(words));
  }

  it('of scores are differences', () => {
    expect(format.difference(5.6, 5.2, 'then')?.words).to.equal('▲ 0.4 higher than then');
    expect(format.difference(5.21, 5.2, 'then')?.direction).to.equal('same');
  });
});

describe('the period', () => {
  const noon = new Date(2026, 4, 13, 12, 20).getTime();

  it('of today runs from midnight to the end of the hour', () => {
    const { from, to } = rangeOf('today', noon);
    expect([new Date(from).getHours(), new Date(from).getDate(), to - noon]).to.deep.equal([0, 13, 40 * 60_000]);
  });

  it('of 7 days begins six midnights before, and is compared with the same time a week earlier', () => {
    const week = rangeOf('week', noon);
    expect(new Date(week.from).getDate()).to.equal(7);
    const then = before(week);
    expect(new Date(then.from).getDay()).to.equal(new Date(week.from).getDay());
    expect(new Date(then.to).getHours()).to.equal(new Date(week.to).getHours());
  });

  it('is read from the address, and is 7 days when that says nothing', () => {
    expect([readRange('month'), readRange(null), readRange('nonsense')]).to.deep.equal(['month', 'week', 'week']);
  });
});

describe('the ticks of an axis', () => {
  it('begin at zero, rise evenly, and cover the most', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (most) => {
        const marks = ticks(most);
        expect(marks[0]).to.equal(0);
        expect(marks.at(-1)).to.be.at.least(most);
        expect(marks.length).to.be.within(2, 7);
      }),
    );
  });

  it('of spans are round in minutes', () => {
    expect(ticks(11 * 60_000, spanSteps).map((at) => at / 60_000)).to.deep.equal([0, 5, 10, 15]);
    expect(ticks(0, spanSteps)).to.deep.equal([0, 15_000]);
  });
});

describe('lines', () => {
  const points = [
    { x: 0, y: 1 },
    { x: 1, y: undefined },
    { x: 2, y: 3 },
    { x: 3, y: 4 },
  ];

  it('break where nothing was measured', () => {
    expect(runs(points).map((run) => run.length)).to.deep.equal([1, 2]);
    expect(linePath(points)).to.equal('M0 1M2 3L3 4');
  });

  it('bound areas from the base', () => expect(areaPath(points.slice(2), 9)).to.equal('M2 9L2 3L3 4L3 9Z'));
});

describe('hours', () => {
  it('without anything in them are filled in', () => {
    const rows = hours.everyHour([hour(2 * hourMs, { episodes: 4 })], 0, 4 * hourMs);
    expect(rows.map(({ at, episodes }) => [at / hourMs, episodes])).to.deep.equal([
      [0, 0],
      [1, 0],
      [2, 4],
      [3, 0],
    ]);
  });

  it('gathered by day lose nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 80 }), (counts) => {
        const rows = counts.map((episodes, index) => hour(index * hourMs, { episodes }));
        const days = hours.byDay(rows);
        expect(days.reduce((sum, day) => sum + day.episodes, 0)).to.equal(counts.reduce((sum, n) => sum + n, 0));
        expect(days.flatMap((day) => day.hours)).to.deep.equal(rows);
      }),
    );
  });

  it('find the worst, and none where nothing was measured', () => {
    const rows = [hour(0, { longestWait: 5 }), hour(hourMs, { longestWait: 9 }), hour(2 * hourMs)];
    expect(hours.worst(rows, 'longestWait')?.at).to.equal(hourMs);
    expect(hours.worst(rows, 'escalations')).to.equal(undefined);
  });

  it('make a trend by hour for one day and by day for more', () => {
    const day = new Date(2026, 4, 13).getTime();
    const rows = Array.from({ length: 48 }, (_, index) => hour(day + index * hourMs, { answers: 1 }));
    expect(hours.trend(rows.slice(0, 24), 'answers')).to.have.length(24);
    expect(hours.trend(rows, 'answers')).to.deep.equal([24, 24]);
  });
});
