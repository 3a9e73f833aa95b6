#!/usr/bin/env node
// `npx warmline …`: builds if needed, then hands over to the compiled command line.
await import('../build.js');
await import('../../dist/src/cli/main.js');
