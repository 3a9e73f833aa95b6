/**
 * Personal data in a text: where it is, of which kind, and the text without it. Pure, and linear in the text. What is
 * masked reads as what it was ("[card ending 4242]"), and is not found again.
 */
import { findAccounts } from './accounts.js';
import { findCards } from './cards.js';
import { plainDigits, type Span } from './groups.js';
import { findAddresses } from './mail.js';
import { findPhones } from './phones.js';
import { findSecrets } from './secrets.js';

/** Each takes what those before it have left. */
const finders = {
  card: findCards,
  iban: findAccounts,
  email: findAddresses,
  password: findSecrets,
  phone: findPhones,
} as const;

export type PersonalKind = keyof typeof finders;
export const personalKinds = Object.keys(finders) as readonly PersonalKind[];

export interface Personal extends Span {
  readonly kind: PersonalKind;
}

const ending = (text: string, count: number): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').slice(-count);
const masks: Readonly<Record<PersonalKind, (of: string) => string>> = {
  card: (of) => `[card ending ${ending(of, 4)}]`,
  iban: (of) => `[IBAN ending ${ending(of, 4)}]`,
  email: () => '[e-mail address]',
  password: () => '[password]',
  phone: (of) => `[phone ending ${ending(of, 2)}]`,
};
const mask = /\[(?:(card|IBAN) ending [A-Z\d]{4}|phone ending \d{2}|e-mail address|password)\]/g;
/** An id that a machine made (UUID): by chance a piece of one checks out as an account. */
const machineId = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi;
const heads = { card: '[card', iban: '[IBAN', email: '[e-mail', password: '[password', phone: '[phone' } as const;

/** Stands where something was found already: no letter, no digit, and nothing that may stand between digits. */
const blank = '\u0000';
const without = (text: string, spans: readonly Span[]): string => {
  let left = '';
  let from = 0;
  for (const { at, end } of spans) {
    left += text.slice(from, at) + blank.repeat(end - at);
    from = end;
  }
  return left + text.slice(from);
};

const isFree = (text: string, { at, end }: Span): boolean => !text.slice(at, end).includes(blank);

function inOrder(spans: readonly Personal[]): readonly Personal[] {
  let till = 0;
  return spans
    .toSorted((one, other) => one.at - other.at || other.end - one.end)
    .filter(({ at, end }) => at >= till && (till = end) > 0);
}

const telling = /[\d@]|p(?:ass|wd|in)|kennwort|contrase|wachtwoord|senha|hasło|:\/\//iu;

/** All of it, in order, no two over each other. */
export function findPersonal(text: string): readonly Personal[] {
  const plain = plainDigits(text);
  if (!telling.test(plain)) return [];
  const others = [...text.matchAll(mask), ...text.matchAll(machineId)]
    .map(({ index: at, 0: one }) => ({ at, end: at + one.length }))
    .toSorted((one, other) => one.at - other.at);
  let left = without(plain, others);
  const found: Personal[] = [];
  for (const kind of personalKinds) {
    const free = finders[kind](left).filter((span) => isFree(left, span));
    const spans = inOrder(free.map(({ at, end }) => ({ kind, at, end })));
    found.push(...spans);
    left = without(left, spans);
  }
  return inOrder(found);
}

/** Something that was masked: what it was, and the mask that stands for it in the text now. */
export interface Hidden {
  readonly kind: PersonalKind;
  readonly was: string;
  readonly at: number;
  readonly length: number;
}

export interface Masked {
  readonly text: string;
  readonly hidden: readonly Hidden[];
  /** Kinds that were masked, each once. */
  readonly kinds: readonly PersonalKind[];
  /** Where a place of what was written is now; of something masked, its beginning, or with `end` its end. */
  placeOf(at: number, end?: boolean): number;
}

/** Masks some kinds; the others stay as they are. */
export function maskPersonal(text: string, kinds: readonly PersonalKind[] = personalKinds): Masked {
  const found = findPersonal(text).filter(({ kind }) => kinds.includes(kind));
  const moved: { readonly from: Span; readonly to: Span }[] = [];
  const hidden: Hidden[] = [];
  let left = '';
  let from = 0;
  for (const { kind, at, end } of found) {
    left += text.slice(from, at);
    const put = masks[kind](plainDigits(text.slice(at, end)));
    moved.push({ from: { at, end }, to: { at: left.length, end: left.length + put.length } });
    hidden.push({ kind, was: text.slice(at, end), at: left.length, length: put.length });
    left += put;
    from = end;
  }
  const placeOf = (place: number, atEnd = false): number => {
    const last = moved.findLast(({ from: { at } }) => (atEnd ? at < place : at <= place));
    if (last === undefined) return place;
    if (place < last.from.end) return atEnd ? last.to.end : last.to.at;
    return place - last.from.end + last.to.end;
  };
  return { text: left + text.slice(from), hidden, kinds: [...new Set(found.map(({ kind }) => kind))], placeOf };
}

const escape = /%[\da-f]{2}/i;
const escapes = /(?:%[\da-f]{2}){1,200}/gi;

function decoded(text: string): string {
  return text.replace(escapes, (some) => {
    try {
      return decodeURIComponent(some);
    } catch {
      return some;
    }
  });
}

/** A text with nothing personal in it, for the log: also where it stands in an address, whose signs are written as `%40`. */
export function withoutPersonal(text: string): string {
  const plain = maskPersonal(text).text;
  if (!escape.test(plain)) return plain;
  const readable = decoded(plain);
  const { text: masked, kinds } = maskPersonal(readable);
  return kinds.length > 0 ? masked : plain;
}

/** Which kinds are masked in a text. */
export function kindsMasked(text: string): readonly PersonalKind[] {
  const found = [...text.matchAll(mask)].map(([one]) => one);
  return personalKinds.filter((kind) => found.some((one) => one.startsWith(heads[kind])));
}
