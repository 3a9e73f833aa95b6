/**
 * Every key of the store. All keys of a shard carry its tag, so one script may touch several of them; a conversation
 * stays in its shard for life, so the number of shards is fixed for the life of the data.
 * A kind of key stands before names of ours or before ids of one sort, never before both: an id from outside may be any
 * text, and would else be taken for a name.
 */
import { createHash } from 'node:crypto';

/** Before names that are fixed. */
export const namedKinds = ['a', 'b', 'e', 'g', 'i', 'l', 'o', 'v', 'x', 'y', 'z'] as const;
/** Before ids, whatever is in them: each kind before those of one key below. */
export const idKinds = [
  ...([
    'c',
    'closed',
    'count',
    'd',
    'deed',
    'desk',
    'f',
    'h',
    'j',
    'k',
    'm',
    'n',
    'named',
    'p',
    'person',
    'q',
    'r',
    'request',
  ] as const),
  ...(['sealed', 'session', 'sessions', 'speakers', 't', 'tries', 'u', 'w'] as const),
] as const;

const named = (kind: (typeof namedKinds)[number], name: string) => (shard: string) => `${kind}:{${shard}}:${name}`;
const ofId = (kind: (typeof idKinds)[number]) => (shard: string, id: string) => `${kind}:{${shard}}:${id}`;

export const keys = {
  /** hash: channel, customer, counters, the lease of its turns */
  conversation: ofId('c'),
  /** hash: one episode; id = `<number>:<conversation>` */
  episode: ofId('p'),
  /** list: the transcript, its newest entry last */
  transcript: ofId('t'),
  /** string: what is masked in one entry, sealed, for as long as somebody may see it; id = `<number>:<conversation>` */
  sealed: ofId('sealed'),
  /** zset: its latest messages with their numbers, each by the id that its channel or its writer knows it by */
  known: ofId('d'),
  /** string: what the assistant keeps in mind during the current episode */
  memory: ofId('r'),
  /** zset: waiting tickets of one queue by arrival − boost */
  line: ofId('q'),
  /** zset: the same by when they came into it first */
  lineSince: ofId('f'),
  /** zset: assigned tickets by the deadline of their lease */
  leases: named('l', 'leases'),
  /** set: the tickets an agent holds */
  held: ofId('m'),
  /** zset: agents at their desk by deadline */
  agents: named('g', 'agents'),
  /** zset: those of them who serve a queue */
  agentsOf: ofId('desk'),
  /** hash: agent → name, for everyone who was ever at the desk */
  names: named('g', 'names'),
  /** hash: for each queue its last claim and the smoothed time as its head */
  pace: named('g', 'pace'),
  /** string: what is left of an erased web conversation, by the hash of its id */
  tombstone: ofId('w'),
  /** string: the ticket a claim's token was answered with */
  claim: ofId('k'),
  /** zset: all episodes by birth */
  episodes: named('x', 'episodes'),
  /** zset: those that came into a line, by when they did first */
  asked: named('x', 'asked'),
  /** zset: what ended, by when: `<number> <conversation>`, 0 for one that never had an episode */
  ended: named('y', 'ended'),
  /** zset: the same of what people closed, for as long as it can be reopened; and by the agent who had it */
  closed: named('y', 'closed'),
  closedBy: ofId('closed'),
  /** hash: counters of one hour; id = hours since 1970 */
  hour: (shard: string, hour: number) => ofId('h')(shard, String(hour)),
  /** zset: conversations whose turn is owed, by when the process that runs it is taken for dead */
  owed: named('o', 'owed'),
  /** zset: conversations of which nothing was heard, by when they are looked at */
  idle: named('i', 'idle'),
  /** set: queues that tickets have waited in, beside the main one */
  queues: named('g', 'queues'),
  /** zset: conversations of push channels with something undelivered */
  undelivered: named('v', 'push'),
  /** zset: conversations of a customer by when they began, milliseconds */
  customer: ofId('u'),
  /** zset: a person's latest episodes by birth: `<number> <conversation>` */
  lives: ofId('n'),
  /** string: the conversation in which a person last entered a line */
  place: ofId('j'),
  /** set: who has written in a conversation of several */
  speakers: ofId('speakers'),
  /** channel: rings after every change, one line "state conversation" for each */
  news: named('b', 'bell'),
  /** zset: an agent's seats by deadline; the tag is the agent */
  seats: named('a', 'seats'),
  /** set: who tries to take a seat; the tag is the agent */
  tries: ofId('tries'),
  /** string: points counted against a limit, for as long as its window lasts; the id is a hash */
  count: ofId('count'),
  /** string: the ticket that a claim request for the next one asks for; the tag is the agent */
  claimRequest: ofId('request'),
  /** hash: a session of somebody of the team, by the hash of its secret */
  session: ofId('session'),
  /** zset: the sessions of a person by when they end at the latest */
  sessions: ofId('sessions'),
  /** hash: somebody of the team, as of their last sign-in and as an admin has said since */
  person: ofId('person'),
  /** zset: all of them by their names: `<name in lower case> <id>` */
  people: named('g', 'people'),
  /** stream: every transition of a ticket */
  log: named('e', 'log'),
  /** stream: what the team has done */
  audit: named('e', 'audit'),
  /** string: a deed was noted, by its id, for as long as a lost answer is asked for again */
  deed: ofId('deed'),
  /** string: the conversation that the log and the audit call by a name made by chance */
  named: ofId('named'),
  /** string: what use taught the knowledge base, as JSON */
  lessons: named('g', 'lessons'),
  /** set: the codes of what of it somebody rejected */
  refused: named('g', 'refused'),
  /** never there: see run.ts */
  still: named('e', 'still'),
  /** of each type, gone again at once: see lua/trial.lua */
  trials: (shard: string) => ['hash', 'zset', 'stream', 'set', 'text', 'list'].map((type) => named('y', type)(shard)),
  /** string: written to see whether the shard can be */
  probe: named('y', 'probe'),
  /** string: which data this is */
  mark: named('z', 'mark'),
  /** string: what signs chat tokens */
  secret: 'z:secret',
  /** string: a mark while words of who was erased may still stand in files; empty once they do not */
  unwritten: 'z:unwritten',
  /** string: how many shards the data is in */
  shards: 'z:shards',
} as const;

/** Whoever works here, whatever the number of shards: they are few. */
export const teamShard = 's0';

/** The shards of a store of `count`, by name. */
export function shardNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `s${index}`);
}

export function shardOf(conversation: string, count: number): string {
  if (count === 1) return 's0';
  return `s${createHash('md5').update(conversation).digest().readUInt32BE(0) % count}`;
}

const longestId = 100;

const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** What a message is known again by: its channel's id, or its hash when that is too long; GUIDs are packed. */
export function knownBy(activity: string): string {
  if (guid.test(activity)) return `~${Buffer.from(activity.replaceAll('-', ''), 'hex').toString('base64url')}`;
  if (activity.length > longestId) return shortId(activity);
  return activity.startsWith('~') ? `~${activity}` : activity;
}

/** The channel's id again. */
export function activityOf(known: string): string {
  if (!known.startsWith('~') || known.startsWith('~~')) return known.replace(/^~/, '');
  return Buffer.from(known.slice(1), 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Ids can be long; eleven characters of their hash are enough to know them again. */
export function shortId(id: string): string {
  return createHash('sha1').update(id).digest('base64url').slice(0, 11);
}
