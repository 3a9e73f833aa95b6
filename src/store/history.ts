/**
 * What a person had before, read when somebody at the desk looks at them. That is no turn, so that every shard is asked:
 * what lies in another shard than the conversation is found as well.
 */
import type { EpisodeRecord } from '../effort/index.js';
import type { Redis } from './connection.js';
import { keys, shardNames } from './keys.js';

/** `<number> <conversation>`, as an episode stands in a list. */
export function readMember(member: string): readonly [conversation: string, number: number] {
  const space = member.indexOf(' ');
  return [member.slice(space + 1), Number(member.slice(0, space))];
}

interface Source {
  readonly redis: Redis;
  readonly shards: number;
  read(conversation: string, number: number): Promise<EpisodeRecord | undefined>;
}

/** The latest episodes of a person, newest first; the cost is that of `limit` and of the shards, however many there are. */
export async function latestOf({ redis, shards, read }: Source, person: string, limit: number) {
  const lists = await Promise.all(
    shardNames(shards).map((name) =>
      redis.zrevrangebyscore(keys.lives(name, person), '+inf', '-inf', 'WITHSCORES', 'LIMIT', 0, limit + 1),
    ),
  );
  const born = lists.flatMap((list) =>
    list.flatMap((member, at) => (at % 2 === 0 ? [{ member, at: Number(list[at + 1]) }] : [])),
  );
  const latest = born.toSorted((a, b) => b.at - a.at).slice(0, limit + 1);
  const records = await Promise.all(latest.map(({ member }) => read(...readMember(member))));
  return { found: records.slice(0, limit).filter((one) => one !== undefined), more: latest.length > limit };
}
