/** The one client path: a Redis server or Cluster by REDIS_URL. */
import { Redis as Client } from 'ioredis';
import { type Identity, type Log, sentinelsOf, SupportError, systemClock } from '../base/index.js';
import { connectCluster } from './cluster.js';
import { type Connection, type Ears, farewell, options, type Target, watched } from './connection.js';
import { type Credentials, openCredentials } from './credentials.js';
import { askForToken } from './entra.js';
import { asRefusal, checkInfo, unfit } from './fitness.js';
import { keepKnown, listensAnew } from './known.js';
import { patient } from './patience.js';
import { reasonAgainst } from './reasons.js';
import { masterOf, nameOfMaster } from './sentinel.js';

/** Connects to one server and looks whether it will do. */
async function open(target: Target, where: string, log: Log): Promise<Client> {
  const faults: unknown[] = [];
  let begun = false;
  const retryStrategy = target.retryStrategy ?? options.retryStrategy;
  const again = (times: number) => (begun ? retryStrategy(times) : null);
  const { credentials, ...ways } = target;
  const own = { ...ways, ...credentials?.now(), retryStrategy: again, sentinelRetryStrategy: again };
  const client = new Client({ ...options, ...own });
  if (credentials !== undefined) keepKnown(client, credentials);
  const gather = (fault: unknown) => faults.push(fault);
  client.on('error', gather);
  try {
    await client.connect();
    if (faults.length > 0) throw unfit(where, await reasonAgainst(target, faults)); // it goes on without what it was refused
    checkInfo(await client.info(), where, log);
    begun = true;
    client.off('error', gather);
    return watched(client, log);
  } catch (thrown) {
    client.disconnect();
    const fault = asRefusal(thrown, where);
    if (fault instanceof SupportError) throw fault;
    const reason = await reasonAgainst(target, [...faults, thrown]);
    throw new SupportError('unavailable', `Redis at ${where} ${reason}`, { cause: faults[0] ?? thrown });
  }
}

/** Between two tries to listen again, milliseconds. */
const againMs = 1000;

async function listen(client: Client, log: Log, { channels, heard, missed, signal }: Ears): Promise<void> {
  // subscribed anew by ourselves: the client does it with nobody to hear that it failed, which ends the process
  const listener = watched(client.duplicate({ maxRetriesPerRequest: null, autoResubscribe: false }), log);
  const subscribe = () => Promise.all(channels.map((channel) => listener.ssubscribe(channel)));
  let timer: NodeJS.Timeout | undefined;
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    listener.disconnect();
  });
  listener.on('smessage', (_channel: string, message: string) => heard(message));
  await listener.connect();
  await subscribe();
  const again = async (): Promise<void> => {
    clearTimeout(timer);
    try {
      await subscribe();
      log.info('doorbell connected again');
      missed();
    } catch (fault) {
      if (signal.aborted) return;
      log.warn({ fault: String(fault) }, 'doorbell not connected yet');
      timer = setTimeout(() => void again(), againMs);
    }
  };
  listener.on('ready', () => void again());
}

interface Met {
  readonly where: string;
  readonly log: Log;
  readonly credentials?: Credentials | undefined;
}

function single(client: Client, { where, log, credentials }: Met): Connection {
  const { redis, stop } = patient(client, { log, lineOf: () => 'z:store' });
  const hear = (ears: Ears) => listen(client, log, ears);
  return {
    where,
    redis,
    cluster: false,
    eachServer: (ask) => ask(client),
    listen: credentials === undefined ? hear : listensAnew(hear, credentials),
    close: async () => {
      stop();
      await farewell(client);
    },
  };
}

/** Connects to one server over its unix socket. */
export async function connectSocket(target: Target & { path: string }, log: Log): Promise<Connection> {
  return single(await open(target, target.path, log), { where: target.path, log });
}

const place = (url: URL): Target => ({
  host: url.hostname.replace(/^\[|\]$/g, ''),
  port: Number(url.port || 6379),
});

function target(url: URL): Target {
  return {
    ...place(url),
    db: Number(url.pathname.slice(1) || 0),
    ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
    ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
  };
}

/** The first server that answers. */
async function openAny(targets: readonly Target[], where: string, log: Log): Promise<Client> {
  const faults: unknown[] = [];
  for (const one of targets) {
    try {
      return await open(one, where, log);
    } catch (fault) {
      faults.push(fault);
    }
  }
  throw faults[0];
}

/** What REDIS_URL does not say. */
export interface Secrets {
  readonly sentinelPassword?: string | undefined;
  /** Of who has no password. */
  readonly identity?: Identity | undefined;
}

/** One server or a Cluster: whoever it is, it tells. */
async function connectHosts(address: string, log: Log, credentials?: Credentials): Promise<Connection> {
  const [first = '', ...others] = address.split(',');
  const at = new URL(first);
  const hosts = [at.host, ...others];
  const where = hosts.join(', ');
  const own = { ...target(at), ...(credentials === undefined ? {} : { credentials }) };
  const seeds = [own, ...others.map((host) => ({ ...own, ...place(new URL(`redis://${host}`)) }))];
  const client = await openAny(seeds, where, log);
  const isCluster = /cluster_enabled:1/.test(await client.info('cluster'));
  if (!isCluster && seeds.length === 1) return single(client, { where, log, credentials });
  client.disconnect();
  if (isCluster) return connectCluster(seeds, where, log);
  throw new SupportError('settings', `REDIS_URL names several servers, but ${where} is not a Redis Cluster. Name one.`);
}

/** The same, for as long as whoever we are is known there. */
async function connectKnown(address: string, log: Log, identity: Identity): Promise<Connection> {
  const { username } = target(new URL(address.split(',')[0] ?? ''));
  const credentials = await openCredentials({ ask: () => askForToken(identity, systemClock), username, log });
  try {
    const connection = await connectHosts(address, log, credentials);
    return { ...connection, close: () => connection.close().finally(credentials.close) };
  } catch (fault) {
    credentials.close();
    throw fault;
  }
}

/**
 * Connects to Redis 7+ or Valkey: redis://, rediss:// or unix:///path; a Cluster is found out by asking. Several servers
 * of a Cluster are given as redis://user:password@one:6379,two:6379, so that it is reached while one is away.
 * Of a server with Sentinels, the Sentinels are
 * given, and its name: redis+sentinel://user:password@one:26379,two:26379/NAME. Throws `unavailable` when none answers or what answers will not do.
 */
export async function connectRedis(address: string, log: Log, secrets: Secrets = {}): Promise<Connection> {
  const { sentinelPassword, identity } = secrets;
  const sentinels = sentinelsOf(address);
  if (sentinels !== undefined) {
    const where = nameOfMaster(sentinels);
    return single(await open(masterOf(sentinels, sentinelPassword), where, log), { where, log });
  }
  if (address.startsWith('unix:')) return connectSocket({ path: decodeURIComponent(new URL(address).pathname) }, log);
  return identity === undefined ? connectHosts(address, log) : connectKnown(address, log, identity);
}
