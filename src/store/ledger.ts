/** The managers' side of the store: episodes by time, hourly counters, and the state of the house right now. */
import { channelOfKey, closeReasonNames, outcome, reason } from '../conversation/index.js';
import {
  type Cohort,
  type EpisodeRecord,
  type Hour,
  type Ledger,
  type Period,
  stands,
  timeIn,
} from '../effort/index.js';
import { int } from './decode.js';
import { fromOf, levelOf, receiptOf, spansOf, stateOf, stintTotals } from './episode.js';
import { keys, shardNames, shardOf } from './keys.js';
import { latestOf, readMember } from './history.js';
import type { Redis } from './connection.js';
import {
  type Conversation,
  type EpisodeFields,
  readConversation,
  readEpisode,
  readSpeaker,
  type Speaker,
} from './schema/records.js';

const running = { b: 'bot', q: 'queue', a: 'agent', c: 'customer' } as const;
const hourMs = 3_600_000;

function stintsUntil(f: EpisodeFields, now: number) {
  const totals = stintTotals(f);
  const open = running[(f.stint ?? '') as keyof typeof running] as (typeof running)[keyof typeof running] | undefined;
  return open === undefined ? totals : { ...totals, [open]: totals[open] + Math.max(0, now - (f.since ?? 0)) };
}

interface Around {
  readonly conversation: Conversation;
  readonly who: Speaker;
  readonly now: number;
}

/** Who it was; nobody where the episode is of an earlier conversation under the same id, which an older release erased. */
const theirs = (f: EpisodeFields, { conversation: { generation = 0 }, who }: Around) =>
  fromOf((f.bornAt ?? 0) < generation ? readSpeaker({}) : who);

function record(id: { conversation: string; number: number }, f: EpisodeFields, around: Around): EpisodeRecord {
  const from = theirs(f, around);
  const { vip: _, ...customer } = from.customer;
  const { bornAt = 0, from: first = 1, counts, peak = 0, contacts = 0, endedAt, queue, effort, ces, comment } = f;
  const receipt = receiptOf(f);
  const ended = outcome.safeParse(f.outcome).data;
  const why = reason.safeParse(f.reason).data;
  return {
    ...id,
    channel: f.channel ?? (from.channel === '' ? channelOfKey(id.conversation) : from.channel),
    customer,
    person: f.customer ?? customer.id,
    state: stateOf(f) ?? 'closed',
    bornAt,
    from: first,
    stints: stintsUntil(f, around.now),
    ...{ counts, peak, contacts },
    level: levelOf(f),
    ...(endedAt ? { endedAt } : {}),
    ...(ended === undefined ? {} : { outcome: ended }),
    ...(why === undefined ? {} : { reason: why }),
    ...(queue ? { queue } : {}),
    ...(effort === undefined ? {} : { effort }),
    ...whyOf(f),
    ...(ces ? { ces } : {}),
    ...(comment ? { comment } : {}),
    ...(f.contact ? { contact: f.contact } : {}),
    ...(f.language ? { language: f.language } : {}),
    ...(f.times ? { spans: spansOf(f.times) } : {}),
    ...(receipt === undefined ? {} : { receipt }),
    ...inLine(f),
    ...byPeople(f),
    entries: f.entries,
  };
}

function inLine(f: EpisodeFields) {
  const { askedAt, stoodTill, promisedLow: low, promisedHigh: high, firstWordAt } = f;
  const stood = stands.find((one) => one === f.stood);
  const promise = (['kept', 'sooner', 'later'] as const).find((one) => one === f.promise);
  return {
    ...(askedAt === undefined ? {} : { askedAt }),
    ...(stood === undefined || stoodTill === undefined ? {} : { stood, stoodTill }),
    ...(low === undefined || high === undefined ? {} : { promised: { low: low / 1000, high: high / 1000 } }),
    ...(promise === undefined ? {} : { promise }),
    ...(firstWordAt === undefined ? {} : { firstWordAt: firstWordAt / 1000 }),
  };
}

function byPeople({
  agentName,
  heldName,
  claims = 0,
  transfers = 0,
  lines = 0,
  reopens = 0,
  switched = 0,
}: EpisodeFields) {
  const agent = agentName ?? heldName;
  return { claims, transfers, lines, reopens, switched: switched > 0, ...(agent === undefined ? {} : { agent }) };
}

/** Why it was closed while an answer was owed. */
function whyOf({ why, whyWords: words }: EpisodeFields): Pick<EpisodeRecord, 'closedOwing'> {
  const name = closeReasonNames.find((one) => one === why);
  return name === undefined ? {} : { closedOwing: { reason: name, ...(words ? { words } : {}) } };
}

interface Source {
  readonly redis: Redis;
  readonly shards: number;
}

async function now({ redis }: Source): Promise<number> {
  const [seconds, micros] = await redis.time();
  return Number(seconds) * 1000 + Number(micros) / 1000;
}

async function episode(source: Source, conversation: string, number: number): Promise<EpisodeRecord | undefined> {
  const { redis, shards } = source;
  const shard = shardOf(conversation, shards);
  const [conv, kept, time] = await Promise.all([
    redis.hgetall(keys.conversation(shard, conversation)),
    redis.hgetall(keys.episode(shard, `${number}:${conversation}`)),
    now(source),
  ]);
  const f = readEpisode(kept);
  if (f.bornAt === undefined) return undefined;
  const around = { conversation: readConversation(conv), who: readSpeaker(conv), now: time };
  return record({ conversation, number }, f, around);
}

const lists = { begun: keys.episodes, asked: keys.asked, ended: keys.ended } satisfies Record<Cohort, unknown>;

async function episodes(
  source: Source,
  { from, to }: Period,
  { limit, cohort }: { readonly limit: number; readonly cohort: Cohort },
): Promise<readonly EpisodeRecord[]> {
  const [high, low] = [`(${Math.round(to * 1000)}`, Math.round(from * 1000)];
  const members = await Promise.all(
    shardNames(source.shards).map((name) =>
      source.redis.zrevrangebyscore(lists[cohort](name), high, low, 'LIMIT', 0, limit),
    ),
  );
  const found = await Promise.all(members.flat().map((member) => episode(source, ...readMember(member))));
  const when = (one: EpisodeRecord) => timeIn[cohort](one) ?? 0;
  return found
    .filter((one) => one !== undefined)
    .sort((a, b) => when(b) - when(a))
    .slice(0, limit);
}

/** A year over many shards at once would keep everybody else waiting. */
const mostTogether = 1000;

async function hours({ redis, shards }: Source, { from, to }: Period): Promise<readonly Hour[]> {
  const first = Math.floor(from / hourMs);
  const wanted = Array.from({ length: Math.max(0, Math.ceil(to / hourMs) - first) }, (_, index) => first + index);
  const read = async (name: string, hour: number) => ({ hour, cells: await redis.hgetall(keys.hour(name, hour)) });
  const cells = wanted.flatMap((hour) => shardNames(shards).map((name) => ({ name, hour })));
  const rows = [];
  for (let at = 0; at < cells.length; at += mostTogether) {
    rows.push(...(await Promise.all(cells.slice(at, at + mostTogether).map(({ name, hour }) => read(name, hour)))));
  }
  return rows
    .filter(({ cells }) => Object.keys(cells).length > 0)
    .map(({ hour, cells }) => ({
      at: hour * hourMs,
      counters: Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, int(value)])),
    }));
}

/** When the ticket of this conversation came into the line. */
async function queuedAt({ redis, shards }: Source, conversation: string): Promise<number> {
  const shard = shardOf(conversation, shards);
  const { number = 0 } = readConversation(await redis.hgetall(keys.conversation(shard, conversation)));
  const { queuedAt: at = 0 } = readEpisode(await redis.hgetall(keys.episode(shard, `${number}:${conversation}`)));
  return at;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

async function live(source: Source, queues: readonly string[]): ReturnType<Ledger['live']> {
  const { redis } = source;
  const names = shardNames(source.shards);
  const time = await now(source);
  const lines = names.flatMap((name) =>
    queues.map((queue) => ({ line: keys.line(name, queue), since: keys.lineSince(name, queue) })),
  );
  const [sizes, leases, agents, longest, heads] = await Promise.all([
    Promise.all(lines.map(({ line }) => redis.zcard(line))),
    Promise.all(names.map((name) => redis.zcard(keys.leases(name)))),
    redis.zcount(keys.agents(names[0] ?? 's0'), Math.round(time * 1000), '+inf'),
    Promise.all(lines.map(({ since }) => redis.zrange(since, 0, '0'))),
    Promise.all(lines.map(({ line }) => redis.zrange(line, 0, '0'))),
  ]);
  // those that an older release put into the line stand in no list by time: of them the head is known
  const first = new Set([...longest.flat(), ...heads.flat()]);
  const queued = await Promise.all([...first].map((id) => queuedAt(source, id)));
  const oldest = queued.length > 0 ? { oldest: time - Math.min(...queued) } : {};
  return { waiting: sum(sizes), assigned: sum(leases), agents, ...oldest };
}

export function createLedger(source: Source): Ledger {
  return {
    episodes: (period, limit, cohort = 'begun') => episodes(source, period, { limit, cohort }),
    episode: (conversation, number) => episode(source, conversation, number),
    ofPerson: (person, limit) =>
      latestOf({ ...source, read: (id, number) => episode(source, id, number) }, person, limit),
    hours: (period) => hours(source, period),
    live: (queues) => live(source, queues),
  };
}
