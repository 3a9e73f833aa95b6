/** Mocha over a list of files, and one account of several such runs. */
import { relative } from 'node:path';
import Mocha from 'mocha';
import { inPackage, readTextFile } from '../../src/base/index.js';

/** A process of suites that ended before its time is one, too. */
interface Failure {
  readonly titlePath: () => readonly string[];
  readonly err: Error;
}

export interface Sums {
  readonly passes: number;
  readonly pending: number;
  readonly failures: readonly Failure[];
}

interface Settings {
  readonly mocha: { readonly timeout: number };
}
const { timeout } = (JSON.parse(readTextFile(inPackage('package.json')).text) as Settings).mocha;

/** Tells each suite as it is done; the account comes at the end, for all runs together. */
class Telling extends Mocha.reporters.Spec {
  override epilogue(): void {
    // see tellSums
  }
}

const created = (files: readonly string[], options: Mocha.MochaOptions): Mocha => {
  const mocha = new Mocha({ timeout, forbidOnly: true, ...options });
  for (const file of files) mocha.addFile(file);
  return mocha;
};

/** Mocha tells of a process that ended without a case; it is known by the file it was at. */
function failureOf(test: Partial<Mocha.Test>, fault: Error & { readonly file?: string }): Failure {
  const path = test.titlePath?.() ?? [test.title ?? ''];
  const place = fault.file === undefined ? [] : [relative(process.cwd(), fault.file)];
  return { titlePath: () => [...place, ...path], err: fault };
}

/** Each file in one of so many processes: one that ends before its time takes no other suite with it, nor the account. */
export async function runFiles(files: readonly string[], { jobs }: { readonly jobs: number }): Promise<Sums> {
  if (files.length === 0) return { passes: 0, pending: 0, failures: [] };
  const mocha = created(files, { reporter: Telling, jobs });
  mocha.parallelMode(true);
  const sums = { passes: 0, pending: 0, failures: [] as Failure[] };
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', () => (sums.passes += 1));
    runner.on('pending', () => (sums.pending += 1));
    runner.on('fail', (test, fault: Error) => sums.failures.push(failureOf(test, fault)));
  });
  return sums;
}

/** Mocha's own epilogue over the sums of all runs; returns how many cases failed. */
export function tellSums(runs: readonly Sums[], milliseconds: number): number {
  const failures = runs.flatMap((run) => run.failures);
  const sum = (of: 'passes' | 'pending') => runs.reduce((total, run) => total + run[of], 0);
  const stats = { passes: sum('passes'), pending: sum('pending'), failures: failures.length, duration: milliseconds };
  Mocha.reporters.Base.prototype.epilogue.call({ stats, failures });
  return failures.length;
}

/** The full title of every case, in alphabetical order. */
export async function everyCase(files: readonly string[]): Promise<readonly string[]> {
  const mocha = created(files, {});
  await mocha.loadFilesAsync();
  const titles: string[] = [];
  mocha.suite.eachTest((test: Mocha.Test) => void titles.push(test.fullTitle().replaceAll('\n', ' ')));
  return titles.sort();
}
