/** What an agent is about to do with a ticket: known by all that was asked for, kept by name, and told wholly. */
import { expect } from 'chai';
import { createStanding } from '../../src/desk/index.js';
import type { Store } from '../../src/store/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { createRun } from '../../src/store/run.js';
import { ops } from '../../src/store/schema/ops.js';
import { opsFrom } from '../../src/store/schema/lua.js';
import { actions, answered, claimed, letGo, type Taken, texts, told, writes } from '../support/held.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { enterLine, newAgent } from '../support/tickets.js';

const notice = { text: '' };

onEveryEngine('what an agent is about to do', (start) => {
  let house: StoreHouse;
  /** Nothing is due within a test. */
  let store: Store;
  let shards: number;
  before(async () => {
    house = await start();
    store = await house.open({ timing: { undoMs: 60_000 } });
    const { redis } = await house.connect();
    shards = Number(await redis.get(keys.shards));
  });
  after(() => house.close());

  const leaving = async ({ conversation }: Taken) => (await store.queue.ticket(conversation))?.leaving;
  /** Does at once what is kept of a move, as if it were due. */
  async function due({ conversation, agent }: Taken): Promise<void> {
    const run = createRun(await house.connect());
    const asked = { limit: 1, words: '', texts: '', lineIdle: 60_000, id: conversation, agent: agent.id };
    expect(await run('sweep', shardOf(conversation, shards), asked)).to.have.length(1);
  }
  const record = async ({ conversation }: Taken) => {
    const { redis } = await house.connect();
    return { redis, key: keys.episode(shardOf(conversation, shards), `1:${conversation}`) };
  };
  async function logged({ conversation }: Taken): Promise<readonly string[]> {
    const { redis } = await house.connect();
    const shard = shardOf(conversation, shards);
    const name = (await redis.hgetall(keys.conversation(shard, conversation)))['lg'];
    const found = await redis.xrange(keys.log(shard), '-', '+');
    const fields = found.map(([, flat]) =>
      Object.fromEntries(flat.flatMap((one, i) => (i % 2 ? [] : [[one, flat[i + 1]]]))),
    );
    return fields.filter(({ c }) => c === name).map(({ k, p, w }) => `${k} ${p} ${w}`);
  }

  it('is what they asked for last: another queue is another move', async () => {
    const held = await answered(store);
    await letGo(store, { ...held, queue: 'returns' }, 'release');
    expect(await leaving(held)).to.include({ action: 'release', queue: 'returns' });
    const { due: first = 0 } = (await leaving(held)) ?? {};
    await letGo(store, { ...held, queue: 'returns' }, 'release');
    expect((await leaving(held))?.due).to.equal(first);
    await letGo(store, { ...held, queue: 'orders' }, 'release');
    expect(await leaving(held)).to.include({ action: 'release', queue: 'orders' });
    await due(held);
    expect(await store.queue.ticket(held.conversation)).to.include({ state: 'waiting', queue: 'orders' });
    const late = await letGo(store, { ...held, queue: 'returns', undo: false }, 'release');
    expect(late).to.deep.equal({ kind: 'fenced' });
  });

  it('is closed for the reason that was given last', async () => {
    const held = await answered(store);
    await writes(store, held.conversation);
    await letGo(store, { ...held, why: { reason: 'abuse' } }, 'close');
    expect(await leaving(held)).to.include({ action: 'close', why: 'abuse' });
    await letGo(store, { ...held, why: { reason: 'other', words: 'called back' } }, 'close');
    await due(held);
    const closed = await store.ledger.episode(held.conversation, 1);
    expect(closed?.closedOwing).to.deep.equal({ reason: 'other', words: 'called back' });
    expect((await logged(held)).filter((one) => one.startsWith('why'))).to.deep.equal([`why ${held.epoch} other`]);
  });

  it('is in how the ticket stands, as the audit writes it down, without anybody’s words', async () => {
    const standing = createStanding(store.queue);
    const held = await answered(store);
    const base = { state: 'assigned', queue: 'main', agent: held.agent.id };
    await writes(store, held.conversation);
    await letGo(store, { ...held, why: { reason: 'other', words: 'called back' } }, 'close');
    const soon = { action: 'close', why: 'other' };
    expect(await standing(held.conversation)).to.deep.equal({ ...base, epoch: held.epoch, leaving: soon });
    await store.queue.undo(held);
    expect(await standing(held.conversation)).to.deep.equal({ ...base, epoch: held.epoch + 1 });
  });

  it('is kept by name, so that another release reads what it knows of it', async () => {
    const held = await answered(store);
    await letGo(store, held, 'close');
    const { redis, key } = await record(held);
    const kept = JSON.parse((await redis.hget(key, 'lo')) ?? '') as Record<string, unknown>;
    const [end] = kept['effects'] as readonly Record<string, string>[];
    expect(end).to.include({ step: 'end', outcome: '', words: 'closed' });
    const turned = Object.fromEntries(Object.entries({ ...end, newer: 'x' }).toReversed());
    await redis.eval(
      "return redis.call('HSET', KEYS[1], 'lo', ARGV[1])",
      1,
      key,
      JSON.stringify({ ...kept, effects: [turned] }),
    );
    await due(held);
    expect(await texts(store, held.conversation)).to.include('closed');
    expect(await store.ledger.episode(held.conversation, 1)).to.include({ outcome: 'helped' });
  });

  it('is rung for and logged when it is undone, like every change of hands', async () => {
    const held = await answered(store);
    await letGo(store, held, 'close');
    const rung: string[] = [];
    const heard = new Promise<void>((resolve) => {
      const stop = store.changes.listenAll((ring) => {
        if (ring?.conversation !== held.conversation) return;
        rung.push(ring.state);
        stop();
        resolve();
      });
    });
    await store.queue.undo(held);
    await heard;
    expect(rung).to.deep.equal(['assigned']);
    const undone = `undo ${held.epoch + 1} ${held.agent.id}`;
    expect((await logged(held)).at(-1)).to.equal(undone);
    await store.queue.undo(held); // asked again
    expect((await logged(held)).filter((one) => one === undone)).to.have.length(1);
  });

  for (const action of actions) {
    it(`(${action}) is logged as help where they had written, and only where it ends their part`, async () => {
      const [helped, silent] = [
        await answered(store),
        await claimed(store, newAgent(), { conversation: await enterLine(store) }),
      ];
      for (const held of [helped, silent]) {
        const why = { reason: 'other' } as const;
        expect(await letGo(store, { ...held, why, undo: false }, action)).to.include({ kind: 'moved' });
      }
      const help = async (held: Taken) => (await logged(held)).filter((one) => one.startsWith('helped'));
      const epoch = action === 'close' ? helped.epoch : helped.epoch + 1;
      expect(await help(helped)).to.deep.equal(action === 'release' ? [] : [`helped ${epoch} ${helped.agent.id}`]);
      expect(await help(silent)).to.deep.equal([]);
    });
  }
});

onEveryEngine('a seat that is about to be free', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open({ capacity: 2, timing: { undoMs: 60_000 } });
  });
  after(() => house.close());

  const leaves = async ({ conversation }: Taken) => (await store.queue.ticket(conversation))?.leaving !== undefined;
  /** An agent who has no seat left, and is letting go of both. */
  async function full(queues = ['main']) {
    const agent = newAgent(queues);
    const [first, second] = [await answered(store, agent), await answered(store, agent)];
    for (const one of [first, second]) await letGo(store, one, 'close');
    return { agent, first, second };
  }
  const claim = (agent: Taken['agent'], conversation?: string) =>
    store.queue.claim({
      agent,
      token: crypto.randomUUID(),
      notice,
      ...(conversation === undefined ? {} : { conversation }),
    });

  it('is free for a ticket that there is: what is due first is done, and nothing else', async () => {
    const { agent, first, second } = await full();
    expect(await claim(agent, await enterLine(store))).to.include({ kind: 'claimed' });
    expect([await leaves(first), await leaves(second)]).to.deep.equal([false, true]);
    expect([await told(store, first.conversation), await told(store, second.conversation)]).to.deep.equal([2, 1]);
    expect(await store.queue.undo(second)).to.include({ kind: 'back' });
    expect(await claim(agent, await enterLine(store))).to.deep.equal({ kind: 'full', capacity: 2 });
  });

  it('is not made free where there is nothing to claim', async () => {
    const { agent, first, second } = await full(['nobody waits here']);
    const other = await answered(store);
    for (const what of [undefined, other.conversation, 'web-never']) {
      expect(await claim(agent, what)).to.deep.equal({ kind: 'full', capacity: 2 });
    }
    const away = { ...agent, queues: ['main'] };
    await enterLine(store);
    await store.queue.present(away, false);
    expect(await claim(away)).to.deep.equal({ kind: 'full', capacity: 2 });
    expect([await leaves(first), await leaves(second)]).to.deep.equal([true, true]);
  });

  it('is free for what a colleague passes on, and only for what they may', async () => {
    const { agent: to, first, second } = await full();
    await store.queue.present(to, true);
    const held = await answered(store);
    const seen = (await store.queue.ticket(held.conversation))?.seq ?? 0;
    const pass = { ...held, seen, to, notice };
    await writes(store, held.conversation);
    expect(await store.queue.pass(pass)).to.deep.equal({ kind: 'full', capacity: 2 }); // they have not read that
    expect(await store.queue.pass({ ...pass, epoch: held.epoch - 1, seen: 99 })).to.deep.equal({
      kind: 'full',
      capacity: 2,
    });
    expect([await leaves(first), await leaves(second)]).to.deep.equal([true, true]);
    expect(await store.queue.pass({ ...pass, seen: 99 })).to.deep.equal({ kind: 'moved' });
    expect([await leaves(first), await leaves(second)]).to.deep.equal([false, true]);
    expect((await store.queue.held(to.id)).map(({ conversation }) => conversation)).to.have.members([
      second.conversation,
      held.conversation,
    ]);
  });
});

describe('steps that are kept for a while', () => {
  it('are kept with every field that a step has', () => {
    const bodies = new Map(Object.keys(ops).map((name) => [name, '']));
    const text = opsFrom(bodies);
    for (const [name, fields] of Object.entries(ops)) {
      const listed = Object.keys(fields)
        .map((field) => `'${field}'`)
        .join(', ');
      expect(text).to.include(`['${name}'] = { ${listed} }`);
      expect(Object.keys(fields), name).to.not.include('step');
    }
  });
});
