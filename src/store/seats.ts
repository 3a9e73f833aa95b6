/**
 * An agent's seats, counted over all processes. One is taken before the ticket, which names it then and has it until it
 * is let go; a seat is never used a second time.
 */
import { type Ids, SupportError } from '../base/index.js';
import { int, list, text } from './decode.js';
import { keys, shortId } from './keys.js';
import type { Redis } from './connection.js';
import type { Run } from './run.js';

/** The answer of a script that gives a ticket to an agent. */
export type Answer = readonly string[];

interface Place {
  readonly agent: string;
  readonly seat: string;
  /** Whether the ticket that was given is in this seat. */
  readonly uses: (answer: Answer) => boolean;
}

export interface Seats {
  /**
   * Takes a seat and gives the ticket with it. `give` is told until when the seat is theirs (microseconds since 1970)
   * and answers `late` when that time was over; then it is tried again. A seat that its answer does not use is given
   * back. Undefined when all seats are taken.
   */
  within(wish: Place, give: (till: number) => Promise<Answer>): Promise<Answer | undefined>;
  /** Its ticket was let go. */
  free(agent: string, seat: string): Promise<void>;
  /** Keeps the seats of all that an agent holds for another lease. */
  keep(agent: string, held: readonly string[]): Promise<void>;
  /** How many are taken at a time in microseconds since 1970. */
  count(agent: string, at: number): Promise<number>;
}

/** The seat that a wish for a ticket is given: the same one, however often it is asked for. */
export const seatOf = (wish: string): string => shortId(wish);

/** A ticket comes later than its seat lasts when a process or a server was stopped in between; hardly twice. */
const mostTries = 3;

export function createSeats(store: {
  readonly redis: Redis;
  readonly run: Run;
  readonly ids: Ids;
  readonly names: readonly string[];
  readonly capacity: number;
  /** Milliseconds. A seat lasts as long as two. */
  readonly leaseMs: number;
}): Seats {
  const { redis, run, ids, names, capacity, leaseMs } = store;
  const ask = async (agent: string, what: string, ...seat: readonly [string, string, ...string[]]): Promise<string> =>
    text(await run('seat', agent, what, leaseMs * 2000, capacity, ...seat));

  async function heldBy(agent: string): Promise<readonly string[]> {
    const seats = await Promise.all(names.map((name) => run('held', name, agent)));
    return seats.flatMap((answer) => list(answer).map(text));
  }
  async function take(agent: string, ...seat: readonly [string, string]): Promise<number> {
    const answer = await ask(agent, 'take', ...seat);
    return int(answer === 'look' ? await ask(agent, 'take', ...seat, 'known', ...(await heldBy(agent))) : answer);
  }
  return {
    async within({ agent, seat, uses }, give) {
      const own = ids.next();
      for (let tries = 0; tries < mostTries; tries += 1) {
        const till = await take(agent, seat, own);
        if (till === 0) return undefined;
        const given = await give(till);
        if (given[0] === 'late') continue;
        if (!uses(given)) await ask(agent, 'back', seat, own);
        return given;
      }
      throw new SupportError('unavailable', 'The store was too slow to give this ticket to anybody. Try again.');
    },
    free: async (agent, seat) => {
      if (seat !== '') await ask(agent, 'free', seat, '');
    },
    keep: async (agent, held) => {
      if (held.length > 0) await ask(agent, 'keep', '', '', 'known', ...held);
    },
    count: (agent, at) => redis.zcount(keys.seats(agent), at, '+inf'),
  };
}
