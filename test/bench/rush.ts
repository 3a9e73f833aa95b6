/**
 * Customers who all ask for a person at once, against as many who ask something the FAQ answers: the line is one for all
 * of them, and must not make them slower. Alone, while it moves, and with two processes.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { TurnCounts } from '../../src/bot/index.js';
import { inPackage } from '../../src/base/index.js';
import type { Store } from '../../src/store/index.js';
import { engines, type StoreHouse } from '../support/stores.js';
import { type Figure, median, rounded } from './figure.js';
import type { Rush } from './rush-worker.js';
import { readAll } from '../support/tickets.js';

/** How many ask, and how many of them at a time. */
const crowds: readonly (readonly [number, number])[] = [
  [100, 100],
  [1000, 3],
  [1000, 50],
  [1000, 1000],
  [5000, 5000],
];
/** The slower of both kinds may take so many times as long as the other. */
const most = 1.3;
const rounds = 3;
const notice = { text: 'joined' };
const help = 'Talk to a person';
const question = 'how long does delivery take';

interface Workers {
  /** Milliseconds until all have their answer; what went another way than usual is counted. */
  ask(wanted: Omit<Rush, 'from' | 'to'> & { readonly count: number }): Promise<number>;
  readonly odd: () => number;
  close(): void;
}

async function startWorkers(house: StoreHouse, processes: number): Promise<Workers> {
  const program = inPackage('dist', 'test', 'bench', 'rush-worker.js');
  const workers: ChildProcess[] = [];
  for (let n = 0; n < processes; n += 1) {
    const worker = fork(program, [JSON.stringify(house.env)]);
    await once(worker, 'message');
    workers.push(worker);
  }
  const odd = new Map<ChildProcess, number>();
  return {
    async ask({ count, width, ...wanted }) {
      const part = Math.ceil(count / processes);
      const begin = performance.now();
      const done = workers.map(async (worker, n) => {
        const heard = once(worker, 'message') as Promise<[TurnCounts]>;
        const rush: Rush = {
          ...wanted,
          width: Math.ceil(width / processes),
          from: n * part,
          to: Math.min(count, (n + 1) * part),
        };
        worker.send(rush);
        const [counts] = await heard;
        odd.set(worker, counts.moved + counts.putOff + counts.unsettled);
      });
      await Promise.all(done);
      return performance.now() - begin;
    },
    odd: () => [...odd.values()].reduce((sum, one) => sum + one, 0),
    close: () => workers.forEach((worker) => worker.kill('SIGKILL')),
  };
}

/** Claims whatever waits, and closes it. Resolves when nothing waits and `over` says that nothing will. */
async function serve(store: Store, n: number, over: () => boolean): Promise<number> {
  const agent = { id: `agent-${n}`, name: `Agent ${n}`, queues: ['main'] };
  await store.queue.present(agent, true);
  let served = 0;
  for (let wish = 0; ; wish += 1) {
    const last = over();
    const claimed = await store.queue.claim({ agent, token: crypto.randomUUID(), notice });
    if (claimed.kind === 'claimed') {
      const { conversation, epoch } = claimed;
      const effects = [{ kind: 'end', outcome: 'helped' }] as const;
      await store.queue.release({ ...readAll, conversation, epoch, agent, action: 'close', notice, effects });
      served += 1;
    } else if (last) return served;
  }
}

async function answered(store: Store, prefix: string, count: number): Promise<number> {
  let all = 0;
  for (let n = 0; n < count; n += 1) {
    const said = (await store.conversations.entries(`${prefix}-${n}`, 0)).filter(({ role }) => role === 'assistant');
    if (said.length === 1) all += 1;
  }
  return all;
}

interface Case {
  readonly engine: string;
  readonly house: StoreHouse;
  readonly store: Store;
  readonly workers: Workers;
  readonly processes: number;
}

let batch = 0;

async function compare(one: Case, [count, width]: readonly [number, number], moving: boolean): Promise<Figure> {
  const { store, workers } = one;
  const ratios: number[] = [];
  let lost = 0;
  for (let round = 0; round < rounds; round += 1) {
    const [asked, told] = [`person-${(batch += 1)}`, `faq-${batch}`];
    const faq = await workers.ask({ prefix: told, count, width, text: question });
    let over = false;
    const agents = Array.from({ length: moving ? 20 : 0 }, (_, n) => serve(store, n, () => over));
    const person = await workers.ask({ prefix: asked, count, width, text: help });
    over = true;
    const served = (await Promise.all(agents)).reduce((sum, some) => sum + some, 0);
    const waiting = moving ? served : await store.queue.size(['main']);
    lost += count - waiting + (count - (await answered(store, asked, count)));
    ratios.push(person / faq);
    if (!moving) await serve(store, 0, () => true);
  }
  const how = `${count}, ${width} at a time${moving ? ', the line moving' : ''}${one.processes > 1 ? ', two processes' : ''}`;
  return {
    name: `ask for a person at once (${one.engine}; ${how}; ${lost} lost, ${workers.odd()} tried again)`,
    value: rounded(median(ratios)),
    unit: 'of the time of as many FAQ answers',
    against: String(most),
    ratio: rounded(median(ratios) / most),
  };
}

export async function rush(part?: string): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const engine of engines) {
    if (engine.skip !== undefined || (part !== undefined && part !== engine.name)) continue;
    for (const processes of [1, 2]) {
      const house = await engine.start();
      const store = await house.open({ capacity: 1000 });
      const workers = await startWorkers(house, processes);
      await workers.ask({ prefix: 'warm', count: 2000, width: 100, text: question });
      const one: Case = { engine: engine.name, house, store, workers, processes };
      for (const crowd of processes === 1 ? crowds : crowds.slice(-2)) figures.push(await compare(one, crowd, false));
      figures.push(await compare(one, [1000, 1000], true));
      workers.close();
      await house.close();
    }
  }
  return figures;
}
