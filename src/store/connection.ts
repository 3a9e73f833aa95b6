/** What the store needs of a server, whether it is one Redis, a Cluster of them, or the embedded engine. */
import type { Redis as Client, RedisOptions } from 'ioredis';
import type { Log } from '../base/index.js';
import type { Credentials } from './credentials.js';

/** Every command that is sent outside of a script. Each of them touches one shard, or none. */
const commands = [
  'eval',
  'evalsha',
  'exists',
  'del',
  'get',
  'hget',
  'hgetall',
  'hmget',
  'lrange',
  'sadd',
  'set',
  'smembers',
  'spublish',
  'srem',
  'time',
  'xdel',
  'xrange',
  'xrevrange',
  'zcard',
  'zcount',
  'zrange',
  'zrangebyscore',
  'zrevrangebyscore',
] as const;

export type Redis = Pick<Client, (typeof commands)[number]>;

/** One command without its name. */
export type Ask = (...args: readonly unknown[]) => Promise<unknown>;

/** The same commands, each asked by what `wrap` makes of it. */
export function wrapped(redis: Redis, wrap: (ask: Ask, name: string) => Ask): Redis {
  const each = commands.map((name): readonly [string | symbol, Ask] => {
    const ask: Ask = async (...args) => {
      const answer: unknown = await Reflect.apply(redis[name], redis, args);
      return answer;
    };
    return [name, wrap(ask, name)];
  });
  const asks = new Map(each);
  return new Proxy(redis, { get: (_, name) => asks.get(name) });
}

/** Not in the same moment: who asks again and again would let nothing else happen. */
export function refuse(why: Error): Promise<never> {
  return new Promise((_, reject) => {
    setImmediate(() => reject(why));
  });
}

/** The same commands, none of which is sent while there is a reason against it. */
export function gated(redis: Redis, reason: () => Error | undefined): Redis {
  return wrapped(redis, (ask) => (...args) => {
    const why = reason();
    return why === undefined ? ask(...args) : refuse(why);
  });
}

export interface Ears {
  /** The shard channels that are listened to. */
  readonly channels: readonly string[];
  readonly heard: (message: string) => void;
  /** Messages may have been missed: the connection was away. */
  readonly missed: () => void;
  /** Listening ends, or does not begin any more; whoever asked aborts it, too, when it did not begin. */
  readonly signal: AbortSignal;
}

export interface Connection {
  /** Its address, for who reads of it. */
  readonly where: string;
  readonly redis: Redis;
  /** Many servers, of which each has a part of the data. */
  readonly cluster: boolean;
  /** Asks every server about itself and its files, replicas included. */
  eachServer(ask: (server: Client) => Promise<void>): Promise<void>;
  /** Listens over connections of its own; resolves when it hears. */
  listen(ears: Ears): Promise<void>;
  close(): Promise<void>;
}

/** Sent again after a reconnection: every script is safe to repeat. */
export const options = {
  protocol: 2 as const,
  enableAutoPipelining: true,
  lazyConnect: true,
  connectTimeout: 3000,
  // frozen servers go on where they stopped; a connection that died silently is found out by this
  socketTimeout: 3000,
  maxRetriesPerRequest: 6,
  retryStrategy: (times: number) => Math.min(50 * 2 ** times, 500),
  // a master that became a replica: behind the same address there may be another by now
  reconnectOnError: (fault: Error) => fault.message.startsWith('READONLY'),
} satisfies RedisOptions;

export type Target = Options & {
  /** A name and a password that change; they are none of the others'. */
  readonly credentials?: Credentials;
};

type Options = Pick<
  RedisOptions,
  | 'path'
  | 'host'
  | 'port'
  | 'db'
  | 'username'
  | 'password'
  | 'tls'
  | 'retryStrategy'
  | 'sentinels'
  | 'name'
  | 'role'
  | 'sentinelPassword'
  | 'sentinelTLS'
  | 'enableTLSForSentinelMode'
  | 'sentinelCommandTimeout'
  | 'failoverDetector'
  | 'sentinelReconnectStrategy'
>;

/** Faults of a connection are logged; what was asked over it fails by itself. */
export function watched<C extends { on(event: 'error', told: (fault: Error) => void): unknown }>(
  client: C,
  log: Log,
): C {
  client.on('error', (fault) => log.warn({ fault: fault.message }, 'store connection'));
  return client;
}

const farewellMs = 1000;

/** Ends a connection in order; one on which nothing is answered is cut. */
export async function farewell(client: { quit(): Promise<unknown>; disconnect(): void }): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The store does not say good-bye.')), farewellMs);
  });
  await Promise.race([client.quit(), late]).catch(() => client.disconnect());
  clearTimeout(timer);
  client.disconnect(); // those to Sentinels are connections of its own
}
