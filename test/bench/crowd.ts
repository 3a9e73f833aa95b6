/** Ten thousand customers at once over real Direct Line: how many are served, when, and what an idle one costs. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { inPackage } from '../../src/base/index.js';
import { startRedis } from '../support/redis.js';
import { startServer } from '../support/server.js';
import { residentKb } from './cpu.js';
import { type Figure, rounded } from './figure.js';

/** CROWD: fewer, on a computer that allows fewer open files. */
const customers = Number(process.env['CROWD'] ?? 10_000);
/** What an idle customer may cost the server, kB. */
const most = 30;
/** Until then the engine has swept up what the rush left behind: after half a minute of quiet, at most a minute. */
const restMs = 60_000;

interface Told {
  readonly served: number;
  readonly failed: number;
  readonly p50: number;
  readonly p99: number;
}

async function load(url: string, count: number) {
  const child = fork(inPackage('dist', 'test', 'bench', 'crowd-load.js'), [url, String(count)]);
  const [told] = (await once(child, 'message')) as [Told];
  return { told, end: () => child.kill('SIGKILL') };
}

export async function crowd(): Promise<readonly Figure[]> {
  const redis = await startRedis();
  const server = await startServer({ REDIS_URL: `unix://${redis.path}`, LOG_LEVEL: 'silent' });
  const warm = await load(server.url, Math.ceil(customers / 20)); // a heap that has not found its size is no customer
  warm.end();
  const before = residentKb(server.pid);
  const { told, end } = await load(server.url, customers);
  await pause(restMs);
  const each = (residentKb(server.pid) - before) / customers;
  end();
  await server.stop();
  await redis.stop();
  const all = `${customers} that came at once`;
  return [
    {
      name: 'crowd served',
      value: told.served,
      unit: 'customers',
      against: all,
      ratio: rounded(told.served / customers),
    },
    { name: 'crowd greeted, median', value: rounded(told.p50), unit: 'ms from the time meant' },
    {
      name: 'crowd greeted, 99 of 100',
      value: rounded(told.p99),
      unit: 'ms from the time meant',
      against: 'median',
      ratio: rounded(told.p99 / told.p50),
    },
    {
      name: 'idle customer',
      value: rounded(each),
      unit: 'kB of the server',
      against: `${most} kB`,
      ratio: rounded(each / most),
    },
  ];
}
