#!/usr/bin/env node
// `npx warmline …`: builds if needed, then hands over to the bundle.
import { createRequire } from 'node:module';
await import('../build.js');
createRequire(import.meta.url)('../../dist/launch.cjs').main(process.argv.slice(2));
