/** Holds the names in the Lua files against the table of acts and records, and the other way round. */
import { type Chunk, type Node, parse } from 'luaparse';
import type { Patch } from '../faults/patches.js';
import { inPackage, readFolder } from '../../src/base/index.js';
import { type ActName, acts } from '../../src/store/schema/acts.js';
import { bounds } from '../../src/store/schema/lua.js';
import { ops } from '../../src/store/schema/ops.js';
import { conversation, episode, lifeOfConversation, speaker, stateOfEpisode } from '../../src/store/schema/records.js';

/** Every Lua file by its name: `claim.lua`, `parts/line.lua`, `ops/rate.lua`. */
export type Files = ReadonlyMap<string, string>;

export function readFiles(patches: readonly Patch[] = []): Files {
  const files = ['', 'parts/', 'ops/'].flatMap((inner) =>
    readFolder(inPackage('src', 'store', 'lua', inner), ['.lua']).map(
      ({ name, text }) => [`${inner}${name}`, text] as const,
    ),
  );
  const patched = files.map(([name, text]) => {
    const meant = patches.filter(({ file }) => file === name);
    for (const { from } of meant) if (!text.includes(from)) throw new Error(`${name} has no "${from}".`);
    return [name, meant.reduce((all, { from, to }) => all.replaceAll(from, to), text)] as const;
  });
  return new Map(patched);
}

interface Said {
  /** Names that are not its own locals. */
  readonly free: ReadonlySet<string>;
  /** `base.name`, read or written, and `base['name']`. */
  readonly members: readonly { readonly base: string; readonly name: string }[];
  /** `answer.name { field = … }` */
  readonly answers: readonly { readonly name: string; readonly fields: readonly string[] }[];
  readonly texts: ReadonlySet<string>;
  /** Members of `s` that are given a value. */
  readonly given: ReadonlySet<string>;
}

const bare = (text: string): string => text.slice(1, -1);

function inspect(text: string): Said {
  const members: { base: string; name: string }[] = [];
  const answers: { name: string; fields: readonly string[] }[] = [];
  const [texts, given] = [new Set<string>(), new Set<string>()];
  const member = (node: Node): { base: string; name: string } | undefined =>
    node.type === 'MemberExpression' && node.base.type === 'Identifier'
      ? { base: node.base.name, name: node.identifier.name }
      : undefined;
  function look(node: Node): void {
    const found = member(node);
    if (found) members.push(found);
    if (node.type === 'StringLiteral') texts.add(bare(node.raw));
    if (node.type === 'AssignmentStatement') {
      for (const one of node.variables.map(member)) if (one?.base === 's') given.add(one.name);
    }
    const called = node.type === 'TableCallExpression' ? member(node.base) : undefined;
    if (node.type !== 'TableCallExpression' || called?.base !== 'answer') return;
    const { arguments: table } = node;
    if (table.type !== 'TableConstructorExpression') return;
    const fields = table.fields.map((field) => (field.type === 'TableKeyString' ? field.key.name : '(by its place)'));
    answers.push({ name: called.name, fields });
  }
  const chunk: Chunk = parse(`local function body()\n${text}\nend`, {
    luaVersion: '5.1',
    scope: true,
    onCreateNode: look,
  });
  const free = (chunk as Chunk & { readonly globals: readonly { readonly name: string }[] }).globals;
  return { free: new Set(free.map(({ name }) => name)), members, answers, texts, given };
}

const records = { C: conversation, E: episode, S: speaker };
const known = { ...records, B: bounds };
const notDeclared = (where: string, name: string): string => `${where}: ${name} is not in the table`;
const neverUsed = (where: string, name: string): string => `${where}: ${name} is never used`;

function misread(where: string, { members, texts }: Said): readonly string[] {
  const unknown = members.filter(({ base, name }) => base in known && !(name in known[base as 'C']));
  const wrong = unknown.map(({ base, name }) => notDeclared(where, `${base}.${name}`));
  const short = new Set(
    Object.values(records).flatMap((of) => Object.values(of).map(([as]: readonly [string, unknown]) => as)),
  );
  const own = [...texts].filter((one) => short.has(one) && /^[a-z]{2}$/.test(one));
  return [...wrong, ...own.map((one) => `${where}: '${one}' is a name in the data`)];
}

/** Fields of a request or of a step that its file never reads. */
const unread = (where: string, fields: object, { free }: Said): readonly string[] =>
  Object.keys(fields).flatMap((name) => (free.has(name) ? [] : [neverUsed(where, name)]));

function misbuilt(where: string, shapes: object, built: Said['answers']): readonly string[] {
  const declared = new Map<string, { readonly fields: object }>(Object.entries(shapes));
  const wrong = built.flatMap(({ name, fields }) => {
    const shape = declared.get(name);
    if (shape === undefined) return [notDeclared(where, `answer.${name}`)];
    const wanted = Object.keys(shape.fields);
    const [more, less] = [fields.filter((one) => !wanted.includes(one)), wanted.filter((one) => !fields.includes(one))];
    return [
      ...more.map((one) => notDeclared(where, `answer.${name}.${one}`)),
      ...less.map((one) => `${where}: answer.${name} lacks ${one}`),
    ];
  });
  const unbuilt = [...declared.keys()].filter((name) => !built.some((one) => one.name === name));
  return [...wrong, ...unbuilt.map((name) => neverUsed(where, `answer.${name}`))];
}

/** The parts that a script is completed with, by their file names. */
const partsOf = (text: string): readonly string[] =>
  (/^-- uses: (.*)$/m.exec(text)?.[1] ?? '').split(' ').map((part) => `parts/${part}.lua`);

/** Everything in which files and table do not agree; empty when they do. `sources`: what reads records here. */
export function disagreements(files: Files, sources: string): readonly string[] {
  const said = new Map([...files].map(([name, text]) => [name, inspect(text)]));
  const of = (name: string): Said => said.get(name) ?? inspect('');
  const script = (name: ActName): readonly string[] => {
    const file = `${name}.lua`;
    if (!files.has(file)) return [`there is no ${file}`];
    const { asked, answer } = acts[name];
    const parts = partsOf(files.get(file) ?? '').map(of);
    const built = [file, ...partsOf(files.get(file) ?? '')].flatMap((one) => of(one).answers);
    return [
      ...unread(file, asked, of(file)),
      ...misbuilt(file, answer.shapes ?? {}, built),
      ...(parts.length === 0 ? [`${file} names no parts`] : []),
    ];
  };
  const steps = Object.entries(ops).flatMap(([name, fields]) =>
    unread(`ops/${name}.lua`, fields, of(`ops/${name}.lua`)),
  );
  const strangers = [...files.keys()].filter((file) => {
    const name = file.replace(/^ops\/|\.lua$/g, '');
    return !file.startsWith('parts/') && !(name in (file.startsWith('ops/') ? ops : acts));
  });
  const used = new Set(
    [...said.values()].flatMap(({ members, texts }) => [...members.map(({ name }) => name), ...texts]),
  );
  const kept = Object.entries({ conversation, episode, speaker }).flatMap(([where, fields]) =>
    Object.keys(fields).flatMap((name) =>
      used.has(name) || new RegExp(`\\b${name}\\b`).test(sources) ? [] : [neverUsed(where, name)],
    ),
  );
  const held = new Set<string>([
    ...['id', 'who', ...lifeOfConversation, ...stateOfEpisode],
    ...[...said.values()].flatMap(({ given }) => [...given]),
  ]);
  const ghosts = [...said].flatMap(([file, { members }]) =>
    members.flatMap(({ base, name }) => (base === 's' && !held.has(name) ? [`${file}: s.${name} is never given`] : [])),
  );
  return [
    ...(Object.keys(acts) as ActName[]).flatMap(script),
    ...steps,
    ...strangers.map((file) => `${file} is not in the table`),
    ...[...said].flatMap(([file, one]) => misread(file, one)),
    ...kept,
    ...ghosts,
  ];
}

/** What Redis gives every script; anything else that a script does not declare is a slip. */
const given = new Set(['redis', 'cjson', 'string', 'math', 'table', 'ARGV', 'KEYS']);
const called = new Set(['tonumber', 'unpack', 'ipairs', 'pairs', 'pcall', 'type']);

/** Names that a complete script uses without having them. */
export function unknownNames(script: string): readonly string[] {
  const chunk = parse(script.replace(/^#!.*\n/, ''), { luaVersion: '5.1', scope: true });
  const free = (chunk as Chunk & { readonly globals: readonly { readonly name: string }[] }).globals;
  return free.map(({ name }) => name).filter((name) => !given.has(name) && !called.has(name));
}
