/** The door: new customers a second whose first message is answered, against the same door over an echo without a store. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { inPackage } from '../../src/base/index.js';
import { startRedis } from '../support/redis.js';
import { type ServerProcess, startServer } from '../support/server.js';
import { costOf } from './cpu.js';
import { type Figure, median, rounded } from './figure.js';

/** DOOR: more or fewer, on a faster or slower computer. */
const customers = Number(process.env['DOOR'] ?? 2000);
const width = 64;
const rounds = 3;
/** The review of the FAQ runs once, some seconds after the start, and is no customer's. */
const settledMs = 20_000;

interface Told {
  readonly served: number;
  readonly failed: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
}

const built = (name: string) => inPackage('dist', 'test', 'bench', `${name}.js`);

async function load(url: string, way: 'width' | 'rate', much: number): Promise<Told> {
  const child = fork(built('door-load'), [url, String(customers), way, String(much)]);
  const [told] = (await once(child, 'message')) as [Told];
  if (told.failed > 0) throw new Error(`${told.failed} of ${customers} customers were not served.`);
  return told;
}

async function measure({ url, pid }: ServerProcess): Promise<{ perSecond: number; ms: number }> {
  let perSecond = 0;
  const { server } = await costOf(pid, customers, async () => {
    const { served, seconds } = await load(url, 'width', width);
    perSecond = served / seconds;
  });
  return { perSecond, ms: server / 1000 };
}

/** In turns, so that what else the computer does falls on both. */
async function compare(whole: ServerProcess, echo: ServerProcess) {
  const all = { whole: [] as number[], wholeMs: [] as number[], rates: [] as number[], costs: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const [own, other] = [await measure(whole), await measure(echo)];
    if (round === 0) continue; // for the compiler
    all.whole.push(own.perSecond);
    all.wholeMs.push(own.ms);
    all.rates.push(own.perSecond / other.perSecond);
    all.costs.push(own.ms / other.ms);
  }
  return { perSecond: median(all.whole), ms: median(all.wholeMs), rate: median(all.rates), cost: median(all.costs) };
}

export async function door(): Promise<readonly Figure[]> {
  const redis = await startRedis();
  const whole = await startServer({ REDIS_URL: `unix://${redis.path}`, LOG_LEVEL: 'silent' });
  const echo = await startServer({}, { program: [built('door-echo')] });
  await pause(settledMs);
  const { perSecond, ms, rate, cost } = await compare(whole, echo);
  const half = await load(whole.url, 'rate', perSecond / 2);
  await whole.stop();
  await echo.crash();
  await redis.stop();
  const against = 'the same door over an echo without a store';
  const unit = 'ms of processor';
  return [
    { name: 'first message answered', value: rounded(perSecond), unit: 'customers/s', against, ratio: rounded(rate) },
    { name: 'first message answered, cost', value: rounded(ms), unit, against, ratio: rounded(cost) },
    {
      name: 'answer at half of that, 99 of 100',
      value: rounded(half.p99),
      unit: 'ms',
      against: 'median',
      ratio: rounded(half.p99 / half.p50),
    },
  ];
}
