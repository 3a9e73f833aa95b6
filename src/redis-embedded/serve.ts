/** The engine in a process of its own, with the flags of redis-server that it understands: for tests that kill it. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reasonOf } from './journal/event.js';
import { startEngine } from './engine.js';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  strict: false, // flags of redis-server that mean nothing here are passed over
  options: {
    port: text,
    bind: text,
    unixsocket: text,
    dir: text,
    appendonly: text,
    appendfsync: text,
    appendfilename: text,
    salvage: text,
  },
});
const flag = (name: string, otherwise: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : otherwise;
};

const path = flag('unixsocket', '');
const file = join(flag('dir', '.'), flag('appendfilename', 'appendonly.aof'));

try {
  await startEngine({
    ...(flag('appendonly', 'no') === 'yes' ? { file } : {}),
    sync: flag('appendfsync', 'everysec') === 'always' ? 'always' : 'everysec',
    listen: path === '' ? { port: Number(flag('port', '6379')), host: flag('bind', '127.0.0.1') } : { path },
    salvage: flag('salvage', 'no') === 'yes',
    report: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
  });
} catch (fault) {
  process.stderr.write(`${reasonOf(fault)}\n`);
  process.exitCode = 1;
}
