/** One process holds the data: redis-server, or the embedded engine; every server reaches it through a proxy of its own. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { inPackage } from '../../../src/base/index.js';
import { findRedis, startRedis, type RedisServer } from '../../support/redis.js';
import { type Proxy, startProxy } from '../proxy.js';
import type { Reader } from '../world.js';
import { type Fault, type Ground, type GroundCase, type GroundOptions, wait } from './ground.js';
import { type Tail, watchTail } from './tail.js';

interface Kind {
  readonly name: string;
  readonly shards: number;
  readonly program?: readonly string[];
  /** The append-only file of a data folder. */
  readonly aof: (dir: string) => string;
  readonly stepsBack: boolean;
}

type Sync = 'always' | 'everysec';

interface Site {
  readonly kind: Kind;
  readonly server: RedisServer;
  readonly proxies: readonly Proxy[];
  readonly tail: Tail;
  /** How it syncs now; every start takes the other way. */
  sync(): Sync;
}

const crash = ({ server, sync }: Site): Fault => ({
  name: 'store killed',
  async strike({ history }) {
    history.note({ kind: 'fault', name: `store killed under ${sync()}` });
    await server.kill('SIGKILL');
    await server.restart();
  },
});

const tear = ({ server, sync, tail }: Site): Fault => ({
  name: 'tail torn',
  async strike(field) {
    field.history.note({ kind: 'fault', name: `tail torn under ${sync()}` });
    await server.kill('SIGKILL');
    tail.tear(sync(), field);
    await server.restart();
  },
});

const hold = ({ server }: Site): Fault => ({
  name: 'store stopped',
  async strike({ history, leaseMs }) {
    history.note({ kind: 'fault', name: 'store stopped longer than the lease' });
    await server.kill('SIGSTOP');
    await wait(leaseMs * 1.3);
    await server.kill('SIGCONT');
  },
});

const cut = ({ proxies }: Site): Fault => ({
  name: 'connections cut',
  async strike({ chance, history }) {
    history.note({ kind: 'fault', name: 'connections cut' });
    const meant = chance.once(2) ? proxies : [chance.pick(proxies)];
    for (const proxy of meant) proxy.cut();
    await wait(50 + chance.below(400));
    for (const proxy of meant) proxy.mend();
  },
});

const freeze = ({ proxies }: Site): Fault => ({
  name: 'half-open',
  strike({ chance, history }) {
    history.note({ kind: 'fault', name: 'connections half-open' });
    chance.pick(proxies).freeze();
    return Promise.resolve();
  },
});

const stepBack = ({ server }: Site): Fault => ({
  name: 'clock',
  async strike({ history }) {
    history.note({ kind: 'fault', name: 'clock stepped back' });
    await server.kill('SIGUSR2');
  },
});

function readerOf(path: string): Reader {
  const redis = new Redis({ path, maxRetriesPerRequest: null });
  redis.on('error', () => undefined); // it comes back by itself
  return {
    keys: (pattern) => redis.keys(pattern),
    call: (command, ...args) => redis.call(command, ...args),
    close: () => redis.disconnect(),
  };
}

async function start(kind: Kind, { servers, kept }: GroundOptions): Promise<Ground> {
  const dir = mkdtempSync(join(tmpdir(), 'warmline-ground-'));
  let sync: Sync = 'everysec';
  const args = () => {
    sync = sync === 'always' ? 'everysec' : 'always';
    return kept ? ['--appendonly', 'yes', '--appendfsync', sync] : [];
  };
  const { program } = kind;
  const server = await startRedis({ dir, args, ...(program === undefined ? {} : { program }) });
  const paths = Array.from({ length: servers }, (_, i) => join(dir, `proxy-${i}.sock`));
  const proxies = await Promise.all(paths.map((path) => startProxy({ path }, { path: server.path })));
  const tail = watchTail(() => kind.aof(dir));
  const site: Site = { kind, server, proxies, tail, sync: () => sync };
  const reader = readerOf(server.path);
  const always = [crash(site), hold(site), cut(site), freeze(site)];
  return {
    shards: kind.shards,
    env: (i) => ({ REDIS_URL: `unix://${paths[i] ?? ''}`, SHARDS: String(kind.shards) }),
    reader,
    faults: [...always, ...(kept ? [tear(site)] : []), ...(kind.stepsBack ? [stepBack(site)] : [])],
    async close() {
      reader.close();
      tail.close();
      await Promise.all(proxies.map((proxy) => proxy.close()));
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const embedded: Kind = {
  name: 'embedded',
  shards: 1,
  program: [process.execPath, inPackage('dist', 'test', 'faults', 'engine.js')],
  aof: (dir) => join(dir, 'appendonly.aof'),
  stepsBack: true,
};

/** Redis 7 appends to the newest of its files. */
function newestPart(dir: string): string {
  const parts = join(dir, 'appendonlydir');
  const names = readdirSync(parts).filter((name) => name.endsWith('.incr.aof'));
  return join(parts, names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? '');
}

const redis: Kind = { name: 'Redis', shards: 2, aof: newestPart, stepsBack: false };

export const embeddedGround: GroundCase = { name: embedded.name, start: (options) => start(embedded, options) };

export const redisGround: GroundCase = {
  name: redis.name,
  ...(findRedis() === undefined ? { skip: 'redis-server is not on PATH' } : {}),
  start: (options) => start(redis, options),
};
