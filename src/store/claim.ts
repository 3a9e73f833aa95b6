/** A ticket goes to an agent: the next of their lines over all shards, or the one asked for. */
import type { Claim, Claimed } from '../queue/index.js';
import { packExtras } from './entries.js';
import { keys, shardOf } from './keys.js';
import type { Run } from './run.js';
import type { Answer } from './schema/acts.js';
import { type Seats, seatOf } from './seats.js';
import { readTicket, type TicketSource } from './tickets.js';

export interface ClaimContext extends TicketSource {
  readonly run: Run;
  readonly seats: Seats;
  /** Tickets an agent may hold at once of whom nothing else is said. */
  readonly capacity: number;
  /** Milliseconds. */
  readonly leaseMs: number;
}

interface Head {
  readonly shard: string;
  /** Empty when the shard itself knows which it is. */
  readonly id: string;
}

/** A claim request that has a seat, until then (microseconds since 1970). */
type Seated = Claim & { readonly seat: string; readonly till: number };

/** The shard that answered this token before, or the ticket that is served next of all shards. */
async function findHead({ run, names }: ClaimContext, { agent, seat }: Seated): Promise<Head | undefined> {
  const heads = await Promise.all(
    names.map(async (shard) => ({ shard, ...(await run('heads', shard, { seat, queues: agent.queues })) })),
  );
  const before = heads.find(({ known }) => known);
  if (before !== undefined) return { shard: before.shard, id: '' };
  return heads.filter(({ id }) => id !== '').toSorted((a, b) => a.order - b.order)[0];
}

async function claimAt(context: ClaimContext, request: Seated, { shard, id }: Head): Promise<Answer<'claim'>> {
  const { run, names, leaseMs } = context;
  const { agent, seat, till, conversation, force = false, notice, told = {} } = request;
  const who = { agent: agent.id, name: agent.name, queues: agent.queues, lease: leaseMs, seat, till };
  const how = { force, head: !force && conversation === undefined && id !== '' };
  const said = { words: notice.text, extras: packExtras(notice), told: JSON.stringify(told) };
  const answer = await run('claim', shard, { id, ...who, ...how, ...said });
  if (answer.kind === 'claimed' && answer.queuedAt !== undefined) {
    const { queue, queuedAt, at } = answer;
    const others = names.filter((name) => name !== shard);
    // the pace is a running average: one claim less in it does not matter, the claim does
    await Promise.all(others.map((name) => run('paced', name, { queue, queuedAt, at }).catch(() => undefined)));
  }
  return answer;
}

/**
 * The next ticket. With several shards their heads are read first and the best of them is claimed as what it was, so
 * that no shard gives away its second while the first of another is due; lua/claimRequest.lua keeps a claim request that is asked in two
 * places at once to one ticket. Who was overtaken looks again: each time, somebody else has got a ticket.
 */
async function claimNext(context: ClaimContext, request: Seated): Promise<Answer<'claim'>> {
  const [only = 's0', ...others] = context.names;
  if (others.length === 0) return claimAt(context, request, { shard: only, id: '' });
  for (let taken = ''; ;) {
    const head = await findHead(context, request);
    if (head === undefined) return { kind: 'empty' };
    if (head.id === '') return claimAt(context, request, head);
    const id = await context.run('claimRequest', request.agent.id, { seat: request.seat, seen: head.id, taken });
    const answer = await claimAt(context, request, { shard: shardOf(id, context.shards), id });
    if (answer.kind !== 'taken' && answer.kind !== 'empty') return answer;
    taken = id;
  }
}

/** The first answer of a claim that is asked again when all seats are taken, one of them by its own ticket. */
async function answeredBefore(
  context: ClaimContext,
  seat: string,
  agent: Claim['agent'],
): Promise<Claimed | undefined> {
  const ids = await Promise.all(context.names.map((name) => context.redis.get(keys.claim(name, seat))));
  const id = ids.find((found) => found !== null);
  const ticket = id ? await readTicket(context, id) : undefined;
  if (ticket?.agent?.id !== agent.id) return undefined;
  return { kind: 'claimed', conversation: ticket.conversation, epoch: ticket.epoch };
}

/** A seat that nobody gives back frees itself in time. */
export async function claim(context: ClaimContext, request: Claim): Promise<Claimed> {
  const { shards, seats } = context;
  const { agent, token, conversation } = request;
  const { capacity = context.capacity } = agent;
  const seat = seatOf(token);
  // who has the ticket already has it in another seat
  const uses = (given: Answer<'claim'>) => given.kind === 'claimed' && given.freed !== seat;
  const answer = await seats.within({ agent: agent.id, capacity, seat, uses }, (till) =>
    conversation === undefined
      ? claimNext(context, { ...request, seat, till })
      : claimAt(context, { ...request, seat, till }, { shard: shardOf(conversation, shards), id: conversation }),
  );
  if (answer === undefined) return (await answeredBefore(context, seat, agent)) ?? { kind: 'full', capacity };
  if (answer.kind === 'claimed') {
    if (uses(answer)) await seats.free(answer.holder, answer.freed);
    return { kind: 'claimed', conversation: answer.id, epoch: answer.epoch };
  }
  if (answer.kind === 'empty' || answer.kind === 'away') return { kind: answer.kind };
  // who closed it does not have it
  return answer.kind === 'taken' && answer.state === 'assigned' ? { kind: 'taken', by: answer.by } : { kind: 'gone' };
}
