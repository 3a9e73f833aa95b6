/** One process holds the data: redis-server, or the embedded engine; every server reaches it through a proxy of its own. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { inPackage } from '../../../src/base/index.js';
import { checkAof, findRedis, startRedis, type RedisServer } from '../../support/redis.js';
import { startProxy } from '../proxy.js';
import type { Reader } from '../world.js';
import { storeFaults, type Sync } from './faults.js';
import type { Fault, Ground, GroundCase, GroundOptions } from './ground.js';
import { type Tail, watchTail } from './tail.js';

interface Kind {
  readonly name: string;
  readonly shards: number;
  readonly program?: readonly string[];
  /** The append-only file of a data folder. */
  readonly aof: (dir: string) => string;
  /** The beginning of an entry of that file. */
  readonly half: string;
  /** How long it keeps under `everysec` to itself what it acknowledged, milliseconds. */
  readonly unwrittenMs: number;
  /** What an operator does before every start but the first. */
  readonly mend?: (dir: string) => void;
  readonly stepsBack: boolean;
}

/** In this turn, so that every way to end it meets every way to sync. */
const syncs: readonly Sync[] = ['everysec', 'always', 'always'];

interface Site {
  readonly server: RedisServer;
  readonly tail: Tail;
  sync(): Sync;
}

const tear = ({ server, sync, tail }: Site): Fault => ({
  name: 'tail torn',
  async strike(field) {
    field.history.note({ kind: 'fault', name: `tail torn under ${sync()}` });
    await server.kill('SIGKILL');
    tail.tear(sync(), field);
    await server.restart();
  },
});

const stepBack = ({ server }: Site): Fault => ({
  name: 'clock',
  async strike({ history }) {
    history.note({ kind: 'fault', name: 'clock stepped back' });
    await server.kill('SIGUSR2');
  },
});

export function readerOf(path: string): Reader {
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
  let starts = 0;
  let sync: Sync = 'always';
  const args = () => {
    sync = syncs[starts % syncs.length] ?? sync;
    starts += 1;
    return kept ? ['--appendonly', 'yes', '--appendfsync', sync, '--aof-load-truncated', 'no'] : [];
  };
  const { program } = kind;
  const mend = kept ? kind.mend : undefined;
  const server = await startRedis({ dir, args, mend, ...(program === undefined ? {} : { program }) });
  const paths = Array.from({ length: servers }, (_, i) => join(dir, `proxy-${i}.sock`));
  const proxies = await Promise.all(paths.map((path) => startProxy({ path }, { path: server.path })));
  const tail = watchTail(() => kind.aof(dir), kind.half);
  const site: Site = { server, tail, sync: () => sync };
  const reader = readerOf(server.path);
  const always = storeFaults({
    servers: [server],
    proxies,
    sync: () => sync,
    unwrittenMs: () => (sync === 'everysec' ? kind.unwrittenMs : 0),
    revive: () => server.restart(),
  });
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
  half: 'half an entry',
  unwrittenMs: 0,
  stepsBack: true,
};

/** Redis 7 appends to the newest of its files. */
function newestPart(dir: string): string {
  const parts = join(dir, 'appendonlydir');
  const names = readdirSync(parts).filter((name) => name.endsWith('.incr.aof'));
  return join(parts, names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? '');
}

const redis: Kind = {
  name: 'Redis',
  shards: 2,
  aof: newestPart,
  half: '*3\r\n$3\r\nSE',
  unwrittenMs: 2000, // its write waits for a slow fsync of the last one
  mend: checkAof,
  stepsBack: false,
};

export const embeddedGround: GroundCase = { name: embedded.name, start: (options) => start(embedded, options) };

export const redisGround: GroundCase = {
  name: redis.name,
  ...(findRedis() === undefined ? { skip: 'redis-server is not on PATH' } : {}),
  start: (options) => start(redis, options),
};
