/** The Lua scripts: read once, completed with the parts they name, run by their hash. */
import { createHash } from 'node:crypto';
import { inPackage, readFolder, readTextFile, SupportError } from '../base/index.js';
import type { Redis } from './connection.js';
import { unavailable } from './faults.js';

export type ScriptName =
  | 'hear'
  | 'settle'
  | 'greet'
  | 'wake'
  | 'claim'
  | 'paced'
  | 'pass'
  | 'adopt'
  | 'seen'
  | 'read'
  | 'speak'
  | 'move'
  | 'sweep'
  | 'presence'
  | 'seat'
  | 'held'
  | 'wish'
  | 'collect'
  | 'delivered'
  | 'erase'
  | 'retire'
  | 'mend'
  | 'trial';

export interface Script {
  readonly text: string;
  readonly sha: string;
}

const folder = inPackage('src', 'store', 'lua');

/**
 * With this first line a server that is full, read-only or cannot write to its disk refuses a script before it starts.
 * Without it, it would only refuse the first command that needs room: a script whose first write removes something
 * would run in full. What forgets a person makes room, and may run, as may what only reads.
 */
function shebang(body: string): string {
  if (/^-- makes room$/m.test(body)) return '#!lua flags=allow-oom';
  return /^-- reads only$/m.test(body) ? '#!lua flags=no-writes' : '#!lua';
}

function complete(name: string, body: string): Script {
  const uses = /^-- uses: (.+)$/m.exec(body)?.[1];
  if (uses === undefined) throw new SupportError('internal', `${name} does not say which parts it uses.`);
  const parts = uses.split(' ').map((part) => readTextFile(`${folder}/parts/${part}.lua`).text);
  const text = [shebang(body), ...parts, body].join('\n');
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

/** All scripts by name, complete. */
export function readScripts(): ReadonlyMap<string, Script> {
  const files = readFolder(folder, ['.lua']);
  return new Map(files.map((file) => [file.name.replace('.lua', ''), complete(file.name, file.text)]));
}

export type Argument = string | number;
/** Runs a script in one shard; the answer is whatever the script returns, to be parsed by the caller. */
export type Run = (name: ScriptName, shard: string, ...args: readonly Argument[]) => Promise<unknown>;

const unknownScript = (fault: unknown): boolean =>
  fault instanceof Error && (fault.message.startsWith('NOSCRIPT') || unknownScript(fault.cause));

/**
 * Two keys are declared, of which the second never exists. While a Cluster moves the slot of a shard to another node, a
 * part of its keys is here and a part there, and a script would be cut in half where it met one that is gone; a script
 * with a declared key that is missing is refused as a whole, and is sent again until the move is done.
 */
const declared = (shard: string): readonly string[] => [`e:{${shard}}:log`, `e:{${shard}}:still`];

export function createRun(redis: Redis, scripts: ReadonlyMap<string, Script> = readScripts()): Run {
  return async (name, shard, ...args) => {
    const script = scripts.get(name);
    if (!script) throw new SupportError('internal', `The script ${name} is missing.`);
    const given = [...declared(shard), shard, ...args];
    try {
      return await redis.evalsha(script.sha, 2, ...given).catch((fault: unknown) => {
        if (unknownScript(fault)) return redis.eval(script.text, 2, ...given);
        throw fault;
      });
    } catch (fault) {
      throw unavailable(fault);
    }
  };
}
