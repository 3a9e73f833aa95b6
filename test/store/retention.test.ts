import { expect } from 'chai';
import type { Redis } from 'ioredis';
import { type Effect, freshMood, type Said } from '../../src/conversation/index.js';
import type { Store } from '../../src/store/index.js';
import { oneServer, onEveryEngine, type StoreHouse } from '../support/stores.js';

const memory = { mood: freshMood, failures: 0 };
const feeling = { valence: 0, frustration: 0.5, level: 0, evidence: [] } as const;
const say = (text: string): Effect => ({ kind: 'say', reply: { text } });
const opened: readonly Effect[] = [
  { kind: 'open' },
  { kind: 'feel', feeling, peak: 0.5 },
  { kind: 'remember', memory },
];
const end: Effect = { kind: 'end', outcome: 'assumed' };
let count = 0;
const next = () => `id-${(count += 1)}`;

onEveryEngine(
  'what is older than the retention',
  (start) => {
    let house: StoreHouse;
    /** Keeps for thirty days. */
    let store: Store;
    /** Keeps for no day at all: whatever has ended is old. */
    let strict: Store;
    let redis: Redis;

    before(async () => {
      house = await start();
      [store, strict] = [await house.open(), await house.open({ retentionDays: 0 })];
      redis = house.raw();
    });
    after(() => house.close());

    const said = (conversation: string, text: string): Said => ({
      conversation,
      channel: 'teams',
      activity: next(),
      customer: { id: `customer of ${conversation}`, name: 'Eve' },
      text,
      reference: '{"to":1}',
    });
    async function talk(conversation: string, text: string, effects: readonly Effect[]): Promise<void> {
      const heard = await store.conversations.receive(said(conversation, text));
      if (heard.kind !== 'turn') throw new Error(heard.kind);
      expect((await store.conversations.commit(heard.turn, effects)).kind).to.equal('committed');
    }
    const textsOf = async (id: string) => (await store.conversations.entries(id, 0)).map(({ text }) => text);
    const keysOf = async (word: string) => (await redis.keys(`*${word}*`)).sort();

    it('is forgotten of a customer who came back; the open episode is untouched', async () => {
      const id = `teams-${next()}`;
      await talk(id, 'old question', [...opened, say('old answer'), end]);
      await talk(id, 'new question', [...opened, say('new answer'), { kind: 'queue', boostMs: 0, reason: 'asked' }]);
      const before = await store.ledger.episode(id, 2);
      await store.retire();
      expect(await textsOf(id)).to.include('old answer');
      await strict.retire();
      expect(await textsOf(id)).to.deep.equal(['new question', 'new answer', '']);
      expect(await redis.llen(`t:{s0}:${id}`)).to.equal(3);
      expect(await store.ledger.episode(id, 1)).to.equal(undefined);
      const { stints: _, ...kept } = (await store.ledger.episode(id, 2))!;
      expect(before).to.deep.include(kept);
      expect(await store.queue.ticket(id)).to.include({ state: 'waiting', seq: 6 });
      expect((await store.conversations.find(id))?.customer.name).to.equal('Eve');
    });

    it('is forgotten of a customer who came back with one message, which is all that is left', async () => {
      const id = `teams-${next()}`;
      await talk(id, 'old question', [...opened, say('old answer'), end]);
      await talk(id, 'new question', opened);
      await strict.retire();
      expect(await textsOf(id)).to.deep.equal(['new question']);
    });

    it('leaves nothing of a conversation in which all has ended', async () => {
      const id = `teams-${next()}`;
      await talk(id, 'question', [...opened, say('answer'), end]);
      expect(await keysOf(id)).to.not.deep.equal([]);
      await strict.retire();
      expect(await keysOf(id)).to.deep.equal([]);
      const period = { from: Date.now() - 60_000, to: Date.now() + 60_000 };
      expect((await store.ledger.episodes(period, 100)).map(({ conversation }) => conversation)).to.not.include(id);
      expect(await store.deliveries.due(1000)).to.not.include(id);
    });

    it('includes conversations that were only greeted', async () => {
      const id = `teams-${next()}`;
      await store.conversations.greet(said(id, ''), { text: 'Welcome' });
      await strict.retire();
      expect(await keysOf(id)).to.deep.equal([]);
    });

    it('does not include a message that is still owed its turn', async () => {
      const [greeted, ended] = [`teams-${next()}`, `teams-${next()}`];
      await store.conversations.greet(said(greeted, ''), { text: 'Welcome' });
      await talk(ended, 'question', [...opened, end]);
      for (const id of [greeted, ended]) {
        const heard = await store.conversations.receive(said(id, 'just now'));
        if (heard.kind !== 'turn') throw new Error(heard.kind);
        await strict.retire();
        expect((await store.conversations.commit(heard.turn, [...opened, say('answered')])).kind).to.equal('committed');
        expect(await textsOf(id)).to.include.members(['just now', 'answered']);
        await strict.retire();
        expect(await textsOf(id)).to.deep.equal(['just now', 'answered']);
      }
    });

    it('is taken from the log, and counters of hours are kept for 400 days', async () => {
      await talk(`teams-${next()}`, 'question', [...opened, end]);
      await store.retire();
      expect(await redis.xlen('e:{s0}:log')).to.be.above(0);
      const newest = (await redis.xrevrange('e:{s0}:log', '+', '-', 'COUNT', 1))[0]?.[0] ?? '';
      const clock = async () => {
        const [seconds, micros] = await redis.time();
        return Number(seconds) * 1000 + Number(micros) / 1000;
      };
      while ((await clock()) <= Number(newest.split('-')[0]) + 1);
      await strict.retire();
      expect(await redis.xrange('e:{s0}:log', '-', newest)).to.deep.equal([]);
      const hours = await redis.keys('h:{s0}:*');
      expect(hours).to.not.deep.equal([]);
      for (const hour of hours) expect(await redis.ttl(hour)).to.be.within(399 * 86_400, 400 * 86_400);
    });

    it('is forgotten piece by piece', async () => {
      const ids = Array.from({ length: 450 }, () => `teams-${next()}`);
      await Promise.all(ids.map((id) => store.conversations.greet(said(id, ''), { text: 'Welcome' })));
      const due = [await strict.retire(), await strict.retire(), await strict.retire()];
      expect(due).to.deep.equal([200, 200, 50]);
    });
  },
  oneServer,
);
