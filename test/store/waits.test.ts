/** What is measured of a wait: how long it was, whether it was as promised, and the pace that the next one is told. */
import { expect } from 'chai';
import { type Effect, firstPaceMs } from '../../src/conversation/index.js';
import { type Counters, merge, spread } from '../../src/effort/tallies.js';
import { type Agent, waitPace } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { episode } from '../../src/store/schema/records.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { newAgent, readAll } from '../support/tickets.js';

const notice = { text: '' };
const second = 1_000_000;
const promised = waitPace({ agents: 1, pace: 600_000 })!;
/** So much later is it, at most, when a busy machine comes to what follows; milliseconds. */
const soon = 8000;

onEveryEngine('what is measured of a wait', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open({ capacity: 50 });
  });
  after(() => house.close());

  async function says(conversation: string, effects: readonly Effect[]) {
    const customer = { id: `customer of ${conversation}` };
    const said = { conversation, channel: 'web', activity: crypto.randomUUID(), customer, text: 'help' } as const;
    const heard = await store.conversations.receive(said);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    expect((await store.conversations.commit(heard.turn, effects)).kind).to.equal('committed');
    return heard.turn;
  }
  async function enters(...more: readonly Effect[]): Promise<string> {
    const conversation = `web-${crypto.randomUUID()}`;
    await says(conversation, [{ kind: 'open' }, { kind: 'queue', boostMs: 0, reason: 'asked', promised }, ...more]);
    return conversation;
  }
  async function recordOf(conversation: string): Promise<string> {
    const { redis } = await house.connect();
    return keys.episode(shardOf(conversation, Number(await redis.get(keys.shards))), `1:${conversation}`);
  }
  async function stored(conversation: string, name: keyof typeof episode): Promise<number> {
    const { redis } = await house.connect();
    const field = episode[name][0];
    return Number(
      await redis.eval("return redis.call('HGET', KEYS[1], ARGV[1])", 1, await recordOf(conversation), field),
    );
  }
  /** As if it had been written so many microseconds before now. */
  async function ago(conversation: string, names: Partial<Record<keyof typeof episode, number>>): Promise<void> {
    const { redis } = await house.connect();
    const now = Date.now() * 1000;
    const flat = Object.entries(names).flatMap(([name, micros]) => [
      episode[name as keyof typeof episode][0],
      String(Math.round(now - micros)),
    ]);
    await redis.eval("return redis.call('HSET', KEYS[1], unpack(ARGV))", 1, await recordOf(conversation), ...flat);
  }
  async function claims(conversation: string, agent: Agent = newAgent()) {
    const claim = await store.queue.claim({ agent, token: crypto.randomUUID(), conversation, notice });
    if (claim.kind !== 'claimed') throw new Error(claim.kind);
    return { conversation, agent, epoch: claim.epoch };
  }
  async function counters(): Promise<Counters> {
    const now = Date.now();
    return merge(await store.ledger.hours({ from: now - 3_600_000, to: now + 3_600_000 }));
  }
  /** What is counted while this is done. */
  async function counted(act: () => Promise<unknown>): Promise<Counters> {
    const before = await counters();
    await act();
    const added = Object.entries(await counters()).map(([name, n]) => [name, n - (before[name] ?? 0)] as const);
    return Object.fromEntries(added.filter(([, n]) => n !== 0));
  }
  const promises = (found: Counters) => Object.keys(found).filter((name) => name.startsWith('promise:'));

  for (const [fate, bound, micros] of [
    ['sooner', 'promisedLow', -20 * second],
    ['kept', 'promisedLow', second],
    ['kept', 'promisedHigh', -20 * second],
    ['later', 'promisedHigh', second],
  ] as const) {
    it(`a promise is ${fate} ${Math.abs(micros) / second} s ${micros < 0 ? 'before' : 'after'} ${bound}`, async () => {
      const conversation = await enters();
      await ago(conversation, { queuedAt: (await stored(conversation, bound)) + micros });
      const found = await counted(() => claims(conversation));
      expect(promises(found)).to.deep.equal([`promise:${fate}`]);
      expect(found[`promise:${fate}`]).to.equal(1);
    });
  }

  it('a promise is kept or not once, by the first who takes it, and none was made without one', async () => {
    const held = await claims(await enters());
    await store.queue.release({ ...readAll, ...held, notice, action: 'release' });
    expect(promises(await counted(() => claims(held.conversation)))).to.deep.equal([]);
    const conversation = `web-${crypto.randomUUID()}`;
    await says(conversation, [{ kind: 'open' }, { kind: 'queue', boostMs: 0, reason: 'asked' }]);
    expect(promises(await counted(() => claims(conversation)))).to.deep.equal([]);
  });

  it('the wait is that of the person until the first claim, told apart for who left a message', async () => {
    for (const [name, other, more] of [
      ['served', 'taken', []],
      ['taken', 'served', [{ kind: 'contact', text: 'by mail' }]],
    ] as const) {
      const conversation = await enters(...more);
      await ago(conversation, { askedAt: 300 * second });
      const found = await counted(() => claims(conversation));
      expect(spread(found, other).n).to.equal(0);
      expect(spread(found, name).n).to.equal(1);
      expect(spread(found, name).longest).to.be.within(294_000, 306_000 + soon);
    }
  });

  it('a person waits once: a claim after a release or after they left and came back adds none', async () => {
    const held = await claims(await enters());
    await store.queue.release({ ...readAll, ...held, notice, action: 'release' });
    expect(spread(await counted(() => claims(held.conversation)), 'served').n).to.equal(0);
    const conversation = await enters();
    const left = await counted(() => says(conversation, [{ kind: 'leave-line' }]));
    expect(spread(left, 'left').n).to.equal(1);
    const again = await counted(async () => {
      await says(conversation, [{ kind: 'queue', boostMs: 0, reason: 'frustrated' }]);
      await claims(conversation);
    });
    expect([spread(again, 'served').n, again['asked'] ?? 0]).to.deep.equal([0, 0]);
    expect([again['reason:asked'], again['reason:frustrated']]).to.deep.equal([-1, 1]);
  });

  it('who is served within two minutes, and who leaves within ten seconds, is told apart', async () => {
    const of = async (micros: number, act: (conversation: string) => Promise<unknown>) => {
      const conversation = await enters();
      await ago(conversation, { askedAt: micros });
      const { prompt = 0, short = 0 } = await counted(() => act(conversation));
      return [prompt, short];
    };
    const leaves = (conversation: string) => says(conversation, [{ kind: 'leave-line' }]);
    expect(await of(second, claims)).to.deep.equal([1, 0]);
    expect(await of(121 * second, claims)).to.deep.equal([0, 0]);
    expect(await of(0, leaves)).to.deep.equal([0, 1]);
    expect(await of(20 * second, leaves)).to.deep.equal([0, 0]);
  });

  it('the first word is measured from when they came into the line, and no word after it', async () => {
    const conversation = await enters();
    await ago(conversation, { askedAt: 250 * second });
    const held = await claims(conversation);
    const word = (note: boolean) =>
      counted(() => store.queue.speak({ ...held, id: crypto.randomUUID(), text: 'hello', note }));
    expect(spread(await word(true), 'reply').n).to.equal(0);
    const first = spread(await word(false), 'reply');
    expect(first.n).to.equal(1);
    expect(first.longest).to.be.within(245_000, 255_000 + soon);
    expect(spread(await word(false), 'reply').n).to.equal(0);
  });

  /** A ticket that has waited so long in a line which nobody else was in. */
  async function inLine(queue: string, waited: number): Promise<string> {
    const held = await claims(await enters());
    await store.queue.release({ ...readAll, ...held, notice, action: 'release', queue });
    await ago(held.conversation, { queuedAt: waited });
    return held.conversation;
  }
  const paceOf = async (conversation: string): Promise<number> => (await says(conversation, [])).line.pace;

  it('the pace is how long the head was the head, and three parts of ten of what is new', async () => {
    const queue = `line-${crypto.randomUUID().slice(0, 8)}`;
    const [first, next, last] = [
      await inLine(queue, 100 * second),
      await inLine(queue, 300 * second),
      await inLine(queue, 0),
    ];
    expect(await paceOf(last)).to.equal(0);
    await claims(first, newAgent([queue]));
    const before = 0.7 * firstPaceMs + 0.3 * 100_000;
    expect(await paceOf(last)).to.be.within(before, before + 0.3 * soon);
    await claims(next, newAgent([queue]));
    expect(await paceOf(last)).to.be.within(0.7 * before, 0.7 * before + 0.6 * soon);
  });

  it('the pace counts no time in which nobody was at the desk', async () => {
    const queue = `line-${crypto.randomUUID().slice(0, 8)}`;
    const [first, last] = [await inLine(queue, 100 * second), await inLine(queue, 0)];
    const agent = newAgent([queue]);
    await store.queue.present(agent, true);
    await claims(first, agent);
    expect(await paceOf(last)).to.be.within(0.7 * firstPaceMs, 0.7 * firstPaceMs + 0.3 * soon);
  });
});
