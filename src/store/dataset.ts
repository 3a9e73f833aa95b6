/**
 * Which data this is. Every shard carries a mark, made once; a process remembers those it began with, and when one is
 * gone or another, the store was emptied or replaced behind its back. It says so, counts it, puts back what all processes
 * must have in common, and leaves in the new mark since when, so that processes that start later know it as well.
 */
import { type Ids, type Log, SupportError } from '../base/index.js';
import type { Redis } from './connection.js';
import { keys, shardNames } from './keys.js';

export interface Loss {
  /** When it was noticed, milliseconds since 1970. */
  readonly at: number;
  /** All shards, and not a part of a Cluster only. */
  readonly whole: boolean;
}

export interface Health {
  /** How often this process has found other data than it knew. */
  readonly incidents: number;
  /** The last time that data was lost, for as long as people may wonder about it. */
  readonly emptied?: Loss;
}

export interface Dataset {
  /** Of chat tokens, the same in all processes of this data: the first signs, each of them vouches for a token. */
  secrets(): readonly [string, ...string[]];
  /** Looks whether it is still the same data. Costs one round trip. */
  look(): Promise<void>;
  health(): Health;
  /** Why nothing may be asked of this data by this process. */
  refusal(): SupportError | undefined;
}

export interface DatasetOptions {
  readonly redis: Redis;
  readonly ids: Ids;
  readonly shards: number;
  /** Secrets from the settings; without them one is made and kept in the store. */
  readonly given?: readonly [string, ...string[]] | undefined;
  readonly log: Log;
  /** Whatever was read before is not so any more. */
  readonly missed: () => void;
}

interface Mark {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Data was lost when this mark was made. */
  readonly after: boolean;
}

/** How long a loss is told of, milliseconds. */
const reportedMs = 12 * 3_600_000;

const written = ({ id, at, after }: Mark): string => `${id} ${at} ${after ? 'after' : 'first'}`;

function parse(text: string | null): Mark | undefined {
  const [, id, at, how] = /^(\S+) (\d+) (\w+)$/.exec(text ?? '') ?? [];
  return id === undefined ? undefined : { id, at: Number(at), after: how === 'after' };
}

/** Sets what is not there; answers what is there then. */
async function agreeOn(redis: Redis, key: string, value: string): Promise<string> {
  await redis.set(key, value, 'NX');
  return (await redis.get(key)) ?? value;
}

async function now(redis: Redis): Promise<number> {
  const [seconds] = await redis.time();
  return Number(seconds) * 1000;
}

interface Known {
  readonly marks: Map<string, Mark>;
  secrets: readonly [string, ...string[]];
  at: number;
  incidents: number;
  refusal?: SupportError;
}

/** Remembers the mark of a shard, made anew where there is none; one of another is told of as such. */
async function renew({ redis, ids }: DatasetOptions, known: Known, shard: string): Promise<void> {
  const fresh: Mark = { id: ids.next(), at: known.at, after: true };
  const found = parse(await agreeOn(redis, keys.mark(shard), written(fresh))) ?? fresh;
  const mark = found.after ? found : { ...found, at: known.at, after: true };
  if (!found.after) await redis.set(keys.mark(shard), written(mark));
  known.marks.set(shard, mark);
}

/** What all processes must have in common: put back where it is gone, taken over where another was quicker. */
async function agree(options: DatasetOptions, known: Known): Promise<void> {
  const { redis, shards, log } = options;
  const kept = Number(await agreeOn(redis, keys.shards, String(shards)));
  if (kept === shards) delete known.refusal;
  else {
    const why = `The data was replaced by other data, in ${kept} shards; this process knows ${shards}. Start it again.`;
    if (known.refusal === undefined) log.error({ kept, shards }, why);
    known.refusal = new SupportError('unavailable', why);
  }
  if (options.given !== undefined) return;
  const [own] = known.secrets;
  const secret = await agreeOn(redis, keys.secret, own);
  if (secret === own) return;
  log.error('the store holds another secret than this process; it is taken over, and chats begin anew');
  known.secrets = [secret];
}

async function look(options: DatasetOptions, known: Known): Promise<void> {
  const { redis, shards, log, missed } = options;
  const names = shardNames(shards);
  const [at, ...found] = await Promise.all([now(redis), ...names.map((name) => redis.get(keys.mark(name)))]);
  known.at = at;
  const lost = names.filter((name, i) => {
    const mark = parse(found[i] ?? null);
    const same = mark !== undefined && mark.id === known.marks.get(name)?.id;
    if (same) known.marks.set(name, mark); // another process may have learnt more of it
    return !same;
  });
  if (lost.length > 0) {
    await Promise.all(lost.map((name) => renew(options, known, name)));
    known.incidents += 1;
    const words = 'the store was emptied or replaced: what was in it before is gone';
    log.error({ shards: lost.length === names.length ? 'all' : lost, at: new Date(at).toISOString() }, words);
  }
  await agree(options, known);
  if (lost.length > 0) missed();
}

function lossOf({ marks, at }: Known): Loss | undefined {
  const after = [...marks.values()].filter((mark) => mark.after && at - mark.at < reportedMs);
  if (after.length === 0) return undefined;
  return { at: Math.max(...after.map((mark) => mark.at)), whole: after.length === marks.size };
}

export async function openDataset(options: DatasetOptions): Promise<Dataset> {
  const { redis, ids, shards, given } = options;
  const at = await now(redis);
  const begin = async (name: string): Promise<readonly [string, Mark]> => {
    const fresh: Mark = { id: ids.next(), at, after: false };
    return [name, parse(await agreeOn(redis, keys.mark(name), written(fresh))) ?? fresh];
  };
  const marks = new Map(await Promise.all(shardNames(shards).map(begin)));
  const secrets = given ?? ([await agreeOn(redis, keys.secret, `${ids.next()}${ids.next()}`)] as const);
  const known: Known = { marks, at, secrets, incidents: 0 };
  let looking: Promise<void> | undefined;
  return {
    secrets: () => known.secrets,
    look: () => (looking ??= look(options, known).finally(() => (looking = undefined))),
    health() {
      const emptied = lossOf(known);
      return { incidents: known.incidents, ...(emptied === undefined ? {} : { emptied }) };
    },
    refusal: () => known.refusal,
  };
}
