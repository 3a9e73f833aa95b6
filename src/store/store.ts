/** Opens the whole store: the engine or Redis, its scripts, and every port that the house needs. */
import { setTimeout as pause } from 'node:timers/promises';
import { type AzureSettings, type Config, type Ids, identityOf, type Log, SupportError } from '../base/index.js';
import { type Conversations, counterDays, type Deliveries, presenceMs, undoMs } from '../conversation/index.js';
import type { Ledger } from '../effort/index.js';
import type { Queue } from '../queue/index.js';
import { type StoreNotifier, createNotifier } from './notifier.js';
import { type Connection, gated, type Redis, wrapped } from './connection.js';
import { createConversations } from './conversations.js';
import { type Counters, createCounters } from './counters.js';
import { type Dataset, openDataset } from './dataset.js';
import { createDeliveries } from './deliveries.js';
import type { Menus } from './entries.js';
import { type Erased, eraseCustomer } from './erase.js';
import { asRefusal, tryCommands } from './fitness.js';
import { keys, shardNames } from './keys.js';
import { createLessonStore, type LessonStore } from './lessons.js';
import { createLine } from './line.js';
import { createLedger } from './ledger.js';
import { startEmbedded } from './local.js';
import { type PersonFile, type PersonFileOptions, personFile } from './person-file.js';
import { readShards, retire } from './privacy.js';
import { createQueue } from './queue.js';
import { type Asked, observed } from './observed.js';
import { connectRedis } from './redis.js';
import { createRun, unknownScript } from './run.js';
import type { ActName } from './schema/acts.js';
import type { Script } from './scripts.js';
import { type AuditStore, createAuditStore } from './audit.js';
import { createPeopleStore, type PeopleStore } from './people.js';
import { createSessionStore, type SessionStore } from './sessions.js';

export interface Store {
  readonly conversations: Conversations;
  readonly queue: Queue;
  readonly ledger: Ledger;
  readonly deliveries: Deliveries;
  readonly changes: StoreNotifier;
  readonly counters: Counters;
  readonly sessions: SessionStore;
  readonly people: PeopleStore;
  readonly audit: AuditStore;
  readonly lessons: LessonStore;
  /** Which data this is, whether it still is, and the secrets that go with it. */
  readonly dataset: Omit<Dataset, 'refusal'>;
  /** All that is known of a customer; undefined where that is nothing. */
  person(customer: string, options?: PersonFileOptions): Promise<PersonFile | undefined>;
  /** Forgets a customer, and returns how many conversations and entries were forgotten. */
  erase(customer: string): Promise<Erased>;
  /** Forgets what ended longer ago than the retention, and returns how much was due, up to a limit. */
  retire(): Promise<number>;
  /** Resolves when everything new can be kept; rejects `unavailable` with the reason when something cannot. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly config: Pick<
    Config,
    'TOKEN_SECRET' | 'REDIS_URL' | 'DATA_DIR' | 'DATA_SYNC' | 'SHARDS' | 'RETENTION_DAYS' | 'AGENT_CAPACITY'
  > &
    Partial<Pick<Config, 'AUDIT_DAYS' | 'REDIS_SENTINEL_PASSWORD'>> &
    AzureSettings;
  readonly log: Log;
  readonly ids: Ids;
  /** Work beside a running server instead of refusing to share its folder. */
  readonly join?: boolean;
  readonly timing?: Partial<Timing>;
  /** Choices that are offered again and again, by name. */
  readonly menus?: Menus;
  /** Called for every request to a script. */
  readonly asked?: Asked;
  /** Other scripts than the shipped ones: of another release, or with a planted bug. */
  readonly scripts?: ReadonlyMap<ActName, Script>;
}

/** How long silence may last, milliseconds. */
export interface Timing {
  /** A turn takes milliseconds; after this long its process is taken for dead. */
  readonly turnLeaseMs: number;
  /** An episode nobody has spoken in for so long is over. */
  readonly idleMs: number;
  /** How long the heartbeat of an agent's page is good for. */
  readonly leaseMs: number;
  /** A customer who waits so long for a word of the agent who is there gets another one. */
  readonly patienceMs: number;
  /** A move of an agent can be undone for so long, before the customer is told. */
  readonly undoMs: number;
  /** A customer in the line of whom nothing was heard or seen for so long is asked, and after as long again let go. */
  readonly lineIdleMs: number;
}

const minute = 60_000;
const usual: Timing = {
  turnLeaseMs: 3000,
  idleMs: 30 * minute,
  leaseMs: presenceMs,
  patienceMs: 10 * minute,
  undoMs,
  lineIdleMs: 60 * minute,
};

/** In how many shards data is begun where SHARDS does not say it: a Cluster has several servers to spread them over. */
const usualShards = ({ cluster }: Connection): number => (cluster ? 16 : 1);

/** Who asks whether it is ready waits for no more than this, milliseconds. */
const readyMs = 800;

async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const why = new SupportError('unavailable', `The store has not answered for ${readyMs} ms.`);
    timer = setTimeout(() => reject(why), readyMs);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A node of a Cluster, or a master that Sentinels watch, may be away for a moment at any time; for so long each step of a start tries again, milliseconds. */
const insistMs = 15_000;
const againMs = 250;

/** Tries again, until the start is over, what fails because a node is away. */
type Insist = <T>(work: () => Promise<T>) => Promise<T>;

function insistWhile(starting: () => boolean, log: Log): Insist {
  return async (work) => {
    const deadline = performance.now() + insistMs;
    for (;;) {
      try {
        return await work();
      } catch (fault) {
        const passing = fault instanceof SupportError && fault.code === 'unavailable' && !unknownScript(fault);
        if (!passing || !starting() || performance.now() >= deadline) throw fault;
        log.warn({ reason: fault.message }, 'the store is not whole yet; it is tried again');
        await pause(againMs);
      }
    }
  };
}

function connect({ config, log, join = false }: StoreOptions): Promise<Connection> {
  return config.REDIS_URL === undefined
    ? startEmbedded({ folder: config.DATA_DIR, sync: config.DATA_SYNC, log, join })
    : connectRedis(config.REDIS_URL, log, {
        sentinelPassword: config.REDIS_SENTINEL_PASSWORD,
        identity: identityOf(config),
      });
}

/**
 * Throws `unavailable` when the store cannot be reached or its folder cannot be written, and `settings` when its data is
 * in another number of shards. Of a Cluster all nodes are needed, though not in the same moment: each step of the start
 * waits for those that it needs.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const several = options.config.REDIS_URL?.includes(',') ?? false;
  let starting = several;
  const insist = insistWhile(() => starting, options.log);
  const connection = await insist(() => connect(options));
  const patient = (redis: Redis) =>
    wrapped(
      redis,
      (ask) =>
        (...args) =>
          insist(() => ask(...args)),
    );
  const redis = several ? patient(connection.redis) : connection.redis;
  try {
    return await furnish({ ...connection, redis }, { ...options, insist });
  } catch (fault) {
    await connection.close();
    throw asRefusal(fault, connection.where);
  } finally {
    starting = false;
  }
}

async function furnish(
  connection: Connection,
  { config, log, ids, timing, menus = {}, scripts, asked, insist }: StoreOptions & { readonly insist: Insist },
): Promise<Store> {
  const { cluster } = connection;
  const shards = await readShards(connection.redis, config.SHARDS, usualShards(connection));
  const { turnLeaseMs, leaseMs, patienceMs, ...silence } = { ...usual, ...timing };
  const names = shardNames(shards);
  if (config.REDIS_URL !== undefined) {
    await tryCommands(createRun(connection, scripts), names, connection.where);
  }
  const changes = await insist(() => createNotifier({ connection, shards }));
  const dataset = await openDataset({
    ...connection,
    ids,
    shards,
    given: config.TOKEN_SECRET,
    log,
    missed: changes.missed,
  });
  const redis = gated(connection.redis, dataset.refusal);
  const run = observed(createRun({ redis, cluster }, scripts), asked);
  const base = { redis, run, shards, menus, line: createLine({ run, shards }), ...silence };
  return {
    conversations: createConversations({ ...base, turnLeaseMs, retentionSeconds: config.RETENTION_DAYS * 86_400, log }),
    queue: createQueue({ ...base, ids, capacity: config.AGENT_CAPACITY, leaseMs, patienceMs }),
    ledger: createLedger(base),
    deliveries: createDeliveries(base),
    changes,
    counters: createCounters(base),
    sessions: createSessionStore(base),
    people: createPeopleStore(base),
    audit: createAuditStore({ ...base, ids, keepMs: (config.AUDIT_DAYS ?? counterDays) * 86_400_000 }),
    lessons: createLessonStore(base),
    dataset,
    person: (customer, wanted = {}) => personFile(base, customer, wanted),
    erase: (customer) => eraseCustomer({ ...base, ids, eachServer: connection.eachServer }, customer),
    retire: () => retire(base, config.RETENTION_DAYS * 86_400),
    ready: () => inTime(dataset.look().then(() => Promise.all(names.map((shard) => redis.set(keys.probe(shard), 1))))),
    close: async () => {
      changes.close();
      await connection.close();
    },
  };
}
