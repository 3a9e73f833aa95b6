/** Tickets change hands: claim, pass on, speak, let go, stay present; and the place of one in the line. */
import type { Ids } from '../base/index.js';
import type { LineFacts } from '../conversation/index.js';
import type { Agent, Colleague, Fenced, Pass, Passed, Queue, Release, Speech } from '../queue/index.js';
import { claim } from './claim.js';
import { int, list, micros, ms, text } from './decode.js';
import { packEffects } from './effects.js';
import { packExtras } from './entries.js';
import { keys, shardNames, shardOf, shortId } from './keys.js';
import type { Line } from './line.js';
import type { Run } from './run.js';
import { createSeats, type Seats, seatOf } from './seats.js';
import { lineSize, readAssigned, readHeld, readLine, readTicket, type TicketSource } from './tickets.js';

export interface QueueOptions extends Omit<TicketSource, 'names'> {
  readonly run: Run;
  readonly line: Line;
  readonly ids: Ids;
  /** Tickets one agent may hold at once. */
  readonly capacity: number;
  /** How long an agent may be silent before the tickets go back into the line, milliseconds. */
  readonly leaseMs: number;
  /** How long a customer may wait for a word of the agent who is there, before another one gets the ticket, milliseconds. */
  readonly patienceMs: number;
  /** How long an episode handed back may be silent before it is looked at, milliseconds. */
  readonly idleMs: number;
  /** The same for a customer in the line of whom nothing is heard or seen. */
  readonly lineIdleMs: number;
}

interface Context extends QueueOptions, TicketSource {
  readonly seats: Seats;
}

const hourMs = 3_600_000;

/** A flat answer cut into groups of so many. */
function groups(answer: unknown, size: number): readonly (readonly string[])[] {
  const flat = list(answer).map(text);
  return flat.flatMap((_, index) => (index % size === 0 ? [flat.slice(index, index + size)] : []));
}

/** `fenced name state`: who closed a ticket does not hold it. */
function fenced(answer: readonly unknown[]): Fenced {
  const [by, state] = [text(answer[1]), text(answer[2])];
  return by === '' || state !== 'assigned' ? { kind: 'fenced' } : { kind: 'fenced', by };
}

/** A seat of the colleague first and the ticket then, as in a claim. */
async function pass(context: Context, { conversation: id, agent, epoch, to, seam }: Pass): Promise<Passed> {
  const { run, shards, capacity, leaseMs, seats } = context;
  const seat = seatOf(`${id} ${epoch}`);
  const who = [agent.id, epoch, to.id, to.name, leaseMs * 1000, seat];
  const answer = await seats.within({ agent: to.id, seat, uses: ([kind]) => kind === 'moved' }, async (till) =>
    list(await run('pass', shardOf(id, shards), id, ...who, till, seam.text, packExtras(seam))).map(text),
  );
  if (answer === undefined) return { kind: 'full', capacity };
  const [kind = ''] = answer;
  if (kind !== 'moved') return kind === 'away' ? { kind } : fenced(answer);
  await seats.free(agent.id, answer[1] ?? '');
  return { kind };
}

/** The level of a message whose reading a person has corrected. */
const correctedLevels = { calm: 0, frustrated: -2 } as const;

async function speak({ run, shards }: Context, speech: Speech): ReturnType<Queue['speak']> {
  const { conversation: id, agent, epoch, note } = speech;
  const who = [shortId(speech.id), agent.id, epoch, note ? 'n' : 'a'];
  const extras = packExtras({ by: agent.name, ...speech.corrects });
  const { reads, about } = speech.corrects ?? {};
  const corrected = reads === undefined || about === undefined ? ['', 0] : [correctedLevels[reads], about];
  const answer = list(await run('speak', shardOf(id, shards), id, ...who, speech.text, extras, ...corrected));
  return text(answer[0]) === 'said' ? { kind: 'said', seq: int(answer[1]) } : fenced(answer);
}

async function release(context: Context, move: Release): ReturnType<Queue['release']> {
  const { run, shards, idleMs, lineIdleMs, seats } = context;
  const { conversation: id, agent, epoch, action, seam, force = false } = move;
  const back = action === 'release';
  const effects = back ? [] : packEffects(move.effects, { at: 0, seq: 0 });
  const queue = back ? (move.queue ?? '') : '';
  const idle = (back ? lineIdleMs : idleMs) * 1000;
  const what = [agent.id, epoch, action, force ? 1 : 0, queue, seam.text, packExtras(seam), idle];
  const answer = list(await run('move', shardOf(id, shards), id, ...what, ...effects));
  if (text(answer[0]) !== 'moved') return fenced(answer);
  await seats.free(text(answer[1]), text(answer[2]));
  return { kind: 'moved' };
}

async function present(context: Context, agent: Agent, here: boolean): Promise<readonly string[]> {
  const { run, names, leaseMs, patienceMs, seats } = context;
  const lease = leaseMs * 1000;
  const beat = [agent.id, agent.name, here ? lease : 0, lease, patienceMs * 1000, ...agent.queues];
  const answers = await Promise.all(names.map((name) => run('presence', name, ...beat)));
  const held = answers.flatMap((answer) => groups(answer, 2));
  await seats.keep(
    agent.id,
    held.map(([, seat = '']) => seat),
  );
  return held.map(([id = '']) => id).toSorted();
}

async function colleagues({ redis, names, seats }: Context): Promise<readonly Colleague[]> {
  const first = names[0] ?? 's0';
  const [known, [seconds]] = await Promise.all([redis.hgetall(keys.names(first)), redis.time()]);
  const now = Number(seconds) * 1_000_000;
  const present = await redis.zrangebyscore(keys.agents(first), now, '+inf');
  const found = await Promise.all(
    Object.entries(known).map(async ([id, name]) => {
      return { id, name, here: present.includes(id), held: await seats.count(id, now) };
    }),
  );
  return found.toSorted((a, b) => a.name.localeCompare(b.name));
}

async function sweep({ run, names, lineIdleMs, seats }: Context, seam: string): Promise<readonly string[]> {
  const answers = await Promise.all(names.map((name) => run('sweep', name, 100, seam, lineIdleMs * 1000)));
  const lost = answers.flatMap((answer) => groups(answer, 3));
  await Promise.all(lost.map(([, agent = '', seat = '']) => seats.free(agent, seat)));
  return lost.map(([id = '']) => id);
}

async function position(context: Context, ticket: { order: number; queue: string }): Promise<LineFacts> {
  const { order, queue } = ticket;
  const { redis, names, line } = context;
  const first = names[0] ?? 's0';
  const [seconds, rest] = await redis.time();
  const [ahead, agents, pace] = await Promise.all([
    line.countAhead({ queue, score: micros(order) }),
    redis.zcount(keys.agentsOf(first, queue), Number(seconds) * 1_000_000 + Number(rest), '+inf'),
    redis.hget(keys.pace(first), `ew ${queue}`),
  ]);
  return { ahead, agents, pace: ms(pace) };
}

async function done({ redis, names }: Context, agent: string, since: number): Promise<number> {
  const [seconds] = await redis.time();
  const [first, last] = [Math.floor(since / hourMs), Math.floor(Number(seconds) / 3600)];
  const hours = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const cells = hours.flatMap((hour) => names.map((name) => redis.hget(keys.hour(name, hour), `done:${agent}`)));
  return (await Promise.all(cells)).reduce((sum, cell) => sum + Number(cell ?? 0), 0);
}

export function createQueue(options: QueueOptions): Queue {
  const names = shardNames(options.shards);
  const context: Context = { ...options, names, seats: createSeats({ ...options, names }) };
  return {
    capacity: options.capacity,
    claim: (wish) => claim(context, wish),
    pass: (wish) => pass(context, wish),
    speak: (speech) => speak(context, speech),
    release: (move) => release(context, move),
    present: (agent, here) => present(context, agent, here),
    colleagues: () => colleagues(context),
    seen: async (id) => {
      await context.run('seen', shardOf(id, context.shards), id, context.lineIdleMs * 1000);
    },
    async adopt(queues) {
      const moved = await Promise.all(context.names.map((name) => options.run('adopt', name, 100, ...queues)));
      return moved.map(int).reduce((sum, one) => sum + one, 0);
    },
    sweep: (seam) => sweep(context, seam),
    line: (queues, limit) => readLine(context, queues, limit),
    size: (queues) => lineSize(context, queues),
    held: (agent) => readHeld(context, agent),
    assigned: (limit) => readAssigned(context, limit),
    ticket: (conversation) => readTicket(context, conversation),
    position: (ticket) => position(context, ticket),
    done: (agent, since) => done(context, agent, since),
  };
}
