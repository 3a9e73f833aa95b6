/** What is counted of an episode, and where its bounds are: what a turn reads, and what managers do. */
import { expect } from 'chai';
import { type Count, type Effect, freshMood, type Said, type Turn } from '../../src/conversation/index.js';
import type { Store } from '../../src/store/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

const kinds: readonly Count[] = [
  'turns',
  'answers',
  'clarified',
  'misses',
  'repeats',
  'offers',
  'unsolved',
  'faults',
  'escalations',
  'handed-back',
  'asked-ces',
];
const memory = { mood: freshMood, failures: 0 };
const hourMs = 3_600_000;
let count = 0;
const next = (prefix: string) => `${prefix}-${(count += 1)}`;

onEveryEngine('what is counted of an episode', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());

  async function receive(conversation: string): Promise<Turn> {
    const said: Said = {
      conversation,
      channel: 'web',
      activity: next('a'),
      customer: { id: conversation },
      text: 'help',
    };
    const heard = await store.conversations.receive(said);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    return heard.turn;
  }
  async function commit(turn: Turn, ...effects: readonly Effect[]): Promise<void> {
    expect((await store.conversations.commit(turn, effects)).kind).to.equal('committed');
  }
  async function begun(...effects: readonly Effect[]): Promise<string> {
    const conversation = next('counts');
    await commit(await receive(conversation), { kind: 'open' }, { kind: 'remember', memory }, ...effects);
    return conversation;
  }
  async function counted(name: string): Promise<number> {
    const now = Date.now();
    const hours = await store.ledger.hours({ from: now - hourMs, to: now + hourMs });
    return hours.reduce((sum, { counters }) => sum + (counters[name] ?? 0), 0);
  }
  /** Writes a field as if it had been written at another time: nobody waits for days here. */
  async function rewrite(key: 'conversation' | 'episode', id: string, fields: Readonly<Record<string, number>>) {
    const { redis } = await house.connect();
    const [, conversation = id] = /^\d+:(.*)$/.exec(id) ?? [];
    const shard = shardOf(conversation, Number(await redis.get(keys.shards)));
    const flat = Object.entries(fields).flatMap(([field, value]) => [field, String(value)]);
    await redis.eval("return redis.call('HSET', KEYS[1], unpack(ARGV))", 1, keys[key](shard, id), ...flat);
  }

  /** The first episode began then: in its own record, and among those of its customer, whose id is the conversation's. */
  async function backdate(conversation: string, born: number) {
    await rewrite('episode', `1:${conversation}`, { born });
    const { redis } = await house.connect();
    const lives = keys.lives(shardOf(conversation, Number(await redis.get(keys.shards))), conversation);
    await redis.eval("return redis.call('ZADD', KEYS[1], unpack(ARGV))", 1, lives, String(born), `1 ${conversation}`);
  }

  it('is what the next turn reads, each under its own name', async () => {
    const all = kinds.flatMap((what, i) => Array.from({ length: i + 1 }, (): Effect => ({ kind: 'count', what })));
    const feeling = { valence: 0, frustration: 0.5, level: -1, evidence: [] } as const;
    const conversation = await begun(
      ...all,
      { kind: 'feel', feeling, peak: 0.25 },
      { kind: 'contact', text: 'by mail' },
    );
    const { episode, contacts } = await receive(conversation);
    expect(episode?.counts).to.deep.equal(Object.fromEntries(kinds.map((what, i) => [what, i + 1])));
    expect(episode).to.include({ number: 1, state: 'bot', peak: 0.25, contact: 'by mail' });
    expect(episode).to.not.have.property('outcome');
    expect(contacts).to.equal(0);
    const record = await store.ledger.episode(conversation, 1);
    expect(record?.counts).to.deep.equal(episode?.counts);
  });

  it('has one score, the first: another is neither kept nor counted', async () => {
    const conversation = await begun({ kind: 'end', outcome: 'solved' });
    const before = await Promise.all(['ces:6', 'ces:2'].map(counted));
    await commit(await receive(conversation), { kind: 'rate', score: 6 });
    await commit(await receive(conversation), { kind: 'rate', score: 6 });
    await commit(await receive(conversation), { kind: 'rate', score: 2 });
    expect(await Promise.all(['ces:6', 'ces:2'].map(counted))).to.deep.equal([before[0]! + 1, before[1]]);
    expect(await store.ledger.episode(conversation, 1)).to.include({ ces: 6 });
  });

  it('ends once, and what it cost is counted once', async () => {
    const names = ['outcome:helped', 'outcome:solved', 'effort:n', 'effort:sum', 'episodes'];
    const before = await Promise.all(names.map(counted));
    const conversation = await begun({ kind: 'count', what: 'misses' }, { kind: 'end', outcome: 'helped' });
    await commit(await receive(conversation), { kind: 'end', outcome: 'solved' });
    const after = await Promise.all(names.map(counted));
    expect(after.map((one, i) => one - before[i]!)).to.deep.equal([1, 0, 1, 9, 1]);
    expect(await store.ledger.episode(conversation, 1)).to.include({ outcome: 'helped', effort: 9 });
  });

  for (const [effort, high, counts] of [
    [49, 0, { misses: 3, repeats: 2, clarified: 2 }],
    [50, 1, { misses: 3, faults: 2, clarified: 1 }],
    [100, 1, { misses: 3, repeats: 3, faults: 2, escalations: 2, unsolved: 2 }],
  ] as const) {
    it(`counts an effort of ${effort} as ${high === 1 ? '' : 'not '}high`, async () => {
      const before = await counted('effort:high');
      const each = kinds.flatMap((what) =>
        Array.from({ length: (counts as Partial<Record<Count, number>>)[what] ?? 0 }, (): Effect => ({
          kind: 'count',
          what,
        })),
      );
      const conversation = await begun(...each, { kind: 'end', outcome: 'solved' });
      expect(await counted('effort:high')).to.equal(before + high);
      expect(await store.ledger.episode(conversation, 1)).to.include({ effort });
    });
  }

  it('knows as earlier contacts those of 72 hours, before it opens and from then on', async () => {
    for (const [hours, contacts] of [
      [71.9, 1],
      [72.1, 0],
    ] as const) {
      const conversation = await begun({ kind: 'end', outcome: 'solved' });
      await backdate(conversation, (Date.now() - hours * hourMs) * 1000);
      const turn = await receive(conversation);
      expect(turn.contacts, `${hours} hours`).to.equal(contacts);
      await commit(turn, { kind: 'open' }, { kind: 'remember', memory });
      expect((await store.ledger.episode(conversation, 2))?.contacts).to.equal(contacts);
      expect((await receive(conversation)).contacts).to.equal(contacts);
    }
  });

  it('never takes less than no time, and no entry is older than the last, when the clock steps back', async () => {
    const ahead = (Date.now() + hourMs) * 1000;
    const [stinted, told] = [await begun(), await begun()];
    await rewrite('episode', `1:${stinted}`, { at: ahead });
    await rewrite('conversation', told, { lt: ahead });
    for (const conversation of [stinted, told]) {
      await commit(await receive(conversation), { kind: 'say', reply: { text: 'hello' } });
      await commit(await receive(conversation), { kind: 'end', outcome: 'assumed' });
      const record = await store.ledger.episode(conversation, 1);
      for (const stint of Object.values(record?.stints ?? {})) expect(stint).to.be.at.least(0);
      expect(record?.endedAt).to.be.at.least(ahead / 1000);
      const [first, ...later] = (await store.conversations.entries(conversation, 0)).map(({ at }) => at);
      expect(Math.min(...later))
        .to.be.at.least(ahead / 1000)
        .and.above(first!);
    }
  });
});
