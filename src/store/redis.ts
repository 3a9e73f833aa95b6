/** The one client path: a Redis server or Cluster by REDIS_URL. */
import { Redis as Client } from 'ioredis';
import { type Log, sentinelsOf, SupportError } from '../base/index.js';
import { connectCluster } from './cluster.js';
import { type Connection, type Ears, farewell, options, type Target, watched } from './connection.js';
import { asRefusal, checkInfo, unfit } from './fitness.js';
import { patient } from './patience.js';
import { reasonAgainst } from './reasons.js';
import { masterOf, nameOfMaster } from './sentinel.js';

/** Connects to one server and looks whether it will do. */
async function open(target: Target, where: string, log: Log): Promise<Client> {
  const faults: unknown[] = [];
  let begun = false;
  const retryStrategy = target.retryStrategy ?? options.retryStrategy;
  const again = (times: number) => (begun ? retryStrategy(times) : null);
  const client = new Client({ ...options, ...target, retryStrategy: again, sentinelRetryStrategy: again });
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

function single(client: Client, where: string, log: Log): Connection {
  const { redis, stop } = patient(client, { log, lineOf: () => 'z:store' });
  return {
    where,
    redis,
    cluster: false,
    eachServer: (ask) => ask(client),
    listen: (ears) => listen(client, log, ears),
    close: async () => {
      stop();
      await farewell(client);
    },
  };
}

/** Connects to one server over its unix socket. */
export async function connectSocket(target: Target & { path: string }, log: Log): Promise<Connection> {
  return single(await open(target, target.path, log), target.path, log);
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
}

/**
 * Connects to Redis 7+ or Valkey: redis://, rediss:// or unix:///path; a Cluster is found out by asking. Several servers
 * of a Cluster are given as redis://user:password@one:6379,two:6379, so that it is reached while one is away.
 * Of a server with Sentinels, the Sentinels are
 * given, and its name: redis+sentinel://user:password@one:26379,two:26379/NAME. Throws `unavailable` when none answers or what answers will not do.
 */
export async function connectRedis(address: string, log: Log, { sentinelPassword }: Secrets = {}): Promise<Connection> {
  const sentinels = sentinelsOf(address);
  if (sentinels !== undefined) {
    const where = nameOfMaster(sentinels);
    return single(await open(masterOf(sentinels, sentinelPassword), where, log), where, log);
  }
  const [first = '', ...others] = address.split(',');
  const at = new URL(first);
  if (at.protocol === 'unix:') return connectSocket({ path: decodeURIComponent(at.pathname) }, log);
  const hosts = [at.host, ...others];
  const where = hosts.join(', ');
  const own = target(at);
  const seeds = [own, ...others.map((host) => ({ ...own, ...place(new URL(`redis://${host}`)) }))];
  const client = await openAny(seeds, where, log);
  const isCluster = /cluster_enabled:1/.test(await client.info('cluster'));
  if (!isCluster && seeds.length === 1) return single(client, where, log);
  client.disconnect();
  if (isCluster) return connectCluster(seeds, where, log);
  throw new SupportError('settings', `REDIS_URL names several servers, but ${where} is not a Redis Cluster. Name one.`);
}
