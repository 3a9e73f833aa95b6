/** What the store needs of a server, whether it is one Redis, a Cluster of them, or the embedded engine. */
import type { Redis as Client, RedisOptions } from 'ioredis';
import type { Log } from '../base/index.js';

/** Every command that is sent outside of a script. Each of them touches one shard, or none. */
const commands = [
  'eval',
  'evalsha',
  'exists',
  'get',
  'hget',
  'hgetall',
  'hmget',
  'lrange',
  'set',
  'smembers',
  'spublish',
  'time',
  'xdel',
  'xrange',
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
  socketTimeout: 10_000,
  maxRetriesPerRequest: 6,
  retryStrategy: (times: number) => Math.min(50 * 2 ** times, 1000),
  // a master that became a replica: behind the same address there may be another by now
  reconnectOnError: (fault: Error) => fault.message.startsWith('READONLY'),
} satisfies RedisOptions;

export type Target = Pick<
  RedisOptions,
  'path' | 'host' | 'port' | 'db' | 'username' | 'password' | 'tls' | 'retryStrategy'
>;

/** Faults of a connection are logged; what was asked over it fails by itself. */
export function watched<C extends { on(event: 'error', told: (fault: Error) => void): unknown }>(
  client: C,
  log: Log,
): C {
  client.on('error', (fault) => log.warn({ fault: fault.message }, 'store connection'));
  return client;
}
