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

type Sound = Answer & { kind: 'passed' };

/**
 * What is sound passes: all cases together, and each of them again and by itself. One that does not would be taken to
 * notice whatever is tried after it, or without the cases that it needs before it.
 */
async function listen(probed: Outfit): Promise<Sound> {
  const worker = await startWorker(probed);
  const sound = await worker!.ask({ coverage: true });
  if (sound.kind !== 'passed') throw new Error(`The suites fail on what is sound: ${JSON.stringify(sound)}`);
  for (const title of Object.keys(sound.cases)) {
    const again = await worker!.ask({ cases: [title] });
    if (again.kind !== 'passed')
      throw new Error(`It fails by itself on what is sound: ${title} ${JSON.stringify(again)}`);
  }
  worker!.end();
  return sound;
}

/** A mutant may leave something behind: so often it is looked whether what is sound still passes. */
const trust = 40;
/** A case that takes longer is run after the others. */
const momentMs = 60;
/** So many cases that have noticed the most are run before the others. */
const keenest = 10;

/** Runs cases in an order in which most mutants are noticed soon. */
function createSteps(sound: Sound) {
  const noticed = new Map<string, number>();
  const took = (title: string) => sound.cases[title] ?? 0;

  function stepsOf(own: ReadonlySet<string>): readonly (readonly string[])[] {
    const keen = [...own]
      .filter((title) => noticed.has(title) && took(title) < 10 * momentMs)
      .sort((one, other) => (noticed.get(other) ?? 0) - (noticed.get(one) ?? 0))
      .slice(0, keenest);
    const left = [...own].filter((title) => !keen.includes(title));
    return [keen, left.filter((title) => took(title) < momentMs), left.filter((title) => took(title) >= momentMs)];
  }

  return async (worker: Worker, job: Job, own: ReadonlySet<string>): Promise<Answer> => {
    for (const cases of stepsOf(own)) {
      // a mutant may run for ever, and on a busy machine what is sound takes longer than it did
      const patienceMs = 15_000 + 20 * cases.reduce((sum, title) => sum + took(title), 0);
      const answer = cases.length === 0 ? undefined : await worker.ask({ ...job, cases }, patienceMs);
      if (answer === undefined || answer.kind === 'passed') continue;
      if (answer.kind === 'failed') noticed.set(answer.test, (noticed.get(answer.test) ?? 0) + 1);
      return answer;
    }
    return { kind: 'passed', cases: {} };
  };
}

/** After these the process may be what is broken, or only slow. */
const isDoubtful = (answer: Answer): boolean => answer.kind === 'lost' || (answer.kind === 'failed' && answer.late);

function fateOf(mutant: Mutant, answer: Answer): Fate {
  if (answer.kind === 'passed') return { mutant, kind: 'survived' };
  return { mutant, kind: 'killed', by: answer.kind === 'failed' ? answer.test : `lost: ${answer.why}` };
}

async function tryLoaded(mutant: Mutant, outfit: Outfit): Promise<Fate> {
  const worker = await startWorker(outfit, mutant.id);
  if (worker === undefined) return { mutant, kind: 'killed', by: 'lost: its modules do not load' };
  const answer = await worker.ask({ mutant: mutant.id });
  worker.end();
  return fateOf(mutant, answer);
}

export interface Score {
  readonly fates: readonly Fate[];
  /** Mutants there are; more than were tried when they were sampled. */
  readonly of: number;
}

export async function score(room: Room, options: ScoreOptions): Promise<Score> {
  const { mutants: all, probed, outfit } = await prepare(room);
  const sound = await listen(probed);
  const [cases, loading] = [casesBy(sound), new Set(sound.loading)];
  const mutants = sampled(all, options);
  const sum = Object.values(sound.cases).reduce((one, other) => one + other, 0);
  options.progress(
    `${room.name}: ${mutants.length} of ${all.length} mutants, ${Object.keys(sound.cases).length} cases, ${sum} ms\n`,
  );

  const fates = new Map<Mutant, Fate>();
  const waiting = [...mutants];
  const inSteps = createSteps(sound);

  async function work(): Promise<void> {
    let worker: Worker | undefined;
    let since: Mutant[] = [];
    function end(): void {
      worker?.end();
      worker = undefined;
    }
    async function check(): Promise<void> {
      const answer = await worker?.ask({});
      if (answer !== undefined && answer.kind !== 'passed') {
        if (since.length === 1) throw new Error(`What is sound fails after ${JSON.stringify(since[0])}.`);
        waiting.push(...since);
        end();
      }
      since = [];
    }
    async function tryOne(mutant: Mutant, own: ReadonlySet<string>): Promise<Answer> {
      const scripts = mutant.script === undefined ? {} : { scripts: { [mutant.file]: mutant.script } };
      worker ??= await startWorker(outfit);
      const answer = await inSteps(worker!, { mutant: mutant.id, ...scripts }, own);
      if (isDoubtful(answer)) end();
      return answer;
    }
    for (let mutant = waiting.pop(); mutant !== undefined; mutant = waiting.pop()) {
      const own = cases.get(mutant.probe);
      if (loading.has(mutant.probe) && mutant.script === undefined) fates.set(mutant, await tryLoaded(mutant, outfit));
      else if (own === undefined) fates.set(mutant, { mutant, kind: 'unseen' });
      else {
        const first = await tryOne(mutant, own);
        fates.set(mutant, fateOf(mutant, isDoubtful(first) ? await tryOne(mutant, own) : first));
        since.push(mutant);
        if (since.length % trust === 0) await check();
      }
      if (fates.size % 50 === 0) options.progress(`  ${fates.size} tried\n`);
      if (waiting.length === 0 && worker !== undefined) await check();
    }
    end();
  }

  await Promise.all(Array.from({ length: options.jobs }, work));
  return { fates: mutants.map((mutant) => fates.get(mutant)!), of: all.length };
}
