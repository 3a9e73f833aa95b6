/** What people have closed lately, read when somebody at the desk looks for it: no turn, so that every shard is asked. */
import { lastWords, outcome, reason } from '../conversation/index.js';
import type { ClosedCase, ClosedWanted } from '../queue/index.js';
import { entry } from './entries.js';
import { fromOf, stateOf } from './episode.js';
import { readMember } from './history.js';
import { keys, shardOf } from './keys.js';
import { type EpisodeFields, readConversation, readEpisode, readSpeaker, type Speaker } from './schema/records.js';
import { looked, type TicketSource } from './tickets.js';

interface Where {
  readonly shard: string;
  readonly conversation: string;
}

/** Whether the person of a case has a place in another conversation of this shard, as parts/person.lua tells it. */
async function isElsewhere({ redis }: TicketSource, { shard, conversation }: Where, person: string): Promise<boolean> {
  const other = await redis.get(keys.place(shard, person));
  if (other === null || other === conversation) return false;
  const { number = 0 } = readConversation(await redis.hgetall(keys.conversation(shard, other)));
  const state = stateOf(readEpisode(await redis.hgetall(keys.episode(shard, `${number}:${other}`))));
  return state === 'waiting' || state === 'assigned';
}

function partsOf(f: EpisodeFields, who: Speaker) {
  const { channel, customer } = fromOf(who);
  const ended = outcome.safeParse(f.outcome).data;
  if (ended === undefined || f.endedAt === undefined || stateOf(f) !== 'closed') return undefined;
  return {
    ...{ channel, customer, epoch: f.epoch ?? 0, bornAt: f.bornAt ?? 0, endedAt: f.endedAt, outcome: ended },
    reason: reason.safeParse(f.reason).data ?? 'asked',
    asked: (f.counts['asked-ces'] ?? 0) > 0,
    ...(f.agent ? { agent: { id: f.agent, name: f.agentName ?? f.agent } } : {}),
    ...(f.ces ? { ces: f.ces } : {}),
  } as const;
}

/** Undefined for what is open, was never a ticket, or is not kept any more. */
export async function readClosedOne(
  source: TicketSource,
  conversation: string,
  episode: number,
): Promise<ClosedCase | undefined> {
  const { redis, shards } = source;
  const shard = shardOf(conversation, shards);
  const [kept, case_, items] = await Promise.all([
    redis.hgetall(keys.conversation(shard, conversation)),
    redis.hgetall(keys.episode(shard, `${episode}:${conversation}`)),
    redis.lrange(keys.transcript(shard, conversation), -looked, -1),
  ]);
  const [who, f, latest] = [readSpeaker(kept), readEpisode(case_), items.map((item) => entry(item, {}))];
  const [parts, newest] = [partsOf(f, who), latest.at(-1)];
  if (parts === undefined || newest === undefined || f.queue === undefined) return undefined;
  const begun = readConversation(kept).number !== episode;
  const elsewhere =
    !begun && who.group !== true && (await isElsewhere(source, { shard, conversation }, f.customer ?? who.id ?? ''));
  const stays = begun ? 'begun' : elsewhere ? 'elsewhere' : undefined;
  return {
    ...{ conversation, episode, seq: newest.seq, last: lastWords(latest) ?? newest },
    ...parts,
    ...(stays === undefined ? {} : { stays }),
  };
}

/** The cost is that of `limit` and of the shards, however much was closed. */
export async function readClosed(source: TicketSource, { agent, before, limit }: ClosedWanted) {
  const high = before === undefined ? '+inf' : `(${Math.round(before * 1000)}`;
  const lists = await Promise.all(
    source.names.map((name) =>
      source.redis.zrevrangebyscore(
        agent === undefined ? keys.closed(name) : keys.closedBy(name, agent),
        high,
        '-inf',
        'LIMIT',
        0,
        limit + 1,
      ),
    ),
  );
  const read = await Promise.all(lists.flat().map((member) => readClosedOne(source, ...readMember(member))));
  const found = read.filter((one) => one !== undefined).toSorted((a, b) => b.endedAt - a.endedAt);
  return { cases: found.slice(0, limit), more: found.length > limit || lists.some((list) => list.length > limit) };
}
