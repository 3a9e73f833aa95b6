/** Three processes hold the data, 16 shards of it; each is reached through a proxy that it announces as its own address. */
import { startCluster } from '../../support/cluster.js';
import { freePorts } from '../../support/ports.js';
import { checkAof, findRedis, type RedisServer } from '../../support/redis.js';
import { type Proxy, startProxy } from '../proxy.js';
import type { Reader } from '../world.js';
import { storeFaults } from './faults.js';
import { type Fault, type Ground, type GroundCase, type GroundOptions, wait } from './ground.js';
import { readerOf } from './single.js';

const host = '127.0.0.1';
const sync = 'always';
/** What clients need to find their nodes again, milliseconds. */
const breathMs = 1000;

/** Asks every node for what it has; a key is read where it is. */
function readerOfAll(nodes: readonly RedisServer[]): Reader {
  const readers = nodes.map(({ path }) => readerOf(path));
  const elsewhere = (fault: unknown) => fault instanceof Error && fault.message.startsWith('MOVED');
  return {
    keys: async (pattern) => (await Promise.all(readers.map((one) => one.keys(pattern)))).flat(),
    async call(command, ...args) {
      for (const reader of readers) {
        try {
          return await reader.call(command, ...args);
        } catch (fault) {
          if (!elsewhere(fault)) throw fault;
        }
      }
      throw new Error(`No node has ${String(args[0])}.`);
    },
    close: () => readers.forEach((one) => one.close()),
  };
}

async function start({ kept }: GroundOptions): Promise<Ground> {
  const args = kept ? ['--appendonly', 'yes', '--appendfsync', sync, '--aof-load-truncated', 'no'] : [];
  const cluster = await startCluster({ args, mend: kept ? checkAof : undefined });
  const { nodes } = cluster;
  const ports = await freePorts(nodes.length);
  const proxies: readonly Proxy[] = await Promise.all(
    nodes.map(({ port }, i) => startProxy({ port: ports[i] ?? 0, host }, { port, host })),
  );
  /** It forgets its announced address when it ends. */
  async function announce(node: RedisServer): Promise<void> {
    await cluster.ask(node, 'CONFIG', 'SET', 'cluster-announce-port', ports[nodes.indexOf(node)] ?? 0);
  }
  async function revive(node: RedisServer): Promise<void> {
    await node.restart();
    await announce(node);
  }
  /** The whole of it refuses everything while any node is away: hurt again before it has healed, it would never be there. */
  const healed = ({ name, strike }: Fault): Fault => ({
    name,
    async strike(field) {
      await strike(field);
      await cluster.settled();
      await wait(breathMs);
    },
  });
  for (const node of nodes) await announce(node);
  const reader = readerOfAll(nodes);
  return {
    shards: 16,
    env: () => ({ REDIS_URL: `redis://${ports.map((port) => `${host}:${port}`).join(',')}` }),
    reader,
    faults: storeFaults({ servers: nodes, proxies, sync: () => sync, unwrittenMs: () => 0, revive }).map(healed),
    async close() {
      reader.close();
      await Promise.all(proxies.map((proxy) => proxy.close()));
      await cluster.stop();
    },
  };
}

export const clusterGround: GroundCase = {
  name: 'Cluster',
  ...(findRedis() === undefined ? { skip: 'redis-server is not on PATH' } : {}),
  start,
};
