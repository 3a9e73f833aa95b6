/** The embedded engine as a process with the flags of redis-server; SIGUSR2 sets its clock back by five seconds. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClock } from '../../src/redis-embedded/clock.js';
import { startEngine } from '../../src/redis-embedded/engine.js';

const text = { type: 'string' } as const;
const options = { unixsocket: text, dir: text, appendonly: text, appendfsync: text };
const { values } = parseArgs({ strict: false, options });
const flag = (name: keyof typeof options): string => String(values[name] ?? '');

const stepBack = 5_000_000;
const clock = createClock();
let back = 0;
process.on('SIGUSR2', () => (back += stepBack));

await startEngine({
  ...(flag('appendonly') === 'yes' ? { file: join(flag('dir'), 'appendonly.aof') } : {}),
  sync: flag('appendfsync') === 'always' ? 'always' : 'everysec',
  listen: { path: flag('unixsocket') },
  clock: () => clock() - back,
  report: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
});
