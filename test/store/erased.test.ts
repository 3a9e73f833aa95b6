/** What was erased stays erased: nothing that was given out before leads to it, opens it, or writes into what comes after. */
import { expect } from 'chai';
import { type Channel, type Effect, freshMood, type Said, type Turn } from '../../src/conversation/index.js';
import { spans } from '../../src/effort/index.js';
import type { Agent } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { oneServer, onEveryEngine, type StoreHouse } from '../support/stores.js';
import { newAgent } from '../support/tickets.js';

const memory = { mood: freshMood, failures: 0 };
const say = (text: string): Effect => ({ kind: 'say', reply: { text } });
const opened: readonly Effect[] = [{ kind: 'open' }, { kind: 'remember', memory }, say('answer')];
const ticket: Effect = { kind: 'queue', boostMs: 0, reason: 'asked' };
const end: Effect = { kind: 'end', outcome: 'assumed' };
const notice = { text: 'joined', mark: 'joined' as const };
const period = () => ({ from: Date.now() - 3_600_000, to: Date.now() + 3_600_000 });
let count = 0;
const next = (prefix: string) => `${prefix}-${(count += 1)}`;

const said = (conversation: string, channel: Channel, more: Partial<Said> = {}): Said => ({
  conversation,
  channel,
  activity: next('activity'),
  customer: { id: `of ${conversation}`, name: 'Eve' },
  text: 'words',
  ...(channel === 'teams' ? { reference: '{"to":1}' } : {}),
  ...more,
});

async function turnOf(store: Store, message: Said): Promise<Turn> {
  const heard = await store.conversations.receive(message);
  if (heard.kind !== 'turn') throw new Error(heard.kind);
  return heard.turn;
}

async function talk(store: Store, message: Said, effects: readonly Effect[]): Promise<void> {
  const committed = await store.conversations.commit(await turnOf(store, message), effects);
  expect(committed.kind).to.equal('committed');
}

async function claimed(store: Store, wish: { agent: Agent; conversation: string; token: string }): Promise<number> {
  const claim = await store.queue.claim({ ...wish, notice });
  if (claim.kind !== 'claimed') throw new Error(claim.kind);
  return claim.epoch;
}

const textsOf = async ({ conversations }: Store, id: string) =>
  (await conversations.entries(id, 0)).map(({ text }) => text);

async function readOf({ conversations }: Store, id: string, life?: string) {
  return conversations.read(id, { after: 0, ...(life === undefined ? {} : { life }) });
}

async function lifeOf(store: Store, id: string): Promise<string> {
  const found = await readOf(store, id, '');
  if (found.kind !== 'read') throw new Error(found.kind);
  return found.life;
}

onEveryEngine('what was erased', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());

  it('is refused on the web, whatever it is asked with, and nothing is kept', async () => {
    const id = next('web');
    await talk(store, said(id, 'web'), [...opened, ticket]);
    const life = await lifeOf(store, id);
    await store.erase(`of ${id}`);
    for (const one of ['', life]) {
      expect(await store.conversations.receive(said(id, 'web', { life: one }))).to.deep.equal({ kind: 'gone', seq: 0 });
      expect(await readOf(store, id, one)).to.deep.equal({ kind: 'gone' });
      const renewal = { life: one, next: 'a'.repeat(22) };
      expect(await store.conversations.renew(id, renewal)).to.deep.equal({ kind: 'gone' });
    }
    await store.conversations.greet(said(id, 'web'), { text: 'Welcome' });
    expect(await store.conversations.find(id)).to.equal(undefined);
    expect(await textsOf(store, id)).to.deep.equal([]);
    const shown = JSON.stringify(await store.ledger.episodes(period(), 1000));
    expect(shown).to.not.include(id);
  });

  it('keeps all that was counted of an episode, and whose time ran when', async () => {
    const id = next('web');
    const agent = newAgent(['main']);
    await talk(store, said(id, 'web'), [...opened, ticket]);
    const epoch = await claimed(store, { agent, conversation: id, token: next('token') });
    const hold = { conversation: id, agent, epoch };
    await store.queue.speak({ ...hold, id: next('word'), text: 'It is on its way.', note: false });
    await talk(store, said(id, 'web'), []);
    const close = { ...hold, seen: 99, action: 'close', notice: { text: '' }, effects: [{ kind: 'end' }] } as const;
    await store.queue.release({ ...close, why: { reason: 'other' } });
    await talk(store, said(id, 'web'), [...opened]);
    await talk(store, said(id, 'web'), [end]);
    const counted = [];
    for (const number of [1, 2]) {
      const record = (await store.ledger.episode(id, number))!;
      counted.push({ ...record, spans: spans(await store.conversations.entries(id, 0), record.from) });
    }
    expect(counted[0]!.spans.map(({ kind }) => kind)).to.include.members(['queue', 'agent', 'customer']);
    await store.erase(`of ${id}`);
    const kept = await store.ledger.episodes(period(), 1000);
    for (const { conversation, number, customer, person, from, ...figures } of counted) {
      const known = [conversation, number >= 1, customer.id, person, from >= 1];
      expect(known).to.deep.equal([id, true, `of ${id}`, `of ${id}`, true]);
      const after = kept.find(({ bornAt }) => bornAt === figures.bornAt)!;
      expect(after).to.deep.include(figures);
    }
  });

  it('begins anew in Teams as another generation, into which nothing of before can write', async () => {
    const id = next('teams');
    const agent = newAgent(['main']);
    await talk(store, said(id, 'teams', { text: 'old' }), [...opened, ticket]);
    const token = next('token');
    const epoch = await claimed(store, { agent, conversation: id, token });
    const post = (await store.deliveries.takeLease(id, { leaseMs: 60_000 }))!;
    const late = await turnOf(store, said(id, 'teams', { text: 'old and owed' }));
    const before = (await store.conversations.find(id))!;
    await store.erase(`of ${id}`);

    await talk(store, said(id, 'teams', { text: 'new' }), [...opened, ticket]);
    const after = (await store.conversations.find(id))!;
    expect(after.generation).to.be.above(before.generation);
    expect((await store.conversations.commit(late, [say('old answer')])).kind).to.equal('fenced');
    expect(await store.deliveries.sent(post, 1, 1000)).to.equal(false);
    const again = await store.queue.claim({ agent, token, conversation: id, notice });
    expect(again.kind).to.equal('claimed');
    const speech = { conversation: id, agent, epoch, id: next('s'), text: 'Dear Eve of before', note: false };
    expect((await store.queue.speak(speech)).kind).to.equal('fenced');
    expect(await textsOf(store, id)).to.deep.equal(['new', 'answer', '', 'joined']);
    expect(await store.ledger.episode(id, 2)).to.equal(undefined);
    const fresh = await store.deliveries.takeLease(id, { leaseMs: 60_000 });
    expect(fresh?.entries.map(({ seq }) => seq)).to.deep.equal([2, 3, 4]);
    await store.erase(`of ${id}`);
  });

  it('is read from its first number by whoever comes with a number of before', async () => {
    const id = next('teams');
    await talk(store, said(id, 'teams'), opened);
    const { generation } = (await store.conversations.find(id))!;
    expect(await store.conversations.read(id, { after: 1, generation }))
      .to.have.property('entries')
      .of.length(1);
    await store.erase(`of ${id}`);
    await talk(store, said(id, 'teams', { text: 'new' }), opened);
    const found = await store.conversations.read(id, { after: 1, generation });
    expect(found).to.have.property('entries').of.length(2);
    await store.erase(`of ${id}`);
  });

  it('leaves every episode in the figures, each for itself and nobody’s, in the shard of its own id', async () => {
    const id = next('web');
    for (let n = 0; n < 7; n += 1) await talk(store, said(id, 'web'), [...opened, end]);
    const before = (await store.ledger.episodes(period(), 1000)).length;
    expect((await store.erase(`of ${id}`)).conversations).to.equal(1);
    const after = await store.ledger.episodes(period(), 1000);
    expect(after).to.have.length(before);
    const nobodys = after.filter(({ conversation }) => conversation.startsWith('erased-'));
    expect(new Set(nobodys.map(({ conversation }) => conversation)).size)
      .to.equal(nobodys.length)
      .and.at.least(7);
    for (const { conversation, number } of nobodys) {
      expect(number).to.equal(1);
      expect((await store.ledger.episode(conversation, 1))?.customer).to.deep.equal({ id: '' });
    }
    const strict = await house.open({ retentionDays: 0 });
    while ((await strict.retire()) > 0);
    const left = await store.ledger.episodes(period(), 1000);
    expect(left.filter(({ conversation }) => conversation.startsWith('erased-'))).to.deep.equal([]);
  });

  it('by age is gone for a token of it, and may be begun again by one of before', async () => {
    const id = next('web');
    await store.conversations.greet(said(id, 'web'), { text: 'Welcome' });
    const life = await lifeOf(store, id);
    const strict = await house.open({ retentionDays: 0 });
    while ((await strict.retire()) > 0);
    expect(await readOf(store, id, life)).to.deep.equal({ kind: 'gone' });
    expect(await readOf(store, id, '')).to.deep.equal({ kind: 'none' });
    expect((await store.conversations.receive(said(id, 'web', { life }))).kind).to.equal('gone');
    expect((await store.conversations.receive(said(id, 'web', { life: '' }))).kind).to.equal('turn');
  });
});

onEveryEngine(
  'data of an older release',
  (start) => {
    let house: StoreHouse;
    let store: Store;
    before(async () => {
      house = await start();
      store = await house.open();
    });
    after(() => house.close());

    it('has no generation: it is 0, and every token of that time opens it', async () => {
      const id = next('web');
      await talk(store, said(id, 'web'), opened);
      const redis = house.raw();
      await redis.hdel(`c:{s0}:${id}`, 'g', 'lg');
      await redis.hset(`c:{s0}:${id}`, 'ln', 3);
      expect(await readOf(store, id, '')).to.deep.include({ kind: 'read', generation: 0, life: '0', seq: 2 });
      await talk(store, said(id, 'web', { life: '' }), [say('on')]);
      await talk(store, said(id, 'web', { life: '0' }), [say('and on')]);
      await store.erase(`of ${id}`);
      expect(await redis.keys(`*${id}*`)).to.deep.equal([]);
      expect((await store.conversations.receive(said(id, 'web', { life: '0' }))).kind).to.equal('gone');
    });

    it('that was erased by it stays erased, and gives its episodes to nobody', async () => {
      const redis = house.raw();
      for (const channel of ['web', 'teams'] as const) {
        const id = next(channel);
        await redis.hset(`c:{s0}:${id}`, { e: 1, ln: 4, df: 1 });
        const born = (Date.now() - 60_000) * 1000;
        await redis.hset(`p:{s0}:1:${id}`, { born, st: 'closed', oc: 'solved', ef: 3, end: born + 1, ep: 2 });
        await redis.zadd('x:{s0}:episodes', born, `1 ${id}`);
        const heard = await store.conversations.receive(said(id, channel));
        expect(heard.kind).to.equal(channel === 'web' ? 'gone' : 'turn');
        expect((await store.ledger.episode(id, 1))?.customer).to.deep.equal({ id: '' });
      }
    });
  },
  oneServer,
);
