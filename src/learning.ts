/** The knowledge base learns from use: gathered from the transcripts by one process, taken up by all. */
import type { Clock, Log, TextFile } from './base/index.js';
import type { BaseWatch } from './bot/index.js';
import { checkFaq, type FaqEntry, type Lesson, readWays, type Way, waysOf } from './faq/index.js';
import { lessonsIn } from './insights/index.js';
import type { Store } from './store/index.js';

type Teachers = Pick<Store, 'ledger' | 'conversations' | 'lessons'>;

/** Whatever matters is among the newest. */
const mostLessons = 5000;
const days = 90;

/** Reads what use taught by now, keeps it for all processes, and returns it. Rejects `unavailable`. */
export async function gatherWays(store: Teachers, entries: readonly FaqEntry[], now: number): Promise<readonly Way[]> {
  const lessons: Lesson[] = [];
  for await (const lesson of lessonsIn(store, { from: now - days * 86_400_000, to: now }, entries)) {
    if (lessons.push(lesson) >= mostLessons) break;
  }
  const ways = waysOf(entries, lessons, await store.lessons.refused());
  await store.lessons.keep(JSON.stringify(ways));
  return ways;
}

interface LearningOptions {
  readonly store: Teachers & Pick<Store, 'counters'>;
  readonly baseWatch: Pick<BaseWatch, 'taught'>;
  /** The knowledge base as its keeper wrote it. */
  readonly read: () => readonly TextFile[];
  readonly clock: Clock;
  readonly log: Log;
  /** How often it is gathered, by whichever process comes first, milliseconds. */
  readonly gatherMs: number;
}

export interface Learning {
  /** Gathers when it is time to, and tells this process what use has taught. */
  look(): Promise<void>;
}

export function createLearning({ store, baseWatch, read, clock, log, gatherMs }: LearningOptions): Learning {
  return {
    async look() {
      const [turn] = await store.counters.add('learning', 1, gatherMs);
      const base = turn === 1 ? checkFaq(read()) : undefined;
      if (base?.kind === 'ok') {
        const ways = await gatherWays(store, base.value, clock.now());
        log.debug({ ways: ways.length }, 'what use taught was gathered');
      }
      baseWatch.taught(readWays((await store.lessons.read()) ?? '[]'));
    },
  };
}
