/**
 * Learns the knowledge base once for each state of its files, and keeps what was learnt beside the build. While the
 * server runs this takes a thread of its own, so that nothing waits for it.
 */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { type Cache, type Checked, createCache, inPackage, type TextFile } from './base/index.js';
import type { Study } from './bot/index.js';
import { learnFiles, type LearntBase, type Way } from './faq/index.js';

export interface Scholar extends Study {
  /** Learns in this very thread: a server cannot answer before. */
  learnNow(files: readonly TextFile[]): Checked<LearntBase>;
}

export interface StudyTask {
  readonly kind: 'learn' | 'review';
  readonly files: readonly TextFile[];
  /** What use taught; it is never kept beside the build. */
  readonly ways?: readonly Way[];
}

const bundled = ['dist', 'node_modules', 'warmline'];

/** What learning depends on, besides the files: the code as it was built, and how this engine calculates. */
function readCode(): string {
  try {
    return `${readFileSync(inPackage(...bundled, 'learn.sha256'), 'utf8')} ${process.versions.v8} ${process.arch}`;
  } catch {
    return ''; // not built by src/build.js, so nobody knows what the code is
  }
}

function inThread<Result>(task: StudyTask): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(inPackage(...bundled, 'learn.cjs'), { workerData: task });
    worker.unref(); // nothing waits for it when the server ends
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread that learns ended before it had learnt.')));
  });
}

export function createScholar(cache: Cache = createCache(inPackage('dist', 'cache')), code = readCode()): Scholar {
  const keyOf = ({ kind, files }: StudyTask) => (code === '' ? undefined : JSON.stringify([code, kind, files]));
  const known = (task: StudyTask): unknown => {
    const key = keyOf(task);
    return key === undefined ? undefined : cache.read(`faq-${task.kind}`, key);
  };
  const keep = (task: StudyTask, value: unknown): void => {
    const key = keyOf(task);
    if (key !== undefined) cache.write(`faq-${task.kind}`, key, value);
  };

  return {
    learnNow(files) {
      const task: StudyTask = { kind: 'learn', files };
      const before = known(task) as LearntBase | undefined;
      if (before !== undefined) return { kind: 'ok', value: before };
      const learnt = learnFiles(files);
      if (learnt.kind === 'ok') keep(task, learnt.value);
      return learnt;
    },
    async learn(files, ways = []) {
      if (ways.length > 0) return inThread<Checked<LearntBase>>({ kind: 'learn', files, ways });
      const task: StudyTask = { kind: 'learn', files };
      const before = known(task) as LearntBase | undefined;
      if (before !== undefined) return { kind: 'ok', value: before };
      const learnt = await inThread<Checked<LearntBase>>(task);
      if (learnt.kind === 'ok') keep(task, learnt.value);
      return learnt;
    },
    async review(files) {
      const task: StudyTask = { kind: 'review', files };
      const before = known(task) as readonly string[] | undefined;
      if (before !== undefined) return before;
      const warnings = await inThread<readonly string[]>(task);
      keep(task, warnings);
      return warnings;
    },
  };
}
