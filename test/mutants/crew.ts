/** Processes that run suites on what was changed: started, asked, and replaced when they are lost. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inPackage } from '../../src/base/index.js';
import type { Answer, Job } from './jobs.js';
import type { Outfit } from './mutant.js';

export interface Worker {
  /** Within `patienceMs`, or it is lost. */
  ask(job: Job, patienceMs?: number): Promise<Answer>;
  end(): void;
}

const beside = (...parts: readonly string[]) => pathToFileURL(inPackage('dist', 'src', ...parts)).href;

/** The store takes other scripts than the shipped ones, and the engine counts probes. */
const doors: Readonly<Record<string, string>> = {
  [beside('store', 'scripts.js')]: `
    import { readScripts as shipped } from './scripts.js?shipped';
    export const readScripts = () => globalThis.mutantScripts ?? shipped();`,
  [beside('redis-embedded', 'lua', 'redis.js')]: `
    import { redisFunctions as shipped } from './redis.js?shipped';
    export function redisFunctions(run) {
      const all = shipped(run);
      const sha1hex = (text) => {
        if (!String(text).startsWith('mutants passed ')) return all['redis.sha1hex'](text);
        globalThis.passedProbe(text);
        return '';
      };
      return { ...all, 'redis.sha1hex': sha1hex };
    }`,
};

/** Longer than all suites of a room take; milliseconds. */
const longest = 240_000;

/** Resolves when its suites are loaded; `mutant` is switched on from the start. Undefined when they cannot be loaded. */
export async function startWorker(outfit: Outfit, mutant?: string): Promise<Worker | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-mutants-'));
  const file = join(folder, 'outfit.json');
  writeFileSync(file, JSON.stringify({ ...outfit, modules: { ...doors, ...outfit.modules } }));
  const child = fork(inPackage('dist', 'test', 'mutants', 'worker.js'), [file], {
    // without redis-server on the path, suites run on the embedded engine alone, which is in this process
    env: { HOME: folder, PATH: folder, ...(mutant === undefined ? {} : { __STRYKER_ACTIVE_MUTANT__: mutant }) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (text) => (said = `${said}${String(text)}`.slice(-2000)));
  const exit = once(child, 'exit').then((): Answer => ({ kind: 'lost', why: said || 'it ended' }));
  void exit.then(() => rmSync(folder, { recursive: true, force: true }));

  async function heard(patienceMs = longest): Promise<Answer | { readonly kind: 'ready' }> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Answer>((resolve) => {
      timer = setTimeout(() => {
        child.kill('SIGKILL');
        resolve({ kind: 'lost', why: 'no answer in time' });
      }, patienceMs);
    });
    const message = new Promise<Answer>((resolve) => child.once('message', (told) => resolve(told as Answer)));
    return Promise.race([message, exit, late]).finally(() => clearTimeout(timer));
  }

  if ((await heard()).kind !== 'ready') {
    if (mutant === undefined) throw new Error(said);
    child.kill('SIGKILL');
    return undefined;
  }
  return {
    async ask(job, patienceMs) {
      child.send(job);
      const answer = await heard(patienceMs);
      return answer.kind === 'ready' ? { kind: 'lost', why: 'out of step' } : answer;
    },
    end: () => child.kill('SIGKILL'),
  };
}
