/** Data in 16 shards: one line, whoever asks, and nobody sees less of it than it is. */
import { expect } from 'chai';
import { type Effect, freshMood, type Said, type Turn } from '../../src/conversation/index.js';
import { mainQueue } from '../../src/queue/index.js';
import { claim } from '../../src/store/claim.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { claimsOver, heldUp } from '../support/tickets.js';

const shards = 16;
const minute = 60_000;
const memory = { mood: freshMood, failures: 0 };
const agent = (id: string) => ({ id, name: `Agent ${id}`, queues: [mainQueue] });
const notice = { text: 'joined', mark: 'joined' } as const;
let serial = 0;
const next = (): string => `id-${(serial += 1)}`;
const said = (conversation: string): Said => ({
  conversation,
  channel: 'web',
  activity: next(),
  customer: { id: `customer of ${conversation}` },
  text: 'help',
});

onEveryEngine('a line over 16 shards', (start) => {
  let house: StoreHouse;
  let store: Store;
  let other: Store;
  beforeEach(async () => {
    house = await start();
    [store, other] = [await house.open({ capacity: 500, shards }), await house.open({ capacity: 500, shards })];
  });
  afterEach(() => house.close());

  async function turnFor(conversation: string): Promise<Turn> {
    const heard = await store.conversations.receive(said(conversation));
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    return heard.turn;
  }

  /** Opens a ticket as a turn does that tells its customer a place; answers which place was told in the end. */
  async function escalate(conversation: string, boostMs = 0): Promise<number> {
    const effects: readonly Effect[] = [
      { kind: 'open' },
      { kind: 'queue', boostMs, reason: 'asked' },
      { kind: 'say', reply: { text: '{ordinal}' }, place: { ordinals: ['1', '{number}'] } },
      { kind: 'remember', memory },
    ];
    const committed = await store.conversations.commit(await turnFor(conversation), effects);
    expect(committed.kind).to.equal('committed');
    const told = (await store.conversations.entries(conversation, 0)).find(({ role }) => role === 'assistant');
    return Number(told?.text) - 1;
  }

  const order = async () => (await store.queue.line([mainQueue], 100)).tickets.map((one) => one.conversation);

  it('tells every customer their place in the whole of it, when they enter and while they wait', async () => {
    for (let n = 0; n < 20; n += 1) expect(await escalate(`c${n}`)).to.equal(n);
    expect(await escalate('upset', 10 * minute)).to.equal(0);
    expect(await escalate('last')).to.equal(21);
    const line = await order();
    expect(line).to.have.length(22);
    for (const [ahead, conversation] of line.entries()) {
      const ticket = await store.queue.ticket(conversation);
      if (!ticket) throw new Error(`${conversation} is lost`);
      expect((await store.queue.position(ticket)).ahead).to.equal(ahead);
      const turn = await turnFor(conversation);
      expect(turn.line.ahead, conversation).to.equal(ahead);
      expect((await store.conversations.commit(turn, [{ kind: 'remember', memory }])).kind).to.equal('committed');
    }
  });

  it('is served in order over all shards', async () => {
    for (let n = 0; n < 24; n += 1) await escalate(`c${n}`, n % 3 === 0 ? minute : 0);
    const expected = await order();
    const served: string[] = [];
    for (const _ of expected) {
      const claim = await store.queue.claim({ agent: agent('ana'), token: next(), notice });
      if (claim.kind === 'claimed') served.push(claim.conversation);
    }
    expect(served).to.deep.equal(expected);
    expect((await store.queue.claim({ agent: agent('ana'), token: next(), notice })).kind).to.equal('empty');
  });

  it('gives each ticket to one of the agents who claim at once, and is empty to nobody before its end', async () => {
    for (let n = 0; n < 30; n += 1) await escalate(`c${n}`);
    const asked = Array.from({ length: 33 }, (_, n) => {
      const from = n % 2 === 0 ? store : other;
      return from.queue.claim({ agent: agent(`a${n % 5}`), token: next(), notice });
    });
    const answers = await Promise.all(asked);
    const served = answers.flatMap((answer) => (answer.kind === 'claimed' ? [answer.conversation] : []));
    expect(new Set(served).size).to.equal(30);
    expect(served).to.have.length(30);
    expect(answers.filter(({ kind }) => kind === 'empty')).to.have.length(3);
  });

  it('gives a claim that is sent again its first ticket', async () => {
    for (let n = 0; n < 4; n += 1) await escalate(`c${n}`);
    const claim = { agent: agent('ana'), token: next(), notice };
    const answers = await Promise.all([store, other, store].map((one) => one.queue.claim(claim)));
    expect(new Set(answers.map((one) => (one.kind === 'claimed' ? one.conversation : one.kind))).size).to.equal(1);
    expect(await order()).to.have.length(3);
  });

  it('gives one ticket for each of many wishes, though all are asked in several places at once', async () => {
    for (let n = 0; n < 40; n += 1) await escalate(`c${n}`);
    const wishes = Array.from({ length: 12 }, (_, n) => ({ agent: agent(`a${n % 3}`), token: next(), notice }));
    const asked = wishes.map((wish) => Promise.all([store, other, store].map((one) => one.queue.claim(wish))));
    for (const answers of await Promise.all(asked)) {
      const given = answers.flatMap((one) => (one.kind === 'claimed' ? [one.conversation] : []));
      expect(given).to.have.length(3);
      expect(new Set(given).size).to.equal(1);
    }
    expect(await order()).to.have.length(28);
  });

  it('gives a wish one ticket, though a first try of it comes to its end after another one', async () => {
    const context = await claimsOver(await house.connect(), 500);
    const wish = { agent: agent('ana'), token: next(), notice };
    const { slow, reached, go } = heldUp(context, (name) => name === 'claim');
    await escalate('first');
    const slowly = claim(slow, wish);
    await reached;
    await escalate('urgent', 10 * minute);
    const quick = await claim(context, wish);
    go();
    expect(await slowly).to.deep.equal(quick);
    expect(await order()).to.have.length(1);
  });

  it('has one pace and one desk, whichever shard a customer is in', async () => {
    await store.queue.present(agent('ana'), true);
    for (let n = 0; n < 3; n += 1) {
      await escalate(`c${n}`);
      await store.queue.claim({ agent: agent('ana'), token: next(), notice });
    }
    const facts = await Promise.all(Array.from({ length: 20 }, (_, n) => turnFor(`asks ${n}`)));
    expect(new Set(facts.map(({ line }) => line.agents))).to.deep.equal(new Set([1]));
    expect(new Set(facts.map(({ line }) => line.pace)).size).to.equal(1);
    expect(facts[0]?.line.pace).to.be.greaterThan(0);
  });

  it('is not opened in another number of shards, where nobody in it would be found', async () => {
    await escalate('c1');
    const fault = await house.open({ shards: 4 }).catch((thrown: unknown) => thrown);
    expect(fault).to.be.an('error').with.property('code', 'settings');
    expect((fault as Error).message).to.match(/SHARDS is 4, but this data is in 16/);
    const same = await house.open({});
    expect((await same.queue.line([mainQueue], 9)).tickets).to.have.length(1);
  });
});
