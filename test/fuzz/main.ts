/** `npm run fuzz -- --requests N --seed S`: one JSON line, and exit 1 when something broke, hung or was cut. */
import { parseArgs } from 'node:util';
import { fuzz } from './run.js';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const report = await fuzz(Number(values.requests), Number(values.seed), (done) => {
  process.stderr.write(`\r${done.toLocaleString('en-US')} of ${Number(values.requests).toLocaleString('en-US')}`);
});
process.stderr.write('\n');
process.stdout.write(`${JSON.stringify({ ...report, logged: report.logged.length })}\n`);
for (const line of report.logged.slice(0, 5)) process.stderr.write(`${line.slice(0, 1000)}\n`);
process.exitCode = report.broken.length + report.hung.length + report.cut.length === 0 ? 0 : 1;
