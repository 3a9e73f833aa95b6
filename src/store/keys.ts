/**
 * Every key of the store. All keys of a shard carry its tag, so one script may touch several of them; a conversation
 * stays in its shard for life, so the number of shards is fixed for the life of the data.
 */
import { createHash } from 'node:crypto';

const key = (kind: string) => (shard: string, id: string) => `${kind}:{${shard}}:${id}`;

export const keys = {
  /** hash: channel, customer, counters, the lease of its turns */
  conversation: key('c'),
  /** hash: one episode; id = `<number>:<conversation>` */
  episode: key('p'),
  /** list: the transcript, its newest entry last */
  transcript: key('t'),
  /** string: what the assistant keeps in mind during the current episode */
  memory: key('r'),
  /** zset: waiting tickets of one queue by arrival − boost */
  line: key('q'),
  /** zset: the same by when they came into it first */
  lineSince: key('f'),
  /** zset: assigned tickets by the deadline of their lease */
  leases: (shard: string) => key('l')(shard, 'leases'),
  /** set: the tickets an agent holds */
  held: key('m'),
  /** zset: agents at their desk by deadline */
  agents: (shard: string) => key('g')(shard, 'agents'),
  /** zset: those of them who serve a queue */
  agentsOf: (shard: string, queue: string) => key('g')(shard, `at ${queue}`),
  /** hash: agent → name, for everyone who was ever at the desk */
  names: (shard: string) => key('g')(shard, 'names'),
  /** hash: for each queue its last claim and the smoothed time as its head */
  pace: (shard: string) => key('g')(shard, 'pace'),
  /** string: what is left of an erased web conversation, by the hash of its id */
  tombstone: key('w'),
  /** string: the ticket a claim's token was answered with */
  claim: key('k'),
  /** zset: all episodes by birth */
  episodes: (shard: string) => key('x')(shard, 'episodes'),
  /** zset: what ended, by when: `<number> <conversation>`, 0 for one that never had an episode */
  ended: (shard: string) => key('y')(shard, 'ended'),
  /** hash: counters of one hour; id = hours since 1970 */
  hour: (shard: string, hour: number) => key('h')(shard, String(hour)),
  /** zset: conversations of push channels with something undelivered */
  undelivered: (shard: string) => key('v')(shard, 'push'),
  /** zset: conversations of a customer by when they began, milliseconds */
  customer: key('u'),
  /** zset: a person's latest episodes by birth: `<number> <conversation>` */
  lives: key('n'),
  /** string: the conversation in which a person last entered a line */
  place: key('j'),
  /** set: who has written in a conversation of several */
  speakers: key('f'),
  /** channel: rings after every change, one line "state conversation" for each */
  news: (shard: string) => key('b')(shard, 'bell'),
  /** zset: an agent's seats by deadline; the tag is the agent; beside it, by seat, the ticket its claim request asks for, and who tries */
  seats: (agent: string) => key('a')(agent, 'seats'),
  /** string: points counted against a limit, for as long as its window lasts; the id is a hash */
  count: key('w'),
  /** string: the ticket that a claim request for the next one asks for; the tag is the agent */
  claimRequest: key('a'),
  /** hash: a session of somebody of the team, by the hash of its secret */
  session: key('i'),
  /** zset: the sessions of a person by when they end at the latest */
  sessions: key('o'),
  /** hash: somebody of the team, as of their last sign-in and as an admin has said since */
  person: key('s'),
  /** zset: all of them by their names: `<name in lower case> <id>` */
  people: (shard: string) => key('g')(shard, 'people'),
  /** stream: every transition of a ticket */
  log: (shard: string) => key('e')(shard, 'log'),
  /** stream: what the team has done */
  audit: (shard: string) => key('e')(shard, 'audit'),
  /** string: written to see whether the shard can be */
  probe: (shard: string) => key('y')(shard, 'probe'),
  /** string: which data this is */
  mark: (shard: string) => key('z')(shard, 'mark'),
  /** string: what signs chat tokens */
  secret: 'z:secret',
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
