/**
 * Room at the desk of an agent whose seats are all taken. Whoever gets another ticket is not about to undo what they have
 * let go of: that is done now, the one that is due first, and only where there is a ticket for its seat.
 */
import type { Claim, Pass, Reopen } from '../queue/index.js';
import { readClosedOne } from './closed.js';
import { keys, shardOf } from './keys.js';
import type { Run } from './run.js';
import type { Seats } from './seats.js';
import { lineSize, readHeld, readTicket, type TicketSource } from './tickets.js';

interface Desk extends TicketSource {
  readonly run: Run;
  readonly seats: Seats;
  readonly lineIdleMs: number;
}

/** Whether a seat is free now. */
async function makeRoom(desk: Desk, agent: string): Promise<boolean> {
  const { run, shards, lineIdleMs, seats } = desk;
  const held = await readHeld(desk, agent);
  const leaving = held.flatMap(({ conversation: id, leaving: soon }) => (soon ? [{ id, due: soon.due }] : []));
  for (const { id } of leaving.toSorted((a, b) => a.due - b.due)) {
    const asked = { limit: 1, words: '', texts: '', lineIdle: lineIdleMs, id, agent };
    const [done] = await run('sweep', shardOf(id, shards), asked);
    if (done === undefined) continue; // it was undone, or done, meanwhile
    await seats.free(done.agent, done.seat);
    return true;
  }
  return false;
}

/** Asks, and asks once more where all seats were taken and one of them could be freed. `wanted`: there is a ticket for it. */
export async function withRoom<Given extends { readonly kind: string }>(
  desk: Desk,
  agent: string,
  { ask, wanted }: { readonly ask: () => Promise<Given>; readonly wanted: () => Promise<boolean> },
): Promise<Given> {
  const answer = await ask();
  if (answer.kind !== 'full' || !(await wanted()) || !(await makeRoom(desk, agent))) return answer;
  return ask();
}

/** Whether they have said that they are away: then nothing of the line is theirs. */
async function isAway({ redis, names }: Desk, agent: string): Promise<boolean> {
  return (await redis.zrangebyscore(keys.agents(names[0] ?? 's0'), 0, 0)).includes(agent);
}

/** Whether what is claimed can be had. */
export async function isThere(desk: Desk, { agent, conversation, force = false }: Claim): Promise<boolean> {
  if (conversation === undefined) {
    return (await lineSize(desk, agent.queues)) > 0 && !(await isAway(desk, agent.id));
  }
  const ticket = await readTicket(desk, conversation);
  return ticket?.state === 'waiting' || (force && ticket !== undefined && ticket.agent?.id !== agent.id);
}

/** Whether a case may be reopened, or its close undone. */
export async function isReopened(desk: Desk, { conversation, episode, agent }: Reopen): Promise<boolean> {
  const closed = await readClosedOne(desk, conversation, episode);
  if (closed !== undefined) return closed.stays === undefined;
  const ticket = await readTicket(desk, conversation);
  return ticket?.agent?.id === agent.id && ticket.leaving !== undefined;
}

/** Whether a ticket may be passed on by who wants to. */
export async function isPassed(desk: Desk, { conversation, agent, epoch, seen, to }: Pass): Promise<boolean> {
  const ticket = await readTicket(desk, conversation);
  const unread = ticket?.last.role === 'customer' && ticket.last.seq > seen;
  const own = ticket?.agent?.id === agent.id && ticket.epoch === epoch;
  return own && !unread && !(await isAway(desk, to.id));
}
