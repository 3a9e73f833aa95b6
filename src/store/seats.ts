/**
 * An agent's seats, counted over all processes. One is taken before the ticket, which names it then and has it until it
 * is let go; a seat is never used a second time.
 */
import { type Ids, SupportError } from '../base/index.js';
import { keys, shortId } from './keys.js';
import type { Redis } from './connection.js';
import type { Run } from './run.js';
import type { Answer } from './schema/acts.js';

interface Place<Given> {
  readonly agent: string;
  /** Seats they have. */
  readonly capacity: number;
  readonly seat: string;
  /** Whether the ticket that was given is in this seat. */
  readonly uses: (answer: Given) => boolean;
}

export interface Seats {
  /**
   * Takes a seat and gives the ticket with it. `give` is told until when the seat is theirs (microseconds since 1970)
   * and answers `late` when that time was over; then it is tried again. A seat that its answer does not use is given
   * back. Undefined when all seats are taken.
   */
  within<Given extends { readonly kind: string }>(
    request: Place<Given>,
    give: (till: number) => Promise<Given>,
  ): Promise<Given | undefined>;
  /** Its ticket was let go. */
  free(agent: string, seat: string): Promise<void>;
  /** Keeps the seats of all that an agent holds for another lease. */
  keep(agent: string, held: readonly string[]): Promise<void>;
  /** How many are taken at a time in microseconds since 1970. */
  count(agent: string, at: number): Promise<number>;
}

/** The seat that a claim request for a ticket is given: the same one, however often it is asked for. */
export const seatOf = (request: string): string => shortId(request);

/** A seat, who tries to take it, and the seats of all that the agent holds, where they were looked for. */
interface Asked {
  readonly capacity?: number;
  readonly seat?: string;
  readonly attempt?: string;
  readonly held?: readonly string[];
}

/** A ticket comes later than its seat lasts when a process or a server was stopped in between; hardly twice. */
const mostTries = 3;

export function createSeats(store: {
  readonly redis: Redis;
  readonly run: Run;
  readonly ids: Ids;
  readonly names: readonly string[];
  /** Milliseconds. A seat lasts as long as two. */
  readonly leaseMs: number;
}): Seats {
  const { redis, run, ids, names, leaseMs } = store;
  async function ask(agent: string, action: string, what: Asked): Promise<Answer<'seat'>> {
    const { capacity = 0, seat = '', attempt = '', held } = what;
    const limits = { span: leaseMs * 2, capacity };
    return run('seat', agent, { action, ...limits, seat, attempt, known: held !== undefined, held: held ?? [] });
  }

  async function heldBy(agent: string): Promise<readonly string[]> {
    return (await Promise.all(names.map((name) => run('held', name, { agent })))).flat();
  }
  /** Until when it is theirs, microseconds since 1970; undefined when all are taken. */
  async function take(agent: string, what: Asked): Promise<number | undefined> {
    const first = await ask(agent, 'take', what);
    const answer = first.kind === 'look' ? await ask(agent, 'take', { ...what, held: await heldBy(agent) }) : first;
    return answer.kind === 'yours' ? answer.till : undefined;
  }
  return {
    async within({ agent, capacity, seat, uses }, give) {
      const attempt = ids.next();
      for (let tries = 0; tries < mostTries; tries += 1) {
        const till = await take(agent, { capacity, seat, attempt });
        if (till === undefined) return undefined;
        const given = await give(till);
        if (given.kind === 'late') continue;
        if (!uses(given)) await ask(agent, 'back', { seat, attempt });
        return given;
      }
      throw new SupportError('unavailable', 'The store was too slow to give this ticket to anybody. Try again.');
    },
    free: async (agent, seat) => {
      if (seat !== '') await ask(agent, 'free', { seat });
    },
    keep: async (agent, held) => {
      if (held.length > 0) await ask(agent, 'keep', { held });
    },
    count: (agent, at) => redis.zcount(keys.seats(agent), at, '+inf'),
  };
}
