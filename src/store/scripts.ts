/** The Lua scripts: read once, completed with the parts they name and what the table says of them, known by their hash. */
import { createHash } from 'node:crypto';
import { inPackage, readFolder, readTextFile, SupportError } from '../base/index.js';
import { type ActName, acts } from './schema/acts.js';
import { actFrom, answersOf, opsFrom, recordsFor } from './schema/lua.js';

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

/** The files of a folder by their names without the ending. */
const bodiesIn = (path: string): ReadonlyMap<string, string> =>
  new Map(readFolder(path, ['.lua']).map(({ name, text }) => [name.replace('.lua', ''), text]));

function complete(name: ActName, body: string, steps: string): Script {
  const uses = /^-- uses: base ?(.*)$/m.exec(body)?.[1];
  if (uses === undefined) throw new SupportError('internal', `${name} does not say which parts it uses.`);
  const names = uses.split(' ').filter((one) => one !== '');
  const parts = names.flatMap((one) => (one === 'ops' ? [part(one), steps] : [part(one)]));
  const own = [...parts, actFrom(name, body)].join('\n');
  const text = [shebang(body), part('base'), recordsFor(own), answersOf(name), own, part('together')].join('\n');
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

/** All scripts by name, complete. Throws `internal` when an act of the table has no script. */
export function readScripts(): ReadonlyMap<ActName, Script> {
  const bodies = bodiesIn(folder);
  const steps = opsFrom(bodiesIn(`${folder}/ops`));
  const names = Object.keys(acts) as ActName[];
  return new Map(
    names.map((name) => {
      const body = bodies.get(name);
      if (body === undefined) throw new SupportError('internal', `The script ${name} is missing.`);
      return [name, complete(name, body, steps)];
    }),
  );
}
