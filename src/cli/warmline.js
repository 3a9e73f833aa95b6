#!/usr/bin/env node
// `npx warmline …`: builds if needed, then hands over to the bundle. A package has no sources, and is built.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
const build = new URL('../build.js', import.meta.url);
if (existsSync(build)) await import(build);
createRequire(import.meta.url)('../../dist/launch.cjs').main(process.argv.slice(2));
