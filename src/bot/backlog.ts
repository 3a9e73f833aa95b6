/** A line that nobody serves does not go unnoticed: an alert in the log. */
import type { Clock, Log } from '../base/index.js';
import type { Ledger } from '../effort/index.js';
import type { Hours } from '../queue/index.js';

/** Checks once; alerts when customers wait and nobody is at the desk during opening hours. */
export async function watchBacklog(house: {
  readonly ledger: Pick<Ledger, 'live'>;
  readonly hours: Hours;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
}): Promise<void> {
  const { ledger, hours, clock, log } = house;
  if (!hours.isOpen(clock.now())) return;
  const { waiting, agents, oldest = 0 } = await ledger.live(hours.queues.map(({ id }) => id));
  if (waiting === 0 || agents > 0) return;
  log.error({ waiting, longestWaitMs: Math.round(oldest) }, 'people wait and nobody is at the desk');
}
