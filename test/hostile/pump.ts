/** Pumps patterns in a thread that is ended when one takes for ever. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Attack } from './attacks.js';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** File and line. */
  readonly at: string;
}

export interface Found {
  readonly attacks: number;
  /** What makes it grow faster than its text, and how much longer four times the text takes. */
  readonly attack?: Attack;
  readonly growth?: number;
}

export type Verdict = Pattern & (Found | { readonly stuck: true });

const patienceMs = 10_000;

const start = () => new Worker(new URL('./pump-worker.js', import.meta.url));

/** One verdict for each pattern, in order. */
export async function pumpAll(patterns: readonly Pattern[]): Promise<readonly Verdict[]> {
  let worker = start();
  const verdicts: Verdict[] = [];
  for (const pattern of patterns) {
    worker.postMessage(pattern);
    try {
      const [found] = (await once(worker, 'message', { signal: AbortSignal.timeout(patienceMs) })) as [Found];
      verdicts.push({ ...pattern, ...found });
    } catch {
      await worker.terminate();
      worker = start();
      verdicts.push({ ...pattern, stuck: true });
    }
  }
  await worker.terminate();
  return verdicts;
}

export const tooSteep = (verdict: Verdict): boolean => 'stuck' in verdict || verdict.growth !== undefined;
