/** The log proves the tiles: what a driven week comes to, counted again from its log alone, before and after an erasure. */
import { expect } from 'chai';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage, readTextFile } from '../../src/base/index.js';
import type { Spread } from '../../src/effort/index.js';
import { readSummary } from '../../src/insights/figures.js';
import { logLines } from '../../src/insights/index.js';
import type { Summary } from '../../src/insights/contract.js';
import { checkHours, type Hours } from '../../src/queue/index.js';
import { startWeek, type Week } from '../support/week.js';
import { recount, type Recounted } from './recount.js';

const hour = 3_600_000;
const day = 24 * hour;

function shopHours(): Hours {
  const checked = checkHours(readTextFile(inPackage('dialogs', 'hours.yaml')));
  if (checked.kind === 'ok') return checked.value;
  throw new Error(checked.problems.join());
}

const spreadOf = (name: string, { n, longest, ...shares }: Spread) =>
  Object.entries({ n, longest, ...shares }).flatMap(([key, value]) =>
    value === undefined ? [] : [[`${name}.${key}`, key === 'n' ? value : value / 1000] as const],
  );

/** Every number on the page, under the names of the recount. */
function told(summary: Summary): ReadonlyMap<string, number> {
  const { waits, ces, effort, escalations, outcomes, promise, entries } = summary;
  const { longest: _, ...all } = waits.all;
  return new Map([
    ...(['episodes', 'again', 'answers', 'misses', 'ended', 'transferred'] as const).map(
      (name) => [name, summary[name]] as const,
    ),
    ['asked', escalations.total] as const,
    ...Object.entries(escalations.byReason).map(([name, n]) => [`reason:${name}`, n] as const),
    ...Object.entries(outcomes).map(([name, n]) => [`outcome:${name}`, n] as const),
    ...Object.entries(promise).map(([name, n]) => [`promise:${name}`, n] as const),
    ...entries.map(({ id, shown }) => [`shown:${id}`, shown] as const),
    ...(['dropped', 'lost', 'prompt', 'short'] as const).map((name) => [name, waits[name]] as const),
    ...spreadOf('served', waits.served),
    ...spreadOf('left', waits.left),
    ...spreadOf('taken', waits.message),
    ...spreadOf('reply', summary.firstReply),
    ...spreadOf('all', all),
    ['surveyed', ces.asked] as const,
    ['ces.n', ces.n] as const,
    ['easy', ces.easy] as const,
    ...ces.counts.map((n, index) => [`ces:${index + 1}`, n] as const),
    ...(ces.mean === undefined ? [] : [['ces.mean', ces.mean] as const]),
    ['effort.n', effort.n] as const,
    ['high', effort.high] as const,
    ...(effort.mean === undefined ? [] : [['effort.mean', effort.mean] as const]),
  ]);
}

/** Percentiles come from buckets; everything else is a count or a mean of counts. */
const measured = /\.(p\d\d|longest)$/;

function agree(tiles: ReadonlyMap<string, number>, log: Recounted): number {
  for (const [name, value] of tiles) {
    const due = log[name];
    if (due === undefined || due === null) throw new Error(`The log knows no ${name}, the page says ${value}.`);
    if (measured.test(name)) expect(value, name).to.be.closeTo(due, Math.max(0.001, due * 0.01));
    else expect(value, name).to.be.closeTo(due, 1e-9);
  }
  return tiles.size;
}

describe('the log of a driven week', function () {
  let week: Week;
  let folder: string;
  const hours = shopHours();
  before(async () => {
    week = await startWeek(320);
    folder = mkdtempSync(join(tmpdir(), 'warmline-recount-'));
  });
  after(async () => {
    await week.close();
    await rm(folder, { recursive: true });
  });

  const source = () => ({ ...week.store, hours, clock: { now: week.now }, titleOf: () => undefined });
  async function exported(name: string): Promise<string> {
    const file = join(folder, name);
    const lines: string[] = [];
    for await (const line of logLines(source(), { from: week.from - day, to: week.to + day }, 'jsonl'))
      lines.push(line);
    writeFileSync(file, lines.join('\n') + '\n');
    return file;
  }
  const periods = () => ({
    week: { from: week.from, to: week.to },
    ...Object.fromEntries(
      Array.from({ length: 7 }, (_, n) => [
        `day ${n + 1}`,
        { from: week.from + n * day, to: week.from + (n + 1) * day },
      ]),
    ),
    'a day in a zone of half hours': { from: week.from + 3 * day - 5.5 * hour, to: week.from + 4 * day - 5.5 * hour },
    'a day in Kathmandu': { from: week.from + 2 * day - 5.75 * hour, to: week.from + 3 * day - 5.75 * hour },
    'ten minutes': { from: week.from + 3 * day + 3 * hour + 600_000, to: week.from + 3 * day + 3 * hour + 1_200_000 },
  });
  async function all(file: string): Promise<Readonly<Record<string, ReadonlyMap<string, number>>>> {
    const found: Record<string, ReadonlyMap<string, number>> = {};
    for (const [name, period] of Object.entries(periods())) {
      found[name] = told(await readSummary(source(), period));
      agree(found[name], await recount(file, period));
    }
    return found;
  }

  it('holds every kind of case there is', async () => {
    const { waits, again, transferred, outcomes, ces, promise } = await readSummary(source(), periods().week);
    for (const n of [again, transferred, waits.dropped, waits.short, waits.lost, waits.message.n]) {
      expect(n).to.be.above(0);
    }
    for (const n of [...Object.values(outcomes), ...Object.values(promise), ...ces.counts]) expect(n).to.be.above(0);
    const { ended, episodes } = await readSummary(source(), periods().week);
    expect([episodes >= 300, ended < episodes]).to.deep.equal([true, true]);
  });

  it('gives every tile of every period, before and after a hundred customers are erased', async () => {
    const before = await all(await exported('before.jsonl'));
    expect(before['week']?.size).to.be.at.least(60);
    let erased = 0;
    for (const customer of week.customers.slice(0, 100)) erased += (await week.store.erase(customer)).conversations;
    expect(erased).to.be.above(60);
    const after = await all(await exported('after.jsonl'));
    // what was open is ended by the erasure; what had ended, and what was asked, is as it was
    const kept = (of: typeof before) => Object.entries(of).filter(([name]) => /^day [1-6]$/.test(name));
    for (const [name, tiles] of kept(before)) {
      for (const figure of ['episodes', 'answers', 'misses', 'asked', 'ended', 'ces.n', 'effort.n', 'served.n']) {
        expect(after[name]?.get(figure), `${name}: ${figure}`).to.equal(tiles.get(figure));
      }
    }
  });

  it('says of nobody who was erased what they were called or wrote', async () => {
    const lines = readTextFile(await exported('erased.jsonl')).text.split('\n');
    const gone = new Set(week.customers.slice(0, 100));
    expect(
      lines.filter((line) => line !== '' && gone.has((JSON.parse(line) as { customer: string }).customer)),
    ).to.deep.equal([]);
  });
});
