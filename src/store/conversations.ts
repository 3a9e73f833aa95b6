/** Messages and turns: receive, commit, and taking over what a dead process owed. */
import type { Log } from '../base/index.js';
import type {
  Amended,
  Conversations,
  ConversationSummary,
  Deed,
  Effect,
  Entry,
  Received,
  Reader,
  Reading,
  Renewal,
  Renewed,
  Said,
  Committed,
  Turn,
} from '../conversation/index.js';
import type { Redis } from './connection.js';
import { micros } from './decode.js';
import { dueTo, entries, entry, isChoice, type Menus, packExtras, speakerPart, words } from './entries.js';
import { episodeOf, fromOf, speakerOf } from './episode.js';
import { keys, knownBy, shardNames, shardOf } from './keys.js';
import { aheadElsewhere, type Line, withLine } from './line.js';
import type { Run } from './run.js';
import type { Context } from './schema/context.js';
import { opsOf } from './schema/ops.js';
import { readConversation, readSpeaker } from './schema/records.js';

export interface ConversationOptions {
  readonly redis: Redis;
  readonly run: Run;
  readonly line: Line;
  readonly shards: number;
  readonly menus: Menus;
  readonly log: Log;
  /** Seconds: nothing that is sealed is kept longer than what it was said in. */
  readonly retentionSeconds: number;
  /** How long a turn may take before another process takes it over, milliseconds. */
  readonly turnLeaseMs: number;
  /** How long an episode with the assistant may be silent before it is looked at, milliseconds. */
  readonly idleMs: number;
  /** The same for a customer in the line of whom nothing is heard or seen. */
  readonly lineIdleMs: number;
}

const ticketStates = ['waiting', 'assigned'] as const;

/** The choices of what was shown last before a message, where that is among the latest. */
function shownBefore({ latest, seq }: Pick<Context, 'latest' | 'seq'>, menus: Menus): Pick<Turn, 'shown'> {
  const before = latest.findLast((item) => {
    const one = words(item);
    return one.seq < seq && one.role !== 'note' && one.text !== '';
  });
  const { choices } = before === undefined ? {} : entry(before, menus);
  return choices === undefined ? {} : { shown: choices };
}

/** What a script tells of a turn. */
function turn(read: Context, conversation: string, menus: Menus): Turn {
  const { turnLease, seq, now, facts, agents, pace, ahead, contacts = facts.contacts ?? 0 } = read;
  const recent = read.latest.map(words);
  const item = read.message === '' ? read.latest[recent.findIndex((one) => one.seq === seq)] : read.message;
  const heard = item === undefined ? undefined : entry(item, {});
  const from = fromOf(read.who);
  const current = episodeOf(read);
  const elsewhere = ticketStates.find((state) => state === read.elsewhere);
  const queue = current?.state === 'closed' || read.queue === '' ? undefined : read.queue;
  return {
    said: {
      conversation,
      ...from,
      customer: heard?.speaker ?? from.customer,
      text: heard?.text ?? '',
      ...(heard?.value === undefined ? {} : { value: heard.value }),
      ...(heard?.about === undefined ? {} : { offer: heard.about }),
      ...(heard?.quote === undefined ? {} : { quote: heard.quote }),
      ...(heard?.files === undefined ? {} : { files: heard.files }),
    },
    seq,
    at: heard?.at ?? 0,
    now,
    ...(current === undefined ? {} : { episode: current }),
    contacts,
    ...(elsewhere === undefined ? {} : { elsewhere }),
    ...shownBefore(read, menus),
    recent: recent.filter((one, i) => one.role !== 'customer' || (one.seq < seq && !isChoice(read.latest[i]))),
    line: { ahead, agents, pace, ...(queue === undefined ? {} : { queue }) },
    turnLease,
  };
}

async function turnOf(options: ConversationOptions, read: Context, id: string): Promise<Turn> {
  return withLine(options, turn(read, id, options.menus), micros(read.order));
}

/** Undefined when a part of the store that the turn needs does not answer: it stays owed, and is soon taken over again. */
async function turnOrLater(options: ConversationOptions, read: Context, id: string): Promise<Turn | undefined> {
  return turnOf(options, read, id).catch((fault: unknown) => {
    options.log.warn({ conversation: id, fault }, 'a turn could not be read; it stays owed');
    return undefined;
  });
}

const sentWith = ({ files, quote }: Said): Pick<Entry, 'files' | 'quote'> => ({
  ...(files === undefined ? {} : { files }),
  ...(quote === undefined ? {} : { quote }),
});

async function receive(options: ConversationOptions, said: Said): Promise<Received> {
  const { run, shards, turnLeaseMs, retentionSeconds } = options;
  const { conversation: id, activity, text: words, value, offer, life = '', sealed } = said;
  const { vip: _, ...speaker } = said.customer;
  const tapped = value === undefined ? {} : { value, ...(offer === undefined ? {} : { about: offer }) };
  const who = said.group ? { speaker } : {};
  const extras = packExtras({ ...tapped, ...sentWith(said), ...who, ...(sealed && { sealed }) });
  const message = { id, activity: knownBy(activity), who: speakerOf(said), words, extras, lease: turnLeaseMs, life };
  const seal = { sealed: sealed?.box ?? '', seconds: Math.min(sealed?.seconds ?? 0, retentionSeconds) };
  const answer = await run('receive', shardOf(id, shards), { ...message, ...seal });
  if (answer.kind === 'gone') return { kind: 'gone', seq: 0 };
  if (answer.kind !== 'turn') return answer;
  const { kind, seq } = answer;
  const owed = await turnOrLater(options, answer.turn, id);
  return owed ? { kind, seq, turn: owed } : { kind: 'queued', seq };
}

async function amend({ run, shards }: ConversationOptions, { said, what }: Deed): Promise<Amended> {
  const { conversation: id, activity, text } = said;
  const { vip: _, ...speaker } = said.customer;
  const change = what === 'reacted' || what === 'gone' ? {} : { change: what };
  const rewritten = what === 'edited' || what === 'restored';
  const who = said.group ? { speaker } : {};
  const answer = await run('amend', shardOf(id, shards), {
    id,
    activity: knownBy(activity),
    what,
    text: rewritten ? text : '',
    fresh: packExtras({ ...change, ...(rewritten ? sentWith(said) : {}) }),
    speaker: speakerPart,
    words: what === 'reacted' ? text : '',
    extras: packExtras({ mark: what, ...who }),
  });
  return answer.kind === 'amended' ? answer : { kind: 'unknown' };
}

async function commit(options: ConversationOptions, owed: Turn, effects: readonly Effect[]): Promise<Committed> {
  const { run, shards, menus, turnLeaseMs: lease, idleMs: idle, lineIdleMs: lineIdle } = options;
  const { seq, turnLease, at, episode: current } = owed;
  const id = owed.said.conversation;
  const ahead = await aheadElsewhere(options, owed, effects);
  const answer = await run('commit', shardOf(id, shards), {
    id,
    seq,
    turnLease,
    number: current?.number ?? 0,
    epoch: current?.epoch ?? 0,
    lease,
    idle,
    lineIdle,
    ahead,
    effects: opsOf(effects, { at, seq, person: owed.said.customer.id, menus, due: dueTo(id) }),
  });
  if (answer.kind === 'fenced' || answer.kind === 'committed') return answer;
  const next = await turnOf(options, answer.turn, id);
  return answer.kind === 'owing' ? { kind: 'committed', next } : { kind: 'moved', turn: next };
}

async function overdue(options: ConversationOptions, limit: number): Promise<readonly Turn[]> {
  const { run, shards, turnLeaseMs, log } = options;
  const woken = shardNames(shards).map(async (shard) => {
    const answer = await run('wake', shard, { limit, lease: turnLeaseMs }).catch((fault: unknown) => {
      log.warn({ shard, fault }, 'a shard could not be asked which turns are owed');
    });
    return (answer ?? []).map(({ id, turn: read }) => turnOrLater(options, read, id));
  });
  const turns = await Promise.all((await Promise.all(woken)).flat());
  return turns.filter((one) => one !== undefined);
}

/** More entries than any conversation has. */
const all = 1e9;
async function read({ run, shards, menus }: ConversationOptions, id: string, reader: Reader): Promise<Reading> {
  const { after, generation, life, limit: most = all } = reader;
  const free = life === undefined; // who reads without a token is let in wherever something is
  const answer = await run('read', shardOf(id, shards), { id, after, most, generation, life: life ?? '', free });
  if (answer.kind !== 'read') return answer;
  const { known, ...found } = answer;
  return { ...found, entries: entries(found.entries, known, menus) };
}

async function entriesOf(options: ConversationOptions, id: string, mark: { after: number; limit: number }) {
  const found = await read(options, id, mark);
  return found.kind === 'read' && mark.after <= found.seq ? found.entries : [];
}

async function renew({ run, shards }: ConversationOptions, id: string, renewal: Renewal): Promise<Renewed> {
  const { life, shown = { secret: '', parent: '' }, next } = renewal;
  return run('renew', shardOf(id, shards), { id, life, given: shown.secret, parent: shown.parent, next });
}

async function find({ redis, shards }: ConversationOptions, id: string): Promise<ConversationSummary | undefined> {
  const kept = await redis.hgetall(keys.conversation(shardOf(id, shards), id));
  const { seq, generation = 0 } = readConversation(kept);
  if (!seq) return undefined;
  const {
    customer: { vip: _, ...customer },
    ...from
  } = fromOf(readSpeaker(kept));
  return { id, ...from, customer, seq, generation };
}

async function reveal({ run, shards, menus }: ConversationOptions, wanted: Parameters<Conversations['reveal']>[0]) {
  const { conversation: id, ...rest } = wanted;
  const answer = await run('reveal', shardOf(id, shards), { id, ...rest });
  return answer.kind === 'sealed' ? { ...answer, entry: entry(answer.entry, menus) } : answer;
}

export function createConversations(options: ConversationOptions): Conversations {
  const { run, shards } = options;
  return {
    reveal: (wanted) => reveal(options, wanted),
    receive: (said) => receive(options, said),
    commit: (owed, effects) => commit(options, owed, effects),
    amend: (deed) => amend(options, deed),
    async greet(said, reply) {
      const id = said.conversation;
      const words = { words: reply.text, extras: packExtras(reply) };
      const greeting = { id, who: speakerOf(said), ...words, chance: said.activity };
      const answer = await run('greet', shardOf(id, shards), greeting);
      return answer.kind === 'begun' ? { life: answer.life } : undefined;
    },
    overdue: (limit) => overdue(options, limit),
    entries: (id, after, limit = all) => entriesOf(options, id, { after, limit }),
    read: (id, reader) => read(options, id, reader),
    renew: (id, renewal) => renew(options, id, renewal),
    find: (id) => find(options, id),
    idFor(customer, next) {
      const shard = shardOf(customer, shards);
      for (;;) {
        const id = next();
        if (shardOf(id, shards) === shard) return id;
      }
    },
  };
}
