/** Messages and turns: hear, settle, and taking over what a dead process owed. */
import type { Conversations, Effect, Entry, Heard, Reply, Said, Settled, Turn } from '../conversation/index.js';
import { channelOf, customer, entry, entryWithFeeling, episode, fields, int, list, ms, text } from './decode.js';
import { packEffects, packExtras } from './effects.js';
import { keys, shardNames, shardOf, shortId } from './keys.js';
import type { Redis } from './redis.js';
import type { Run } from './scripts.js';

export interface ConversationOptions {
  readonly redis: Redis;
  readonly run: Run;
  readonly shards: number;
  readonly retentionSeconds: number;
  /** How long a turn may take before another process takes it over, milliseconds. */
  readonly laneMs: number;
  /** How long an episode with the assistant may be silent before it is looked at, milliseconds. */
  readonly idleMs: number;
}

/** The answer of `context` in lua/parts/turn.lua. */
function turn(conversation: string, value: unknown): Turn {
  const [lane, seq, heard, number, case_, conv, recent, line] = list(value);
  const [channel, customerId, name, contacts, reference] = list(conv);
  const [ahead, agents, pace] = list(line);
  const message: Entry | undefined = list(heard).map(entry)[0];
  const current = episode(int(number), fields(case_));
  const sender = text(reference);
  return {
    said: {
      conversation,
      channel: channelOf(channel),
      activity: message?.activity ?? '',
      customer: customer(customerId, name),
      text: message?.text ?? '',
      ...(message?.value === undefined ? {} : { value: message.value }),
      ...(sender === '' ? {} : { reference: sender }),
    },
    seq: int(seq),
    at: message?.at ?? 0,
    ...(current === undefined ? {} : { episode: current }),
    contacts: int(contacts),
    recent: list(recent)
      .map(entry)
      .reverse()
      .filter((one) => one.role !== 'customer' || one.seq < int(seq)),
    line: { ahead: int(ahead), agents: int(agents), pace: ms(pace) },
    lane: int(lane),
  };
}

const saidExtras = (said: Said): string =>
  packExtras({
    text: '',
    ...(said.value === undefined ? {} : { value: said.value }),
    ...(said.channel === 'web' ? { activity: said.activity } : {}),
  });

export function createConversations(options: ConversationOptions): Conversations {
  const { redis, run, shards, retentionSeconds } = options;
  const [lane, idle] = [options.laneMs * 1000, options.idleMs * 1000];
  const shard = (conversation: string) => shardOf(conversation, shards);
  const sender = (said: Said) => [said.channel, said.customer.id, said.customer.name ?? '', said.reference ?? ''];
  const names = shardNames(shards);

  async function hear(said: Said): Promise<Heard> {
    const id = said.conversation;
    const from = sender(said);
    const answer = list(
      await run('hear', shard(id), id, shortId(said.activity), ...from, said.text, saidExtras(said), lane),
    );
    const seq = int(answer[1]);
    const kind = text(answer[0]);
    if (kind === 'turn') return { kind, seq, turn: turn(id, answer[2]) };
    return { kind: kind === 'queued' ? kind : 'duplicate', seq };
  }

  async function settle(owed: Turn, effects: readonly Effect[]): Promise<Settled> {
    const id = owed.said.conversation;
    const known = [owed.seq, owed.lane, owed.episode?.number ?? 0, owed.episode?.epoch ?? 0];
    const operations = packEffects(effects, { at: owed.at, seq: owed.seq, retentionSeconds });
    const answer = list(await run('settle', shard(id), id, ...known, lane, idle, ...operations));
    const kind = text(answer[0]);
    if (kind === 'fenced') return { kind };
    if (kind === 'moved') return { kind, turn: turn(id, answer[1]) };
    return answer[1] === undefined ? { kind: 'settled' } : { kind: 'settled', next: turn(id, answer[1]) };
  }

  async function greet(said: Said, reply: Reply): Promise<void> {
    const id = said.conversation;
    await run('greet', shard(id), id, ...sender(said), reply.text, packExtras(reply));
  }

  async function overdue(limit: number): Promise<readonly Turn[]> {
    const answers = await Promise.all(names.map((name) => run('wake', name, limit, lane)));
    return answers.flatMap((answer) => {
      const flat = list(answer);
      return flat.flatMap((id, index) => (index % 2 === 0 ? [turn(text(id), flat[index + 1])] : []));
    });
  }

  async function entries(conversation: string, after: number): Promise<readonly Entry[]> {
    const at = shard(conversation);
    const items = await redis.xrange(keys.transcript(at, conversation), `(${after}-0`, '+');
    if (items.length === 0) return [];
    const seqs = items.map(([id]) => id.split('-')[0] ?? '');
    const feelings = await redis.hmget(keys.feelings(at, conversation), ...seqs);
    return items.map((item, index) => entryWithFeeling(item, feelings[index] ?? undefined));
  }

  async function find(conversation: string) {
    const key = keys.conversation(shard(conversation), conversation);
    const [channel, id, name, reference, seq] = await redis.hmget(key, 'ch', 'cu', 'nm', 'rf', 'n');
    if (!seq) return undefined;
    return {
      id: conversation,
      channel: channelOf(channel),
      customer: customer(id, name),
      seq: int(seq),
      ...(reference ? { reference } : {}),
    };
  }

  return { hear, settle, greet, overdue, entries, find };
}
