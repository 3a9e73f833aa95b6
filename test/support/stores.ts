/** The store on each of its engines, for suites that must hold on all of them. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { createLog, randomIds } from '../../src/base/index.js';
import type { Connection } from '../../src/store/connection.js';
import { openStore, type Store, type Timing } from '../../src/store/index.js';
import { connectRedis } from '../../src/store/redis.js';
import { type RedisCluster, startCluster } from './cluster.js';
import { findRedis, startRedis } from './redis.js';

export const quiet = createLog('silent');

export interface StoreHouse {
  /** Opens a connection of its own to the same data; closed with the house. */
  open(options?: {
    readonly capacity?: number;
    readonly shards?: number;
    readonly timing?: Partial<Timing>;
    readonly retentionDays?: number;
  }): Promise<Store>;
  /** A plain connection to the same data, if it is one server. */
  raw(): Redis;
  /** A connection as the store has it. */
  connect(): Promise<Connection>;
  /** For servers: the settings that lead to this data. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface EngineCase {
  readonly name: string;
  /** Why it cannot run here; undefined when it can. */
  readonly skip?: string;
  start(): Promise<StoreHouse>;
}

function house(env: Readonly<Record<string, string>>, end: () => Promise<void>): StoreHouse {
  const opened: Store[] = [];
  const connections: (() => void | Promise<void>)[] = [];
  const socket = (): string => readFileSync(join(env['DATA_DIR'] ?? '', 'engine.path'), 'utf8');
  return {
    env,
    async open({ capacity = 4, shards, timing = {}, retentionDays = 30 } = {}) {
      const config = {
        REDIS_URL: env['REDIS_URL'],
        DATA_DIR: env['DATA_DIR'] ?? '',
        DATA_SYNC: 'everysec' as const,
        SHARDS: shards,
        RETENTION_DAYS: retentionDays,
        AGENT_CAPACITY: capacity,
      };
      const store = await openStore({ config, log: quiet, ids: randomIds, join: true, timing });
      opened.push(store);
      return store;
    },
    raw() {
      const redis = new Redis({ path: env['REDIS_URL']?.replace('unix://', '') ?? socket(), protocol: 2 });
      connections.push(() => redis.disconnect());
      return redis;
    },
    async connect() {
      const connection = await connectRedis(env['REDIS_URL'] ?? `unix://${socket()}`, quiet);
      connections.push(() => connection.close());
      return connection;
    },
    async close() {
      for (const end of connections) await end();
      for (const store of opened.reverse()) await store.close();
      await end();
    },
  };
}

export const embedded: EngineCase = {
  name: 'embedded',
  start() {
    const folder = mkdtempSync(join(tmpdir(), 'warmline-test-'));
    const end = () => rm(folder, { recursive: true });
    return Promise.resolve(house({ DATA_DIR: folder }, end));
  },
};

export const redis: EngineCase = {
  name: 'Redis',
  ...(findRedis() === undefined ? { skip: 'redis-server is not on PATH' } : {}),
  async start() {
    const server = await startRedis();
    return house({ REDIS_URL: `unix://${server.path}` }, () => server.stop());
  },
};

/** Starting a cluster takes seconds: one is kept for this process, and every house moves into it empty. */
let vacant: RedisCluster | undefined;

export const cluster: EngineCase = {
  name: 'Cluster',
  ...(findRedis() === undefined ? { skip: 'redis-server is not on PATH' } : {}),
  async start() {
    const own = vacant ?? (await startCluster({ background: true }));
    vacant = undefined;
    await own.flush();
    return house({ REDIS_URL: own.url }, async () => {
      if (vacant === undefined) vacant = own;
      else await own.stop();
    });
  },
};

export const engines: readonly EngineCase[] = [embedded, redis, cluster];

/** Those that are one server, for suites that look at single keys. */
export const oneServer: readonly EngineCase[] = [embedded, redis];

/** One suite per engine; an engine that is not here is shown as pending, with the reason. */
export function onEveryEngine(title: string, suite: (start: EngineCase['start']) => void, on = engines): void {
  for (const engine of on) {
    if (engine.skip === undefined) {
      describe(`${title} (${engine.name})`, () => {
        suite(() => engine.start());
      });
    } else describe(`${title} (${engine.name})`, () => it(`skipped: ${engine.skip}`));
  }
}
