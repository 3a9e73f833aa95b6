/** The insights behind their page, against a server driven by hand. */
import { expect } from 'chai';
import { createInsights } from '../../../src/web/insights/insights.js';
import type { InsightsPort, RowsWanted } from '../../../src/web/insights/port.js';
import type { EpisodePage, Summary } from '../../../src/web/insights/types.js';
import { episode, fakePort, summary } from './cases.js';

const now = () => new Date(2026, 4, 13, 12, 20).getTime();
const make = (answers: Partial<InsightsPort>) => createInsights({ port: fakePort(answers), now, first: 'week' });
const nothing = { episodes: () => Promise.resolve({ rows: [] }) };

describe('a chosen period', () => {
  it('is shown, and compared with the one before', async () => {
    const page = make({ ...nothing, summary: ({ from }) => Promise.resolve(summary({ episodes: from })) });
    await page.choose('week');
    const shown = page.summary.value;
    expect(shown.kind).to.equal('ready');
    expect(shown.kind === 'ready' && shown.value.episodes).to.equal(page.range.value.from);
    expect(page.earlier.value?.episodes).to.be.below(page.range.value.from);
  });

  it('is not overwritten by the late answer of another', async () => {
    const gates: ((value: Summary) => void)[] = [];
    const page = make({ ...nothing, summary: () => new Promise((answer) => gates.push(answer)) });
    const slow = page.choose('month');
    const quick = page.choose('today');
    gates.slice(2).forEach((answer) => answer(summary({ episodes: 2 })));
    await quick;
    gates.slice(0, 2).forEach((answer) => answer(summary({ episodes: 1 })));
    await slow;
    const shown = page.summary.value;
    expect(shown.kind === 'ready' && shown.value.episodes).to.equal(2);
  });

  it('that cannot be read says why', async () => {
    const page = make(nothing);
    await page.choose('week');
    expect(page.summary.value).to.deep.equal({ kind: 'failed', words: 'The connection is gone.' });
  });

  it('keeps its figures when a later refresh fails', async () => {
    let down = false;
    const page = make({
      ...nothing,
      summary: () => (down ? Promise.reject(new Error('down')) : Promise.resolve(summary({ episodes: 3 }))),
    });
    await page.choose('week');
    down = true;
    await page.refresh();
    expect(page.summary.value.kind).to.equal('ready');
  });
});

describe('a glance', () => {
  it('asks for one hour only, and marks what it holds as old when it fails', async () => {
    const asked: number[] = [];
    let down = false;
    const page = make({
      summary: ({ from, to }) => {
        asked.push(to - from);
        return down
          ? Promise.reject(new Error('down'))
          : Promise.resolve(summary({ live: { waiting: 3, assigned: 0, agents: 1 } }));
      },
    });
    await page.glance();
    expect(page.live.value).to.deep.include({ stale: false, at: 5000 });
    down = true;
    await page.glance();
    expect(page.live.value).to.deep.include({ stale: true, now: { waiting: 3, assigned: 0, agents: 1 } });
    expect(asked).to.deep.equal([3_600_000, 3_600_000]);
  });
});

describe('the list of cases', () => {
  const pages = (wanted: RowsWanted): Promise<EpisodePage> =>
    Promise.resolve(
      wanted.before === undefined
        ? { rows: [episode('a'), episode('b')], next: '900' }
        : { rows: [episode('b'), episode('c')] },
    );

  it('grows page by page, without showing a row twice', async () => {
    const page = make({ episodes: pages });
    await page.filter(undefined);
    expect(page.cases.rows.value).to.deep.include({ state: 'ready', next: '900' });
    await page.cases.more();
    expect(page.cases.rows.value.rows.map(({ id }) => id)).to.deep.equal(['a', 'b', 'c']);
    expect(page.cases.rows.value).to.not.have.property('next');
  });

  it('reads on over pages in which nothing fits, until there is something: a bound is no absence', async () => {
    const asked: unknown[] = [];
    const page = make({
      episodes({ before }) {
        asked.push(before);
        const next = Number(before ?? 1000) - 100;
        return Promise.resolve(next > 500 ? { rows: [], next: String(next) } : { rows: [episode('a')] });
      },
    });
    await page.filter('outcome:gave-up');
    expect(page.cases.rows.value).to.deep.include({ state: 'ready' });
    expect(page.cases.rows.value.rows.map(({ id }) => id)).to.deep.equal(['a']);
    expect(asked.slice(-5)).to.deep.equal([undefined, '900', '800', '700', '600']);
  });

  it('is asked for one outcome, and keeps it while it grows', async () => {
    const asked: (string | undefined)[] = [];
    const page = make({
      episodes: (wanted) => {
        asked.push(wanted.measure);
        return pages(wanted);
      },
    });
    await page.filter('outcome:gave-up');
    await page.cases.more();
    expect(asked).to.deep.equal(['outcome:gave-up', 'outcome:gave-up']);
    expect(page.cases.rows.value.measure).to.equal('outcome:gave-up');
  });

  it('stops at a server that repeats itself', async () => {
    let calls = 0;
    const page = make({
      summary: () => Promise.resolve(summary()),
      episodes: () => {
        calls += 1;
        return Promise.resolve({ rows: [episode('a')], next: '900' });
      },
    });
    await page.choose('week');
    expect(page.recent.rows.value.rows).to.have.length(1);
    expect(calls).to.equal(3);
  });

  it('that fails can be asked again and goes on where it was', async () => {
    let down = true;
    const page = make({ episodes: (wanted) => (down ? Promise.reject(new Error('down')) : pages(wanted)) });
    await page.filter(undefined);
    expect(page.cases.rows.value.state).to.equal('failed');
    down = false;
    await page.cases.more();
    expect(page.cases.rows.value.rows).to.have.length(2);
  });
});

describe('an opened case', () => {
  it('is the last one asked for', async () => {
    const gates: (() => void)[] = [];
    const view = (id: string) => ({ episode: episode(id), business: { queue: 0, agent: 0 }, spans: [], entries: [] });
    const page = make({ episode: (id) => new Promise((answer) => gates.push(() => answer(view(id)))) });
    const one = page.open('a');
    const two = page.open('b');
    gates[1]?.();
    await two;
    gates[0]?.();
    await one;
    const shown = page.opened.value;
    expect(shown?.kind === 'ready' && shown.value.episode.id).to.equal('b');
    await page.open(undefined);
    expect(page.opened.value).to.equal(undefined);
  });
});
