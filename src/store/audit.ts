/**
 * What the team has done: a stream that is only added to, with a retention of its own. What a deed is about is kept beside
 * it as the name that the log has for the conversation: once that is erased or forgotten, who did what and when is still
 * there, and nothing that leads to the customer.
 */
import type { Ids } from '../base/index.js';
import { keys, shardOf, teamShard } from './keys.js';
import type { Redis } from './connection.js';
import type { Run } from './run.js';

/** A conversation, or one episode of it. */
export interface About {
  readonly conversation: string;
  readonly episode?: number;
}

export interface Noted {
  /** Rises with every deed. */
  readonly id: string;
  /** Milliseconds since 1970, by the store's own clock. */
  readonly at: number;
  /** As it was written down. */
  readonly deed: string;
  /** Nothing where it was about no conversation, `forgotten` where that is not there any more. */
  readonly about?: About | 'forgotten';
}

export interface AuditStore {
  /** Rejects `unavailable`. */
  note(deed: string, about?: About): Promise<void>;
  /** All of a period, the oldest first, read a part at a time. */
  between(from: number, to: number): AsyncIterable<Noted>;
  /**
   * The newest first: `most` of those that are `wanted`, or fewer where many others lie between them; `next`: what to
   * ask on `before`, and nothing where there is no more.
   */
  page(asked: Page): Promise<{ readonly found: readonly Noted[]; readonly next?: string }>;
}

interface Page {
  readonly from: number;
  readonly to: number;
  readonly before?: string;
  readonly most: number;
  readonly wanted: (noted: Noted) => boolean;
}

/** Looks of one page: whoever looks for what is rare goes on from there. */
const mostLooks = 10;

const perLook = 500;

interface AuditOptions {
  readonly redis: Redis;
  readonly run: Run;
  readonly ids: Ids;
  readonly shards: number;
  /** How long it is kept, milliseconds. */
  readonly keepMs: number;
}

/** Kept as its shard, its name (empty where there is no such conversation), and the number of the episode. */
async function pack({ run, ids, shards, keepMs }: AuditOptions, about: About | undefined): Promise<string> {
  if (about === undefined) return '';
  const shard = shardOf(about.conversation, shards);
  const name = await run('logName', shard, { id: about.conversation, chance: ids.next(), keep: keepMs });
  return [shard, name, about.episode ?? ''].join(' ');
}

async function read({ redis }: AuditOptions, packed: string): Promise<Pick<Noted, 'about'>> {
  if (packed === '') return {};
  const [shard = '', name = '', episode = ''] = packed.split(' ');
  const conversation = name === '' ? null : await redis.get(keys.named(shard, name));
  if (conversation === null) return { about: 'forgotten' };
  return { about: episode === '' ? { conversation } : { conversation, episode: Number(episode) } };
}

type Kept = readonly [id: string, fields: string[]];

async function readAll(options: AuditOptions, found: readonly Kept[]): Promise<readonly Noted[]> {
  const subjects = await Promise.all(found.map(([, [, , , about = '']]) => read(options, about)));
  return found.map(([id, [, deed = '']], i) => ({ id, at: Number(id.split('-')[0]), deed, ...subjects[i] }));
}

async function readPage(
  options: AuditOptions,
  { from, to, before, most, wanted }: Page,
): ReturnType<AuditStore['page']> {
  const found: Noted[] = [];
  let end = before === undefined ? String(to) : `(${before}`;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const kept = await options.redis.xrevrange(keys.audit(teamShard), end, from, 'COUNT', perLook);
    for (const one of await readAll(options, kept)) {
      if (!wanted(one)) continue;
      if (found.length === most) return { found, next: found.at(-1)?.id ?? '' };
      found.push(one);
    }
    const last = kept.at(-1);
    if (last === undefined || kept.length < perLook) return { found };
    end = `(${last[0]}`;
  }
  return { found, next: end.slice(1) };
}

export function createAuditStore(options: AuditOptions): AuditStore {
  const { redis, run, ids, keepMs } = options;
  return {
    async note(deed, about) {
      await run('noteDeed', teamShard, { id: ids.next(), deed, about: await pack(options, about), keep: keepMs });
    },
    async *between(from, to) {
      for (let start = String(from); ;) {
        const found = await redis.xrange(keys.audit(teamShard), start, to, 'COUNT', perLook);
        yield* await readAll(options, found);
        const last = found.at(-1);
        if (last === undefined || found.length < perLook) return;
        start = `(${last[0]}`;
      }
    },
    page: (asked) => readPage(options, asked),
  };
}
