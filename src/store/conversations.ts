/** Messages and turns: hear, settle, and taking over what a dead process owed. */
import type { Log } from '../base/index.js';
import type {
  Conversations,
  ConversationSummary,
  Effect,
  Heard,
  Message,
  Reader,
  Reading,
  Renewal,
  Renewed,
  Said,
  Settled,
  Turn,
} from '../conversation/index.js';
import type { Redis } from './connection.js';
import { caseOf, channelOf, customer, episode, int, list, ms, text } from './decode.js';
import { packEffects } from './effects.js';
import { entries, entry, isChoice, type Menus, packExtras, words } from './entries.js';
import { keys, knownBy, shardNames, shardOf } from './keys.js';
import { aheadElsewhere, type Line, withLine } from './line.js';
import type { Run } from './run.js';

export interface ConversationOptions {
  readonly redis: Redis;
  readonly run: Run;
  readonly line: Line;
  readonly shards: number;
  readonly menus: Menus;
  readonly log: Log;
  /** How long a turn may take before another process takes it over, milliseconds. */
  readonly laneMs: number;
  /** How long an episode with the assistant may be silent before it is looked at, milliseconds. */
  readonly idleMs: number;
  /** The same for a customer in the line of whom nothing is heard or seen. */
  readonly lineIdleMs: number;
}

type From = Omit<Message, 'conversation' | 'text' | 'value' | 'offer'>;

/** Who speaks, of the record of the conversation. */
function from(record: unknown): From {
  const [channel, id, name, vip, reference] = list(record);
  const sender = text(reference);
  return {
    channel: channelOf(channel),
    customer: customer(id, name, vip),
    ...(sender === '' ? {} : { reference: sender }),
  };
}

/** The answer of `context` in lua/parts/turn.lua, and the score of its ticket in the line. */
function turn(answer: unknown, conversation: string): { readonly turn: Turn; readonly score: number } {
  const [lane, number, now, episodes, record, memory, old, latest, contacts, ahead, agents, pace, who] = list(answer);
  const seq = int(number);
  const items = list(latest);
  const recent = items.map(words);
  const item = old === '' ? items[recent.findIndex((one) => one.seq === seq)] : old;
  const heard = item === undefined ? undefined : entry(item, {});
  const case_ = caseOf(record);
  const current = episode(int(episodes), case_, text(memory));
  const queue = current?.state === 'closed' ? undefined : case_['qu'];
  const told: Turn = {
    said: {
      conversation,
      ...from(who),
      text: heard?.text ?? '',
      ...(heard?.value === undefined ? {} : { value: heard.value }),
      ...(heard?.about === undefined ? {} : { offer: heard.about }),
    },
    seq,
    at: heard?.at ?? 0,
    now: ms(now),
    ...(current === undefined ? {} : { episode: current }),
    contacts: int(contacts),
    recent: recent.filter((one, i) => one.role !== 'customer' || (one.seq < seq && !isChoice(items[i]))),
    line: { ahead: int(ahead), agents: int(agents), pace: ms(pace), ...(queue === undefined ? {} : { queue }) },
    lane: int(lane),
  };
  return { turn: told, score: int(case_['sc']) };
}

function sender({ channel, customer: { id, name = '', vip = false }, reference = '' }: Said): readonly string[] {
  return [channel, id, name, vip ? '1' : '', reference];
}

async function turnOf(options: ConversationOptions, value: unknown, id: string): Promise<Turn> {
  const { turn: told, score } = turn(value, id);
  return withLine(options, told, score);
}

/** Undefined when a part of the store that the turn needs does not answer: it stays owed, and is soon taken over again. */
async function turnOrLater(options: ConversationOptions, value: unknown, id: string): Promise<Turn | undefined> {
  return turnOf(options, value, id).catch((fault: unknown) => {
    options.log.warn({ conversation: id, fault }, 'a turn could not be read; it stays owed');
    return undefined;
  });
}

async function hear(options: ConversationOptions, said: Said): Promise<Heard> {
  const { run, shards, laneMs } = options;
  const { conversation: id, activity, text: words, value, offer, life = '' } = said;
  const carried = value === undefined ? '' : packExtras({ value, ...(offer === undefined ? {} : { about: offer }) });
  const message = [knownBy(activity), ...sender(said), words, carried, laneMs * 1000, life];
  const answer = list(await run('hear', shardOf(id, shards), id, ...message));
  const [kind, seq] = [text(answer[0]), int(answer[1])];
  const owed = kind === 'turn' ? await turnOrLater(options, answer[2], id) : undefined;
  if (owed) return { kind: 'turn', seq, turn: owed };
  if (kind === 'turn') return { kind: 'queued', seq };
  if (kind === 'gone') return { kind, seq: 0 };
  return { kind: kind === 'queued' ? kind : 'duplicate', seq };
}

async function settle(options: ConversationOptions, owed: Turn, effects: readonly Effect[]): Promise<Settled> {
  const { run, shards, menus, laneMs, idleMs, lineIdleMs } = options;
  const id = owed.said.conversation;
  const elsewhere = await aheadElsewhere(options, owed, effects);
  const known = [owed.seq, owed.lane, owed.episode?.number ?? 0, owed.episode?.epoch ?? 0];
  const operations = packEffects(effects, { at: owed.at, seq: owed.seq, menus });
  const times = [laneMs * 1000, idleMs * 1000, lineIdleMs * 1000];
  const answer = list(await run('settle', shardOf(id, shards), id, ...known, ...times, elsewhere, ...operations));
  const kind = text(answer[0]);
  if (kind === 'fenced') return { kind };
  if (kind === 'settled' && answer[1] === undefined) return { kind };
  const next = await turnOf(options, answer[1], id);
  return kind === 'settled' ? { kind, next } : { kind: 'moved', turn: next };
}

async function overdue(options: ConversationOptions, limit: number): Promise<readonly Turn[]> {
  const { run, shards, laneMs, log } = options;
  const woken = shardNames(shards).map(async (shard) => {
    const answer = await run('wake', shard, limit, laneMs * 1000).catch((fault: unknown) => {
      log.warn({ shard, fault }, 'a shard could not be asked which turns are owed');
    });
    const flat = answer === undefined ? [] : list(answer);
    return flat.flatMap((id, index) => (index % 2 === 0 ? [turnOrLater(options, flat[index + 1], text(id))] : []));
  });
  const turns = await Promise.all((await Promise.all(woken)).flat());
  return turns.filter((turn) => turn !== undefined);
}

/** More entries than any conversation has. */
const all = 1e9;
/** Who reads without a token is let in wherever something is. */
const anyLife = '*';

async function read({ run, shards, menus }: ConversationOptions, id: string, reader: Reader): Promise<Reading> {
  const { after, generation = '', life = anyLife, limit = all } = reader;
  const answer = list(await run('read', shardOf(id, shards), id, after, limit, generation, life));
  const kind = text(answer[0]);
  if (kind !== 'read') return { kind: kind === 'none' ? kind : 'gone' };
  return {
    kind,
    generation: int(answer[1]),
    life: text(answer[2]),
    seq: int(answer[3]),
    ticket: int(answer[6]) === 1,
    entries: entries([answer[4], answer[5]], menus),
  };
}

async function entriesOf(options: ConversationOptions, id: string, mark: { after: number; limit: number }) {
  const found = await read(options, id, mark);
  return found.kind === 'read' && mark.after <= found.seq ? found.entries : [];
}

async function renew({ run, shards }: ConversationOptions, id: string, renewal: Renewal): Promise<Renewed> {
  const { life, shown = { secret: '', parent: '' }, next } = renewal;
  const secrets = [shown.secret, shown.parent, next];
  const answer = list(await run('renew', shardOf(id, shards), id, life, ...secrets)).map(text);
  if (answer[0] === 'renewed') return { kind: 'renewed', life: answer[1] ?? '' };
  return { kind: answer[0] === 'reused' ? 'reused' : 'gone' };
}

async function find({ redis, shards }: ConversationOptions, id: string): Promise<ConversationSummary | undefined> {
  const key = keys.conversation(shardOf(id, shards), id);
  const [channel, customerId, name, reference, seq, began] = await redis.hmget(key, 'ch', 'cu', 'nm', 'rf', 'n', 'g');
  if (!seq) return undefined;
  const generation = int(began);
  const found = { id, channel: channelOf(channel), customer: customer(customerId, name), seq: int(seq), generation };
  return reference ? { ...found, reference } : found;
}

export function createConversations(options: ConversationOptions): Conversations {
  const { run, shards } = options;
  return {
    hear: (said) => hear(options, said),
    settle: (owed, effects) => settle(options, owed, effects),
    async greet(said, reply) {
      const id = said.conversation;
      const words = [reply.text, packExtras(reply), said.activity];
      const life = text(await run('greet', shardOf(id, shards), id, ...sender(said), ...words));
      return life === '' ? undefined : { life };
    },
    overdue: (limit) => overdue(options, limit),
    entries: (id, after, limit = all) => entriesOf(options, id, { after, limit }),
    read: (id, reader) => read(options, id, reader),
    renew: (id, renewal) => renew(options, id, renewal),
    find: (id) => find(options, id),
  };
}
