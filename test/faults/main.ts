/** `npm run faults -- --minutes N --seed S [--engine embedded|redis|cluster]`: as long as one likes. */
import { parseArgs } from 'node:util';
import { grounds } from './grounds.js';
import { type Report, run } from './run.js';
import { rules } from './rules/index.js';
import { usualRun } from './usual.js';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { minutes: text, seed: text, engine: text } });
const minutes = Number(values.minutes ?? 1);
const seed = Number(values.seed ?? 1);
const wanted = grounds.filter(({ name }) => (values.engine ?? name.toLowerCase()) === name.toLowerCase());

function tell({ engine, seconds, faults, breaches, artefact, ...counts }: Report): void {
  const list = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  console.log(`\n${engine}: ${seconds} s, ${list.join(', ')}`);
  for (const [name, count] of [...faults].toSorted()) console.log(`  ${String(count).padStart(6)}  ${name}`);
  for (const name of Object.keys(rules) as (keyof typeof rules)[]) {
    const broken = breaches.get(name) ?? [];
    console.log(`  ${broken.length === 0 ? '    ok' : String(broken.length).padStart(6)}  ${name}`);
    for (const breach of broken.slice(0, 5)) console.log(`            ${breach}`);
  }
  if (artefact !== undefined) console.log(`  The evidence is in ${artefact}`);
}

if (!(minutes > 0) || !Number.isInteger(seed) || wanted.length === 0) {
  console.error(
    `Say --minutes (more than 0), --seed (a whole number) and --engine (${grounds.map(({ name }) => name.toLowerCase()).join(', ')}).`,
  );
  process.exitCode = 2;
} else {
  for (const ground of wanted) {
    if (ground.skip !== undefined) {
      console.log(`${ground.name}: skipped, ${ground.skip}`);
      continue;
    }
    const crowd = 2000;
    const milliseconds = minutes * 60_000;
    const report = await run({ ...usualRun, ground, seed, milliseconds, servers: 3, customers: 24, crowd });
    tell(report);
    if (report.breaches.size > 0) process.exitCode = 1;
  }
}
