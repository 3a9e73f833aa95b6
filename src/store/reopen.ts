/** A closed case goes on with an agent. */
import { SupportError } from '../base/index.js';
import type { Held, Queue, Reopen, Reopened } from '../queue/index.js';
import { packExtras } from './entries.js';
import { shardOf } from './keys.js';
import type { Run } from './run.js';
import type { Answer } from './schema/acts.js';
import { type Seats, seatOf } from './seats.js';
import { fenced, mostUnread, wrote } from './unread.js';

interface Context {
  readonly run: Run;
  readonly seats: Seats;
  readonly shards: number;
  readonly capacity: number;
  readonly leaseMs: number;
}

type Wanted = Omit<Reopen, 'agent' | 'token'> & { readonly agent: Reopen['agent']; readonly seat: string };

function ask({ run, shards, leaseMs }: Context, wanted: Wanted, till: number) {
  const { conversation: id, episode, epoch, seen, agent, force = false, seat, notice, told } = wanted;
  return run('reopen', shardOf(id, shards), {
    ...{ id, number: episode, epoch, seen, most: mostUnread, force, seat, till, lease: leaseMs },
    ...{ agent: agent.id, name: agent.name, words: notice.text, ...told, extras: packExtras(notice) },
  });
}

/**
 * A seat first and the ticket then, as in a claim. What its agent has closed and nobody was told of is not reopened: the
 * close is undone.
 */
export async function reopen(context: Context, { token, ...wish }: Reopen): Promise<Reopened> {
  const { conversation, agent } = wish;
  const seat = seatOf(token);
  const uses = ({ kind }: Answer<'reopen'>) => kind === 'reopened';
  const { capacity = context.capacity } = agent;
  const request = { agent: agent.id, capacity, seat, uses };
  const answer = await context.seats.within(request, (till) => ask(context, { ...wish, seat }, till));
  if (answer === undefined) return { kind: 'full', capacity };
  switch (answer.kind) {
    case 'late':
      throw new SupportError('internal', 'A seat that is late is asked for again.');
    case 'fenced':
      return fenced(answer);
    case 'wrote':
      return wrote(answer);
    case 'leaving': {
      const back = await undo(context, { conversation, agent, epoch: answer.epoch });
      return back.kind === 'back' ? { kind: 'reopened', epoch: back.epoch } : back;
    }
    default:
      return answer;
  }
}

export async function undo(
  { run, shards }: Pick<Context, 'run' | 'shards'>,
  { conversation: id, agent, epoch }: Held,
): ReturnType<Queue['undo']> {
  const answer = await run('undo', shardOf(id, shards), { id, agent: agent.id, epoch });
  return answer.kind === 'back' ? answer : fenced(answer);
}
