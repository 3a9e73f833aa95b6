/**
 * An entry of the transcript as the scripts keep it (`write` in lua/parts/state.lua): a head, its parts behind tabs, and
 * on the next lines the words. A part is a letter and what it holds; the letters are fixed for the life of the data.
 */
import { currentCause, personalKinds } from '../base/index.js';
import {
  channelOfKey,
  type Choice,
  cues,
  type Entry,
  type Evidence,
  type Extras,
  type Feeling,
  forms,
  levels,
  marks,
  readings,
  type Role,
  wordsOfChannel,
} from '../conversation/index.js';
import { broken, int, ms, text } from './decode.js';
import { activityOf } from './keys.js';

const escapes: Readonly<Record<string, string>> = { '\\': '\\', '\t': 't', '\n': 'n', '\f': 'f' };
const originals: Readonly<Record<string, string>> = { '\\': '\\', t: '\t', n: '\n', f: '\f' };
const special = /[\\\t\n\f]/g;
const escaped = (value: string): string => value.replace(special, (char) => `\\${escapes[char] ?? ''}`);
const original = (packed: string): string =>
  packed.includes('\\') ? packed.replace(/\\(.)/g, (_, char: string) => originals[char] ?? '') : packed;

const separator = '\f';
const packList = (values: readonly string[]): string => values.map(escaped).join(separator);
const readList = (packed: string): readonly string[] => packed.split(separator).map(original);

type Carried = Omit<Partial<Entry>, 'seq' | 'at' | 'role' | 'text' | 'stint' | 'activity'>;

/** Choices that are offered again and again are kept by a name; whoever reads an entry sees them as they are worded now. */
export type Menus = Readonly<Record<string, readonly Choice[]>>;

interface Part {
  readonly pack: (of: Extras, menus: Menus) => string | undefined;
  /** Nothing when it is not what it should be: of another release, perhaps. */
  readonly read: (packed: string, menus: Menus) => Carried;
}

const plain = (name: 'by' | 'faq' | 'base' | 'value'): Part => ({
  pack: ({ [name]: value }) => (value === undefined ? undefined : escaped(value)),
  read: (packed) => ({ [name]: original(packed) }),
});

const whole = (name: 'missed' | 'about'): Part => ({
  pack: ({ [name]: value }) => value?.toString(),
  read: (packed) => (/^\d+$/.test(packed) ? { [name]: Number(packed) } : {}),
});

function oneOf<Name extends 'form' | 'mark' | 'reads'>(name: Name, known: readonly Extras[Name][]): Part {
  return {
    pack: ({ [name]: value }) => value,
    read: (packed) => (known.some((one) => one === packed) ? { [name]: packed } : {}),
  };
}

const sameChoices = (some: readonly Choice[], others: readonly Choice[]): boolean =>
  some.length === others.length &&
  some.every(({ title, value }, i) => title === others[i]?.title && value === others[i].value);

const menuOf = (choices: readonly Choice[] | undefined, menus: Menus): string | undefined =>
  choices && Object.keys(menus).find((name) => sameChoices(choices, menus[name] ?? []));

const menu: Part = {
  pack: ({ choices }, menus) => menuOf(choices, menus),
  read(name, menus) {
    const known = menus[name];
    return known === undefined ? {} : { choices: known };
  },
};

const ownChoices: Part = {
  pack({ choices }, menus) {
    if (choices === undefined || menuOf(choices, menus) !== undefined) return undefined;
    return packList(choices.flatMap(({ title, value }) => [title, value]));
  },
  read(packed) {
    const flat = readList(packed);
    return { choices: flat.flatMap((title, i) => (i % 2 === 0 ? [{ title, value: flat[i + 1] ?? '' }] : [])) };
  },
};

const speakerLetter = 'p';
/** How the head of an entry names its speaker. */
export const speakerMark = (id: string): string => `\t${speakerLetter}${escaped(id)}${separator}`;

const speaker: Part = {
  pack: ({ speaker: who }) => who && packList([who.id, who.name ?? '']),
  read(packed) {
    const [id = '', name = ''] = readList(packed);
    return { speaker: name === '' ? { id } : { id, name } };
  },
};

const sealed: Part = {
  pack: ({ sealed: of }) => of && packList([of.mark, ...of.kinds]),
  read(packed) {
    const [mark = '', ...kinds] = readList(packed);
    return { sealed: { mark, kinds: personalKinds.filter((one) => kinds.includes(one)) } };
  },
};

const cause: Part = {
  pack: ({ cause: of }) =>
    of && packList([of.request, ...(of.trace === undefined ? [] : [of.trace.id, of.trace.span])]),
  read(packed) {
    const [request = '', id, span] = readList(packed);
    return { cause: { request, ...(id === undefined || span === undefined ? {} : { trace: { id, span } }) } };
  },
};

const parts: Readonly<Record<string, Part>> = {
  a: whole('about'),
  b: plain('base'),
  c: ownChoices,
  d: cause,
  e: { pack: () => undefined, read: (packed) => readFeeling(packed) },
  f: plain('faq'),
  k: oneOf('mark', marks),
  m: whole('missed'),
  n: menu,
  o: oneOf('form', forms),
  [speakerLetter]: speaker,
  r: oneOf('reads', readings),
  s: sealed,
  v: plain('value'),
  y: plain('by'),
};

const packers = Object.entries(parts);

/** By which call it comes, for what has to be brought to a channel of this conversation later. */
export function dueTo(conversation: string): Pick<Extras, 'cause'> {
  const of = currentCause();
  return of === undefined || wordsOfChannel(channelOfKey(conversation)).pushed !== true ? {} : { cause: of };
}

/** What a reply carries besides its words. */
export function packExtras(extras: Extras, menus: Menus = {}): string {
  let packed = '';
  for (const [letter, { pack }] of packers) {
    const held = pack(extras, menus);
    if (held !== undefined) packed += `\t${letter}${held}`;
  }
  return packed;
}

const thousandths = (value: number): number => Math.round(value * 1000);

/** Evidence that moved less explains nothing, and is not kept. */
const leastShare = 0.05;

/** How a message reads: valence, frustration and level, then each piece of evidence as `share cue @place:text`. */
export function packFeeling({ valence, frustration, level, evidence }: Feeling): string {
  const shown = evidence
    .filter(({ cue, share }) => cue !== undefined || Math.abs(share) >= leastShare)
    .map(({ text: words, at, cue, share }) => {
      const head = [thousandths(share), ...(cue === undefined ? [] : [cue]), ...(at === undefined ? [] : [`@${at}`])];
      return `${head.join(' ')}:${words}`;
    });
  return `\te${packList([`${thousandths(valence)} ${thousandths(frustration)} ${level}`, ...shown])}`;
}

function readEvidence(packed: string): Evidence {
  const colon = packed.indexOf(':');
  const [share, ...more] = packed.slice(0, colon).split(' ');
  const cue = cues.find((one) => more.includes(one));
  const at = more.find((one) => one.startsWith('@'))?.slice(1);
  return {
    text: packed.slice(colon + 1),
    ...(at === undefined ? {} : { at: int(at) }),
    ...(cue === undefined ? {} : { cue }),
    share: int(share) / 1000,
  };
}

function readFeeling(packed: string): Carried {
  const [figures = '', ...shown] = readList(packed);
  const [valence, frustration, wanted] = figures.split(' ').map(Number);
  const level = levels.find((one) => one === wanted);
  if (valence === undefined || frustration === undefined || level === undefined) return {};
  const evidence = shown.map(readEvidence);
  return { feeling: { valence: valence / 1000, frustration: frustration / 1000, level, evidence } };
}

const roles: Readonly<Record<string, Role>> = { c: 'customer', b: 'assistant', a: 'agent', n: 'note', s: 'system' };
const stints: Readonly<Record<string, Entry['stint']>> = {
  b: 'bot',
  q: 'queue',
  a: 'agent',
  c: 'customer',
  x: 'closed',
};

const headEnd = (packed: string): number => {
  const end = packed.indexOf('\n');
  if (end < 0) throw broken('an entry');
  return end;
};

/** An entry without what it carries besides its words. */
export function words(item: unknown): Entry {
  const packed = text(item);
  const end = headEnd(packed);
  const role = roles[packed.charAt(0)];
  if (role === undefined) throw broken('an entry');
  const space = packed.indexOf(' ');
  const tab = packed.indexOf('\t');
  return {
    seq: int(packed.slice(2, space)),
    at: ms(packed.slice(space + 1, tab < 0 || tab > end ? end : tab)),
    role,
    text: packed.slice(end + 1),
    stint: stints[packed.charAt(1)] ?? 'none',
  };
}

/** A message of the customer that is no more than a choice: its turn has read no feeling in it. */
export function isChoice(item: unknown): boolean {
  const packed = text(item);
  const read = packed.indexOf('\te');
  return packed.startsWith('c') && (read < 0 || read > headEnd(packed));
}

/** All of an entry. */
export function entry(item: unknown, menus: Menus): Entry {
  const packed = text(item);
  const [, ...packedParts] = packed.slice(0, headEnd(packed)).split('\t');
  let carried: Carried = {};
  for (const part of packedParts) carried = { ...carried, ...parts[part.charAt(0)]?.read(part.slice(1), menus) };
  return { ...carried, ...words(item) };
}

/** Entries, and by which ids the channel knows the customer's messages among them: each id with its number. */
export function entries(items: readonly string[], known: readonly string[], menus: Menus): readonly Entry[] {
  const activities = new Map(
    known.flatMap((id, i) => (i % 2 === 0 ? [[Number(known[i + 1]), activityOf(id)] as const] : [])),
  );
  return items.map((item) => {
    const one = entry(item, menus);
    const activity = one.role === 'customer' ? activities.get(one.seq) : undefined;
    return activity === undefined ? one : { ...one, activity };
  });
}
