/** Generated requests over all doors: none breaks the server, none hangs, and it keeps nothing of them. */
import { expect } from 'chai';
import { fuzz, type Report } from '../fuzz/run.js';

/** As many as a quiet minute takes; `npm run fuzz` sends more. */
const count = 20_000;
/** Megabytes that conversations which were begun may take, and what V8 has not given back yet. */
const mostGrowth = 120;

describe('generated requests', function () {
  this.timeout(300_000);
  let report: Report;
  before(async () => (report = await fuzz(count, 20_261_128)));

  it('are all answered, none with a fault of ours', () => {
    expect(report.broken).to.deep.equal([]);
    expect(report.hung).to.deep.equal([]);
    expect(report.cut).to.deep.equal([]);
    expect(report.logged).to.deep.equal([]);
  });

  it('come far enough to matter, at every door', () => {
    for (const door of ['chat', 'teams', 'access', 'desk', 'insights', 'pages', 'operations']) {
      const answered = Object.entries(report.doors[door] ?? {});
      expect(answered.length, door).to.be.above(1);
      expect(
        answered.some(([status]) => status.startsWith('2')),
        door,
      ).to.equal(true);
    }
  });

  it('leave nothing behind in memory', () => {
    const { early, late } = report.memory;
    expect(late - early).to.be.below(mostGrowth);
  });
});
