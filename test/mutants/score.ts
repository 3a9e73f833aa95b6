/** Tries the mutants of one room, and says what became of each. */
import { createHash } from 'node:crypto';
import type { Answer, Job } from './jobs.js';
import { instrument } from './code.js';
import { startWorker, type Worker } from './crew.js';
import { mutateScripts } from './lua.js';
import type { Mutant, Outfit } from './mutant.js';
import { type Room, sourcesOf, suitesOf } from './rooms.js';

export interface Fate {
  readonly mutant: Mutant;
  /** `unseen`: no case passes it. */
  readonly kind: 'killed' | 'survived' | 'unseen';
  /** The case that noticed, or why the process was lost. */
  readonly by?: string;
}

export interface ScoreOptions {
  readonly jobs: number;
  /** At most so many, chosen by the seed. */
  readonly sample?: number | undefined;
  readonly seed: string;
  /** Only those whose file has it in its path. */
  readonly only?: string | undefined;
  readonly progress: (text: string) => void;
}

interface Prepared {
  readonly mutants: readonly Mutant[];
  /** What is loaded to see which case passes what. */
  readonly probed: Outfit;
  /** What is loaded to try them. */
  readonly outfit: Outfit;
}

async function prepare(room: Room): Promise<Prepared> {
  const [suites, sources] = [suitesOf(room), sourcesOf(room)];
  const code = await instrument(sources.filter((file) => file.endsWith('.ts')));
  const lua = mutateScripts(sources.filter((file) => file.endsWith('.lua')));
  const outfit = { suites, modules: code.modules, scripts: {} };
  return { mutants: [...code.mutants, ...lua.mutants], probed: { ...outfit, scripts: lua.probed }, outfit };
}

function sampled(mutants: readonly Mutant[], { sample = Infinity, seed, only = '' }: ScoreOptions): readonly Mutant[] {
  const rank = ({ file, line, from, to }: Mutant) =>
    createHash('sha1').update(`${seed} ${file} ${line} ${from} ${to}`).digest('hex');
  const wanted = mutants.filter(({ file }) => file.includes(only));
  if (wanted.length <= sample) return wanted;
  const ranked = wanted
    .map((mutant) => ({ mutant, at: rank(mutant) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  return ranked.slice(0, sample).map(({ mutant }) => mutant);
}

/** Which cases pass a probe; those of a whole suite where that happens between its cases. */
function casesBy(sound: Answer & { kind: 'passed' }): ReadonlyMap<string, ReadonlySet<string>> {
  const titles = Object.keys(sound.cases);
  const found = new Map<string, Set<string>>();
  for (const [where, probes] of Object.entries(sound.passed ?? {})) {
    const suite = where.startsWith('in ') ? where.slice(3) : undefined;
    const cases = suite === undefined ? [where] : titles.filter((title) => title.startsWith(suite));
    for (const probe of probes) {
      const known = found.get(probe) ?? new Set();
      for (const title of cases) known.add(title);
      found.set(probe, known);
    }
  }
  return found;
}

async function listen(probed: Outfit): Promise<Answer & { kind: 'passed' }> {
  const worker = await startWorker(probed);
  const sound = await worker!.ask({ coverage: true });
  worker!.end();
  if (sound.kind === 'passed') return sound;
  throw new Error(`The suites fail on what is sound: ${JSON.stringify(sound)}`);
}

/** A mutant may leave something behind: so often it is looked whether what is sound still passes. */
const trust = 40;
/** A case that takes longer is run after the others. */
const momentMs = 60;

export async function score(room: Room, options: ScoreOptions): Promise<readonly Fate[]> {
  const { mutants: all, probed, outfit } = await prepare(room);
  const sound = await listen(probed);
  const [cases, loading] = [casesBy(sound), new Set(sound.loading)];
  const mutants = sampled(all, options);
  const sum = Object.values(sound.cases).reduce((one, other) => one + other, 0);
  options.progress(
    `${room.name}: ${mutants.length} of ${all.length} mutants, ${Object.keys(sound.cases).length} cases, ${sum} ms\n`,
  );

  const entryOutcomes = new Map<Mutant, Fate>();
  const waiting = [...mutants];
  const fateOf = (mutant: Mutant, answer: Answer): Fate => {
    if (answer.kind === 'passed') return { mutant, kind: 'survived' };
    return { mutant, kind: 'killed', by: answer.kind === 'failed' ? answer.test : `lost: ${answer.why}` };
  };

  /** Cases of a moment first: most mutants are noticed by one of them. */
  async function inSteps(worker: Worker, job: Job, own: ReadonlySet<string>): Promise<Answer> {
    const isQuick = (title: string) => (sound.cases[title] ?? 0) < momentMs;
    for (const step of [[...own].filter(isQuick), [...own].filter((title) => !isQuick(title))]) {
      const answer = step.length === 0 ? undefined : await worker.ask({ ...job, cases: step });
      if (answer !== undefined && answer.kind !== 'passed') return answer;
    }
    return { kind: 'passed', cases: {} };
  }

  async function tryLoaded(mutant: Mutant): Promise<Fate> {
    const worker = await startWorker(outfit, mutant.id);
    if (worker === undefined) return { mutant, kind: 'killed', by: 'lost: its modules do not load' };
    const answer = await worker.ask({ mutant: mutant.id });
    worker.end();
    return fateOf(mutant, answer);
  }

  async function work(): Promise<void> {
    let worker: Worker | undefined;
    let since: Mutant[] = [];
    async function check(): Promise<void> {
      const answer = await worker?.ask({});
      if (answer !== undefined && answer.kind !== 'passed') {
        if (since.length === 1) throw new Error(`What is sound fails after ${JSON.stringify(since[0])}.`);
        waiting.push(...since);
        worker?.end();
        worker = undefined;
      }
      since = [];
    }
    for (let mutant = waiting.pop(); mutant !== undefined; mutant = waiting.pop()) {
      const own = cases.get(mutant.probe);
      if (loading.has(mutant.probe) && mutant.script === undefined) entryOutcomes.set(mutant, await tryLoaded(mutant));
      else if (own === undefined) entryOutcomes.set(mutant, { mutant, kind: 'unseen' });
      else {
        worker ??= await startWorker(outfit);
        const scripts = mutant.script === undefined ? {} : { scripts: { [mutant.file]: mutant.script } };
        const answer = await inSteps(worker!, { mutant: mutant.id, ...scripts }, own);
        entryOutcomes.set(mutant, fateOf(mutant, answer));
        since.push(mutant);
        if (answer.kind === 'lost' || (answer.kind === 'failed' && answer.late)) {
          worker!.end();
          worker = undefined;
        } else if (since.length % trust === 0) await check();
      }
      if (entryOutcomes.size % 50 === 0) options.progress(`  ${entryOutcomes.size} tried\n`);
      if (waiting.length === 0 && worker !== undefined) await check();
    }
    worker?.end();
  }

  await Promise.all(Array.from({ length: options.jobs }, work));
  return mutants.map((mutant) => entryOutcomes.get(mutant)!);
}
