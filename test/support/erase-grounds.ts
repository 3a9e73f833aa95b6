/** The store on each engine with its servers and their folders at hand, so that a test can look for words in all of them. */
import { Redis } from 'ioredis';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { randomIds } from '../../src/base/index.js';
import { openStore, type Store } from '../../src/store/index.js';
import { startCluster } from './cluster.js';
import { startRedis } from './redis.js';
import { quiet } from './stores.js';

export interface Ground {
  readonly store: Store;
  /** Every server of the store. */
  readonly nodes: readonly Redis[];
  /** Where they keep their files. */
  readonly folders: readonly string[];
  /** From now on no server writes its file anew; call what it returns for that to be over. */
  jam(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const settings = { DATA_SYNC: 'everysec', SHARDS: 1, RETENTION_DAYS: 30, AGENT_CAPACITY: 4 } as const;
const newFolder = () => mkdtempSync(join(tmpdir(), 'warmline-erase-'));

/** The servers refuse it to everybody. */
const jamServers = (nodes: readonly Redis[]) => async () => {
  for (const node of nodes) await node.acl('SETUSER', 'default', '-bgrewriteaof');
  return async () => {
    for (const node of nodes) await node.acl('SETUSER', 'default', '+bgrewriteaof');
  };
};

/** Something lies where the new file would be written. */
const jamFolder = (folder: string) => () => {
  const names = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile() && /\.aof$/.test(one.name));
  const inTheWay = names.map(({ name }) => join(folder, `${name}.new`));
  for (const path of inTheWay) mkdirSync(join(path, 'full'), { recursive: true });
  return Promise.resolve(() => {
    for (const path of inTheWay) rmSync(path, { recursive: true });
    return Promise.resolve();
  });
};

export async function embedded(): Promise<Ground> {
  const folder = newFolder();
  const config = { ...settings, DATA_DIR: folder };
  const store = await openStore({ config, log: quiet, ids: randomIds });
  const redis = new Redis({ path: readFileSync(join(folder, 'engine.path'), 'utf8'), protocol: 2 });
  return {
    store,
    nodes: [redis],
    folders: [folder],
    jam: jamFolder(folder),
    async close() {
      redis.disconnect();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function onRedis(): Promise<Ground> {
  const folder = newFolder();
  const server = await startRedis({ dir: folder, args: ['--appendonly', 'yes', '--save', '3600 1'] });
  const config = { ...settings, DATA_DIR: '', REDIS_URL: `unix://${server.path}` };
  const store = await openStore({ config, log: quiet, ids: randomIds });
  const redis = new Redis({ path: server.path, protocol: 2 });
  return {
    store,
    nodes: [redis],
    folders: [folder],
    jam: jamServers([redis]),
    async close() {
      redis.disconnect();
      await store.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function onCluster(): Promise<Ground> {
  const cluster = await startCluster({ args: ['--appendonly', 'yes', '--save', '3600 1'] });
  const config = { ...settings, DATA_DIR: '', REDIS_URL: cluster.url, SHARDS: undefined };
  const store = await openStore({ config, log: quiet, ids: randomIds });
  const nodes = cluster.nodes.map(({ path }) => new Redis({ path, protocol: 2 }));
  return {
    store,
    nodes,
    folders: cluster.nodes.map(({ path }) => dirname(path)),
    jam: jamServers(nodes),
    async close() {
      for (const node of nodes) node.disconnect();
      await store.close();
      await cluster.stop();
    },
  };
}

/** A file that is written anew beside its old one may be gone before it is looked at. */
const holds = (path: string, word: string): boolean => {
  try {
    return readFileSync(path).includes(word);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw fault;
  }
};

/** Names of the files below the folders in which a word can be found. */
export function filesWith(folders: readonly string[], word: string): readonly string[] {
  const below = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = folders.flatMap(below).filter((one) => one.isFile());
  return files.map((one) => join(one.parentPath, one.name)).filter((path) => holds(path, word));
}
