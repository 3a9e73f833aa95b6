/**
 * An agent's seats, counted over all processes. One is taken before the ticket, which names it then and has it until it
 * is let go; a seat is never used a second time.
 */
import { int } from './decode.js';
import { keys, shortId } from './keys.js';
import type { Redis } from './connection.js';
import type { Run } from './scripts.js';

export interface Seats {
  /** False when all are taken. */
  take(agent: string, seat: string): Promise<boolean>;
  free(agent: string, seat: string): Promise<void>;
  /** Keeps them for another lease. */
  keep(agent: string, seats: readonly string[]): Promise<void>;
  /** How many are taken at a time in microseconds since 1970. */
  count(agent: string, at: number): Promise<number>;
}

/** The seat that a wish for a ticket is given: the same one, however often it is asked for. */
export const seatOf = (wish: string): string => shortId(wish);

export function createSeats(store: {
  readonly redis: Redis;
  readonly run: Run;
  readonly capacity: number;
  /** Milliseconds. A seat outlives its ticket's lease by another one, so that it is there until the ticket was swept. */
  readonly leaseMs: number;
}): Seats {
  const { redis, run, capacity, leaseMs } = store;
  const seat = (agent: string, what: string, ...seats: readonly string[]): Promise<unknown> =>
    run('seat', agent, what, leaseMs * 2000, capacity, ...seats);
  return {
    take: async (agent, one) => int(await seat(agent, 'take', one)) === 1,
    free: async (agent, one) => {
      if (one !== '') await seat(agent, 'free', one);
    },
    keep: async (agent, all) => {
      if (all.length > 0) await seat(agent, 'keep', ...all);
    },
    count: (agent, at) => redis.zcount(keys.seats(agent), at, '+inf'),
  };
}
