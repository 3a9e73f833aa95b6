/**
 * An entry of the transcript as the scripts keep it (`write` in lua/parts/state.lua): a head, its parts behind tabs, and
 * on the next lines the words. A part is a letter and what it holds; the letters are fixed for the life of the data.
 */
import { currentCause, personalKinds } from '../base/index.js';
import {
  changes,
  channelOfKey,
  type Choice,
  type Entry,
  type Extras,
  forms,
  marks,
  readings,
  type Role,
  wordsOfChannel,
} from '../conversation/index.js';
import { broken, int, ms, text } from './decode.js';
import { activityOf } from './keys.js';
import { readFeeling } from './feelings.js';
import { escaped, original, packList, readList, separator } from './packed.js';

type Carried = Omit<Partial<Entry>, 'seq' | 'at' | 'role' | 'text' | 'stint' | 'activity'>;

/** Choices that are offered again and again are kept by a name; whoever reads an entry sees them as they are worded now. */
export type Menus = Readonly<Record<string, readonly Choice[]>>;

interface Part {
  readonly pack: (of: Extras, menus: Menus) => string | undefined;
  /** Nothing when it is not what it should be: of another release, perhaps. */
  readonly read: (packed: string, menus: Menus) => Carried;
}

const plain = (name: 'by' | 'faq' | 'base' | 'value' | 'quote'): Part => ({
  pack: ({ [name]: value }) => (value === undefined ? undefined : escaped(value)),
  read: (packed) => ({ [name]: original(packed) }),
});

const whole = (name: 'missed' | 'about'): Part => ({
  pack: ({ [name]: value }) => value?.toString(),
  read: (packed) => (/^\d+$/.test(packed) ? { [name]: Number(packed) } : {}),
});

function oneOf<Name extends 'form' | 'mark' | 'reads' | 'change'>(name: Name, known: readonly Extras[Name][]): Part {
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
/** How the head of an entry begins to name its speaker. */
export const speakerPart = `\t${speakerLetter}`;
/** How the head of an entry names its speaker. */
export const speakerMark = (id: string): string => `${speakerPart}${escaped(id)}${separator}`;

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

const files: Part = {
  pack: ({ files: sent }) => sent && packList(sent.flatMap(({ name, type }) => [name, type])),
  read(packed) {
    const flat = readList(packed);
    return { files: flat.flatMap((name, i) => (i % 2 === 0 ? [{ name, type: flat[i + 1] ?? '' }] : [])) };
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
  h: files,
  k: oneOf('mark', marks),
  m: whole('missed'),
  n: menu,
  o: oneOf('form', forms),
  [speakerLetter]: speaker,
  q: plain('quote'),
  r: oneOf('reads', readings),
  s: sealed,
  v: plain('value'),
  y: plain('by'),
  z: oneOf('change', changes),
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
