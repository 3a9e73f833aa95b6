/** Tickets: claim, speak, let go, stay present; the line and one's place in it. */
import { packEffects, packExtras } from './effects.js';
import { channelOf, customer, entry, type Fields, int, json, levelOf, list, ms, receiptOf, text } from './decode.js';
import { type LineFacts, reason } from '../conversation/index.js';
import type { Claim, Claimed, Fenced, Queue, Release, Speech, Ticket } from '../queue/index.js';
import { keys, shardNames, shardOf, shortId } from './keys.js';
import type { Redis } from './redis.js';
import type { Run } from './scripts.js';

export interface QueueOptions {
  readonly redis: Redis;
  readonly run: Run;
  readonly shards: number;
  readonly retentionSeconds: number;
  /** Tickets one agent may hold at once. */
  readonly capacity: number;
  /** How long an agent may be silent before the tickets go back into the line, milliseconds. */
  readonly leaseMs: number;
  /** How long an episode handed back may be silent before it is looked at, milliseconds. */
  readonly idleMs: number;
}

const stints = { b: 'bot', q: 'queue', a: 'agent', c: 'customer' } as const;

function ticket(
  conversation: string,
  episode: number,
  parts: { conv: Fields; case: Fields; last: unknown },
): Ticket | undefined {
  const { conv, case: f } = parts;
  const state = f['st'];
  if (state !== 'waiting' && state !== 'assigned') return undefined;
  const receipt = receiptOf(f);
  const running = stints[(f['k'] ?? 'q') as keyof typeof stints];
  return {
    conversation,
    episode,
    state,
    epoch: int(f['ep']),
    channel: channelOf(conv['ch']),
    customer: customer(conv['cu'], conv['nm']),
    reason: json(JSON.stringify(f['rs'] ?? ''), reason) ?? 'asked',
    level: levelOf(f),
    bornAt: ms(f['born']),
    queuedAt: ms(f['qa']),
    order: ms(f['sc']),
    last: entry(parts.last),
    running: { stint: running, since: ms(f['at']) },
    contacts: int(conv['cc'] ?? 0),
    ...(receipt === undefined ? {} : { receipt }),
    ...(f['ag'] ? { agent: { id: f['ag'], name: f['an'] ?? f['ag'] } } : {}),
    ...(f['co'] ? { contact: f['co'] } : {}),
  };
}

const fenced = (answer: readonly unknown[]): Fenced => {
  const by = text(answer[1]);
  return by === '' ? { kind: 'fenced' } : { kind: 'fenced', by };
};

export function createQueue(options: QueueOptions): Queue {
  const { redis, run, shards, capacity, retentionSeconds } = options;
  const [lease, idle] = [options.leaseMs * 1000, options.idleMs * 1000];
  const names = shardNames(shards);
  const shard = (conversation: string) => shardOf(conversation, shards);

  const seat = (agent: string, action: 'take' | 'bind' | 'free' | 'keep', ...members: readonly string[]) =>
    run('seat', agent, action, lease, capacity, ...members);

  async function read(conversation: string): Promise<Ticket | undefined> {
    const at = shard(conversation);
    const conv = await redis.hgetall(keys.conversation(at, conversation));
    const number = Number(conv['e'] ?? 0);
    if (number === 0) return undefined;
    const [case_, last] = await Promise.all([
      redis.hgetall(keys.episode(at, `${number}:${conversation}`)),
      redis.xrevrange(keys.transcript(at, conversation), '+', '-', 'COUNT', 1),
    ]);
    return last[0] === undefined ? undefined : ticket(conversation, number, { conv, case: case_, last: last[0] });
  }

  async function readAll(ids: readonly string[]): Promise<readonly Ticket[]> {
    return (await Promise.all(ids.map(read))).filter((found) => found !== undefined);
  }

  /** The shard whose head of the line is served next. */
  async function headShard(): Promise<string> {
    if (names.length === 1) return names[0] ?? 's0';
    const heads = await Promise.all(names.map((name) => redis.zrange(keys.line(name), 0, '0', 'WITHSCORES')));
    const scores = heads.map((head) => (head[1] === undefined ? Infinity : Number(head[1])));
    return names[scores.indexOf(Math.min(...scores))] ?? 's0';
  }

  async function claim({ agent, token, conversation = '', seam }: Claim): Promise<Claimed> {
    if (int(await seat(agent.id, 'take', token)) === 0) return { kind: 'full', capacity };
    const at = conversation === '' ? await headShard() : shard(conversation);
    const who = [agent.id, agent.name, lease, token, conversation];
    const answer = list(await run('claim', at, ...who, seam.text, packExtras(seam)));
    const kind = text(answer[0]);
    if (kind === 'claimed') {
      const id = text(answer[1]);
      await seat(agent.id, 'bind', id, token);
      return { kind, conversation: id, epoch: int(answer[2]) };
    }
    await seat(agent.id, 'free', token);
    if (kind === 'empty') return { kind };
    const by = text(answer[1]);
    return by === '' ? { kind: 'taken' } : { kind: 'taken', by };
  }

  async function speak(speech: Speech): ReturnType<Queue['speak']> {
    const { conversation: id, agent, epoch, note } = speech;
    const extras = packExtras({ text: '', by: agent.name });
    const who = [shortId(speech.id), agent.id, epoch, note ? 'n' : 'a'];
    const answer = list(await run('speak', shard(id), id, ...who, speech.text, extras));
    return text(answer[0]) === 'said' ? { kind: 'said', seq: int(answer[1]) } : fenced(answer);
  }

  async function release(move: Release): ReturnType<Queue['release']> {
    const { conversation: id, agent, epoch, action, seam } = move;
    const effects = action === 'release' ? [] : packEffects(move.effects, { at: 0, seq: 0, retentionSeconds });
    const answer = list(
      await run('move', shard(id), id, agent.id, epoch, action, seam.text, packExtras(seam), idle, ...effects),
    );
    if (text(answer[0]) !== 'moved') return fenced(answer);
    await seat(agent.id, 'free', id);
    return { kind: 'moved' };
  }

  async function present(agent: string, here: boolean): Promise<readonly string[]> {
    const held = await redis.zrange(keys.seats(agent), 0, '-1');
    const span = here ? lease : 0;
    const answers = await Promise.all(
      names.map((name) => run('presence', name, agent, span, lease, ...held.filter((id) => shard(id) === name))),
    );
    const lost = answers.flatMap((answer) => list(answer).map(text));
    const kept = held.filter((id) => !lost.includes(id));
    await Promise.all([
      ...(kept.length > 0 ? [seat(agent, 'keep', ...kept)] : []),
      ...lost.map((id) => seat(agent, 'free', id)),
    ]);
    return lost;
  }

  async function sweep(seam: string): Promise<readonly string[]> {
    const answers = await Promise.all(names.map((name) => run('sweep', name, 100, seam)));
    return answers.flatMap((answer) => list(answer).map(text));
  }

  async function line(limit: number): ReturnType<Queue['line']> {
    const heads = names.map((name) => redis.zrange(keys.line(name), 0, String(limit - 1)));
    const [total, ids] = await Promise.all([size(), Promise.all(heads)]);
    const tickets = (await readAll(ids.flat())).filter((found) => found.state === 'waiting');
    return { tickets: tickets.toSorted((a, b) => a.order - b.order).slice(0, limit), total };
  }

  async function size(): Promise<number> {
    const sizes = await Promise.all(names.map((name) => redis.zcard(keys.line(name))));
    return sizes.reduce((sum, one) => sum + one, 0);
  }

  async function held(agent: string): Promise<readonly Ticket[]> {
    const tickets = await readAll(await redis.zrange(keys.seats(agent), 0, '-1'));
    return tickets.filter((found) => found.agent?.id === agent);
  }

  async function position({ order }: Ticket): Promise<LineFacts> {
    const score = `(${Math.round(order * 1000)}`;
    const [counts, agents, pace] = await Promise.all([
      Promise.all(names.map((name) => redis.zcount(keys.line(name), '-inf', score))),
      agentsHere(),
      redis.hget(keys.pace(names[0] ?? 's0'), 'ew'),
    ]);
    return { ahead: counts.reduce((sum, count) => sum + count, 0), agents, pace: ms(pace) };
  }

  async function agentsHere(): Promise<number> {
    const [seconds, rest] = await redis.time();
    return redis.zcount(keys.agents(names[0] ?? 's0'), Number(seconds) * 1_000_000 + Number(rest), '+inf');
  }

  async function done(agent: string, since: number): Promise<number> {
    const [seconds] = await redis.time();
    const hour = 3_600_000;
    const [first, last] = [Math.floor(since / hour), Math.floor(Number(seconds) / 3600)];
    const hours = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
    const cells = hours.flatMap((at) => names.map((name) => redis.hget(keys.hour(name, at), `done:${agent}`)));
    return (await Promise.all(cells)).reduce((sum, cell) => sum + Number(cell ?? 0), 0);
  }

  return { claim, speak, release, present, sweep, line, size, held, ticket: read, position, capacity, done };
}
