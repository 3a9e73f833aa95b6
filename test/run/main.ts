/**
 * Every suite: files side by side first, in several processes, then those that need the machine to themselves.
 * The last lines are the sums of both. `--only PART` takes the files whose path has it; `--list` runs nothing, and
 * writes the name of every case.
 */
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { inPackage } from '../../src/base/index.js';
import { inOrder, needsQuiet, suiteFiles } from './files.js';
import { everyCase, runCrowded, runFiles, tellSums } from './mocha.js';

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, list: { type: 'boolean' }, jobs: { type: 'string' } },
});
const root = inPackage('dist', 'test');
const wanted = suiteFiles(root).filter((file) => values.only?.some((part) => file.includes(part)) ?? true);
/** Most of a suite's time is waiting for leases, sockets and browsers, so two for each core. */
const jobs = Number(values.jobs ?? 2 * availableParallelism());

if (wanted.length === 0) {
  process.stderr.write(
    `No suite in ${relative(process.cwd(), root)} has ${values.only?.join(' or ') ?? ''} in its path.\n`,
  );
  process.exitCode = 1;
} else if (values.list === true) {
  for (const title of await everyCase(wanted)) process.stdout.write(`${title}\n`);
} else {
  process.exitCode = 1; // until all of them have told
  const began = performance.now();
  const quiet = wanted.filter((file) => needsQuiet(relative(root, file)));
  const crowded = inOrder(wanted.filter((file) => !quiet.includes(file)));
  const results = [
    ...(await runCrowded(crowded, { jobs, write: (line) => void process.stdout.write(line) })),
    ...(await runFiles(quiet, { jobs: 1 })),
  ];
  process.exitCode = tellSums(results, performance.now() - began) === 0 ? 0 : 1;
}
