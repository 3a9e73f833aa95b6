/**
 * Turns and claims against BullMQ on one redis-server: a message is kept as a job is added, a turn is a job's whole life,
 * a ticket that is claimed and closed is a job that is processed. Processor time of both sides.
 */
import { type Job, Queue, Worker } from 'bullmq';
import { randomUUID } from 'node:crypto';
import { startRedis } from '../support/redis.js';
import type { Store } from '../../src/store/index.js';
import { type Cost, costOf } from './cpu.js';
import { type Figure, median, rate, rounded } from './figure.js';
import { claimNext, close, enterLine, firstTurn, nextTurn, openBench, text } from './talks.js';

const count = 2000;
const width = 100;
const rounds = 5;

/** Lets a worker empty the queue; resolves when the last job is done. */
async function drain(path: string): Promise<void> {
  let done = 0;
  await new Promise<void>((resolve, reject) => {
    const work = (_job: Job) => Promise.resolve('ok');
    const worker = new Worker('bench', work, { connection: { path }, concurrency: width });
    worker.on('error', reject);
    worker.on('completed', () => {
      done += 1;
      if (done === count) worker.close().then(resolve, reject);
    });
  });
}

type Costs = Record<'add' | 'process' | 'turn' | 'claim' | 'close', Cost[]>;

async function roundOf(
  costs: Costs,
  { store, queue, path, pid }: { store: Store; queue: Queue; path: string; pid: number },
) {
  const talks = Array.from({ length: count }, () => `web-${randomUUID()}`);
  await rate(count, width, (n) => firstTurn(store, talks[n - 1] ?? ''));
  const turns = () => rate(count, width, (n) => nextTurn(store, talks[n - 1] ?? ''));
  const adds = () =>
    rate(count, width, () => queue.add('message', { text }, { jobId: randomUUID(), removeOnComplete: true }));
  costs.turn.push(await costOf(pid, count, turns));
  costs.add.push(await costOf(pid, count, adds));
  costs.process.push(await costOf(pid, count, () => drain(path)));
  await rate(count, width, () => enterLine(store, `web-${randomUUID()}`));
  const claimed: Awaited<ReturnType<typeof claimNext>>[] = [];
  const claims = () => rate(count, width, async (n) => void (claimed[n - 1] = await claimNext(store, n)));
  costs.claim.push(await costOf(pid, count, claims));
  costs.close.push(await costOf(pid, count, () => rate(count, width, (n) => close(store, n, claimed[n - 1]!))));
}

export async function peer(): Promise<readonly Figure[]> {
  const server = await startRedis({ args: ['--appendonly', 'yes'] });
  const store = await openBench(server.path);
  const queue = new Queue('bench', { connection: { path: server.path } });
  await queue.waitUntilReady();
  const costs: Costs = { add: [], process: [], turn: [], claim: [], close: [] };
  for (let round = 0; round < rounds; round += 1) {
    await roundOf(costs, { store, queue, path: server.path, pid: server.pid });
  }
  await queue.close();
  await store.close();
  await server.stop();

  const side = (name: keyof Costs, of: keyof Cost) => median(costs[name].slice(1).map((cost) => cost[of]));
  type Work = readonly (keyof Costs)[];
  const figures = (own: Work, theirs: Work): readonly Figure[] =>
    (['client', 'server'] as const).map((of) => {
      const spent = (work: Work) => work.reduce((sum, one) => sum + side(one, of), 0);
      const [value, other] = [spent(own), spent(theirs)];
      const against = `BullMQ ${theirs.join(' and ')}: ${rounded(other)}`;
      return {
        name: `${own.join(' and ')}, ${of}`,
        value: rounded(value),
        unit: 'µs of processor',
        against,
        ratio: rounded(value / other),
      };
    });
  return [
    ...figures(['turn'], ['add', 'process']),
    ...figures(['turn', 'claim'], ['add', 'process']),
    ...figures(['claim'], ['process']),
    ...figures(['claim', 'close'], ['process']),
  ];
}
