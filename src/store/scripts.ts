/** The Lua scripts: read once, completed with the parts they name, known by their hash. */
import { createHash } from 'node:crypto';
import { inPackage, readFolder, readTextFile, SupportError } from '../base/index.js';

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
  | 'renew'
  | 'speak'
  | 'move'
  | 'sweep'
  | 'presence'
  | 'seat'
  | 'held'
  | 'wish'
  | 'ahead'
  | 'heads'
  | 'spend'
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

const part = (name: string): string => readTextFile(`${folder}/parts/${name}.lua`).text;

function complete(name: string, body: string): Script {
  const uses = /^-- uses: (.+)$/m.exec(body)?.[1];
  if (uses === undefined) throw new SupportError('internal', `${name} does not say which parts it uses.`);
  const [parts, together] = [uses.split(' ').map(part), part('together')];
  const text = [shebang(body), ...parts, 'local function act()', body, 'end', together].join('\n');
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

/** All scripts by name, complete. */
export function readScripts(): ReadonlyMap<string, Script> {
  const files = readFolder(folder, ['.lua']);
  return new Map(files.map((file) => [file.name.replace('.lua', ''), complete(file.name, file.text)]));
}
