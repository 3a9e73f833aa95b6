import { expect } from 'chai';
import type { EpisodeRecord, Ledger, Period } from '../../src/effort/index.js';
import { logLines } from '../../src/insights/index.js';

const record = (given: Partial<EpisodeRecord>): EpisodeRecord => ({
  conversation: 'web-1',
  number: 1,
  channel: 'web',
  customer: { id: 'u' },
  state: 'closed',
  bornAt: 1000,
  from: 1,
  stints: { bot: 1, queue: 2000, agent: 0, customer: 0 },
  counts: { turns: 2 },
  peak: 0,
  contacts: 0,
  level: 0,
  ...given,
});

/** A ledger of our own small port: the records of a period, newest first. */
const ledgerOf = (records: readonly EpisodeRecord[]): Ledger => ({
  episodes: ({ from, to }: Period, limit) =>
    Promise.resolve(
      records
        .filter(({ bornAt }) => bornAt >= from && bornAt < to)
        .toSorted((a, b) => b.bornAt - a.bornAt)
        .slice(0, limit),
    ),
  episode: () => Promise.resolve(undefined),
  hours: () => Promise.resolve([]),
  live: () => Promise.resolve({ waiting: 0, assigned: 0, agents: 0 }),
});

async function all(records: readonly EpisodeRecord[], format: 'csv' | 'jsonl'): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of logLines(ledgerOf(records), { from: 0, to: 1e9 }, format)) lines.push(line);
  return lines;
}

describe('the effort log', () => {
  it('has one line per episode and a heading, over any number of pages', async () => {
    const records = Array.from({ length: 1203 }, (_, index) => record({ number: index + 1, bornAt: index }));
    expect(await all(records, 'csv')).to.have.length(1204);
    expect(new Set(await all(records, 'jsonl')).size).to.equal(1203);
  });

  it('quotes what needs quoting', async () => {
    const [, line] = await all([record({ comment: 'good, "really"\nthanks' })], 'csv');
    expect(line).to.include('"good, ""really""\nthanks"');
  });

  for (const comment of ['=1+1', '+49 170', '-1', '@cmd', '\tx']) {
    it(`disarms ${JSON.stringify(comment)}, which a spreadsheet would run`, async () => {
      const [, line] = await all([record({ comment })], 'csv');
      expect(line).to.include(`'${comment}`);
    });
  }

  it('gives seconds to the millisecond, and times in UTC', async () => {
    const [heading = '', line = ''] = await all([record({ endedAt: 3001 })], 'csv');
    const cells = Object.fromEntries(heading.split(',').map((name, index) => [name, line.split(',')[index]]));
    expect(cells).to.include({ queue_seconds: '2.000', bot_seconds: '0.001', born: '1970-01-01T00:00:01.000Z' });
  });
});
