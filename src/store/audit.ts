/** What the team has done: a stream that is only added to, with a retention of its own. */
import { keys, teamShard } from './keys.js';
import type { Redis } from './connection.js';
import type { Run } from './run.js';

export interface Noted {
  /** Milliseconds since 1970, by the store's own clock. */
  readonly at: number;
  /** As it was written down. */
  readonly deed: string;
}

export interface AuditStore {
  /** Rejects `unavailable`. */
  note(deed: string): Promise<void>;
  /** All of a period, the oldest first, read a part at a time. */
  between(from: number, to: number): AsyncIterable<Noted>;
}

const perLook = 500;

interface AuditOptions {
  readonly redis: Redis;
  readonly run: Run;
  /** How long it is kept, milliseconds. */
  readonly keepMs: number;
}

export function createAuditStore({ redis, run, keepMs }: AuditOptions): AuditStore {
  return {
    async note(deed) {
      await run('noteDeed', teamShard, { deed, keep: keepMs });
    },
    async *between(from, to) {
      for (let start = String(from); ;) {
        const found = await redis.xrange(keys.audit(teamShard), start, to, 'COUNT', perLook);
        for (const [id, [, deed = '']] of found) yield { at: Number(id.split('-')[0]), deed };
        const last = found.at(-1);
        if (last === undefined || found.length < perLook) return;
        start = `(${last[0]}`;
      }
    },
  };
}
