/** Saves what can be saved of a damaged append-only file, and puts every conversation in it right again. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { SupportError } from '../base/index.js';
import { channelOfKey } from '../conversation/index.js';
import { type EngineEvent, startEngine } from '../redis-embedded/index.js';
import { erasedPrefix } from './decode.js';
import { createRun } from './run.js';

export interface Salvage {
  /** Nothing when the file was whole, except perhaps for a last line that was cut off. */
  readonly damage?: Extract<EngineEvent, { kind: 'salvaged' }>;
  /** Bytes of an unfinished last line. */
  readonly torn: number;
  /** How many conversations were put right, by what was wrong, as in lua/mend.lua. */
  readonly mended: ReadonlyMap<string, number>;
}

interface Traces {
  readonly shard: string;
  readonly id: string;
  /** The newest episode of which there is a record. */
  episode: number;
}

/** Every conversation of which anything is left, its own record or not. */
async function traces(redis: Redis): Promise<readonly Traces[]> {
  const found = new Map<string, Traces>();
  const add = (shard: string, id: string, episode = 0): void => {
    const known = found.get(id) ?? { shard, id, episode };
    found.set(id, Object.assign(known, { episode: Math.max(known.episode, episode) }));
  };
  for (const key of await redis.keys('*')) {
    const [, kind, shard = '', rest = ''] = /^([cpqlt]):\{(\w+)\}:([^]*)$/.exec(key) ?? [];
    const [, episode, id] = /^(\d+):([^]*)$/.exec(rest) ?? [];
    if (kind === 'c' || kind === 't') add(shard, rest);
    if (kind === 'p' && id?.startsWith(erasedPrefix) === false) add(shard, id, Number(episode));
    if (kind === 'q' || kind === 'l') for (const member of await redis.zrange(key, 0, '-1')) add(shard, member);
  }
  return [...found.values()];
}

/** Whose conversations are whose. */
async function customers(redis: Redis): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const key of await redis.keys('u:*')) {
    const customer = /^u:\{\w+\}:([^]*)$/.exec(key)?.[1] ?? '';
    for (const id of await redis.zrange(key, 0, '-1')) found.set(id, customer);
  }
  return found;
}

/** Stands where a whole transcript was lost. */
const missing = 'What was said here before was lost in a damaged file.';

async function mendAll(redis: Redis): Promise<ReadonlyMap<string, number>> {
  const run = createRun({ redis, cluster: false });
  const mended = new Map<string, number>();
  const known = await customers(redis);
  for (const { shard, id, episode } of await traces(redis)) {
    const asked = { id, channel: channelOfKey(id), newest: episode, customer: known.get(id) ?? '', words: missing };
    for (const what of await run('mend', shard, asked)) mended.set(what, (mended.get(what) ?? 0) + 1);
  }
  return mended;
}

/** Throws `unavailable` when there is no such file, a server runs on it, or it is not ours at all. */
export async function salvage(folder: string): Promise<Salvage> {
  const file = join(folder, 'warmline.aof');
  if (!existsSync(file))
    throw new SupportError('unavailable', `There is no ${file}. Set DATA_DIR to the folder of the data.`);
  const events: EngineEvent[] = [];
  const own = mkdtempSync(join(tmpdir(), 'warmline-'));
  const path = join(own, 'store.sock');
  const report = (event: EngineEvent) => void events.push(event);
  try {
    const engine = await startEngine({ file, sync: 'always', listen: { path }, report, salvage: true });
    const redis = new Redis({ path, protocol: 2 });
    try {
      const mended = await mendAll(redis);
      const damage = events.find((event) => event.kind === 'salvaged');
      const torn = events.find((event) => event.kind === 'torn-tail')?.bytes ?? 0;
      return { torn, mended, ...(damage === undefined ? {} : { damage }) };
    } finally {
      redis.disconnect();
      await engine.close();
    }
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}
