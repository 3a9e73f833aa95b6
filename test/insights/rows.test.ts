/** Behind every figure stand its cases: for each measure of the table, and each hour, what the rows add is the figure. */
import { expect } from 'chai';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { cohorts, countersOf, measureNamed, measures, type Period, timeIn } from '../../src/effort/index.js';
import { merge } from '../../src/effort/tallies.js';
import type { EpisodeRow } from '../../src/insights/contract.js';
import { records } from '../../src/insights/export.js';
import { readEpisodes, readSummary } from '../../src/insights/figures.js';
import { hoursOf } from '../../src/insights/hours.js';
import { checkHours, type Hours } from '../../src/queue/index.js';
import { startWeek, type Week } from '../support/week.js';

function shopHours(): Hours {
  const checked = checkHours(readTextFile(inPackage('dialogs', 'hours.yaml')));
  if (checked.kind === 'ok') return checked.value;
  throw new Error(checked.problems.join());
}

const hour = 3_600_000;

describe('the rows behind a figure', () => {
  let week: Week;
  before(async () => (week = await startWeek(160, { seed: 3 })));
  after(() => week.close());
  const source = () => ({ ...week.store, hours: shopHours(), clock: { now: week.now }, titleOf: () => undefined });

  /** As the page reads them, page after page. */
  async function rowsOf(name: string, period: Period): Promise<readonly EpisodeRow[]> {
    const found: EpisodeRow[] = [];
    for (let to = period.to; ;) {
      const { rows, next } = await readEpisodes(source(), { ...period, to }, name);
      found.push(...rows);
      if (next === undefined) return found;
      to = Number(next);
    }
  }
  const adds = (rows: readonly EpisodeRow[]) => rows.reduce((sum, row) => sum + row.adds, 0);

  for (const name of [...Object.keys(measures), 'shown:parking', 'shown:hours']) {
    it(`are what ${name} says`, async () => {
      const period = { from: week.from, to: week.to };
      const counters = merge(await hoursOf(week.store.ledger, period));
      const rows = await rowsOf(name, period);
      expect(new Set(rows.map(({ id }) => id)).size).to.equal(rows.length);
      expect(adds(rows)).to.equal(measureNamed(name)?.total(counters));
    });
  }

  it('are what every square and every point of the charts says', async () => {
    const { hours } = await readSummary(source(), { from: week.from, to: week.to });
    expect(hours.length).to.be.above(50);
    for (const row of hours.filter((_, index) => index % 4 === 0)) {
      const of = async (name: string) => adds(await rowsOf(name, { from: row.at, to: row.at + hour }));
      const counted = [await of('wait'), await of('effort'), await of('asked'), await of('misses')];
      expect(counted).to.deep.equal([row.waited, row.ended, row.escalations, row.misses]);
    }
  });

  it('add exactly the counters of the hour that they are in, one by one', async () => {
    for (const cohort of cohorts) {
      const due = new Map<number, Readonly<Record<string, number>>[]>();
      for await (const some of records(week.store.ledger, { from: week.from, to: week.to }, cohort)) {
        for (const one of some) {
          const at = Math.floor((timeIn[cohort](one) ?? 0) / hour) * hour;
          due.set(at, [...(due.get(at) ?? []), countersOf(one, cohort)]);
        }
      }
      const mine = new Set([...due.values()].flat().flatMap((counters) => Object.keys(counters)));
      for (const [at, all] of due) {
        const kept = merge(await week.store.ledger.hours({ from: at, to: at + hour }));
        const expected = merge(all.map((counters) => ({ counters })));
        const found = Object.fromEntries(Object.entries(kept).filter(([name, n]) => mine.has(name) && n !== 0));
        expect(found, `${cohort} ${new Date(at).toISOString()}`).to.deep.equal(expected);
      }
    }
  });

  it('are refused for a figure that is not there', async () => {
    for (const name of ['nothing', 'constructor', '__proto__', 'waiting']) {
      const asked = await readEpisodes(source(), { from: 0, to: 1 }, name).catch((fault: unknown) => fault);
      expect(asked).to.have.property('code', 'bad-request');
    }
  });
});
