/** The product's own server, as a process, with other times than the usual: `{"patienceMs": 3000}`. */
import { createRequire } from 'node:module';
import { inPackage } from '../../src/base/index.js';
import type * as bundle from '../../src/warmline.js';

const { load } = createRequire(import.meta.url)(inPackage('dist', 'launch.cjs')) as {
  load(part: string): typeof bundle;
};
await load('start').serve(JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof bundle.serve>[0]);
