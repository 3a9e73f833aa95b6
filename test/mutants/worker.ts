/** A process that has loaded the suites of a room once, and runs them with one mutant after another switched on. */
import Mocha from 'mocha';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inPackage } from '../../src/base/index.js';
import type { Script } from '../../src/store/scripts.js';
import { probeCall } from './lua.js';
import type { Answer, Job } from './jobs.js';
import type { Outfit } from './mutant.js';

/** What Stryker's switches look at, and count. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: Coverage;
  hitCount?: number | undefined;
  hitLimit?: number;
}
type Counts = Record<string, number>;
interface Coverage {
  static: Counts;
  perTest: Record<string, Counts>;
}

const world = globalThis as typeof globalThis & {
  __stryker__?: Switches;
  /** See crew.ts: the store takes these in place of what it ships. */
  mutantScripts?: ReadonlyMap<string, Script> | undefined;
  passedProbe?: (text: string) => void;
};
const coverage: Coverage = { static: {}, perTest: {} };
const switches = (world.__stryker__ ??= {});
Object.assign(switches, { mutantCoverage: coverage, hitLimit: 100_000 });

world.passedProbe = (text) => {
  const counts =
    switches.currentTestId === undefined ? coverage.static : (coverage.perTest[switches.currentTestId] ??= {});
  counts[text.slice(probeCall.length)] = 1;
};

const { suites, modules, scripts } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Outfit;
register('./hooks.js', import.meta.url, { data: modules });
const { readScripts } = await import('../../src/store/scripts.js');
const shipped = readScripts();

/** Scripts with other texts in place of whole files; each must be in at least one of them. */
function setScripts(changed: Readonly<Record<string, string>>): void {
  const texts = new Map([...shipped].map(([name, { text }]) => [name, text]));
  for (const [file, text] of Object.entries(changed)) {
    const before = readFileSync(inPackage(file), 'utf8').trimEnd();
    const own = /[/](parts|ops)[/]/.test(file) ? undefined : basename(file, '.lua');
    const meant = [...texts].filter(([name, whole]) => (own ?? name) === name && whole.includes(before));
    if (meant.length === 0) throw new Error(`${file} is in no script as it stands.`);
    for (const [name, whole] of meant)
      texts.set(
        name,
        whole.replace(before, () => text.trimEnd()),
      );
  }
  const hashed = (text: string): Script => ({ text, sha: createHash('sha1').update(text).digest('hex') });
  world.mutantScripts = new Map([...texts].map(([name, text]) => [name, hashed(text)]));
}

/** What is heard is told to who asked. */
const quiet = function quiet() {
  // it says nothing itself
} as unknown as Mocha.ReporterConstructor;
const mocha = new Mocha({ reporter: quiet, timeout: 20_000, bail: true });
mocha.cleanReferencesAfterRun(false);
mocha.rootHooks({
  beforeEach(this: Mocha.Context) {
    switches.currentTestId = this.currentTest?.fullTitle();
  },
});

interface Failure {
  readonly test: string;
  readonly why: string;
  readonly late: boolean;
}

/** Runs these cases, or all; ends with the first that fails. */
async function run(cases?: ReadonlySet<string>, passed?: (title: string, ms: number) => void): Promise<Failure[]> {
  const wanted = { test: (title: string) => cases?.has(title) ?? true };
  mocha.grep(wanted as RegExp);
  const failures: Failure[] = [];
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('suite', (suite: Mocha.Suite) => (switches.currentTestId = `in ${suite.fullTitle()}`));
    runner.on('test end', (test: Mocha.Test) => (switches.currentTestId = `in ${test.parent?.fullTitle() ?? ''}`));
    runner.on('pass', (test: Mocha.Test) => passed?.(test.fullTitle(), test.duration ?? 0));
    runner.on('fail', (test: Mocha.Test, fault: Error & { code?: string }) =>
      failures.push({ test: test.fullTitle(), why: fault.message, late: fault.code === 'ERR_MOCHA_TIMEOUT' }),
    );
  });
  switches.currentTestId = undefined;
  return failures;
}

async function answer(job: Job): Promise<Answer> {
  switches.activeMutant = job.mutant;
  switches.hitCount = job.mutant === undefined ? undefined : 0;
  setScripts({ ...scripts, ...job.scripts });
  const cases: Record<string, number> = {};
  const [failure] = await run(job.cases && new Set(job.cases), (title, ms) => (cases[title] = ms));
  if (failure !== undefined) return { kind: 'failed', ...failure };
  const passed = Object.entries(coverage.perTest).map(([title, counts]) => [title, Object.keys(counts)] as const);
  const seen =
    job.coverage === true ? { passed: Object.fromEntries(passed), loading: Object.keys(coverage.static) } : {};
  return { kind: 'passed', cases, ...seen };
}

process.on('message', (job: Job) => void answer(job).then((told) => process.send?.(told)));
setScripts(scripts);
// not by mocha, which requires what it can: hooks are asked about imports only
mocha.suite.emit('pre-require', globalThis, '', mocha);
for (const file of suites) await import(pathToFileURL(file).href);
process.on('uncaughtException', () => undefined); // mocha hears of it as well
process.on('disconnect', () => process.exit());
process.send?.({ kind: 'ready' });
