/** Figures that are the same at every process, read from the store when they are asked for. */
import type { Clock, Log } from '../base/index.js';
import type { Deliveries } from '../conversation/index.js';
import { figures, type Ledger } from '../effort/index.js';
import type { Hours } from '../queue/index.js';
import type { Instruments } from './instruments.js';

export interface LineSources {
  readonly ledger: Pick<Ledger, 'live' | 'hours'>;
  readonly deliveries: Pick<Deliveries, 'due'>;
  readonly hours: Hours;
  readonly clock: Clock;
  readonly log: Log;
}

const dayMs = 24 * 3_600_000;
/** More than this is trouble in any case. */
const mostDue = 1000;

async function readQueues({ ledger, hours }: LineSources, { line }: Instruments): Promise<void> {
  const read = async (queue: string) => {
    const { waiting, assigned, agents, oldest = 0 } = await ledger.live([queue]);
    line.waiting.set({ queue }, waiting);
    line.assigned.set({ queue }, assigned);
    line.agents.set({ queue }, agents);
    line.oldest.set({ queue }, oldest / 1000);
  };
  await Promise.all(hours.queues.map(({ id }) => read(id)));
}

async function readPromises({ ledger, clock }: LineSources, { line }: Instruments): Promise<void> {
  const now = clock.now();
  const { promise } = figures(await ledger.hours({ from: now - dayMs, to: now + 1 }));
  for (const [result, count] of Object.entries(promise)) line.promises.set({ result }, count);
}

/** Reads all of them; what cannot be read is left out, and says so in `store_up`. */
export async function readLine(sources: LineSources, to: Instruments): Promise<void> {
  const { deliveries, hours, clock, log } = sources;
  to.isOpen.set(hours.isOpen(clock.now()) ? 1 : 0);
  const due = async () => to.line.due.set((await deliveries.due(mostDue)).length);
  const reads = await Promise.allSettled([readQueues(sources, to), readPromises(sources, to), due()]);
  const failed = reads.find((one) => one.status === 'rejected');
  to.isUp.set(failed === undefined ? 1 : 0);
  if (failed === undefined) return;
  for (const gauge of Object.values(to.line)) gauge.reset();
  to.line.due.remove(); // what has no labels is set to nought by it, which would be said of something unknown
  log.debug({ fault: failed.reason as unknown }, 'the line could not be read for the metrics');
}
