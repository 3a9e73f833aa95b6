/** What use taught the knowledge base, kept for all processes, and what of it somebody rejected. */
import type { Redis } from './connection.js';
import { keys, teamShard } from './keys.js';

export interface LessonStore {
  /** What was kept last; nothing since somebody was erased, until it is gathered again. Rejects `unavailable`. */
  read(): Promise<string | undefined>;
  /** In place of what was kept. */
  keep(lessons: string): Promise<void>;
  /** The codes that were rejected. */
  refused(): Promise<ReadonlySet<string>>;
  /** For good, by its code. */
  refuse(code: string): Promise<void>;
  /** Takes back that it was rejected. */
  allow(code: string): Promise<void>;
}

export const createLessonStore = ({ redis }: { readonly redis: Redis }): LessonStore => ({
  read: async () => (await redis.get(keys.lessons(teamShard))) ?? undefined,
  keep: async (lessons) => {
    await redis.set(keys.lessons(teamShard), lessons);
  },
  refused: async () => new Set(await redis.smembers(keys.refused(teamShard))),
  refuse: async (code) => {
    await redis.sadd(keys.refused(teamShard), code);
  },
  allow: async (code) => {
    await redis.srem(keys.refused(teamShard), code);
  },
});
