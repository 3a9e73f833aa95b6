/** A server under fire, as a process: the product's own app, with short times, few questions and, if asked, planted bugs. */
import { startFaultyApp } from './app.js';
import type { Outfit } from './outfit.js';

const outfit = JSON.parse(process.argv[2] ?? '{}') as Outfit;
const app = await startFaultyApp(process.env, outfit).catch((fault: unknown) => {
  process.stderr.write(`${String(fault)}\n`);
  process.exit(1);
});
process.stdout.write(`Customers  ${app.url}/\n`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
