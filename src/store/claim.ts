/** A ticket goes to an agent: the next of their lines over all shards, or the one asked for. */
import type { Claim, Claimed } from '../queue/index.js';
import { int, list, text } from './decode.js';
import { packExtras } from './entries.js';
import { keys, shardOf } from './keys.js';
import type { Run } from './run.js';
import { type Answer, type Seats, seatOf } from './seats.js';
import { readTicket, type TicketSource } from './tickets.js';

export interface ClaimContext extends TicketSource {
  readonly run: Run;
  readonly seats: Seats;
  /** Tickets one agent may hold at once. */
  readonly capacity: number;
  /** Milliseconds. */
  readonly leaseMs: number;
}

interface Head {
  readonly shard: string;
  /** Empty when the shard itself knows which it is. */
  readonly id: string;
}

/** A wish that has a seat, until then (microseconds since 1970). */
type Seated = Claim & { readonly seat: string; readonly till: number };

/** The shard that answered this token before, or the ticket that is served next of all shards. */
async function findHead({ run, names }: ClaimContext, { agent, seat }: Seated): Promise<Head | undefined> {
  const answers = await Promise.all(names.map((name) => run('heads', name, seat, ...agent.queues)));
  const heads = answers.map((answer, index) => {
    const [known, id, score] = list(answer).map(text);
    return { shard: names[index] ?? '', known: known === '1', id: id ?? '', score: int(score) };
  });
  const before = heads.find(({ known }) => known);
  if (before !== undefined) return { shard: before.shard, id: '' };
  return heads.filter(({ id }) => id !== '').toSorted((a, b) => a.score - b.score)[0];
}

async function claimAt(context: ClaimContext, wish: Seated, head: Head): Promise<Answer> {
  const { run, names, leaseMs } = context;
  const { agent, seat, till, conversation, force = false, seam } = wish;
  const how = force ? '1' : conversation === undefined && head.id !== '' ? 'head' : '';
  const who = [agent.id, agent.name, leaseMs * 1000, seat, till, head.id];
  const answer = list(await run('claim', head.shard, ...who, seam.text, packExtras(seam), how, ...agent.queues));
  const [kind, , , , , queue = '', queued = '', at = ''] = answer.map(text);
  if (kind === 'claimed' && queued !== '') {
    const others = names.filter((name) => name !== head.shard);
    // the pace is a running average: one claim less in it does not matter, the claim does
    await Promise.all(others.map((name) => run('paced', name, queue, at, queued).catch(() => undefined)));
  }
  return answer.map(text);
}

/**
 * The next ticket. With several shards their heads are read first and the best of them is claimed as what it was, so
 * that no shard gives away its second while the first of another is due; lua/wish.lua keeps a wish that is asked in two
 * places at once to one ticket. Who was overtaken looks again: each time, somebody else has got a ticket.
 */
async function claimNext(context: ClaimContext, wish: Seated): Promise<Answer> {
  const [only = 's0', ...others] = context.names;
  if (others.length === 0) return claimAt(context, wish, { shard: only, id: '' });
  for (let taken = ''; ;) {
    const head = await findHead(context, wish);
    if (head === undefined) return ['empty'];
    if (head.id === '') return claimAt(context, wish, head);
    const id = text(await context.run('wish', wish.agent.id, wish.seat, head.id, taken));
    const answer = await claimAt(context, wish, { shard: shardOf(id, context.shards), id });
    if (answer[0] !== 'taken' && answer[0] !== 'empty') return answer;
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
export async function claim(context: ClaimContext, wish: Claim): Promise<Claimed> {
  const { shards, capacity, seats } = context;
  const { agent, token, conversation } = wish;
  const seat = seatOf(token);
  // who has the ticket already has it in another seat
  const uses = ([kind, , , , empty]: Answer) => kind === 'claimed' && empty !== seat;
  const answer = await seats.within({ agent: agent.id, seat, uses }, (till) =>
    conversation === undefined
      ? claimNext(context, { ...wish, seat, till })
      : claimAt(context, { ...wish, seat, till }, { shard: shardOf(conversation, shards), id: conversation }),
  );
  if (answer === undefined) return (await answeredBefore(context, seat, agent)) ?? { kind: 'full', capacity };
  const [kind, first = '', second, emptied = '', empty = ''] = answer;
  if (kind === 'claimed') {
    if (uses(answer)) await seats.free(emptied, empty);
    return { kind, conversation: first, epoch: int(second) };
  }
  if (kind === 'empty') return { kind };
  // who closed it does not have it
  return second === 'assigned' ? { kind: 'taken', by: first } : { kind: 'gone' };
}
