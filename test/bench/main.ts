/** `npm run bench [-- name [part]]`: one JSON line per figure. */
import { engine } from './engine.js';
import { faq } from './faq.js';
import { feeling } from './feeling.js';
import type { Figure } from './figure.js';
import { learning } from './learning.js';
import { rush } from './rush.js';
import { start } from './start.js';
import { store } from './store.js';
import { turn } from './turn.js';

const benches: Readonly<Record<string, (part?: string) => Promise<readonly Figure[]>>> = {
  turn,
  rush,
  start,
  engine,
  store,
  faq,
  feeling,
  learning,
};

const wanted = process.argv[2];
if (wanted !== undefined && !(wanted in benches)) {
  console.error(`There is no bench "${wanted}". There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const [name, run] of Object.entries(benches)) {
    if (wanted !== undefined && wanted !== name) continue;
    for (const figure of await run(process.argv[3])) console.log(JSON.stringify(figure));
  }
}
