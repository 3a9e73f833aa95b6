/** A closed case that is reopened: it goes on as the same one, and is counted once in the end. */
import { expect } from 'chai';
import type { Effect } from '../../src/conversation/index.js';
import { spans } from '../../src/effort/index.js';
import type { Connection } from '../../src/store/connection.js';
import type { Store } from '../../src/store/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { type Case, createCases, reopened as notice, told } from '../support/cases.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { enterLine, newAgent } from '../support/tickets.js';

onEveryEngine('a closed case that is reopened', (start) => {
  let house: StoreHouse;
  let store: Store;
  let connection: Connection;
  let shards: number;
  before(async () => {
    house = await start();
    store = await house.open();
    connection = await house.connect();
    shards = Number(await connection.redis.get(keys.shards));
  });
  after(() => house.close());

  const { claimed, speak, close, solved, spared, reopen, again, writes } = createCases(() => store);
  const raw = ({ conversation }: Case, key: (shard: string) => string) => key(shardOf(conversation, shards));
  const fieldsOf = (one: Case) =>
    connection.redis.hgetall(raw(one, (shard) => keys.episode(shard, `1:${one.conversation}`)));
  const texts = async ({ conversation }: Case) =>
    (await store.conversations.entries(conversation, 0)).map(({ text }) => text);
  /** All that is counted, without what is nothing. */
  async function counted(): Promise<Readonly<Record<string, number>>> {
    const now = Date.now();
    const sums: Record<string, number> = {};
    for (const { counters } of await store.ledger.hours({ from: now - 7_200_000, to: now + 3_600_000 })) {
      for (const [name, count] of Object.entries(counters)) sums[name] = (sums[name] ?? 0) + count;
    }
    return Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0));
  }

  it('is the same episode, with its agent by a new epoch, who and when stands in it, and in the log', async () => {
    const closed = await solved();
    const ended = await fieldsOf(closed);
    const held = await again(closed);
    expect(held.epoch).to.be.greaterThan(Number(ended['ep']));
    const ticket = await store.queue.ticket(closed.conversation);
    expect(ticket).to.deep.include({ state: 'assigned', episode: 1, epoch: held.epoch, owed: false });
    expect(ticket?.agent?.id).to.equal(closed.agent.id);
    const { text, mark, by, at } = (await store.conversations.entries(closed.conversation, 0)).at(-1)!;
    expect({ text, mark, by }).to.deep.equal({ ...notice, text: told.asked });
    expect(at).to.be.closeTo(Date.now(), 60_000);
    expect(await fieldsOf(closed)).to.not.have.any.keys('end', 'oc', 'ef', 'wy');
    const log = await connection.redis.xrange(raw(closed, keys.log), '-', '+');
    expect(log.at(-1)?.[1].join(' ')).to.match(new RegExp(`^k reopen .* p ${held.epoch} .* w ${closed.agent.id}$`));
    expect(await store.queue.present(closed.agent, true)).to.deep.equal([closed.conversation]);
    expect(await speak(held)).to.include({ kind: 'said' });
    expect(await speak(closed), 'by the old epoch').to.include({ kind: 'fenced' });
  });

  it('counts once in the end: closed again, every counter says what it said before', async () => {
    const closed = await solved();
    const before = await counted();
    const held = await again(closed);
    const open = await counted();
    expect(open['outcome:helped'] ?? 0).to.equal((before['outcome:helped'] ?? 0) - 1);
    expect(open['effort:n'] ?? 0).to.equal((before['effort:n'] ?? 0) - 1);
    expect(open[`done:${closed.agent.id}`]).to.equal(undefined);
    expect(open).to.not.deep.equal(before);
    expect((await close(held)).kind).to.equal('moved');
    expect(await counted()).to.deep.equal(before);
  });

  it('takes back all that its end had counted: what was shown, and a high effort', async () => {
    const agent = newAgent();
    const conversation = `web-${crypto.randomUUID()}`;
    const count = (what: 'misses' | 'repeats' | 'faults'): Effect => ({ kind: 'count', what });
    await writes(conversation, [
      { kind: 'open' },
      { kind: 'entry', id: 'delivery', what: 'shown' },
      ...[1, 2, 3].flatMap(() => [count('misses'), count('repeats'), count('faults')]),
      { kind: 'queue', boostMs: 0, reason: 'asked' },
    ]);
    const held = { conversation, agent, epoch: await claimed(agent, conversation) };
    await close(held);
    const before = await counted();
    expect(before).to.include({ 'faq:ended:delivery': 1, 'effort:high': 1, 'outcome:unanswered': 1 });
    const back = await again(held);
    expect(await counted()).to.not.have.any.keys('faq:ended:delivery', 'faq:effort:delivery', 'effort:high');
    expect(await store.queue.ticket(conversation), 'nothing was ever answered').to.include({ owed: true });
    await close(back);
    expect(await counted()).to.deep.equal(before);
  });

  it('is another person’s work as well when a supervisor goes on with it', async () => {
    const closed = await solved();
    const sam = newAgent();
    const held = await again({ ...closed, agent: sam }, { force: true });
    expect(await store.queue.done(closed.agent.id, Date.now())).to.equal(1);
    await speak(held);
    await close(held);
    expect(await store.queue.done(sam.id, Date.now())).to.equal(1);
    expect(await store.queue.done(closed.agent.id, Date.now())).to.equal(1);
  });

  it('keeps the time of the episode whole: from its end until then it was the customer’s', async () => {
    const closed = await solved();
    const end = Number((await fieldsOf(closed))['end']);
    await close(await again(closed));
    const f = await fieldsOf(closed);
    const sum = ['wb', 'wq', 'wa', 'wc'].reduce((total, name) => total + Number(f[name]), 0);
    expect(sum).to.equal(Number(f['end']) - Number(f['born']));
    const found = spans(await store.conversations.entries(closed.conversation, 0), 1);
    expect(found.reduce((total, { from, to = 0 }) => total + to - from, 0)).to.be.closeTo(sum / 1000, 1);
    expect(
      found.some(({ kind, from, to = 0 }) => kind === 'customer' && from <= end / 1000 && to > end / 1000),
    ).to.equal(true);
    await store.erase(`customer of ${closed.conversation}`);
    const kept = (await store.ledger.episodes({ from: 0, to: Date.now() + 1000 }, 1000)).find(
      ({ bornAt, spans: of }) => of !== undefined && Math.abs(bornAt * 1000 - Number(f['born'])) < 1000,
    );
    expect(kept?.spans?.map(({ kind }) => kind)).to.deep.equal(found.map(({ kind }) => kind));
  });

  it('is given once, however often it is asked for; what comes late of its close is fenced', async () => {
    const closed = await solved();
    const wish = { token: crypto.randomUUID() };
    const [first, second] = await Promise.all([reopen(closed, wish), reopen(closed, wish)]);
    expect(second).to.deep.equal(first);
    expect(await reopen(closed, wish)).to.deep.equal(first);
    expect((await texts(closed)).filter((text) => text === told.asked)).to.have.length(1);
    expect(await close(closed)).to.deep.equal({ kind: 'fenced', by: closed.agent.name });
    expect(await reopen(closed)).to.deep.equal({ kind: 'open', by: closed.agent.name });
  });

  it('asks once how easy it was, and tells who was asked, or has answered, what becomes of that', async () => {
    const questions = async (one: Case) => (await texts(one)).filter((text) => text === 'how easy?').length;
    const scored = await solved();
    await writes(scored.conversation, [{ kind: 'rate', score: 6 }]);
    expect(await store.queue.closedOne(scored.conversation, 1)).to.include({ asked: true, ces: 6 });
    const held = await again(scored);
    expect((await texts(scored)).at(-1)).to.equal(told.scored);
    expect(await store.queue.ticket(scored.conversation), 'the score had its answer').to.include({
      owed: false,
      asked: true,
    });
    await close(held);
    expect((await texts(scored)).filter((text) => text === 'closed')).to.have.length(2);
    const silent = await solved();
    const back = await again(silent);
    expect((await texts(silent)).at(-1)).to.equal(told.asked);
    await close(back);
    const unasked = await spared();
    await again(unasked);
    expect((await texts(unasked)).at(-1)).to.equal('reopened');
    expect([await questions(scored), await questions(silent), await questions(unasked)]).to.deep.equal([1, 1, 0]);
    expect((await fieldsOf(scored))['ces']).to.equal('6');
  });

  it('is owed what was written and not answered by anybody yet', async () => {
    const closed = await solved();
    const said = {
      conversation: closed.conversation,
      channel: 'web',
      activity: crypto.randomUUID(),
      text: 'wait',
    } as const;
    const heard = await store.conversations.receive({
      ...said,
      customer: { id: `customer of ${closed.conversation}` },
    });
    await again(closed);
    expect(await store.queue.ticket(closed.conversation)).to.include({ owed: true });
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    const late = await store.conversations.commit(heard.turn, [{ kind: 'open' }]);
    expect(late.kind, 'the turn that was about to open another').to.equal('moved');
  });

  it('is undone, and nobody is told a word, while its close can be', async () => {
    const agent = newAgent();
    const conversation = await enterLine(store);
    const held = { conversation, agent, epoch: await claimed(agent, conversation) };
    await speak(held);
    const before = await texts(held);
    expect(await close(held, true)).to.include({ kind: 'moved' });
    const back = await again(held);
    expect(await texts(held)).to.deep.equal(before);
    expect(await speak(back)).to.include({ kind: 'said' });
    expect(await speak(held), 'by the epoch of the close').to.include({ kind: 'fenced' });
  });

  describe('is refused', () => {
    const same = async (closed: Case, act: () => Promise<unknown>, kind: string) => {
      const before = [await fieldsOf(closed), await texts(closed)];
      expect(await act()).to.include({ kind });
      expect([await fieldsOf(closed), await texts(closed)], 'nothing was changed').to.deep.equal(before);
    };

    it('to everybody but its agent and a supervisor', async () => {
      const closed = await solved();
      await same(closed, () => reopen({ ...closed, agent: newAgent() }), 'others');
    });

    it('when another episode has begun in the conversation', async () => {
      const closed = await solved();
      await writes(closed.conversation, [{ kind: 'open' }]);
      await same(closed, () => reopen(closed), 'begun');
      await same(closed, () => reopen(closed, { force: true }), 'begun');
    });

    it('while the customer has a place in another conversation, and takes that place otherwise', async () => {
      const closed = await solved();
      const shard = shardOf(closed.conversation, shards); // those of one person are in one
      let other = '';
      while (other === '' || shardOf(other, shards) !== shard) other = `web-${crypto.randomUUID()}`;
      const enters = () =>
        writes(other, [{ kind: 'open' }, { kind: 'queue', boostMs: 0, reason: 'asked' }], closed.conversation);
      await enters();
      await same(closed, () => reopen(closed), 'elsewhere');
      const agent = newAgent();
      await close({ conversation: other, agent, epoch: await claimed(agent, other) });
      await again(closed);
      await enters();
      expect(await store.queue.ticket(other)).to.equal(undefined);
    });

    it('when it was erased, or never was a ticket', async () => {
      const closed = await solved();
      await store.erase(`customer of ${closed.conversation}`);
      await same(closed, () => reopen(closed), 'gone');
      const chat = { ...closed, conversation: `web-${crypto.randomUUID()}` };
      await writes(chat.conversation, [{ kind: 'open' }, { kind: 'end', outcome: 'solved' }]);
      await same(chat, () => reopen(chat, { force: true }), 'gone');
    });

    it('to who holds as many as one takes', async () => {
      const closed = await solved();
      for (let held = 0; held < 4; held += 1) await claimed(closed.agent, await enterLine(store));
      await same(closed, () => reopen(closed), 'full');
    });
  });
});
