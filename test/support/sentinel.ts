/** A master, its replica and three Sentinels that watch them, for a test: real ones, on free ports of 127.0.0.1. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { endsWithUs } from './child.js';
import { freePorts } from './ports.js';
import { findRedis, type RedisServer, startRedis } from './redis.js';

export interface Watched {
  /** What REDIS_URL is set to. */
  readonly url: string;
  readonly sentinels: readonly number[];
  readonly master: RedisServer;
  readonly replica: RedisServer;
  /** Asks a server. */
  ask(port: number, command: string, ...args: readonly (string | number)[]): Promise<unknown>;
  /** Resolves when the replica has all that the master has acknowledged. */
  copied(): Promise<void>;
  /** Resolves when the Sentinels name this server. */
  named(port: number): Promise<void>;
  stop(): Promise<void>;
}

const name = 'shop';
const password = 'of the servers';
const sentinelPassword = 'of the Sentinels';
/** What REDIS_SENTINEL_PASSWORD is set to. */
export const sentinelSecret = sentinelPassword;

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 40_000;
  while (!(await holds().catch(() => false))) {
    if (performance.now() > deadline) throw new Error(`It does not come to this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function asked(port: number, secret: string, command: readonly (string | number)[]): Promise<unknown> {
  const [first = '', ...rest] = command;
  const ways = { host: '127.0.0.1', port, password: secret, protocol: 2 as const, enableReadyCheck: false };
  const client = new Redis({ ...ways, retryStrategy: () => null });
  client.on('error', () => undefined); // what was asked fails by itself
  try {
    return await client.call(String(first), ...rest);
  } finally {
    client.disconnect();
  }
}

function startSentinel(folder: string, port: number, master: number): ChildProcess {
  const file = join(folder, `${port}.conf`);
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `requirepass "${sentinelPassword}"`,
    `sentinel sentinel-pass "${sentinelPassword}"`,
    `sentinel monitor ${name} 127.0.0.1 ${master} 2`,
    `sentinel auth-pass ${name} "${password}"`,
    `sentinel down-after-milliseconds ${name} 1000`,
    `sentinel failover-timeout ${name} 2000`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return endsWithUs(spawn(findRedis() ?? '', [file, '--sentinel'], { stdio: 'ignore' }));
}

export async function startWatched(): Promise<Watched> {
  const [own = 0, other = 0, ...sentinels] = await freePorts(5);
  const keys = ['--requirepass', password, '--masterauth', password, '--appendonly', 'yes'];
  const quick = ['--repl-diskless-sync-delay', '0'];
  const master = await startRedis({ port: own, args: [...keys, ...quick] });
  const replica = await startRedis({ port: other, args: [...keys, ...quick, '--replicaof', `127.0.0.1 ${own}`] });
  const folder = mkdtempSync(join(tmpdir(), 'warmline-sentinel-'));
  const children = sentinels.map((port) => startSentinel(folder, port, own));
  const ask: Watched['ask'] = (port, ...command) => asked(port, password, command);
  const sees = (port: number) => asked(port, sentinelPassword, ['SENTINEL', 'MASTER', name]) as Promise<string[]>;
  const field = (all: readonly string[], which: string) => all[all.indexOf(which) + 1];
  await until('the Sentinels know each other and the replica', async () => {
    const all = await Promise.all(sentinels.map(sees));
    return all.every((one) => field(one, 'num-other-sentinels') === '2' && field(one, 'num-slaves') === '1');
  });
  const hosts = sentinels.map((port) => `127.0.0.1:${port}`).join(',');
  return {
    url: `redis+sentinel://:${encodeURIComponent(password)}@${hosts}/${name}`,
    sentinels,
    master,
    replica,
    ask,
    async copied() {
      const written = /master_repl_offset:(\d+)/;
      const offset = async (port: number) => Number(written.exec(String(await ask(port, 'INFO', 'replication')))?.[1]);
      const goal = await offset(own);
      await until('the replica has everything', async () => (await offset(other)) >= goal);
    },
    named: (port) =>
      until('the Sentinels name it', async () => {
        const all = await Promise.all(
          sentinels.map((one) => asked(one, sentinelPassword, ['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', name])),
        );
        return all.every((one) => String(one) === `127.0.0.1,${port}`);
      }),
    async stop() {
      for (const child of children) {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }
      await master.stop();
      await replica.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
