/** Text patches of what ships: planted bugs, and what another release looks like. They fail loudly when outdated. */
import { createHash } from 'node:crypto';
import type { ActName } from '../../src/store/schema/acts.js';
import { readScripts, type Script } from '../../src/store/scripts.js';

export interface Patch {
  /** `claim.lua`, `parts/line.lua`, `ops/rate.lua`, or compiled code by its path in dist: `src/desk/feed.js`. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Throws when the text is not there: a change of it must change the patch, too. */
export function patchText(text: string, { file, from, to }: Patch): string {
  if (!text.includes(from)) throw new Error(`The patch of ${file} does not fit any more: it looks for "${from}".`);
  return text.replaceAll(from, to);
}

const isScript = ({ file }: Patch): boolean => file.endsWith('.lua');
export const codePatches = (patches: readonly Patch[]): readonly Patch[] => patches.filter((one) => !isScript(one));

type Texts = ReadonlyMap<ActName, string>;

/** A patch of a part goes into every script that has it, and there must be one. */
function patchScripts(texts: Texts, patch: Patch): Texts {
  const name = patch.file.replace('.lua', '');
  const inPart = patch.file.includes('/');
  const meant = [...texts].filter(([own, text]) => (inPart ? text.includes(patch.from) : own === name));
  if (meant.length === 0) throw new Error(`The patch of ${patch.file} fits no script: it looks for "${patch.from}".`);
  return new Map([...texts, ...meant.map(([own, text]) => [own, patchText(text, patch)] as const)]);
}

/** The shipped scripts with patches; `release` makes them another release's, with other hashes. */
export function plant(patches: readonly Patch[], release = ''): ReadonlyMap<ActName, Script> {
  const shipped = new Map([...readScripts()].map(([name, { text }]) => [name, text]));
  const patched = patches.filter(isScript).reduce<Texts>(patchScripts, shipped);
  const texts = [...patched].map(([name, text]) => [name, release === '' ? text : `${text}\n-- ${release}`] as const);
  return new Map(texts.map(([name, text]) => [name, { text, sha: createHash('sha1').update(text).digest('hex') }]));
}

/** What a newer release might do: it writes a field that the older one does not know. */
export const newer: readonly Patch[] = [
  {
    file: 'parts/state.lua',
    from: 'put(s.conv, C.seq, s.seq)',
    to: "put(s.conv, C.seq, s.seq)\n  put(s.conv, 'newer', 1)",
  },
];
