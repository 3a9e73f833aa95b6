/**
 * A Redis Cluster as one connection. Commands to one node share a pipeline. When a shard moves (a node died, slots were
 * moved), a command that met the old place is sent again by itself: every script is safe to repeat.
 */
import { once } from 'node:events';
import { Cluster, type ClusterOptions, type Redis as Client } from 'ioredis';
import { type Log, SupportError } from '../base/index.js';
import {
  type Connection,
  type Ears,
  farewell,
  options,
  type Redis,
  type Target,
  watched,
  wrapped,
} from './connection.js';
import type { Credentials } from './credentials.js';
import { checkInfo } from './fitness.js';
import { keepNodesKnown, listensAnew } from './known.js';
import { patient } from './patience.js';

/** Milliseconds. */
const patience = { start: 5000, command: 5000, pause: 200, glance: 1000 };

/** The shard is about to be found elsewhere, or on a server that is coming back. */
const passing =
  /^(MOVED|ASK|TRYAGAIN|CLUSTERDOWN|MASTERDOWN|LOADING|READONLY)\b|Connection is closed|Socket timeout|All keys in the pipeline|Too many Cluster redirections/;

function isPassing(fault: unknown): boolean {
  // a slot that nobody serves makes the client stumble over its own map of slots
  return fault instanceof TypeError || (fault instanceof Error && passing.test(fault.message));
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, patience.pause));

/** One command by itself: the client follows it to where its shard is now, which it does not for a part of a pipeline. */
async function askAlone(cluster: Cluster, name: string, args: readonly unknown[]): Promise<unknown> {
  const pipeline = cluster.pipeline([[name, ...args] as unknown[]]);
  const [[fault, value] = [new Error('Connection is closed.'), undefined]] = (await pipeline.exec()) ?? [];
  if (fault) throw fault;
  return value;
}

function persistent(cluster: Cluster): Redis {
  return wrapped(cluster, (ask, name) => async (...args) => {
    const until = performance.now() + patience.command;
    try {
      return await ask(...args);
    } catch (first) {
      for (let fault: unknown = first; ;) {
        if (!isPassing(fault) || performance.now() > until) throw fault;
        try {
          return await askAlone(cluster, name, args);
        } catch (next) {
          fault = next;
        }
        await pause();
      }
    }
  });
}

async function onEach<T>(cluster: Cluster, ask: (node: Client) => Promise<T>): Promise<T> {
  const [first, ...others] = cluster.nodes().map(ask);
  if (first === undefined) throw new Error('Connection is closed.');
  const [answer] = await Promise.all([first, ...others]);
  return answer;
}

const notReady = (where: string, cause: unknown): SupportError =>
  new SupportError(
    'unavailable',
    `The Redis Cluster at ${where} is not ready: not every slot has a server (see CLUSTER INFO). Mend it and start again.`,
    { cause },
  );

async function untilReady(cluster: Cluster, where: string): Promise<void> {
  const signal = AbortSignal.timeout(patience.start);
  try {
    const ready = once(cluster, 'ready', { signal });
    cluster.connect().catch(() => undefined); // it goes on trying; whether it succeeds in time is what counts
    await ready;
  } catch (cause) {
    cluster.disconnect();
    throw notReady(where, cause);
  }
}

interface Spoken {
  readonly cluster: Cluster;
  readonly credentials: Credentials | undefined;
  readonly log: Log;
}

async function listen({ cluster, credentials, log }: Spoken, { channels, heard, missed, signal }: Ears): Promise<void> {
  // a server that hangs ends no connection, so the map of slots is looked at from time to time
  const ways = { shardedSubscribers: true, enableAutoPipelining: false, slotsRefreshInterval: patience.glance };
  const listener = watched(cluster.duplicate([], ways), log);
  if (credentials !== undefined) keepNodesKnown(listener, credentials);
  const timers = new Set<NodeJS.Timeout>();
  signal.addEventListener('abort', () => {
    for (const timer of timers) clearTimeout(timer);
    listener.removeAllListeners('subscribersReady');
    listener.disconnect();
  });
  listener.on('smessage', (_channel: string, message: string) => heard(message));
  await untilReady(listener, 'REDIS_URL');
  await Promise.all(channels.map((channel) => listener.ssubscribe(channel)));
  // the client says that it has found its servers before they have confirmed that they ring again: hence twice
  listener.on('subscribersReady', () => {
    log.info('doorbell connected again');
    missed();
    const timer = setTimeout(() => {
      timers.delete(timer);
      missed();
    }, patience.glance);
    timers.add(timer);
  });
}

const nameOf = ({ options: { host, port } }: Client): string => `${host ?? ''}:${port ?? ''}`;

/** A key of the same shard as what a command is about: it goes to the same server. */
function shardIn(args: readonly unknown[]): string | undefined {
  const tag = args.slice(0, 3).find((one) => typeof one === 'string' && /^[a-z]+:\{/.test(one));
  return typeof tag === 'string' ? `y:${tag.slice(tag.indexOf('{'), tag.indexOf('}') + 1)}` : undefined;
}

const dnsLookup: NonNullable<ClusterOptions['dnsLookup']> = (name, found) => found(null, name);

async function checkNodes(cluster: Cluster, where: string, log: Log): Promise<void> {
  try {
    for (const node of cluster.nodes('master')) checkInfo(await node.info(), nameOf(node), log);
  } catch (fault) {
    cluster.disconnect();
    throw fault instanceof SupportError ? fault : notReady(where, fault);
  }
}

/** Connects to the Cluster that these nodes are of. Throws `unavailable` when it is not ready. */
export async function connectCluster(seeds: readonly Target[], where: string, log: Log): Promise<Connection> {
  const [{ username, password, tls, credentials } = {}] = seeds;
  const { enableAutoPipelining, lazyConnect, retryStrategy: _, reconnectOnError: __, ...each } = options;
  const redisOptions = {
    ...each,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls === undefined ? {} : { tls }),
  };
  const ways = {
    enableAutoPipelining,
    lazyConnect,
    redisOptions,
    slotsRefreshTimeout: 3000,
    // certificates are for names, so names are not looked up before
    ...(tls === undefined ? {} : { dnsLookup }),
  };
  const nodes = seeds.map(({ host = '127.0.0.1', port = 6379 }) => ({ host, port }));
  const cluster = watched(new Cluster(nodes, ways), log);
  if (credentials !== undefined) keepNodesKnown(cluster, credentials);
  await untilReady(cluster, where);
  await checkNodes(cluster, where, log);
  const { redis, stop } = patient(persistent(cluster), { log, lineOf: shardIn });
  const hear = (ears: Ears) => listen({ cluster, credentials, log }, ears);
  return {
    redis,
    where,
    cluster: true,
    eachServer: (ask) => onEach(cluster, ask),
    listen: credentials === undefined ? hear : listensAnew(hear, credentials),
    close: async () => {
      stop();
      await farewell(cluster);
    },
  };
}
