/** What was closed lately is found again, by who had it and by who leads. */
import { expect } from 'chai';
import type { Connection } from '../../src/store/connection.js';
import type { Store } from '../../src/store/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { type Case, createCases } from '../support/cases.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { newAgent } from '../support/tickets.js';

onEveryEngine('a closed case is found again', (start) => {
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

  const { close, solved, reopen, again, writes } = createCases(() => store);
  const raw = ({ conversation }: Case, key: (shard: string) => string) => key(shardOf(conversation, shards));
  const found = async (agent?: string, before?: number, limit = 3) => {
    const of = { ...(agent === undefined ? {} : { agent }), ...(before === undefined ? {} : { before }) };
    const { cases, more } = await store.queue.closed({ ...of, limit });
    return { ids: cases.map(({ conversation }) => conversation), more, last: cases.at(-1)?.endedAt ?? 0 };
  };

  it('by its agent, newest first, page by page, until it is open again', async () => {
    const agent = newAgent();
    const closed: Case[] = [];
    for (let n = 0; n < 5; n += 1) closed.unshift(await solved(agent));
    const ids = closed.map(({ conversation }) => conversation);
    const first = await found(agent.id);
    expect(first).to.deep.include({ ids: ids.slice(0, 3), more: true });
    expect(await found(agent.id, first.last)).to.deep.include({ ids: ids.slice(3), more: false });
    expect((await found(undefined, undefined, 100)).ids).to.include.members(ids);
    expect(await found(newAgent().id)).to.deep.include({ ids: [], more: false });
    const back = await again(closed[0]!);
    expect((await found(agent.id)).ids).to.deep.equal(ids.slice(1, 4));
    expect(await store.queue.closedOne(back.conversation, 1)).to.equal(undefined);
    await close(back);
    expect((await found(agent.id)).ids).to.deep.equal(ids.slice(0, 3));
  });

  it('until it is erased, and nothing of it is kept there', async () => {
    const closed = await solved();
    await store.erase(`customer of ${closed.conversation}`);
    expect(await found(closed.agent.id)).to.deep.include({ ids: [], more: false });
    const lists = [keys.closed, (shard: string) => keys.closedBy(shard, closed.agent.id)];
    const kept = await Promise.all(lists.map((key) => connection.redis.zrange(raw(closed, key), 0, '-1')));
    expect(kept.flat().join()).to.not.include(closed.conversation);
  });

  it('with what keeps it closed', async () => {
    const closed = await solved();
    await writes(closed.conversation, [{ kind: 'open' }]);
    expect(await store.queue.closedOne(closed.conversation, 1)).to.include({ stays: 'begun' });
    const other = await solved();
    expect(await store.queue.closedOne(other.conversation, 1)).to.not.have.property('stays');
    let beside = '';
    const shard = shardOf(other.conversation, shards);
    while (beside === '' || shardOf(beside, shards) !== shard) beside = `web-${crypto.randomUUID()}`;
    await writes(beside, [{ kind: 'open' }, { kind: 'queue', boostMs: 0, reason: 'asked' }], other.conversation);
    expect(await store.queue.closedOne(other.conversation, 1)).to.include({ stays: 'elsewhere' });
  });

  it('and not reopened over words that whoever reopens it has not read', async () => {
    const closed = await solved();
    const { seq = 0 } = (await store.queue.closedOne(closed.conversation, 1)) ?? {};
    await writes(closed.conversation, [{ kind: 'rate', score: 2 }]);
    const answer = await reopen(closed, { seen: seq });
    if (answer.kind !== 'wrote') throw new Error(answer.kind);
    expect(answer.entries.map(({ text }) => text)).to.deep.equal(['a word']);
    expect(await store.queue.ticket(closed.conversation)).to.equal(undefined);
    expect(await reopen(closed, { seen: answer.entries.at(-1)?.seq ?? 0 })).to.include({ kind: 'reopened' });
  });

  it('and not reopened by who knows an earlier end of it', async () => {
    const closed = await solved();
    const { epoch = 0 } = (await store.queue.closedOne(closed.conversation, 1)) ?? {};
    await close(await again(closed));
    expect(await reopen(closed, { epoch })).to.deep.equal({ kind: 'fenced' });
    expect(await reopen(closed)).to.include({ kind: 'reopened' });
  });
});
