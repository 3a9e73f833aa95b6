import { expect } from 'chai';
import type { Entry } from '../../src/conversation/index.js';
import type { EpisodeRecord, Ledger, Period } from '../../src/effort/index.js';
import { type LogFormat, logLines } from '../../src/insights/index.js';
import { readLog } from '../../src/escalation/index.js';
import { readRows } from '../../src/sentiment/index.js';
import { checkHours, type Hours } from '../../src/queue/index.js';

const record = (given: Partial<EpisodeRecord>): EpisodeRecord => ({
  conversation: 'web-1',
  number: 1,
  channel: 'web',
  customer: { id: 'u' },
  person: 'u',
  state: 'closed',
  bornAt: 1000,
  from: 1,
  stints: { bot: 1, queue: 2000, agent: 0, customer: 0 },
  counts: { turns: 2 },
  peak: 0,
  contacts: 0,
  level: 0,
  claims: 0,
  transfers: 0,
  lines: 0,
  reopens: 0,
  switched: false,
  entries: {},
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
  ofPerson: () => Promise.resolve({ found: [], more: false }),
  hours: () => Promise.resolve([]),
  live: () => Promise.resolve({ waiting: 0, assigned: 0, agents: 0 }),
});

function officeHours(): Hours {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => `${day}: 09:00-17:00`);
  const week = `week: { ${days.join(', ')}, saturday: closed, sunday: closed }`;
  const early = `week: { ${days.join(', ').replaceAll('09:00', '08:00')}, saturday: closed, sunday: closed }`;
  const queues = `queues: { main: { title: Main }, early: { title: Early, ${early} } }`;
  const checked = checkHours({ name: 'hours.yaml', text: `zone: UTC\n${week}\n${queues}\n` });
  if (checked.kind === 'ok') return checked.value;
  throw new Error(checked.problems.join());
}

interface World {
  readonly records: readonly EpisodeRecord[];
  readonly entries?: readonly Entry[];
  readonly now?: number;
}

async function all({ records, entries = [], now = 0 }: World, format: LogFormat): Promise<readonly string[]> {
  const lines: string[] = [];
  const options = {
    ledger: ledgerOf(records),
    conversations: { entries: (_: string, after: number) => Promise.resolve(entries.filter(({ seq }) => seq > after)) },
    clock: { now: () => now },
    hours: officeHours(),
  };
  for await (const line of logLines(options, { from: 0, to: 1e9 }, format)) lines.push(line);
  return lines;
}

/** The cells of the only episode, by the names of their columns; none of them may hold a comma. */
async function cells(world: World): Promise<Readonly<Record<string, string | undefined>>> {
  const [heading = '', line = ''] = await all(world, 'csv');
  return Object.fromEntries(
    heading
      .replace('\uFEFF', '')
      .split(',')
      .map((name, index) => [name, line.split(',')[index]]),
  );
}

describe('the effort log', () => {
  it('has one line per episode and a heading, over any number of pages', async () => {
    const records = Array.from({ length: 1203 }, (_, index) => record({ number: index + 1, bornAt: index }));
    expect(await all({ records }, 'csv')).to.have.length(1204);
    expect(new Set(await all({ records }, 'jsonl')).size).to.equal(1203);
  });

  it('begins a table with the mark by which Excel knows its letters', async () => {
    const [heading = ''] = await all({ records: [] }, 'csv');
    expect([...Buffer.from(heading).subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
  });

  it('quotes what needs quoting', async () => {
    const [, line] = await all({ records: [record({ comment: 'good, "really"\nthanks' })] }, 'csv');
    expect(line).to.include('"good, ""really""\nthanks"');
  });

  for (const comment of ['=1+1', '+49 170', '-1', '@cmd', '\tx']) {
    it(`disarms ${JSON.stringify(comment)}, which a spreadsheet would run`, async () => {
      const [, line] = await all({ records: [record({ comment })] }, 'csv');
      expect(line).to.include(`'${comment}`);
    });
  }

  it('gives spans in seconds, and times in UTC to the microsecond', async () => {
    expect(await cells({ records: [record({ endedAt: 3001 })] })).to.include({
      queue_seconds: '2',
      bot_seconds: '0.001',
      born: '1970-01-01T00:00:01.000000Z',
    });
  });

  describe('counts the waits in business time,', () => {
    const hour = 3_600_000;
    // 1 January 1970 was a Thursday
    const friday = 24 * hour;
    const monday = friday + 72 * hour;
    const said = { seq: 1, role: 'customer', text: 'help', stint: 'bot' } as const;
    const entries: readonly Entry[] = [
      { ...said, at: friday + 15 * hour },
      { seq: 2, at: friday + 16 * hour, role: 'system', text: '', mark: 'queued', stint: 'queue' },
      { seq: 3, at: monday + 10 * hour, role: 'system', text: 'Ana joined.', mark: 'joined', stint: 'agent' },
      { seq: 4, at: monday + 18 * hour, role: 'agent', text: 'Hello', stint: 'customer' },
    ];
    const one = (rest: Partial<EpisodeRecord>, more: Partial<World> = {}) =>
      cells({ records: [record({ bornAt: friday + 15 * hour, ...rest })], entries, ...more });

    it('without the weekend and the nights', async () => {
      expect(await one({ endedAt: monday + 19 * hour })).to.include({
        queue_business_seconds: String((1 + 1) * 3600),
        agent_business_seconds: String(7 * 3600),
      });
    });

    it('by the hours of the queue it was in', async () => {
      expect(await one({ endedAt: monday + 19 * hour, queue: 'early' })).to.include({
        queue_business_seconds: String((1 + 2) * 3600),
      });
    });

    it('up to now while they still run', async () => {
      const waiting = { state: 'waiting', queue: 'main' } as const;
      const world = { entries: entries.slice(0, 2), now: friday + 16.5 * hour };
      expect(await one(waiting, world)).to.include({ queue_business_seconds: '1800' });
    });

    it('the same in both formats', async () => {
      const [line = ''] = await all(
        { records: [record({ bornAt: friday, endedAt: monday + 19 * hour })], entries },
        'jsonl',
      );
      expect(JSON.parse(line)).to.deep.include({ queue_business_seconds: 2 * 3600, agent_business_seconds: 7 * 3600 });
    });
  });
});

describe('what was said, exported', () => {
  const entry = (given: Partial<Entry> & Pick<Entry, 'seq' | 'role' | 'text'>): Entry => ({
    at: 1000 + given.seq,
    stint: 'none',
    ...given,
  });
  const feeling = { valence: 0, frustration: 0, level: 0, evidence: [] } as const;
  const entries = [
    entry({ seq: 1, role: 'customer', text: 'where is\tmy lamp?', feeling }),
    entry({ seq: 2, role: 'assistant', text: 'On its way.' }),
    entry({ seq: 3, role: 'customer', text: 'on its way since May', feeling }),
    entry({ seq: 4, role: 'note', text: 'wrong', about: 1, reads: 'frustrated', by: 'Ada' }),
    entry({ seq: 5, role: 'note', text: 'right', about: 1, reads: 'calm', by: 'Ada' }),
    entry({ seq: 6, role: 'note', text: 'not delivered', about: 2 }),
    entry({ seq: 7, role: 'note', text: 'bitter', about: 3, reads: 'frustrated', by: 'Ada' }),
    entry({ seq: 8, role: 'system', text: 'Ada joined.' }),
    entry({ seq: 9, role: 'agent', text: 'I am on it.' }),
    entry({ seq: 10, role: 'customer', text: 'Not now', value: 'not-now' }),
    entry({ seq: 11, role: 'customer', text: 'Leave the line' }),
    entry({ seq: 12, role: 'note', text: 'odd', about: 10, reads: 'frustrated', by: 'Ada' }),
    entry({ seq: 13, role: 'note', text: 'odd', about: 11, reads: 'frustrated', by: 'Ada' }),
  ];

  it('is a log that policy replay reads, without notes and seams', async () => {
    const lines = await all({ records: [record({})], entries }, 'replay');
    const log = readLog({ name: 'log', text: lines.join('\n') });
    expect(log.problems).to.deep.equal([]);
    expect(log.conversations[0]?.turns).to.deep.equal([
      { role: 'customer', text: 'where is\tmy lamp?', at: 1001 },
      { role: 'assistant', text: 'On its way.', at: 1002 },
      { role: 'customer', text: 'on its way since May', at: 1003 },
      { role: 'agent', text: 'I am on it.', at: 1009 },
      { role: 'customer', text: 'Not now', at: 1010, choice: true },
      { role: 'customer', text: 'Leave the line', at: 1011, choice: true },
    ]);
  });

  it('gives corrections as rows that feeling train reads, the last word on each message', async () => {
    const lines = await all({ records: [record({})], entries }, 'corrections');
    expect(lines).to.deep.equal(['label\ttext', '0\twhere is my lamp?', '1\ton its way since May']);
    expect(readRows({ name: 'rows', text: lines.join('\n') }).kind).to.equal('ok');
  });
});
