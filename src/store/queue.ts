/** Tickets change hands: claim, speak, let go, stay present; and the place of one in the line. */
import type { LineFacts } from '../conversation/index.js';
import type { Claim, Claimed, Fenced, Queue, Release, Speech, Ticket } from '../queue/index.js';
import { int, list, ms, text } from './decode.js';
import { packEffects, packExtras } from './effects.js';
import { keys, shardNames, shardOf, shortId } from './keys.js';
import type { Run } from './scripts.js';
import { lineSize, readHeld, readLine, readTicket, type TicketSource } from './tickets.js';

export interface QueueOptions extends Omit<TicketSource, 'names'> {
  readonly run: Run;
  readonly retentionSeconds: number;
  /** Tickets one agent may hold at once. */
  readonly capacity: number;
  /** How long an agent may be silent before the tickets go back into the line, milliseconds. */
  readonly leaseMs: number;
  /** How long an episode handed back may be silent before it is looked at, milliseconds. */
  readonly idleMs: number;
}

type Context = QueueOptions & TicketSource;

const hourMs = 3_600_000;

function fenced(answer: readonly unknown[]): Fenced {
  const by = text(answer[1]);
  return by === '' ? { kind: 'fenced' } : { kind: 'fenced', by };
}

function seat(context: Context, agent: string, action: readonly [string, ...(readonly string[])]): Promise<unknown> {
  const [what, ...members] = action;
  return context.run('seat', agent, what, context.leaseMs * 1000, context.capacity, ...members);
}

/** A seat that is reserved is marked by its token; a ticket's seat has the ticket's own id. */
const reservation = (token: string): string => ` ${token}`;

/** The shard that answered this token before, or the one whose head of the line is served next. */
async function nextShard({ redis, names }: Context, token: string): Promise<string> {
  if (names.length === 1) return names[0] ?? 's0';
  const known = await Promise.all(names.map((name) => redis.exists(keys.claim(name, token))));
  if (known.includes(1)) return names[known.indexOf(1)] ?? 's0';
  const heads = await Promise.all(names.map((name) => redis.zrange(keys.line(name), 0, '0', 'WITHSCORES')));
  const scores = heads.map((head) => (head[1] === undefined ? Infinity : Number(head[1])));
  return names[scores.indexOf(Math.min(...scores))] ?? 's0';
}

/** The first answer of a claim that is asked again when all seats are taken, one of them by its own ticket. */
async function answeredBefore(context: Context, token: string, agent: string): Promise<Claimed | undefined> {
  const ids = await Promise.all(context.names.map((name) => context.redis.get(keys.claim(name, token))));
  const id = ids.find((found) => found !== null);
  const ticket = id ? await readTicket(context, id) : undefined;
  if (ticket?.agent?.id !== agent) return undefined;
  return { kind: 'claimed', conversation: ticket.conversation, epoch: ticket.epoch };
}

/** Takes a seat first and the ticket then; a seat without a ticket is given back, or frees itself in time. */
async function claim(context: Context, { agent, token, conversation = '', seam }: Claim): Promise<Claimed> {
  const { run, shards, capacity, leaseMs } = context;
  if (int(await seat(context, agent.id, ['take', reservation(token)])) === 0) {
    return (await answeredBefore(context, token, agent.id)) ?? { kind: 'full', capacity };
  }
  const shard = conversation === '' ? await nextShard(context, token) : shardOf(conversation, shards);
  const who = [agent.id, agent.name, leaseMs * 1000, token, conversation];
  const answer = list(await run('claim', shard, ...who, seam.text, packExtras(seam)));
  if (text(answer[0]) === 'claimed') {
    const id = text(answer[1]);
    await seat(context, agent.id, ['bind', id, reservation(token)]);
    return { kind: 'claimed', conversation: id, epoch: int(answer[2]) };
  }
  await seat(context, agent.id, ['free', reservation(token)]);
  if (text(answer[0]) === 'empty') return { kind: 'empty' };
  const by = text(answer[1]);
  return by === '' ? { kind: 'taken' } : { kind: 'taken', by };
}

async function speak({ run, shards }: Context, speech: Speech): ReturnType<Queue['speak']> {
  const { conversation: id, agent, epoch, note } = speech;
  const who = [shortId(speech.id), agent.id, epoch, note ? 'n' : 'a'];
  const extras = packExtras({ text: '', by: agent.name });
  const answer = list(await run('speak', shardOf(id, shards), id, ...who, speech.text, extras));
  return text(answer[0]) === 'said' ? { kind: 'said', seq: int(answer[1]) } : fenced(answer);
}

async function release(context: Context, move: Release): ReturnType<Queue['release']> {
  const { run, shards, idleMs, retentionSeconds } = context;
  const { conversation: id, agent, epoch, action, seam } = move;
  const effects = action === 'release' ? [] : packEffects(move.effects, { at: 0, seq: 0, retentionSeconds });
  const what = [agent.id, epoch, action, seam.text, packExtras(seam), idleMs * 1000];
  const answer = list(await run('move', shardOf(id, shards), id, ...what, ...effects));
  if (text(answer[0]) !== 'moved') return fenced(answer);
  await seat(context, agent.id, ['free', id]);
  return { kind: 'moved' };
}

async function present(context: Context, agent: string, here: boolean): Promise<readonly string[]> {
  const { redis, run, names, shards, leaseMs } = context;
  const held = (await redis.zrange(keys.seats(agent), 0, '-1')).filter((member) => !member.startsWith(' '));
  const lease = leaseMs * 1000;
  const beats = names.map((name) => {
    const mine = held.filter((id) => shardOf(id, shards) === name);
    return run('presence', name, agent, here ? lease : 0, lease, ...mine);
  });
  const lost = (await Promise.all(beats)).flatMap((answer) => list(answer).map(text));
  const kept = held.filter((id) => !lost.includes(id));
  if (kept.length > 0) await seat(context, agent, ['keep', ...kept]);
  await Promise.all(lost.map((id) => seat(context, agent, ['free', id])));
  return lost;
}

async function position({ redis, names }: Context, { order }: Ticket): Promise<LineFacts> {
  const first = names[0] ?? 's0';
  const [seconds, rest] = await redis.time();
  const [counts, agents, pace] = await Promise.all([
    Promise.all(names.map((name) => redis.zcount(keys.line(name), '-inf', `(${Math.round(order * 1000)}`))),
    redis.zcount(keys.agents(first), Number(seconds) * 1_000_000 + Number(rest), '+inf'),
    redis.hget(keys.pace(first), 'ew'),
  ]);
  return { ahead: counts.reduce((sum, count) => sum + count, 0), agents, pace: ms(pace) };
}

async function done({ redis, names }: Context, agent: string, since: number): Promise<number> {
  const [seconds] = await redis.time();
  const [first, last] = [Math.floor(since / hourMs), Math.floor(Number(seconds) / 3600)];
  const hours = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const cells = hours.flatMap((hour) => names.map((name) => redis.hget(keys.hour(name, hour), `done:${agent}`)));
  return (await Promise.all(cells)).reduce((sum, cell) => sum + Number(cell ?? 0), 0);
}

export function createQueue(options: QueueOptions): Queue {
  const context: Context = { ...options, names: shardNames(options.shards) };
  return {
    capacity: options.capacity,
    claim: (wish) => claim(context, wish),
    speak: (speech) => speak(context, speech),
    release: (move) => release(context, move),
    present: (agent, here) => present(context, agent, here),
    async sweep(seam) {
      const answers = await Promise.all(context.names.map((name) => options.run('sweep', name, 100, seam)));
      return answers.flatMap((answer) => list(answer).map(text));
    },
    line: (limit) => readLine(context, limit),
    size: () => lineSize(context),
    held: (agent) => readHeld(context, agent),
    ticket: (conversation) => readTicket(context, conversation),
    position: (ticket) => position(context, ticket),
    done: (agent, since) => done(context, agent, since),
  };
}
