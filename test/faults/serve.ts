/** A server under fire, as a process: the product's own app, with short times, few questions and, if asked, planted bugs. */
import { register } from 'node:module';
import { codePatches } from './patches.js';
import type { Outfit } from './outfit.js';

const outfit = JSON.parse(process.argv[2] ?? '{}') as Outfit;
const patched = codePatches(outfit.patches);
if (patched.length > 0) register('./hooks.js', import.meta.url, { data: patched });

const { startFaultyApp } = await import('./app.js'); // after the hooks, or they would miss it
const app = await startFaultyApp(process.env, outfit).catch((fault: unknown) => {
  process.stderr.write(`${String(fault)}\n`);
  process.exit(1);
});
process.stdout.write(`Customers  ${app.url}/\n`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
