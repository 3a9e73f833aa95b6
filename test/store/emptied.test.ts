/** A store that is emptied or replaced behind the backs of its processes: they notice, say so, and stay of one mind. */
import { expect } from 'chai';
import { createLog, randomIds } from '../../src/base/index.js';
import { openStore, type Store } from '../../src/store/index.js';
import { keys } from '../../src/store/keys.js';
import { startCluster } from '../support/cluster.js';
import { findRedis, startRedis } from '../support/redis.js';
import { enterLine, newAgent } from '../support/tickets.js';
import { oneServer, onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';

/** Everything that is written at `error`. */
function errors() {
  const lines: string[] = [];
  const log = Object.assign(Object.create(createLog('silent')) as typeof quiet, {
    error: (_about: object, text: string) => void lines.push(text),
  });
  return { log, lines };
}

onEveryEngine(
  'a store that is emptied',
  (start) => {
    let house: StoreHouse;
    let one: Store;
    let other: Store;
    beforeEach(async () => {
      house = await start();
      [one, other] = [await house.open({ shards: 2 }), await house.open()];
    });
    afterEach(() => house.close());

    async function empty(): Promise<void> {
      const raw = house.raw();
      const all = await raw.keys('*');
      if (all.length > 0) await raw.unlink(...all);
    }

    it('is noticed once, by every process, with one and the same time', async () => {
      await enterLine(one);
      for (const { dataset } of [one, other]) {
        await dataset.look();
        expect(dataset.health()).to.deep.equal({ incidents: 0 });
      }
      await empty();
      await Promise.all([one, other].map(({ dataset }) => dataset.look()));
      await Promise.all([one, other].map(({ dataset }) => dataset.look()));
      const [a, b] = [one, other].map(({ dataset }) => dataset.health());
      expect(a).to.deep.equal(b);
      expect([a?.incidents, a?.emptied?.whole]).to.deep.equal([1, true]);
      await empty();
      await one.dataset.look();
      expect(one.dataset.health().incidents).to.equal(2);
    });

    it('is known to a process that starts later, whether it begins before or after it was noticed', async () => {
      await empty();
      const early = await house.open({ shards: 2 });
      await one.dataset.look();
      await early.dataset.look();
      const late = await house.open();
      const at = one.dataset.health().emptied;
      expect(at).not.to.equal(undefined);
      for (const { dataset } of [early, late]) expect(dataset.health()).to.deep.equal({ incidents: 0, emptied: at });
    });

    it('keeps its secret, and all processes the same one', async () => {
      const secret = one.dataset.secrets();
      await empty();
      await one.dataset.look();
      const late = await house.open();
      expect([other, late].map(({ dataset }) => dataset.secrets())).to.deep.equal([secret, secret]);
      await empty();
      const quicker = await house.open({ shards: 2 });
      await Promise.all([one, other, late].map(({ dataset }) => dataset.look()));
      const all = [one, other, late, quicker].map(({ dataset }) => dataset.secrets()[0]);
      expect(new Set(all).size).to.equal(1);
    });

    it('is looked for by who asks whether all is ready, and rings for everything that was read', async () => {
      await empty();
      let rings = 0;
      one.changes.listenAll((ring) => {
        if (ring === undefined) rings += 1;
      });
      await one.ready();
      expect([one.dataset.health().incidents, rings]).to.deep.equal([1, 1]);
    });

    it('serves on: who comes and who is at the desk after that are kept as ever', async () => {
      await enterLine(one);
      await empty();
      await one.ready();
      const agent = newAgent();
      await one.queue.present(agent, true);
      const conversation = await enterLine(other);
      const claimed = await other.queue.claim({ agent, token: 'one wish', conversation, notice: { text: '' } });
      expect(claimed.kind).to.equal('claimed');
      expect((await one.queue.line(['main'], 10)).total).to.equal(0);
    });

    it('is not served by a process that knows another number of shards, until it knows better', async () => {
      await empty();
      const raw = house.raw();
      await raw.set(keys.shards, 7);
      await one.dataset.look();
      const refused = await one.queue.line(['main'], 10).catch((fault: unknown) => String(fault));
      expect(refused).to.match(/in 7 shards; this process knows 2\. Start it again/);
      await raw.set(keys.shards, 2);
      await one.dataset.look();
      expect((await one.queue.line(['main'], 10)).total).to.equal(0);
    });
  },
  oneServer,
);

const title = 'a data set on Redis';
if (findRedis() === undefined) describe(title, () => it('skipped: redis-server is not on PATH'));
else
  describe(title, function () {
    this.timeout(60_000);
    const settings = { DATA_DIR: '', DATA_SYNC: 'everysec', RETENTION_DAYS: 30, AGENT_CAPACITY: 4 } as const;

    it('that is started again with an empty disk is noticed, and logged once', async () => {
      const server = await startRedis();
      const { log, lines } = errors();
      const config = { ...settings, REDIS_URL: `unix://${server.path}`, TOKEN_SECRET: ['s'.repeat(32)] as [string] };
      const store = await openStore({ config, log, ids: randomIds });
      await server.restart();
      while (store.dataset.health().incidents === 0) await store.dataset.look().catch(() => undefined);
      await store.dataset.look();
      expect(lines.filter((text) => /emptied or replaced/.test(text))).to.have.length(1);
      expect(store.dataset.secrets()).to.deep.equal(config.TOKEN_SECRET);
      await store.close();
      await server.stop();
    });

    it('of which one node of a Cluster lost its part is told of as a part', async () => {
      const cluster = await startCluster();
      const config = { ...settings, REDIS_URL: cluster.url };
      const store = await openStore({ config, log: quiet, ids: randomIds });
      const [node] = cluster.nodes;
      if (node) await cluster.ask(node, 'FLUSHALL');
      await store.dataset.look();
      expect([store.dataset.health().incidents, store.dataset.health().emptied?.whole]).to.deep.equal([1, false]);
      expect(await store.queue.line(['main'], 1)).to.deep.include({ total: 0 });
      await store.close();
      await cluster.stop();
    });
  });
