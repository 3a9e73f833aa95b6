/** What only happens on a Cluster: shards move, masters die, slots are served by nobody. */
import { expect } from 'chai';
import { createLog, randomIds } from '../../src/base/index.js';
import { freshMood, type Said } from '../../src/conversation/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { openStore, type Store } from '../../src/store/index.js';
import { type RedisCluster, startCluster } from '../support/cluster.js';
import { freePorts } from '../support/ports.js';
import { findRedis, startRedis } from '../support/redis.js';

const title = 'a Redis Cluster';
const shards = 16;
let serial = 0;
const said = (conversation: string): Said => ({
  conversation,
  channel: 'web',
  activity: `activity ${(serial += 1)}`,
  customer: { id: `customer of ${conversation}` },
  text: 'hello',
});

const open = (url: string): Promise<Store> =>
  openStore({
    config: {
      REDIS_URL: url,
      DATA_DIR: '',
      DATA_SYNC: 'everysec',
      SHARDS: undefined,
      RETENTION_DAYS: 30,
      AGENT_CAPACITY: 4,
    },
    log: createLog('silent'),
    ids: randomIds,
  });

/** Hears, and settles what was heard; answers the number of the message. */
async function talk(store: Store, conversation: string): Promise<number> {
  const heard = await store.conversations.receive(said(conversation));
  if (heard.kind !== 'turn') return heard.seq;
  const memory = { mood: freshMood, failures: 0 };
  const opening = heard.turn.episode === undefined ? [{ kind: 'open' } as const] : [];
  await store.conversations.commit(heard.turn, [...opening, { kind: 'remember', memory }]);
  return heard.seq;
}

/** A conversation in each shard. */
function oneInEach(): readonly string[] {
  const found = new Map<string, string>();
  for (let n = 0; found.size < shards; n += 1) found.set(shardOf(`c${n}`, shards), `c${n}`);
  return [...found.values()];
}

/** Tries until it is answered: while a master is being replaced, the store says that it is not available. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (fault) {
      if (!(fault instanceof Error && fault.message.includes('Nothing was lost'))) throw fault;
    }
  }
}

function suite(this: Mocha.Suite): void {
  this.timeout(120_000);
  const conversations = oneInEach();
  let cluster: RedisCluster;
  let store: Store;
  before(async () => {
    cluster = await startCluster({ replicas: 1, args: ['--appendonly', 'yes'] });
    store = await open(cluster.url);
  });
  after(async () => {
    await store.close();
    await cluster.stop();
  });

  it('is found out by asking one of its nodes, and gets 16 shards over all of them', async () => {
    const [first] = cluster.nodes;
    const other = await open(`redis://127.0.0.1:${first?.port ?? 0}`);
    expect(await Promise.all(conversations.map((one) => talk(other, one)))).to.deep.equal(conversations.map(() => 1));
    await other.close();
    const sizes = await Promise.all(cluster.nodes.slice(0, 3).map((node) => cluster.ask(node, 'DBSIZE')));
    expect(sizes.every((size) => Number(size) > 0)).to.equal(true);
  });

  it('may move a slot to another node in the middle of the work', async () => {
    const conversation = conversations[3] ?? '';
    const before = await Promise.all(conversations.map((one) => talk(store, one)));
    const [from, to] = await moving(cluster, conversation);
    let over = false;
    const inTheMove = patiently(() => talk(store, conversation)).finally(() => (over = true));
    const others = conversations.filter((one) => one !== conversation);
    const during = await Promise.all(others.map((one) => talk(store, one)));
    expect(during).to.deep.equal(before.slice(1).map((seq) => seq + 1));
    expect(over).to.equal(false);
    await move(cluster, { conversation, from, to });
    await inTheMove;
    const after = await Promise.all(conversations.map((one) => talk(store, one)));
    expect(Math.min(...after)).to.equal(Math.max(...after));
    expect(await gaps(conversation)).to.deep.equal([]);
    expect(await cluster.ask(to, 'EXISTS', keys.conversation(shardOf(conversation, shards), conversation))).to.equal(1);
  });

  /** Numbers that are missing in a transcript, or out of order. */
  async function gaps(conversation: string): Promise<readonly number[]> {
    const entries = await store.conversations.entries(conversation, 0);
    return entries.map(({ seq }) => seq).filter((seq, index) => seq !== index + 1);
  }

  it('goes on when a master is killed, with every acknowledged message, and rings again', async () => {
    const told = await Promise.all(conversations.map((one) => talk(store, one)));
    const [doomed] = cluster.nodes;
    if (!doomed) throw new Error('there is no master');
    // what is acknowledged is on the replica: without WAIT, a master may die before it has passed its last writes on
    await cluster.ask(doomed, 'WAIT', 1, 5000);
    await doomed.kill('SIGKILL');
    const again = await Promise.all(conversations.map((one) => patiently(() => talk(store, one))));
    expect(again.every((seq, index) => seq > (told[index] ?? 0))).to.equal(true);
    for (const [index, conversation] of conversations.entries()) {
      expect(await gaps(conversation)).to.deep.equal([]);
      const entries = await store.conversations.entries(conversation, 0);
      // what was tried before without an answer may have been kept, too
      expect(entries.at(-1)?.seq).to.be.at.least(again[index] ?? 0);
    }
    await Promise.all(conversations.map(untilRung));
    await doomed.restart();
    await cluster.settled();
  });

  /** Speaks until the change notifier rings: it may take a moment to find the new master. */
  function untilRung(conversation: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const again = setInterval(() => void talk(store, conversation).catch(reject), 100);
      const stop = store.changes.listen(conversation, () => {
        clearInterval(again);
        stop();
        resolve();
      });
    });
  }

  it('is refused while slots are served by nobody, and so is a list of servers that is no Cluster', async () => {
    const lonely = await startCluster({ masters: 1 });
    const [node] = lonely.nodes;
    if (!node) throw new Error('there is no node');
    await lonely.ask(node, 'CLUSTER', 'DELSLOTS', 7);
    const fault = await open(lonely.url).catch((thrown: unknown) => thrown);
    expect((fault as Error).message).to.match(/is not ready: not every slot has a server/);
    await lonely.stop();

    const [port = 0] = await freePorts(1);
    const server = await startRedis({ port });
    const several = await open(`redis://127.0.0.1:${port},127.0.0.1:1`).catch((thrown: unknown) => thrown);
    expect((several as Error).message).to.match(/names several servers, but .* is not a Redis Cluster/);
    await server.stop();
  });
}

type Node = RedisCluster['nodes'][number];

async function ownerOf(cluster: RedisCluster, slot: number): Promise<Node> {
  const [first] = cluster.nodes;
  if (!first) throw new Error('there is no node');
  const rows = (await cluster.ask(first, 'CLUSTER', 'SLOTS')) as readonly [number, number, readonly [string, number]][];
  const port = rows.find(([low, high]) => low <= slot && slot <= high)?.[2][1];
  return cluster.nodes.find((node) => node.port === port) ?? first;
}

const slotOf = async (cluster: RedisCluster, conversation: string): Promise<number> => {
  const key = keys.conversation(shardOf(conversation, shards), conversation);
  const [first] = cluster.nodes;
  return Number(first && (await cluster.ask(first, 'CLUSTER', 'KEYSLOT', key)));
};

/** Opens the move of a conversation's slot: from here on, half of it may be here and half there. */
async function moving(cluster: RedisCluster, conversation: string): Promise<readonly [from: Node, to: Node]> {
  const slot = await slotOf(cluster, conversation);
  const from = await ownerOf(cluster, slot);
  const to = cluster.nodes.slice(0, 3).find((node) => node !== from);
  if (!to) throw new Error('there is no other master');
  const id = async (node: Node) => String(await cluster.ask(node, 'CLUSTER', 'MYID'));
  await cluster.ask(to, 'CLUSTER', 'SETSLOT', slot, 'IMPORTING', await id(from));
  await cluster.ask(from, 'CLUSTER', 'SETSLOT', slot, 'MIGRATING', await id(to));
  return [from, to];
}

async function move(cluster: RedisCluster, at: { conversation: string; from: Node; to: Node }): Promise<void> {
  const slot = await slotOf(cluster, at.conversation);
  const held = (await cluster.ask(at.from, 'CLUSTER', 'GETKEYSINSLOT', slot, 10_000)) as readonly string[];
  await cluster.ask(at.from, 'MIGRATE', '127.0.0.1', at.to.port, '', 0, 5000, 'KEYS', ...held);
  const id = String(await cluster.ask(at.to, 'CLUSTER', 'MYID'));
  for (const node of [at.to, at.from]) await cluster.ask(node, 'CLUSTER', 'SETSLOT', slot, 'NODE', id);
}

if (findRedis() === undefined) describe(title, () => it('skipped: redis-server is not on PATH'));
else describe(title, suite);
