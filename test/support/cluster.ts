/** A private Redis Cluster for a test: children on free ports of 127.0.0.1, joined by our own calls. */
import { freePorts } from './ports.js';
import { Redis } from 'ioredis';
import { type RedisOptions, type RedisServer, startRedis } from './redis.js';
import { until } from './until.js';

export interface RedisCluster {
  /** What REDIS_URL is set to. */
  readonly url: string;
  /** The masters first, each with a third (or so) of the slots; then their replicas, in the same order. */
  readonly nodes: readonly RedisServer[];
  /** Asks one node. */
  ask(node: RedisServer, command: string, ...args: readonly (string | number)[]): Promise<unknown>;
  /** Resolves when every node that runs says that all slots are served. */
  settled(): Promise<void>;
  /** Forgets everything. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly masters?: number;
  /** Of each master. */
  readonly replicas?: number;
  /** After so long without an answer a node is taken for dead, milliseconds. */
  readonly timeout?: number;
  /** For every node, as in startRedis. */
  readonly args?: readonly string[];
  readonly mend?: RedisOptions['mend'];
  readonly background?: boolean;
}

const slots = 16_384;

function startNode(ports: { port: number; bus: number }, options: ClusterOptions): Promise<RedisServer> {
  const { timeout = 1000, args = [], mend, background = false } = options;
  const cluster = ['--cluster-enabled', 'yes', '--cluster-node-timeout', String(timeout)];
  const bus = ['--cluster-port', String(ports.bus), '--repl-diskless-sync-delay', '0'];
  return startRedis({ port: ports.port, args: [...cluster, ...bus, ...args], mend, background });
}

async function ask(node: RedisServer, command: string, ...args: readonly (string | number)[]): Promise<unknown> {
  const client = new Redis({ path: node.path, protocol: 2, retryStrategy: () => null, enableReadyCheck: false });
  client.on('error', () => undefined); // what was asked fails by itself
  try {
    return await client.call(command, ...args);
  } finally {
    client.disconnect();
  }
}

async function isSettled(nodes: readonly RedisServer[]): Promise<boolean> {
  const told = await Promise.all(nodes.map((node) => ask(node, 'CLUSTER', 'INFO').catch(() => 'away')));
  return told.every((info) => info === 'away' || String(info).includes('cluster_state:ok'));
}

async function join(masters: readonly RedisServer[], replicas: readonly RedisServer[], buses: readonly number[]) {
  const nodes = [...masters, ...replicas];
  const [first] = nodes;
  if (!first) throw new Error('A cluster has at least one node.');
  const edge = (index: number) => Math.floor((slots * index) / masters.length);
  for (const [index, node] of masters.entries()) {
    await ask(node, 'CLUSTER', 'SET-CONFIG-EPOCH', index + 1);
    await ask(node, 'CLUSTER', 'ADDSLOTSRANGE', edge(index), edge(index + 1) - 1);
  }
  for (const [index, node] of nodes.entries()) {
    if (node !== first) await ask(first, 'CLUSTER', 'MEET', '127.0.0.1', node.port, buses[index] ?? 0);
  }
  const known = async (node: RedisServer) =>
    String(await ask(node, 'CLUSTER', 'NODES'))
      .trim()
      .split('\n').length;
  await until('all nodes of the cluster know all', async () =>
    (await Promise.all(nodes.map(known))).every((count) => count === nodes.length),
  );
  for (const [index, node] of replicas.entries()) {
    const master = masters[index % masters.length] ?? first;
    await ask(node, 'CLUSTER', 'REPLICATE', String(await ask(master, 'CLUSTER', 'MYID')));
  }
  await until('all slots of the cluster are served', () => isSettled(nodes));
  const synced = async (node: RedisServer) => String(await ask(node, 'INFO', 'replication')).includes('link_status:up');
  await until('replicas of the cluster follow', async () => (await Promise.all(replicas.map(synced))).every(Boolean));
}

/** Starts a cluster and waits until it serves every slot. */
export async function startCluster(options: ClusterOptions = {}): Promise<RedisCluster> {
  const { masters = 3, replicas = 0 } = options;
  const count = masters * (1 + replicas);
  const ports = await freePorts(count * 2);
  const buses = ports.slice(count);
  const started = ports.slice(0, count).map((port, index) => startNode({ port, bus: buses[index] ?? 0 }, options));
  const nodes = await Promise.all(started);
  await join(nodes.slice(0, masters), nodes.slice(masters), buses);
  return {
    url: `redis://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`,
    nodes,
    ask,
    settled: async () => {
      await until('all slots of the cluster are served', () => isSettled(nodes));
    },
    async flush() {
      await Promise.all(nodes.slice(0, masters).map((node) => ask(node, 'FLUSHALL')));
    },
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
    },
  };
}
