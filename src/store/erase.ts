/** Forgets a person: in the records, in the log, in what claims left behind, and in the files of every server. */
import type { Redis as Client } from 'ioredis';
import type { Ids } from '../base/index.js';
import { longestAccess } from '../conversation/index.js';
import type { Connection, Redis } from './connection.js';
import { erasedPrefix } from './decode.js';
import { speakerMark } from './entries.js';
import { keys, shardNames, shardOf, teamShard } from './keys.js';
import type { Run } from './run.js';
import { rewriteFiles } from './server-files.js';

export interface Erased {
  readonly conversations: number;
  readonly entries: number;
  /** What an erasure before this one could not write out of the files is out of them now. */
  readonly finished?: true;
}

export interface Eraser extends Pick<Connection, 'eachServer'> {
  readonly redis: Redis;
  readonly run: Run;
  readonly shards: number;
  readonly ids: Ids;
  /** See `QueueOptions`, milliseconds. */
  readonly idleMs: number;
  readonly lineIdleMs: number;
}

/** Seconds for which an erased conversation refuses: a day more than anything lives that opens it. */
const tombstoneLife = longestAccess + 24 * 3600;
/** Stands where somebody else reads on. */
const erasedWords = 'This message was erased.';
/** What is looked through at once. */
const perLook = 1000;
/** A conversation with more episodes is asked about a second time. */
const usualEpisodes = 4;

/** An id that belongs to this shard, as every id must, and to nobody. */
function freshId({ ids, shards }: Eraser, shard: string): string {
  for (;;) {
    const id = `${erasedPrefix}${ids.next()}`;
    if (shardOf(id, shards) === shard) return id;
  }
}

/** Of a conversation of several only what this one wrote. */
async function eraseSpeaker(
  { run, idleMs: idle, lineIdleMs: lineIdle }: Eraser,
  shard: string,
  who: { id: string; customer: string },
): Promise<number> {
  const said = { speaker: speakerMark(who.customer), words: erasedWords };
  const { entries } = await run('unsay', shard, { ...who, ...said, idle, lineIdle });
  return entries;
}

async function eraseConversation(eraser: Eraser, shard: string, who: { id: string; customer: string }) {
  for (let episodes = usualEpisodes; ;) {
    const ids = Array.from({ length: episodes }, () => freshId(eraser, shard));
    const answer = await eraser.run('erase', shard, { ...who, seconds: tombstoneLife, ids });
    if (answer.kind === 'erased') return { entries: answer.entries, whole: true };
    if (answer.kind === 'shared') return { entries: await eraseSpeaker(eraser, shard, who), whole: false };
    episodes = answer.episodes;
  }
}

/** What older releases wrote into the log of transitions names the conversation. */
async function eraseLog({ redis }: Eraser, shard: string, erased: ReadonlySet<string>): Promise<void> {
  const log = keys.log(shard);
  for (let from = '-'; ;) {
    const found = await redis.xrange(log, from, '+', 'COUNT', perLook);
    const theirs = found.filter(([, fields]) => erased.has(fields[fields.indexOf('c') + 1] ?? ''));
    if (theirs.length > 0) await redis.xdel(log, ...theirs.map(([id]) => id));
    const last = found.at(-1);
    if (last === undefined || found.length < perLook) return;
    from = `(${last[0]}`;
  }
}

/** For ten minutes a claim is answered again with the ticket it got, whoever holds that by now, unless that is not there any more. */
async function eraseClaims({ redis, shards }: Eraser, server: Client): Promise<void> {
  if (/role:slave/.test(await server.info('replication'))) return; // its master tells it
  for (const pattern of [keys.claim('*', '*'), keys.claimRequest('*', '*')]) {
    for (let cursor = '0'; ;) {
      const [next, found] = await server.scan(cursor, 'MATCH', pattern, 'COUNT', perLook, 'TYPE', 'string');
      for (const key of found) {
        const id = (await server.get(key)) ?? '';
        if ((await redis.exists(keys.conversation(shardOf(id, shards), id))) === 0) await server.unlink(key);
      }
      if (next === '0') break;
      cursor = next;
    }
  }
}

/** Writes the files of all servers anew, and takes away the mark, unless another erasure has set its own meanwhile. */
async function finish(eraser: Eraser, mark: string): Promise<void> {
  const { redis, eachServer } = eraser;
  await eachServer((server) => eraseClaims(eraser, server));
  await eachServer(rewriteFiles);
  if ((await redis.get(keys.unwritten)) === mark) await redis.set(keys.unwritten, '');
}

/**
 * Erases every conversation of a customer, and of one of several their part, in the store and in its files; answers how
 * many conversations and entries were forgotten. Throws `unavailable` when the words are gone from the store but perhaps not
 * from its files: it may be asked again, and goes on there.
 */
export async function eraseCustomer(eraser: Eraser, customer: string): Promise<Erased> {
  const { redis, shards, ids: made } = eraser;
  const before = (await redis.get(keys.unwritten)) ?? '';
  const mark = made.next();
  const erased = new Set<string>();
  let [conversations, entries] = [0, 0];
  for (const shard of shardNames(shards)) {
    const ids = await redis.zrange(keys.customer(shard, customer), 0, '-1');
    if (ids.length > 0 && conversations === 0) await redis.set(keys.unwritten, mark);
    for (const id of ids) {
      const gone = await eraseConversation(eraser, shard, { id, customer });
      entries += gone.entries;
      conversations += 1;
      if (gone.whole) erased.add(id);
    }
    if (ids.length > 0) await eraseLog(eraser, shard, erased);
  }
  if (conversations === 0 && before === '') return { conversations, entries };
  await eraser.redis.del(keys.lessons(teamShard)); // gathered again from what is left
  await finish(eraser, conversations === 0 ? before : mark);
  return { conversations, entries, ...(before === '' ? {} : { finished: true }) };
}
