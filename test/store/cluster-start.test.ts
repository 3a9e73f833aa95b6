/** A server that starts while a node of the Cluster is away waits for it: nodes come and go, and customers are there. */
import { expect } from 'chai';
import { pino } from 'pino';
import { randomIds } from '../../src/base/index.js';
import { openStore } from '../../src/store/index.js';
import { startCluster } from '../support/cluster.js';
import { findRedis } from '../support/redis.js';

describe('a start on a Cluster', function () {
  this.timeout(60_000);

  for (const [how, away, back] of [
    ['hangs', 'SIGSTOP', 'SIGCONT'],
    ['is down', 'SIGKILL', undefined],
  ] as const) {
    it(`of which a node ${how} says so, and goes on when it is back`, async function () {
      if (findRedis() === undefined) return this.skip();
      const cluster = await startCluster();
      const [, node] = cluster.nodes;
      await node?.kill(away);
      let told = 0;
      const write = (line: string): void => {
        if (!line.includes('not whole yet')) return;
        told += 1;
        if (told === 1) void (back === undefined ? node?.restart() : node?.kill(back));
      };
      const settings = { REDIS_URL: cluster.url, DATA_DIR: '', DATA_SYNC: 'always', SHARDS: undefined } as const;
      const config = { ...settings, TOKEN_SECRET: undefined, RETENTION_DAYS: 30, AGENT_CAPACITY: 4 };
      const store = await openStore({ config, log: pino({ level: 'warn' }, { write }), ids: randomIds });
      await store.ready();
      await store.close();
      await cluster.stop();
      expect(told).to.be.greaterThan(0);
    });
  }
});
