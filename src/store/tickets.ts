/** Reading tickets: one, the head of the line, what an agent holds. */
import { z } from 'zod';
import { closeReasonNames, type Entry, lastWords, reason } from '../conversation/index.js';
import { mainQueue, type Ticket } from '../queue/index.js';
import { json, ms } from './decode.js';
import { entry } from './entries.js';
import { fromOf, levelOf, receiptOf, stateOf } from './episode.js';
import { keys, shardOf } from './keys.js';
import type { Redis } from './connection.js';
import {
  type Conversation,
  type EpisodeFields,
  readConversation,
  readEpisode,
  readSpeaker,
  type Speaker,
} from './schema/records.js';

export interface TicketSource {
  readonly redis: Redis;
  readonly shards: number;
  /** The shards by name. */
  readonly names: readonly string[];
}

/** How far back a person's last words are looked for. */
export const looked = 12;

const stints = { b: 'bot', q: 'queue', a: 'agent', c: 'customer' } as const;

interface Parts {
  readonly conversation: string;
  readonly conv: Conversation;
  readonly who: Speaker;
  readonly case: EpisodeFields;
  /** The latest entries, in order, and the newest of them. */
  readonly latest: readonly Entry[];
  readonly newest: Entry;
}

function ticket({ conversation, conv, who, case: f, latest, newest }: Parts): Ticket | undefined {
  const state = stateOf(f);
  if (state !== 'waiting' && state !== 'assigned') return undefined;
  const {
    epoch = 0,
    queue = mainQueue,
    bornAt = 0,
    queuedAt = 0,
    order = 0,
    contacts = 0,
    grave = false,
    contact,
    language,
  } = f;
  const { channel, customer } = fromOf(who);
  const receipt = receiptOf(f);
  return {
    ...{ conversation, episode: conv.number ?? 0, state, epoch, queue, channel, customer },
    reason: reason.safeParse(f.reason).data ?? 'asked',
    level: levelOf(f),
    ...{ bornAt, queuedAt, order, contacts },
    seq: newest.seq,
    generation: conv.generation ?? 0,
    owed: (conv.heard ?? 0) > (f.answered ?? 0),
    last: lastWords(latest) ?? newest,
    running: { stint: stints[(f.stint ?? 'q') as keyof typeof stints], since: f.since ?? 0 },
    ...(receipt === undefined ? {} : { receipt }),
    ...(f.agent ? { agent: { id: f.agent, name: f.agentName ?? f.agent } } : {}),
    ...(f.counts['asked-ces'] ? { asked: true as const } : {}),
    ...(grave ? { grave: true as const } : {}),
    ...(language ? { language } : {}),
    ...leavingOf(f),
    ...(contact ? { contact } : {}),
  };
}

/** As parts/leaving.lua keeps it. */
const kept = z.object({
  action: z.enum(['release', 'hand-back', 'close']),
  to: z.string(),
  why: z.enum(closeReasonNames).or(z.literal('')),
  due: z.coerce.number(),
});

function leavingOf(f: EpisodeFields): Pick<Ticket, 'leaving'> {
  const move = json(f.leaving, kept);
  if (move === undefined) return {};
  const { action, to, why, due } = move;
  const what = { ...(to === '' ? {} : { queue: to }), ...(why === '' ? {} : { why }) };
  return { leaving: { action, ...what, due: ms(due) } };
}

export async function readTicket({ redis, shards }: TicketSource, conversation: string): Promise<Ticket | undefined> {
  const shard = shardOf(conversation, shards);
  const kept = await redis.hgetall(keys.conversation(shard, conversation));
  const conv = readConversation(kept);
  if (!conv.number) return undefined;
  const [case_, items] = await Promise.all([
    redis.hgetall(keys.episode(shard, `${conv.number}:${conversation}`)),
    redis.lrange(keys.transcript(shard, conversation), -looked, -1),
  ]);
  const latest = items.map((item) => entry(item, {}));
  const newest = latest.at(-1);
  if (newest === undefined) return undefined;
  const who = readSpeaker(kept);
  return ticket({ conversation, conv, who, case: readEpisode(case_), latest, newest });
}

async function readTickets(source: TicketSource, ids: readonly string[]): Promise<readonly Ticket[]> {
  return (await Promise.all(ids.map((id) => readTicket(source, id)))).filter((found) => found !== undefined);
}

/** Every line of these queues, over all shards. */
const linesOf = ({ names }: TicketSource, queues: readonly string[]): readonly string[] =>
  names.flatMap((name) => queues.map((queue) => keys.line(name, queue)));

export async function lineSize(source: TicketSource, queues: readonly string[]): Promise<number> {
  const sizes = await Promise.all(linesOf(source, queues).map((line) => source.redis.zcard(line)));
  return sizes.reduce((sum, one) => sum + one, 0);
}

export async function readLine(source: TicketSource, queues: readonly string[], limit: number) {
  const heads = linesOf(source, queues).map((line) => source.redis.zrange(line, 0, String(limit - 1)));
  const [total, ids] = await Promise.all([lineSize(source, queues), Promise.all(heads)]);
  const tickets = (await readTickets(source, ids.flat())).filter((found) => found.state === 'waiting');
  return { tickets: tickets.toSorted((a, b) => a.order - b.order).slice(0, limit), total };
}

export async function readHeld(source: TicketSource, agent: string): Promise<readonly Ticket[]> {
  const ids = await Promise.all(source.names.map((name) => source.redis.smembers(keys.held(name, agent))));
  const tickets = await readTickets(source, ids.flat().toSorted());
  return tickets.filter((found) => found.agent?.id === agent);
}

export async function readAssigned(source: TicketSource, limit: number): Promise<readonly Ticket[]> {
  const { redis, names } = source;
  const ids = await Promise.all(names.map((name) => redis.zrange(keys.leases(name), 0, String(limit - 1))));
  return (await readTickets(source, ids.flat())).filter((found) => found.state === 'assigned').slice(0, limit);
}
