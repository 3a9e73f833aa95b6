/**
 * Changes the product in one small place after another, and looks which change no test notices.
 * `npm run mutants -- [ROOM...] [--named] [--sample N --seed S] [--only PART] [--jobs N]`
 */
import { parseArgs } from 'node:util';
import { isEquivalent } from './equivalent.js';
import { told } from './mutant.js';
import { tryNamed } from './named-run.js';
import { rooms } from './rooms.js';
import { type Fate, score } from './score.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    named: { type: 'boolean', default: false },
    killed: { type: 'boolean', default: false },
  },
});
const write = (text: string) => void process.stdout.write(text);
const unknown = positionals.filter((name) => !rooms.some((room) => room.name === name));
if (unknown.length > 0) throw new Error(`There is no room ${unknown.join(', ')}.`);

function tell(name: string, entryOutcomes: readonly Fate[], ms: number): void {
  const left = entryOutcomes.filter(({ kind }) => kind !== 'killed');
  const same = left.filter(({ mutant }) => isEquivalent(mutant));
  const survivors = left.filter((fate) => !same.includes(fate));
  for (const { mutant, kind } of survivors) write(`  ${kind}  ${told(mutant)}\n            ${mutant.text}\n`);
  if (values.killed)
    for (const { mutant, by } of entryOutcomes) if (by !== undefined) write(`  killed  ${told(mutant)}  by ${by}\n`);
  const [counted, killed] = [entryOutcomes.length - same.length, entryOutcomes.length - left.length];
  const percent = counted === 0 ? 100 : (killed / counted) * 100;
  write(
    `${name}: ${percent.toFixed(1)} % (${killed} of ${counted}; ${same.length} equivalent; ${Math.round(ms / 1000)} s)\n\n`,
  );
}

if (values.named || positionals.length === 0) process.exitCode = (await tryNamed(write)) ? 0 : 1;
if (!values.named) {
  const wanted = rooms.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  for (const room of wanted) {
    const began = performance.now();
    const { sample, seed, only, jobs } = values;
    const options = { jobs: Number(jobs), sample: sample === undefined ? undefined : Number(sample), seed, only };
    tell(room.name, await score(room, { ...options, progress: write }), performance.now() - began);
  }
}
