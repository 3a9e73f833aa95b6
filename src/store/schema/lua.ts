/**
 * What scripts are given of the table: the fields of a request as locals, constructors of its answers, the names in the
 * data, and readers of records. All places are counted here, so that no script knows one.
 */
import { effortRules, unsolved } from '../../effort/index.js';
import {
  contactHours,
  counterDays,
  efforts,
  firstPaceMs,
  reasonNames,
  promptMs,
  reopenHours,
  shortMs,
  visitorPrefix,
} from '../../conversation/index.js';
import { type ActName, acts } from './acts.js';
import type { Field, Fields, Shape } from './fields.js';
import { ops } from './ops.js';
import {
  conversation,
  episode,
  factNames,
  fieldsOf,
  lifeOfConversation,
  namesIn,
  speaker,
  stateOfEpisode,
} from './records.js';

const quoted = (text: string): string => `'${text}'`;
const listed = (texts: readonly string[]): string => `{ ${texts.map(quoted).join(', ')} }`;

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.match(/\w+/g));

/** The fields that follow each other in a list, from a place on. */
const readFrom = (fields: Fields, from: string, first: number): readonly string[] =>
  Object.values(fields).map(({ asked }, at) => (asked ?? String)(`${from}[${first + at}]`));

/** `local id, lease = request[2], int(request[3])`: what stands before them is the shard, or the name of the step. */
function locals(fields: Fields, from: string): string {
  const names = Object.keys(fields);
  return names.length === 0 ? '' : `local ${names.join(', ')} = ${readFrom(fields, from, 2).join(', ')}`;
}

function constructor({ kind, fields }: Shape): string {
  const answered = Object.entries(fields).map(([name, { answered: as }]) => as(`a.${name}`));
  const values = [...(kind === undefined ? [] : [quoted(kind)]), ...answered];
  return `function(${answered.length === 0 ? '' : 'a'}) return { ${values.join(', ')} } end`;
}

const kept = (fields: Readonly<Record<string, Field<unknown>>>, names: readonly string[]): readonly string[] =>
  names.map((name, at) => fields[name]?.kept(`h[${at + 1}]`) ?? '');

/** The rules by which an ending is scored, and what they read of the record. Effort is scored nowhere else. */
const scoring = (): readonly string[] => {
  const fields = effortRules.map(({ of }) => (of in episode ? episode[of as keyof typeof episode][0] : of));
  const rules = effortRules.map(
    ({ of, least = 0, unit = 1, round = 0, free = 0, each, most }) =>
      `{ of = ${quoted(of)}, least = ${least}, unit = ${unit}, round = ${round}, free = ${free}, each = ${each}, most = ${most} }`,
  );
  return [
    `local effortFields, effortRules = ${listed(fields)}, { ${rules.join(', ')} }`,
    `local unsolved = { ${unsolved.map((outcome) => `[${quoted(outcome)}] = true`).join(', ')} }`,
  ];
};

/** How heavy each reason is. */
const weighing = (): string =>
  `local weights = { ${reasonNames.map((name, at) => `[${quoted(name)}] = ${reasonNames.length - at}`).join(', ')} }`;

type Stored = Parameters<typeof fieldsOf>[0];

/** Those that a text speaks of, by name. */
function named(local: string, of: Stored, said: ReadonlySet<string>): string {
  const known = Object.entries(of).filter(([name]) => said.has(name));
  return `local ${local} = { ${known.map(([name, [as]]) => `${name} = ${quoted(as)}`).join(', ')} }`;
}

/** The numbers at which a meaning changes, in the units of the scripts. */
export const bounds = {
  contactMicros: contactHours * 3_600_000_000,
  counterSeconds: counterDays * 86_400,
  highEffort: efforts.high,
  firstPaceMicros: firstPaceMs * 1000,
  promptMicros: promptMs * 1000,
  shortMicros: shortMs * 1000,
  reopenMicros: reopenHours * 3_600_000_000,
  visitorPrefix,
} as const;

const conversationReader = (): readonly string[] => {
  const [own, others] = [lifeOfConversation, Object.keys(speaker)];
  const values = kept(fieldsOf(conversation), own).map((code, at) => `${own[at] ?? ''} = ${code}`);
  const who = `who = { unpack(h, ${own.length + 1}, ${own.length + others.length}) }`;
  // made in one piece, with room for what parts/state.lua adds, it need not grow
  const added = ['key', 'record', 'conv', 'case', 'life', 'push', 'kept', 'line', 'now'];
  const room = [...stateOfEpisode, ...added].map((name) => `${name} = false`);
  return [
    `local conversationFields = ${listed([...namesIn(conversation, own), ...namesIn(speaker, Object.keys(speaker) as never)])}`,
    `local speakerFields = ${listed(Object.values(speaker).map(([as]) => as))}`,
    `local function readConversation(id, h) return { id = id, ${[...values, who, ...room].join(', ')} } end`,
    ...others.map((name, at) => `local function ${name}Of(who) return who[${at + 1}] or '' end`),
  ];
};

const episodeReader = (): readonly string[] => {
  const state = namesIn(episode, stateOfEpisode);
  const targets = stateOfEpisode.map((name) => `s.${name}`).join(', ');
  return [
    `local stateFields, turnFields = ${listed(state)}, ${listed([...state, ...factNames])}`,
    `local function readEpisode(s, h) ${targets} = ${kept(fieldsOf(episode), stateOfEpisode).join(', ')} end`,
    `local function factsOf(h) return { unpack(h, ${state.length + 1}, ${state.length + factNames.length}) } end`,
  ];
};

/** Names in the data and readers of records, as far as a script speaks of them. */
export function recordsFor(text: string): string {
  const said = wordsIn(text);
  const used = (line: string): boolean =>
    [...(/^local (?:function )?([^={(]+)/.exec(line)?.[1] ?? '').matchAll(/\w+/g)].some(([name]) => said.has(name));
  return [
    `local B = { ${Object.entries(bounds)
      .map(([name, number]) => `${name} = ${JSON.stringify(number)}`)
      .join(', ')} }`,
    named('C', conversation, said),
    named('E', episode, said),
    named('S', speaker, said),
    ...conversationReader(),
    ...episodeReader(),
    ...scoring(),
    weighing(),
  ]
    .filter(used)
    .join('\n');
}

/** Steps that are kept for a while are kept by name: whoever reads them again may be of another release. */
const byName: readonly string[] = [
  `local fieldsOfStep = { ${Object.entries(ops)
    .map(([name, fields]) => `[${quoted(name)}] = ${listed(Object.keys(fields))}`)
    .join(', ')} }`,
  'local function namedSteps(effects)',
  '  local found = {}',
  '  for i, op in ipairs(effects) do',
  '    found[i] = { step = op[1] }',
  '    for at, field in ipairs(fieldsOfStep[op[1]]) do found[i][field] = op[at + 1] end',
  '  end',
  '  return found',
  'end',
  'local function stepsFrom(named)',
  '  local found = {}',
  '  for i, one in ipairs(named) do',
  '    found[i] = { one.step }',
  "    for at, field in ipairs(fieldsOfStep[one.step]) do found[i][at + 1] = one[field] or '' end",
  '  end',
  '  return found',
  'end',
];

/** The steps of a turn, each from its body, and what takes one after another. */
export function opsFrom(bodies: ReadonlyMap<string, string>): string {
  const all = Object.entries(ops).map(([name, fields]) => {
    const body = bodies.get(name);
    if (body === undefined) throw new Error(`There is no lua/ops/${name}.lua.`);
    return [`ops['${name}'] = function(s, op)`, locals(fields, 'op'), body, 'end'].join('\n');
  });
  return [
    'local ops = {}',
    ...all,
    ...byName,
    'local function apply(s, effects)',
    '  for _, op in ipairs(effects) do ops[op[1]](s, op) end',
    'end',
  ].join('\n');
}

/** What the answers of a script are built by. */
export function answersOf(name: ActName): string {
  const shapes = Object.entries(acts[name].answer.shapes ?? {});
  if (shapes.length === 0) return '';
  return `local answer = { ${shapes.map(([kind, shape]) => `${kind} = ${constructor(shape)}`).join(', ')} }`;
}

/** A script's own part, from its body: a request goes in, its answer comes out. */
export const actFrom = (name: ActName, body: string): string =>
  ['local function act(request)', locals(acts[name].asked, 'request'), body, 'end'].join('\n');
