/** A store that hangs: who asks is told before it goes on, nothing piles up meanwhile, and nothing is lost or doubled. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { randomIds, SupportError } from '../../src/base/index.js';
import type { Said } from '../../src/conversation/index.js';
import { openStore, type Store } from '../../src/store/index.js';
import { shardOf } from '../../src/store/keys.js';
import { startProxy } from '../faults/proxy.js';
import { startCluster } from '../support/cluster.js';
import { findRedis, startRedis } from '../support/redis.js';
import { quiet } from '../support/stores.js';
import { until } from '../support/until.js';

interface Frost {
  readonly url: string;
  /** Conversations that are frozen. */
  readonly conversation: string;
  freeze(): Promise<unknown>;
  thaw(): Promise<unknown>;
  /** How many scripts it was asked for. */
  scripts(): Promise<number>;
  close(): Promise<void>;
}

const scriptsOf = async (client: Pick<Redis, 'info'>): Promise<number> =>
  Number(/cmdstat_evalsha:calls=(\d+)/.exec(await client.info('commandstats'))?.[1] ?? 0);

async function onOne(kind: 'stopped' | 'paused' | 'swallowed'): Promise<Frost> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-frost-'));
  const server = await startRedis();
  const path = join(folder, 'proxy.sock');
  const proxy = await startProxy({ path }, { path: server.path });
  const client = new Redis({ path: server.path, protocol: 2 });
  const acts = {
    stopped: { freeze: () => server.kill('SIGSTOP'), thaw: () => server.kill('SIGCONT') },
    // whoever pauses clients cannot take it back, because they are paused, too
    paused: { freeze: () => client.call('CLIENT', 'PAUSE', 6000, 'ALL'), thaw: () => Promise.resolve() },
    swallowed: { freeze: async () => Promise.resolve().then(proxy.freeze), thaw: () => Promise.resolve() },
  };
  return {
    url: `unix://${path}`,
    conversation: 'web-1',
    ...acts[kind],
    scripts: () => scriptsOf(client),
    async close() {
      client.disconnect();
      await proxy.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** One node of three hangs: those whose data is there are told, the others are served. */
async function onCluster(): Promise<Frost> {
  const cluster = await startCluster({ timeout: 60_000 });
  const [node] = cluster.nodes;
  if (node === undefined) throw new Error('There is no node.');
  const client = new Redis({ path: node.path, protocol: 2 });
  const slots = async (id: string) => Number(await client.call('CLUSTER', 'KEYSLOT', `{${shardOf(id, 16)}}`));
  let conversation = 'web-1';
  for (let i = 2; (await slots(conversation)) > 5460; i += 1) conversation = `web-${i}`;
  return {
    url: cluster.url,
    conversation,
    freeze: () => node.kill('SIGSTOP'),
    thaw: () => node.kill('SIGCONT'),
    scripts: () => scriptsOf(client),
    async close() {
      client.disconnect();
      await cluster.stop();
    },
  };
}

const grounds: Readonly<Record<string, () => Promise<Frost>>> = {
  'whose process is stopped': () => onOne('stopped'),
  'that pauses its clients': () => onOne('paused'),
  'behind a network that swallows everything': () => onOne('swallowed'),
  'of which one node in three is stopped': onCluster,
};

function endures(start: () => Promise<Frost>): void {
  let frost: Frost;
  let store: Store;
  before(async () => {
    frost = await start();
    const config = { DATA_DIR: '', DATA_SYNC: 'everysec', RETENTION_DAYS: 30, AGENT_CAPACITY: 4 } as const;
    store = await openStore({ config: { ...config, REDIS_URL: frost.url }, log: quiet, ids: randomIds });
  });
  after(async () => {
    await store.close();
    await frost.close();
  });
  const said = (activity: string): Said => {
    const { conversation } = frost;
    return { conversation, channel: 'web', activity, customer: { id: `customer of ${conversation}` }, text: activity };
  };
  const receive = (activity: string) => store.conversations.receive(said(activity));
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'kept',
      (fault: unknown) => (fault instanceof SupportError ? `${fault.code}: ${fault.message}` : String(fault)),
    );

  it('tells everybody while it lasts, and has everything once when it is over', async () => {
    await receive('first');
    const ids = Array.from({ length: 500 }, (_, i) => `message ${i}`);
    const before = await frost.scripts();
    await frost.freeze();
    // nothing thaws before all of these have an answer
    const ready = outcome(store.ready());
    const told = await Promise.all(ids.slice(0, 5).map((id) => outcome(receive(id))));
    for (const id of ids.slice(5)) told.push(await outcome(receive(id)));
    const refused = /^unavailable: The store (did not answer|has not answered)/;
    expect([await ready, ...told].filter((words) => !refused.test(words))).to.deep.equal([]);
    expect(await outcome(store.ready())).to.match(refused);
    await frost.thaw();
    await until('the store is ready again', async () => (await outcome(store.ready())) === 'kept');
    // besides what was under way, only somebody who knocks
    expect((await frost.scripts()) - before).to.be.lessThan(20);
    for (const id of ids) await receive(id);
    const entries = await store.conversations.entries(frost.conversation, 0, 1000);
    const texts = entries.map(({ text }) => text);
    expect(texts.filter((text) => ids.includes(text)).toSorted()).to.deep.equal(ids.toSorted());
    expect(entries.map(({ seq }) => seq)).to.deep.equal(entries.map((_, i) => i + 1));
  });

  it('is left in time, even when it hangs', async () => {
    const config = { DATA_DIR: '', DATA_SYNC: 'everysec', RETENTION_DAYS: 30, AGENT_CAPACITY: 4 } as const;
    const leaver = await openStore({ config: { ...config, REDIS_URL: frost.url }, log: quiet, ids: randomIds });
    await frost.freeze();
    await leaver.close(); // before it thaws
    await frost.thaw();
    await until('the store is ready again', async () => (await outcome(store.ready())) === 'kept');
  });
}

for (const [name, start] of Object.entries(grounds)) {
  describe(`a store ${name}`, function () {
    if (findRedis() === undefined) it('skipped: redis-server is not on PATH');
    else endures(start);
    this.timeout(60_000);
  });
}
