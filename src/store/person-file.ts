/** All that the store has of a person, over all their conversations and channels, to be handed out to them. */
import type { Customer, Entry } from '../conversation/index.js';
import type { Redis } from './connection.js';
import { entries, type Menus } from './entries.js';
import { fromOf, receiptOf } from './episode.js';
import { activityOf, keys, shardNames } from './keys.js';
import { readMemory } from './memory.js';
import { type EpisodeFields, readConversation, readEpisode, readSpeaker } from './schema/records.js';

export interface PersonFileOptions {
  /** With what the team wrote among themselves. */
  readonly notes?: boolean;
}

export interface PersonFile {
  readonly customer: string;
  /** What is not in it, each with the reason. */
  readonly leftOut: Readonly<Record<string, string>>;
  readonly conversations: readonly Readonly<Record<string, unknown>>[];
}

interface Source {
  readonly redis: Redis;
  readonly shards: number;
  readonly menus: Menus;
}

interface Wanted extends PersonFileOptions {
  readonly shard: string;
  readonly id: string;
  readonly customer: string;
}

const notes = 'what the team wrote among themselves, which may be about others: person export --notes has it';
const others = 'what others wrote where several write, and what the assistant has in mind there';
const sealed =
  'what is masked in a message: it is masked here, too. Where privacy.yaml lets the team see it, it is kept sealed for some days';
const secrets =
  'hashes of the keys by which a browser finds a conversation again: they would open nothing, and say nothing';
const places = 'lists in which a conversation stands among others: they say no more than the times that are here';

/** As erase.ts: who is one of several has what they wrote, and answers in which words of theirs are repeated. */
const repeated = 6;
function isTheirs({ role, text, speaker }: Entry, { customer, own }: { customer: string; own: readonly string[] }) {
  if (role === 'customer') return speaker?.id === customer;
  return role === 'assistant' && own.some((said) => said.length >= repeated && text.includes(said));
}

function ownEntries(all: readonly Entry[], customer: string): readonly Entry[] {
  const own = all
    .filter(({ role, speaker }) => role === 'customer' && speaker?.id === customer)
    .map(({ text }) => text);
  return all.filter((entry) => isTheirs(entry, { customer, own: own.map((said) => said.trim()) }));
}

function episodeIn(number: number, fields: EpisodeFields, withNotes: boolean) {
  const { receipt: _, whyWords, ...rest } = fields;
  const receipt = receiptOf(fields);
  return {
    number,
    ...rest,
    ...(receipt === undefined ? {} : { receipt }),
    ...(withNotes && whyWords !== undefined ? { whyWords } : {}),
  };
}

async function episodesOf({ redis }: Source, { shard, id, customer, notes: withNotes = false }: Wanted, count: number) {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const kept = await Promise.all(numbers.map((number) => redis.hgetall(keys.episode(shard, `${number}:${id}`))));
  return kept.flatMap((hash, at) => {
    const fields = readEpisode(hash);
    if (fields.bornAt === undefined) return [];
    return [{ mine: fields.customer === customer, ...episodeIn(at + 1, fields, withNotes) }];
  });
}

async function conversationOf(source: Source, wanted: Wanted) {
  const { redis, menus } = source;
  const { shard, id, customer } = wanted;
  const [hash, items, known, mind] = await Promise.all([
    redis.hgetall(keys.conversation(shard, id)),
    redis.lrange(keys.transcript(shard, id), 0, '-1'),
    redis.zrange(keys.known(shard, id), 0, '-1', 'WITHSCORES'),
    redis.get(keys.memory(shard, id)),
  ]);
  const { secrets: _, ...life } = readConversation(hash);
  const { customer: named, group = false, ...from } = fromOf(readSpeaker(hash));
  const all = entries(items, known, menus)
    .filter(({ role }) => wanted.notes === true || role !== 'note')
    .map(({ sealed: _, ...entry }): Entry => entry);
  const episodes = await episodesOf(source, wanted, life.number ?? 0);
  if (group) {
    const own = ownEntries(all, customer);
    const theirs = episodes
      .filter(({ mine }) => mine)
      .map(({ number, bornAt, endedAt }) => ({ number, bornAt, endedAt }));
    const { speaker } = own.find((entry) => entry.speaker !== undefined) ?? {};
    return { id, channel: from.channel, group, customer: speaker ?? { id: customer }, entries: own, episodes: theirs };
  }
  return {
    id,
    ...from,
    customer: named satisfies Customer,
    ...life,
    entries: all,
    episodes: episodes.map(({ mine: _mine, ...rest }) => rest),
    messagesKnownBy: known.filter((_one, at) => at % 2 === 0).map(activityOf),
    ...(mind === null ? {} : { mind: readMemory(mind) }),
  };
}

/** Undefined where nothing is known of them. */
export async function personFile(
  source: Source,
  customer: string,
  options: PersonFileOptions,
): Promise<PersonFile | undefined> {
  const conversations = [];
  for (const shard of shardNames(source.shards)) {
    const [ids, cases, place] = await Promise.all([
      source.redis.zrange(keys.customer(shard, customer), 0, '-1'),
      source.redis.zrange(keys.lives(shard, customer), 0, '-1'),
      source.redis.get(keys.place(shard, customer)),
    ]);
    for (const id of ids) {
      const found = await conversationOf(source, { ...options, shard, id, customer }); // one at a time
      const own = cases.filter((one) => one.slice(one.indexOf(' ') + 1) === id);
      conversations.push({ ...found, cases: own, lastInLine: place === id });
    }
  }
  if (conversations.length === 0) return undefined;
  const leftOut = { ...(options.notes === true ? {} : { notes }), others, sealed, secrets, places };
  return { customer, leftOut, conversations };
}
