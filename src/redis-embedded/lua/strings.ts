/** Lua's `string` library, without its patterns. */
import { asNumber, print, str } from './operators.js';
import { LuaFault, type LuaFunction, type LuaResult, type LuaValue, typeName } from './value.js';

interface Wanted {
  readonly at: number;
  readonly of: string;
  readonly default?: number;
}

const bad = (value: LuaValue, type: string, { at, of }: Wanted): LuaFault => {
  return new LuaFault(`bad argument #${at} to '${of}' (${type} expected, got ${typeName(value)})`);
};

/** An argument that must be a number, or text that is one. */
export function numberArgument(value: LuaValue, wanted: Wanted): number {
  if (value === undefined && wanted.default !== undefined) return wanted.default;
  const read = asNumber(value);
  if (read === undefined) throw bad(value, 'number', wanted);
  return read;
}

/** An argument that must be text, or a number. */
export function textArgument(value: LuaValue, wanted: Wanted): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw bad(value, 'string', wanted);
  return str(value);
}

function sub(text: LuaValue, from: LuaValue, to: LuaValue): string {
  const s = textArgument(text, { at: 1, of: 'sub' });
  const start = Math.trunc(numberArgument(from, { at: 2, of: 'sub' }));
  const end = Math.trunc(numberArgument(to, { at: 3, of: 'sub', default: -1 }));
  const low = start < 0 ? Math.max(s.length + start, 0) : Math.max(start - 1, 0);
  const high = end < 0 ? s.length + end + 1 : end;
  return s.slice(low, Math.max(low, high));
}

function byte(text: LuaValue, from: LuaValue, to: LuaValue): LuaResult {
  const start = numberArgument(from, { at: 2, of: 'byte', default: 1 });
  const part = sub(text, start, to ?? start);
  return Array.from(part, (char) => char.charCodeAt(0));
}

function find(...[text, wanted, init, plain]: LuaValue[]): LuaResult {
  const s = textArgument(text, { at: 1, of: 'find' });
  const part = textArgument(wanted, { at: 2, of: 'find' });
  if ((plain === undefined || plain === false) && /[\^$*+?.([%-]/.test(part)) {
    throw new LuaFault('string.find with a pattern is not supported; pass true as its fourth argument');
  }
  const start = Math.trunc(numberArgument(init, { at: 3, of: 'find', default: 1 }));
  const from = start < 0 ? Math.max(s.length + start, 0) : Math.max(start - 1, 0);
  const at = s.indexOf(part, Math.min(from, s.length)); // Lua 5.1 looks at the very end when the start is beyond it
  return at < 0 ? undefined : [at + 1, at + part.length];
}

const directive = /%(-?)(0?)(\d*)(.?)/g;

interface Field {
  readonly left: boolean;
  readonly zero: boolean;
  readonly width: number;
}

function pad(text: string, { left, zero, width }: Field): string {
  if (left) return text.padEnd(width);
  if (!zero) return text.padStart(width);
  const sign = text.startsWith('-') ? '-' : '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

/** `%d` prints all digits of a whole number, where `..` prints 14. */
function wholeText(value: number): string {
  const cut = Math.trunc(value) + 0;
  return Number.isSafeInteger(cut) ? String(cut) : print(cut);
}

function format(pattern: LuaValue, ...values: LuaValue[]): string {
  let at = 1;
  return textArgument(pattern, { at, of: 'format' }).replace(directive, (whole, ...groups: string[]) => {
    const [left, zero, width, kind] = groups;
    if (whole === '%%') return '%';
    at += 1;
    const value = values[at - 2];
    const field = { left: left !== '', zero: zero !== '' && kind === 'd', width: Number(width) };
    if (kind === 's') return pad(textArgument(value, { at, of: 'format' }), field);
    if (kind !== 'd') throw new LuaFault(`string.format supports %d and %s, not ${whole}`);
    return pad(wholeText(numberArgument(value, { at, of: 'format' })), field);
  });
}

export function tostring(value: LuaValue): string {
  if (value === undefined) return 'nil';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string' || typeof value === 'number') return str(value);
  throw new LuaFault(`a ${typeName(value)} has no text that stays the same`);
}

const lower = (text: string): string => text.replace(/[A-Z]+/g, (some) => some.toLowerCase());
const upper = (text: string): string => text.replace(/[a-z]+/g, (some) => some.toUpperCase());

export const strings = {
  'string.sub': sub,
  'string.byte': byte,
  'string.find': find,
  'string.format': format,
  'string.len': (text: LuaValue) => textArgument(text, { at: 1, of: 'len' }).length,
  'string.lower': (text: LuaValue) => lower(textArgument(text, { at: 1, of: 'lower' })),
  'string.upper': (text: LuaValue) => upper(textArgument(text, { at: 1, of: 'upper' })),
  'string.rep': (text: LuaValue, times: LuaValue) =>
    textArgument(text, { at: 1, of: 'rep' }).repeat(Math.max(0, numberArgument(times, { at: 2, of: 'rep' }))),
} satisfies Readonly<Record<string, LuaFunction>>;
