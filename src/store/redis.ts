/** The one client path: a Redis server by REDIS_URL, or the embedded engine over a private socket. */
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis as Client, type RedisOptions } from 'ioredis';
import { type Log, SupportError } from '../base/index.js';
import { startEngine } from './embedded/engine.js';

export type Redis = Client;

export interface Connection {
  readonly redis: Redis;
  /** A second connection, for listening. */
  listener(): Redis;
  close(): Promise<void>;
}

/** Sent again after a reconnection: every script is safe to repeat. */
const options = {
  protocol: 2 as const,
  enableAutoPipelining: true,
  lazyConnect: true,
  connectTimeout: 3000,
  socketTimeout: 10_000,
  maxRetriesPerRequest: 6,
  retryStrategy: (times: number) => Math.min(50 * 2 ** times, 1000),
} satisfies RedisOptions;

type Target = Pick<RedisOptions, 'path' | 'host' | 'port' | 'db' | 'username' | 'password' | 'tls' | 'retryStrategy'>;

function watched(client: Client, log: Log): Client {
  client.on('error', (fault: Error) => log.warn({ fault: fault.message }, 'store connection'));
  return client;
}

async function refuseOld(client: Client, where: string): Promise<void> {
  const version = /redis_version:(\d+)\.([\d.]+)/.exec(await client.info('server'));
  if (Number(version?.[1] ?? 0) >= 7) return;
  throw new SupportError(
    'unavailable',
    `Redis at ${where} is version ${version?.[1] ?? '?'}.${version?.[2] ?? '?'}; 7 or newer is needed.`,
  );
}

async function connect(target: Target, where: string, log: Log): Promise<Connection> {
  const redis = watched(new Client({ ...options, ...target }), log);
  try {
    await redis.connect();
    await refuseOld(redis, where);
  } catch (fault) {
    redis.disconnect();
    if (fault instanceof SupportError) throw fault;
    throw new SupportError('unavailable', `Redis at ${where} cannot be reached. Start it, or correct REDIS_URL.`, {
      cause: fault,
    });
  }
  return {
    redis,
    listener: () => watched(redis.duplicate({ maxRetriesPerRequest: null }), log),
    close: async () => {
      await redis.quit().catch(() => redis.disconnect());
    },
  };
}

/** Connects to a Redis 7+ or Valkey server: redis://, rediss:// or unix:///path. Throws `unavailable` when it does not answer or is too old. */
export function connectRedis(url: string, log: Log): Promise<Connection> {
  const at = new URL(url);
  if (at.protocol === 'unix:') return connectSocket(decodeURIComponent(at.pathname), log);
  const target: Target = {
    host: at.hostname,
    port: Number(at.port || 6379),
    db: Number(at.pathname.slice(1) || 0),
    ...(at.username ? { username: decodeURIComponent(at.username) } : {}),
    ...(at.password ? { password: decodeURIComponent(at.password) } : {}),
    ...(at.protocol === 'rediss:' ? { tls: {} } : {}),
  };
  return connect(target, at.host, log);
}

function connectSocket(path: string, log: Log): Promise<Connection> {
  return connect({ path }, path, log);
}

export interface EmbeddedOptions {
  /** Folder of the append-only file; made if missing. */
  readonly folder: string;
  readonly sync: 'everysec' | 'always';
  readonly log: Log;
  /** Use the engine of a server that runs on this folder, if one does. */
  readonly join: boolean;
}

/** Where the running engine's socket is written down, for commands that want to join it. */
const whereabouts = (folder: string) => join(folder, 'engine.path');

async function joinRunning(folder: string, log: Log): Promise<Connection | undefined> {
  if (!existsSync(whereabouts(folder))) return undefined;
  const path = readFileSync(whereabouts(folder), 'utf8');
  return existsSync(path) ? connect({ path, retryStrategy: () => null }, path, log).catch(() => undefined) : undefined;
}

/** Starts the embedded engine. Throws `unavailable` when the folder cannot be written. */
export async function startEmbedded({ folder, sync, log, join: joining }: EmbeddedOptions): Promise<Connection> {
  const running = joining ? await joinRunning(folder, log) : undefined;
  if (running !== undefined) return running;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new SupportError(
      'unavailable',
      `The data folder ${folder} cannot be written. Set DATA_DIR to a folder that can.`,
      { cause },
    );
  }
  const own = mkdtempSync(join(tmpdir(), 'warmline-'));
  const path = join(own, 'store.sock');
  const report = (event: unknown) => log.warn({ event }, 'embedded store');
  const engine = await startEngine({ file: join(folder, 'warmline.aof'), sync, listen: { path }, report });
  writeFileSync(whereabouts(folder), path, { mode: 0o600 });
  const connection = await connectSocket(path, log);
  return {
    ...connection,
    close: async () => {
      await connection.close();
      await engine.close();
      rmSync(whereabouts(folder), { force: true });
      rmSync(own, { recursive: true, force: true });
    },
  };
}
