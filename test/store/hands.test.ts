/** Tickets from hand to hand: colleagues, queues, supervisors. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { Effect } from '../../src/conversation/index.js';
import { freshMood } from '../../src/conversation/index.js';
import type { Agent } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { newAgent, readAll } from '../support/tickets.js';

const all = ['main', 'returns'];
const memory = { mood: freshMood, failures: 0 };
const notice = { text: '' };
let count = 0;
const next = (prefix: string) => `${prefix}-${(count += 1)}`;
const someone = (queues: readonly string[] = all): Agent => newAgent(queues);

onEveryEngine('a ticket from hand to hand', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open({ capacity: 2 });
  });
  after(() => house.close());

  async function receive(conversation: string, effects: readonly Effect[], text = 'help'): Promise<void> {
    const said = { conversation, channel: 'web', activity: next('a'), customer: { id: conversation }, text } as const;
    const heard = await store.conversations.receive(said);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    expect((await store.conversations.commit(heard.turn, effects)).kind).to.equal('committed');
  }
  async function escalated(queue: Partial<Extract<Effect, { kind: 'queue' }>> = {}): Promise<string> {
    const conversation = next('web');
    const ticket: Effect = { kind: 'queue', boostMs: 0, reason: 'asked', ...queue };
    await receive(conversation, [{ kind: 'open' }, ticket, { kind: 'remember', memory }]);
    return conversation;
  }
  async function claimed(agent: Agent, conversation: string, force = false): Promise<number> {
    const claim = await store.queue.claim({ agent, token: next('token'), conversation, notice, force });
    if (claim.kind !== 'claimed') throw new Error(claim.kind);
    return claim.epoch;
  }
  const holder = async (conversation: string) => (await store.queue.ticket(conversation))?.agent?.id;
  const say = (conversation: string, agent: Agent, epoch: number) =>
    store.queue.speak({ conversation, id: next('s'), agent, epoch, text: 'hello', note: false });

  it('goes to a colleague who is at their desk, and only they may speak then', async () => {
    const [one, other] = [someone(), someone()];
    await store.queue.present(other, true);
    const conversation = await escalated();
    const epoch = await claimed(one, conversation);
    const pass = {
      ...readAll,
      conversation,
      agent: one,
      epoch,
      to: other,
      notice: { text: 'passed', mark: 'passed' as const },
    };
    expect(await store.queue.pass(pass)).to.deep.equal({ kind: 'moved' });
    expect(await store.queue.pass(pass)).to.deep.equal({ kind: 'moved' }); // resent
    expect(await holder(conversation)).to.equal(other.id);
    expect((await say(conversation, one, epoch)).kind).to.equal('fenced');
    expect((await say(conversation, other, epoch + 1)).kind).to.equal('said');
    expect(await store.queue.held(one.id)).to.deep.equal([]);
    expect(await store.queue.held(other.id)).to.have.length(1);
  });

  it('stays with the colleague to whom it went when what nobody holds any more is swept', async () => {
    const [one, other] = [someone(), someone()];
    await store.queue.present(other, true);
    const conversation = await escalated();
    const pass = { ...readAll, conversation, agent: one, epoch: await claimed(one, conversation), to: other, notice };
    expect(await store.queue.pass(pass)).to.deep.equal({ kind: 'moved' });
    await store.queue.sweep('swept');
    expect(await holder(conversation)).to.equal(other.id);
  });

  it('does not go to who is away or full', async () => {
    const [one, away, full] = [someone(), someone(), someone()];
    await store.queue.present(full, true);
    for (const _ of [1, 2]) await claimed(full, await escalated());
    const conversation = await escalated();
    const base = { ...readAll, conversation, agent: one, epoch: await claimed(one, conversation), notice };
    expect(await store.queue.pass({ ...base, to: away })).to.deep.equal({ kind: 'away' });
    expect(await store.queue.pass({ ...base, to: full })).to.deep.equal({ kind: 'full', capacity: 2 });
    expect(await holder(conversation)).to.equal(one.id);
    await store.queue.present(away, true);
    await store.queue.present(away, false);
    expect(await store.queue.pass({ ...base, to: away })).to.deep.equal({ kind: 'away' });
  });

  it('keeps its place in time when it goes to another queue, where only those who serve it are given it', async () => {
    const [main, returns] = [someone(['main']), someone(['returns'])];
    const conversation = await escalated();
    const epoch = await claimed(main, conversation);
    const before = await store.queue.ticket(conversation);
    const move = { ...readAll, conversation, agent: main, epoch, action: 'release', queue: 'returns', notice } as const;
    expect(await store.queue.release(move)).to.deep.equal({ kind: 'moved' });
    const after = await store.queue.ticket(conversation);
    expect(after).to.include({ queue: 'returns', state: 'waiting' });
    expect([after?.order, after?.queuedAt]).to.deep.equal([before?.order, before?.queuedAt]);
    expect((await store.queue.claim({ agent: main, token: next('token'), notice })).kind).to.equal('empty');
    const got = await store.queue.claim({ agent: returns, token: next('token'), notice });
    expect(got).to.include({ kind: 'claimed', conversation });
  });

  it('goes back to the queue it was helped in, when its customer needs a person again', async () => {
    const agent = someone();
    const conversation = await escalated();
    const move = { ...readAll, conversation, agent, action: 'release', queue: 'returns', notice } as const;
    await store.queue.release({ ...move, epoch: await claimed(agent, conversation) });
    const epoch = await claimed(agent, conversation);
    await store.queue.release({ ...readAll, conversation, agent, epoch, action: 'hand-back', notice, effects: [] });
    await receive(conversation, [{ kind: 'queue', boostMs: 0, reason: 'asked' }]);
    expect(await store.queue.ticket(conversation)).to.include({ queue: 'returns', state: 'waiting' });
    await claimed(agent, conversation);
  });

  it('waits in the main queue, at its old place, when its own is not there any more', async () => {
    const agent = { ...someone(), queues: ['main'] };
    const [first, second] = [await escalated(), await escalated()];
    const move = { ...readAll, conversation: first, agent, action: 'release', queue: 'closed-down', notice } as const;
    await store.queue.release({ ...move, epoch: await claimed(agent, first) });
    expect(await store.queue.reassign([...all, 'closed-down'])).to.equal(0);
    expect(await store.queue.reassign(all)).to.equal(1);
    expect(await store.queue.reassign(all)).to.equal(0);
    const order = (await store.queue.line(['main'], 10)).tickets.map((one) => one.conversation);
    expect(order).to.deep.equal([first, second]);
    for (const conversation of order) await claimed(someone(), conversation);
  });

  it('is taken over and closed by a supervisor, whoever holds it, and the agent before is fenced', async () => {
    const [agent, supervisor] = [someone(), someone()];
    const conversation = await escalated();
    const old = await claimed(agent, conversation);
    const epoch = await claimed(supervisor, conversation, true);
    expect((await say(conversation, agent, old)).kind).to.equal('fenced');
    expect(await store.queue.held(agent.id)).to.deep.equal([]);
    const close = {
      ...readAll,
      conversation,
      notice,
      action: 'close',
      effects: [{ kind: 'end', outcome: 'helped' }],
    } as const;
    expect(await store.queue.release({ ...close, agent, epoch: old, force: true })).to.include({ kind: 'fenced' });
    expect(await store.queue.release({ ...close, agent: supervisor, epoch })).to.deep.equal({ kind: 'moved' });
    expect(await store.queue.ticket(conversation)).to.equal(undefined);
  });

  it('is closed by a supervisor even while it waits or somebody else holds it, so that nothing is ever stuck', async () => {
    const [agent, supervisor] = [someone(), someone()];
    const [waiting, held] = [await escalated(), await escalated()];
    await claimed(agent, held);
    for (const conversation of [waiting, held]) {
      const epoch = (await store.queue.ticket(conversation))?.epoch ?? 0;
      const effects: readonly Effect[] = [{ kind: 'end', outcome: 'unanswered' }];
      const close = { ...readAll, conversation, agent: supervisor, epoch, action: 'close', notice, effects } as const;
      expect((await store.queue.release(close)).kind).to.equal('fenced');
      expect(await store.queue.release({ ...close, force: true })).to.deep.equal({ kind: 'moved' });
      expect(await store.queue.ticket(conversation)).to.equal(undefined);
    }
    expect(await store.queue.held(agent.id)).to.deep.equal([]);
  });

  it('is seen with its holder by those who ask who is at the desk', async () => {
    const agent = someone();
    await store.queue.present(agent, true);
    const conversation = await escalated();
    await claimed(agent, conversation);
    const found = (await store.queue.colleagues()).find((one) => one.id === agent.id);
    const { id, name } = agent;
    expect(found).to.deep.equal({ id, name, here: true, held: 1, capacity: 2, languages: [] });
    await store.queue.present(agent, false);
    expect((await store.queue.colleagues()).find((one) => one.id === agent.id)?.here).to.equal(false);
    expect((await store.queue.assigned(100)).map((one) => one.conversation)).to.include(conversation);
  });

  it('counts as present only those who serve its queue', async () => {
    const conversation = await escalated();
    const ticket = (await store.queue.ticket(conversation))!;
    const before = (await store.queue.position(ticket)).agents;
    await store.queue.present(someone(['returns']), true);
    expect((await store.queue.position(ticket)).agents).to.equal(before);
    await store.queue.present(someone(['main']), true);
    expect((await store.queue.position(ticket)).agents).to.equal(before + 1);
    await claimed(someone(), conversation);
  });

  it('tells afterwards whether the wait that was promised held', async () => {
    const { redis } = await house.connect();
    const shards = Number(await redis.get(keys.shards));
    const count = async (name: string) => {
      const now = Date.now();
      const hours = await store.ledger.hours({ from: now - 3_600_000, to: now + 3_600_000 });
      return hours.reduce((sum, hour) => sum + (hour.counters[name] ?? 0), 0);
    };
    for (const [name, promised] of [
      ['promise:kept', [0, 3_600_000_000]],
      ['promise:sooner', [60_000_000, 120_000_000]],
      ['promise:later', [0, 0]],
    ] as const) {
      const before = await count(name);
      const conversation = await escalated();
      // nobody waits for minutes here, so the range of whole minutes is moved instead
      const record = keys.episode(shardOf(conversation, shards), `1:${conversation}`);
      await redis.eval(
        "return redis.call('HSET', KEYS[1], 'wl', ARGV[1], 'wh', ARGV[2])",
        1,
        record,
        ...promised.map(String),
      );
      const agent = someone();
      const epoch = await claimed(agent, conversation);
      expect(await count(name), name).to.equal(before + 1);
      await store.queue.release({ ...readAll, conversation, agent, epoch, action: 'release', notice });
      await claimed(agent, conversation);
      expect(await count(name), `${name}, once`).to.equal(before + 1);
    }
  });

  it('is never overtaken by one that came later than the cap of the boost', async () => {
    const agent = { ...someone(), queues: ['main'] };
    const roomy = await house.open({ capacity: 1000 });
    const cap = 40; // milliseconds, in place of the policy's minutes
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: cap }), { minLength: 2, maxLength: 8 }), async (boosts) => {
        for (const boostMs of boosts) await escalated({ boostMs });
        let waiting = (await roomy.queue.line(['main'], 20)).tickets;
        while (waiting.length > 0) {
          const claim = await roomy.queue.claim({ agent, token: next('token'), notice });
          const served = waiting.find((one) => claim.kind === 'claimed' && one.conversation === claim.conversation);
          const oldest = Math.min(...waiting.map((one) => one.queuedAt));
          expect((served?.queuedAt ?? Infinity) - oldest).to.be.at.most(cap);
          waiting = (await roomy.queue.line(['main'], 20)).tickets;
        }
      }),
      { numRuns: 15 },
    );
  });
});
