/** `npm run recount -- LOG.jsonl FROM TO`: the figures of a period, counted again from the log alone. Dates as 2026-03-25. */
import { recount } from './recount.js';

const [file, from, to] = process.argv.slice(2);
const [since, till] = [Date.parse(from ?? ''), Date.parse(to ?? '')];
if (file === undefined || Number.isNaN(since) || Number.isNaN(till)) {
  process.stderr.write('npm run recount -- LOG.jsonl FROM TO\n');
  process.exitCode = 2;
} else {
  const found = await recount(file, { from: since, to: till });
  for (const [name, value] of Object.entries(found)) process.stdout.write(`${name}\t${value ?? 'nothing measured'}\n`);
}
