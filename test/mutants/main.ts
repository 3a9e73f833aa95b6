/**
 * Changes the product in one small place after another, and looks which change no test notices.
 * `npm run mutants -- [ROOM...] [--named] [--sample N --seed S] [--only PART] [--jobs N]`
 */
import { parseArgs } from 'node:util';
import { isEquivalent } from './equivalent.js';
import { told } from './mutant.js';
import { tryNamed } from './named-run.js';
import { rooms } from './rooms.js';
import { type Score, score } from './score.js';

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

/** Where the share of all lies that a sample of `n` was taken from, with 95 % confidence (Wilson), in percent. */
function bounds(share: number, n: number): string {
  const z = 1.96;
  const middle = share + (z * z) / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const [low, high] = [middle - reach, middle + reach].map((one) => ((one / (1 + (z * z) / n)) * 100).toFixed(1));
  return `${low} to ${high} % of all`;
}

function tell(name: string, { fates, of }: Score, ms: number): void {
  const left = fates.filter(({ kind }) => kind !== 'killed');
  const same = left.filter(({ mutant }) => isEquivalent(mutant));
  const survivors = left.filter((fate) => !same.includes(fate));
  for (const { mutant, kind } of survivors) write(`  ${kind}  ${told(mutant)}\n            ${mutant.text}\n`);
  if (values.killed)
    for (const { mutant, by } of fates) if (by !== undefined) write(`  killed  ${told(mutant)}  by ${by}\n`);
  const [counted, killed] = [fates.length - same.length, fates.length - left.length];
  const share = counted === 0 ? 1 : killed / counted;
  const sampled = fates.length < of ? `; ${bounds(share, counted)} ${of}` : '';
  const seconds = Math.round(ms / 1000);
  write(
    `${name}: ${(share * 100).toFixed(1)} % (${killed} of ${counted}${sampled}; ${same.length} equivalent; ${seconds} s)\n\n`,
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
