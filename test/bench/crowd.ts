/** Ten thousand customers at once over real Direct Line: how many are served, when, and what an idle one costs. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { inPackage } from '../../src/base/index.js';
import { startRedis } from '../support/redis.js';
import { type Figure, median, rounded } from './figure.js';

/** CROWD: fewer, on a computer that allows fewer open files. */
const customers = Number(process.env['CROWD'] ?? 10_000);
/** What an idle customer may cost the server, kB. */
const most = 20;
/** The crowd arrives in so many parts, and each is weighed. */
const rounds = 5;
/** Until then nothing of the rush is under way any more. */
const restMs = 5000;
/** The review of the FAQ, some seconds after the start, takes and gives back memory that is no customer's. */
const settledMs = 20_000;

interface Told {
  readonly served: number;
  readonly waits: readonly number[];
}
interface Weight {
  readonly heap: number;
  readonly resident: number;
}

const start = (name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess =>
  fork(inPackage('dist', 'test', 'bench', `${name}.js`), args, { env: { PATH: process.env['PATH'] ?? '', ...env } });

async function weigh(server: ChildProcess): Promise<Weight> {
  server.send('weigh');
  return ((await once(server, 'message')) as [Weight])[0];
}

async function load(url: string, first: number, count: number) {
  const child = start('crowd-load', [url, String(first), String(count)]);
  const [told] = (await once(child, 'message')) as [Told];
  return { told, end: () => child.kill('SIGKILL') };
}

/** A part of the crowd comes and stays; what each of them weighs. */
async function fill(server: ChildProcess, url: string, from: { first: number; count: number }) {
  const before = await weigh(server);
  const { told, end } = await load(url, from.first, from.count);
  await pause(restMs);
  const after = await weigh(server);
  const each = (kind: keyof Weight) => (after[kind] - before[kind]) / told.served;
  return { told, end, heap: each('heap'), resident: each('resident') };
}

const spread = (values: readonly number[]): string =>
  values
    .toSorted((a, b) => a - b)
    .map((value) => value.toFixed(1))
    .join(', ');

export async function crowd(): Promise<readonly Figure[]> {
  const redis = await startRedis();
  const server = start('weighed', [], { REDIS_URL: `unix://${redis.path}`, PORT: '0' });
  const [{ url }] = (await once(server, 'message')) as [{ url: string }];
  const part = Math.ceil(customers / rounds);
  await pause(settledMs);
  // a heap that has not found its size, and code that was never run, are no customer
  const warm = await fill(server, url, { first: customers, count: part });
  const parts = [];
  for (let n = 0; n < rounds; n += 1) parts.push(await fill(server, url, { first: n * part, count: part }));
  for (const { end } of [warm, ...parts]) end();
  server.kill('SIGKILL');
  await redis.stop();

  const waits = parts.flatMap(({ told }) => told.waits).toSorted((a, b) => a - b);
  const share = (of: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * of))] ?? NaN;
  const [heaps, residents] = [parts.map(({ heap }) => heap), parts.map(({ resident }) => resident)];
  const weight = (name: string, values: readonly number[]): Figure => ({
    name,
    value: rounded(median(values)),
    unit: 'kB of the server',
    against: `${most} kB; in ${rounds} rounds of ${part}: ${spread(values)}`,
    ratio: rounded(median(values) / most),
  });
  const all = `${customers} that came, ${part} at once`;
  const unit = 'ms from the time meant';
  return [
    {
      name: 'crowd served',
      value: waits.length,
      unit: 'customers',
      against: all,
      ratio: rounded(waits.length / customers),
    },
    { name: 'crowd greeted, median', value: rounded(share(0.5)), unit },
    {
      name: 'crowd greeted, 99 of 100',
      value: rounded(share(0.99)),
      unit,
      against: 'median',
      ratio: rounded(share(0.99) / share(0.5)),
    },
    weight('idle customer, heap', heaps),
    weight('idle customer, resident', residents),
  ];
}
