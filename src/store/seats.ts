/** An agent's seats, counted over all processes: a seat is taken first and bound to the ticket then. */
import { int } from './decode.js';
import { keys } from './keys.js';
import type { Redis } from './connection.js';
import type { Run } from './scripts.js';

export interface Seats {
  /** Reserves a seat under a token; false when all are taken. */
  take(agent: string, token: string): Promise<boolean>;
  /** The reserved seat is the ticket's from now on. */
  bind(agent: string, token: string, ticket: string): Promise<void>;
  /** Gives a reservation back. */
  giveBack(agent: string, token: string): Promise<void>;
  /** The ticket is theirs no more. */
  free(agent: string, ticket: string): Promise<void>;
  /** Keeps the seats of these tickets for another lease. */
  keep(agent: string, tickets: readonly string[]): Promise<void>;
  /** The tickets that have a seat. */
  of(agent: string): Promise<readonly string[]>;
}

/** A seat that is reserved is marked by its token; a ticket's seat has the ticket's own id. */
const reservation = (token: string): string => ` ${token}`;

export function createSeats(store: {
  readonly redis: Redis;
  readonly run: Run;
  readonly capacity: number;
  /** Milliseconds. A seat outlives its ticket's lease by another one, so that it is there until the ticket was swept. */
  readonly leaseMs: number;
}): Seats {
  const { redis, run, capacity, leaseMs } = store;
  const seat = async (agent: string, what: string, ...members: readonly string[]): Promise<boolean> =>
    int(await run('seat', agent, what, leaseMs * 2000, capacity, ...members)) === 1;
  const tell = async (...seated: Parameters<typeof seat>): Promise<void> => {
    await seat(...seated);
  };
  return {
    take: (agent, token) => seat(agent, 'take', reservation(token)),
    bind: (agent, token, ticket) => tell(agent, 'bind', ticket, reservation(token)),
    giveBack: (agent, token) => tell(agent, 'free', reservation(token)),
    free: (agent, ticket) => tell(agent, 'free', ticket),
    keep: async (agent, tickets) => {
      if (tickets.length > 0) await seat(agent, 'keep', ...tickets);
    },
    of: async (agent) => (await redis.zrange(keys.seats(agent), 0, '-1')).filter((member) => !member.startsWith(' ')),
  };
}
