/** Tickets change hands: claim, pass on, speak, let go, stay present; and the place of one in the line. */
import type { Ids } from '../base/index.js';
import type { LineFacts, Reply } from '../conversation/index.js';
import type { Agent, Colleague, Pass, Passed, Queue, Release, Speech, Told } from '../queue/index.js';
import { claim } from './claim.js';
import { readClosed, readClosedOne } from './closed.js';
import { micros } from './decode.js';
import { dueTo, packExtras } from './entries.js';
import { keys, shardNames, shardOf, shortId } from './keys.js';
import type { Line } from './line.js';
import { readPeople } from './people.js';
import type { Run } from './run.js';
import type { Answer } from './schema/acts.js';
import { opsOf } from './schema/ops.js';
import { reopen, undo } from './reopen.js';
import { isPassed, isReopened, isThere, withRoom } from './room.js';
import { createSeats, type Seats, seatOf } from './seats.js';
import { lineSize, readAssigned, readHeld, readLine, readTicket, type TicketSource } from './tickets.js';
import { fenced, mostUnread, wrote } from './unread.js';

export interface QueueOptions extends Omit<TicketSource, 'names'> {
  readonly run: Run;
  readonly line: Line;
  readonly ids: Ids;
  /** Tickets an agent may hold at once of whom nothing else is said. */
  readonly capacity: number;
  /** How long an agent may be silent before the tickets go back into the line, milliseconds. */
  readonly leaseMs: number;
  /** How long a customer may wait for a word of the agent who is there, before another one gets the ticket, milliseconds. */
  readonly patienceMs: number;
  /** How long a move can be undone, before anybody is told, milliseconds. */
  readonly undoMs: number;
  /** How long an episode handed back may be silent before it is looked at, milliseconds. */
  readonly idleMs: number;
  /** The same for a customer in the line of whom nothing is heard or seen. */
  readonly lineIdleMs: number;
}

interface Context extends QueueOptions, TicketSource {
  readonly seats: Seats;
}

const hourMs = 3_600_000;

/** What a system message says and carries. */
const said = (notice: Reply) => ({ words: notice.text, extras: packExtras(notice) });

/** A seat of the colleague first and the ticket then, as in a claim. */
async function pass(context: Context, { conversation: id, agent, epoch, seen, to, notice }: Pass): Promise<Passed> {
  const { run, shards, leaseMs, seats } = context;
  const { capacity = context.capacity } = to;
  const seat = seatOf(`${id} ${epoch}`);
  const whom = { to: to.id, name: to.name, lease: leaseMs, seat };
  const what = { id, agent: agent.id, epoch, seen, most: mostUnread, ...whom, ...said(notice) };
  const uses = ({ kind }: Answer<'pass'>) => kind === 'moved';
  const answer = await seats.within({ agent: to.id, capacity, seat, uses }, (till) =>
    run('pass', shardOf(id, shards), { ...what, till }),
  );
  if (answer === undefined) return { kind: 'full', capacity };
  if (answer.kind === 'fenced') return fenced(answer);
  if (answer.kind === 'wrote') return wrote(answer);
  if (answer.kind !== 'moved') return { kind: 'away' };
  await seats.free(agent.id, answer.freed);
  return { kind: 'moved' };
}

/** The level of a message whose reading a person has corrected. */
const correctedLevels = { calm: 0, frustrated: -2 } as const;

async function speak({ run, shards }: Context, speech: Speech): ReturnType<Queue['speak']> {
  const { conversation: id, agent, epoch, note, text: words } = speech;
  const extras = packExtras({ by: agent.name, ...speech.corrects, ...dueTo(id) });
  const { about = 0, reads = 'calm' } = speech.corrects ?? {};
  const corrected = { corrects: about, level: correctedLevels[reads] };
  const by = { agent: agent.id, queues: agent.queues, epoch };
  const what = { id, activity: shortId(speech.id), ...by, note, words, extras, ...corrected };
  const answer = await run('speak', shardOf(id, shards), what);
  return answer.kind === 'said' ? answer : fenced(answer);
}

async function release(context: Context, move: Release): ReturnType<Queue['release']> {
  const { run, shards, idleMs, lineIdleMs, undoMs, seats } = context;
  const { conversation: id, agent, epoch, seen, action, notice, force = false, undo = false } = move;
  const why = move.action === 'close' ? move.why : undefined;
  const how =
    action === 'release'
      ? { effects: [], to: move.queue ?? '', idle: lineIdleMs }
      : { effects: opsOf(move.effects, { at: 0, seq: 0 }), to: '', idle: idleMs };
  const because = { why: why?.reason ?? '', because: why?.words ?? '' };
  const what = {
    id,
    agent: agent.id,
    epoch,
    seen,
    most: mostUnread,
    action,
    force,
    undo: undo ? undoMs : 0,
    ...because,
    ...how,
    ...said(notice),
  };
  const answer = await run('move', shardOf(id, shards), what);
  if (answer.kind === 'fenced') return fenced(answer);
  if (answer.kind === 'wrote') return wrote(answer);
  if (answer.kind === 'owed') return answer;
  await seats.free(answer.holder, answer.freed);
  return {
    kind: 'moved',
    ...(answer.helped ? { helped: true as const } : {}),
    ...(answer.kept ? { undoMs } : {}),
  };
}

async function present(context: Context, agent: Agent, here: boolean): Promise<readonly string[]> {
  const { run, names, leaseMs, patienceMs, seats } = context;
  const who = { agent: agent.id, name: agent.name, queues: agent.queues };
  const beat = { ...who, span: here ? leaseMs : 0, lease: leaseMs, patience: patienceMs };
  const held = (await Promise.all(names.map((name) => run('presence', name, beat)))).flat();
  await seats.keep(
    agent.id,
    held.map(({ seat }) => seat),
  );
  return held.map(({ id }) => id).toSorted();
}

async function colleagues({ redis, run, names, seats, ...usual }: Context): Promise<readonly Colleague[]> {
  const first = names[0] ?? 's0';
  const [known, [seconds]] = await Promise.all([redis.hgetall(keys.names(first)), redis.time()]);
  const now = Number(seconds) * 1_000_000;
  const present = await redis.zrangebyscore(keys.agents(first), now, '+inf');
  const people = await readPeople({ run }, Object.keys(known));
  const may = Object.entries(known).map(([id, name], at) => ({ id, name, person: people[at] }));
  const found = await Promise.all(
    may
      .filter(({ person }) => person?.off !== true)
      .map(async ({ id, name, person }) => {
        const { capacity = usual.capacity, languages = [] } = person ?? {};
        const held = await seats.count(id, now);
        return { id, name: person?.name ?? name, here: present.includes(id), held, capacity, languages };
      }),
  );
  return found.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** What is due of what somebody holds is done; the seats are free again. */
async function sweep(
  { run, names, lineIdleMs, seats }: Context,
  words: string,
  told: Told = {},
): Promise<readonly string[]> {
  const asked = { limit: 100, lineIdle: lineIdleMs, words, texts: JSON.stringify(told), id: '', agent: '' };
  const swept = (await Promise.all(names.map((name) => run('sweep', name, asked)))).flat();
  await Promise.all(swept.map(({ agent, seat }) => seats.free(agent, seat)));
  return swept.filter(({ told }) => !told).map(({ id }) => id);
}

async function position(context: Context, ticket: { order: number; queue: string }): Promise<LineFacts> {
  const { order, queue } = ticket;
  const { run, names, line } = context;
  const [ahead, { agents, pace }] = await Promise.all([
    line.countAhead({ queue, score: micros(order) }),
    run('desk', names[0] ?? 's0', { queue }),
  ]);
  return { ahead, agents, pace };
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
    claim: (request) =>
      withRoom(context, request.agent.id, {
        ask: () => claim(context, request),
        wanted: () => isThere(context, request),
      }),
    reopen: (wish) =>
      withRoom(context, wish.agent.id, { ask: () => reopen(context, wish), wanted: () => isReopened(context, wish) }),
    pass: (request) =>
      withRoom(context, request.to.id, { ask: () => pass(context, request), wanted: () => isPassed(context, request) }),
    closed: (wanted) => readClosed(context, wanted),
    closedOne: (conversation, episode) => readClosedOne(context, conversation, episode),
    speak: (speech) => speak(context, speech),
    release: (move) => release(context, move),
    undo: (held) => undo(context, held),
    present: (agent, here) => present(context, agent, here),
    colleagues: () => colleagues(context),
    seen: async (id) => {
      await context.run('seen', shardOf(id, context.shards), { id, idle: context.lineIdleMs });
    },
    async reassign(queues) {
      const moved = await Promise.all(
        context.names.map((name) => options.run('reassign', name, { most: 100, queues })),
      );
      return moved.reduce((sum, one) => sum + one, 0);
    },
    sweep: (notice, told) => sweep(context, notice, told),
    line: (queues, limit) => readLine(context, queues, limit),
    size: (queues) => lineSize(context, queues),
    held: (agent) => readHeld(context, agent),
    assigned: (limit) => readAssigned(context, limit),
    ticket: (conversation) => readTicket(context, conversation),
    position: (ticket) => position(context, ticket),
    done: (agent, since) => done(context, agent, since),
  };
}
