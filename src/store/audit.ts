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
}

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

export function createAuditStore(options: AuditOptions): AuditStore {
  const { redis, run, ids, keepMs } = options;
  return {
    async note(deed, about) {
      await run('noteDeed', teamShard, { id: ids.next(), deed, about: await pack(options, about), keep: keepMs });
    },
    async *between(from, to) {
      for (let start = String(from); ;) {
        const found = await redis.xrange(keys.audit(teamShard), start, to, 'COUNT', perLook);
        const subjects = await Promise.all(found.map(([, [, , , about = '']]) => read(options, about)));
        for (const [i, [id, [, deed = '']]] of found.entries()) {
          yield { at: Number(id.split('-')[0]), deed, ...subjects[i] };
        }
        const last = found.at(-1);
        if (last === undefined || found.length < perLook) return;
        start = `(${last[0]}`;
      }
    },
  };
}
