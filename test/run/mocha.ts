/** Mocha over a list of files, and one account of several such runs. */
import { relative } from 'node:path';
import Mocha from 'mocha';
import { inPackage, readTextFile } from '../../src/base/index.js';

/** What became of one case. A process of suites that ended before its time is a failed one, too. */
export interface Result {
  readonly file: string;
  readonly state: 'passed' | 'skipped' | 'failed';
  readonly titlePath: () => readonly string[];
  /** Why it failed. */
  readonly err?: Error;
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
function resultOf(test: Partial<Mocha.Test>, state: Result['state'], err?: Error & { readonly file?: string }): Result {
  const path = test.titlePath?.() ?? [test.title ?? ''];
  const place = err?.file === undefined ? [] : [relative(process.cwd(), err.file)];
  const file = err?.file ?? test.file ?? '';
  return { file, state, titlePath: () => [...place, ...path], ...(err !== undefined && { err }) };
}

/** Each file in one of so many processes: one that ends before its time takes no other suite with it, nor the account. */
export async function runFiles(
  files: readonly string[],
  { jobs }: { readonly jobs: number },
): Promise<readonly Result[]> {
  if (files.length === 0) return [];
  const mocha = created(files, { reporter: Telling, jobs });
  mocha.parallelMode(true);
  const results: Result[] = [];
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => results.push(resultOf(test, 'passed')));
    runner.on('pending', (test) => results.push(resultOf(test, 'skipped')));
    runner.on('fail', (test, fault: Error) => results.push(resultOf(test, 'failed', fault)));
  });
  return results;
}

/** More files than these fail for a reason of their own. */
const fewFiles = 3;

/**
 * Files side by side; few that fail run once more, alone, for a neighbour may have held them up. What failed the first
 * time is written with its reason whatever becomes of it, and what fails again has failed.
 */
export async function runCrowded(
  files: readonly string[],
  { jobs, write }: { readonly jobs: number; readonly write: (line: string) => void },
): Promise<readonly Result[]> {
  const results = await runFiles(files, { jobs });
  const failed = results.filter(({ state }) => state === 'failed');
  const again = new Set(failed.map(({ file }) => file));
  if (again.size === 0 || again.size > fewFiles || again.has('')) return results;
  write('\n  Failed beside others; their files run once more, alone:\n');
  for (const { titlePath, err } of failed) write(`    ${titlePath().join(' ')}: ${String(err?.stack ?? err)}\n`);
  return [...results.filter(({ file }) => !again.has(file)), ...(await runFiles([...again], { jobs: 1 }))];
}

/** Mocha's own epilogue over the results of all runs; returns how many cases failed. */
export function tellSums(results: readonly Result[], milliseconds: number): number {
  const count = (state: Result['state']) => results.filter((result) => result.state === state).length;
  const failures = results.filter(({ state }) => state === 'failed');
  const stats = {
    passes: count('passed'),
    pending: count('skipped'),
    failures: failures.length,
    duration: milliseconds,
  };
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
