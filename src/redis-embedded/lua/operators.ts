/** Operators, and numbers as text. Where Lua would lose digits the script is stopped instead. */
import { LuaFault, type LuaValue, typeName } from './value.js';

const decimal = /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\s*$/;
const hexadecimal = /^\s*([-+]?)(0[xX][\da-fA-F]+)\s*$/;
const special = /^\s*([-+]?)(?:inf(?:inity)?|(nan))\s*$/i;

/** A text as a number, as C's strtod reads it; undefined when it is none. */
function parse(text: string): number | undefined {
  if (decimal.test(text)) return Number(text);
  const hex = hexadecimal.exec(text);
  if (hex) return hex[1] === '-' ? -Number(hex[2]) : Number(hex[2]);
  const other = special.exec(text);
  if (!other) return undefined;
  return other[2] === undefined ? (other[1] === '-' ? -Infinity : Infinity) : NaN;
}

export const asNumber = (value: LuaValue): number | undefined =>
  typeof value === 'number' ? value : typeof value === 'string' ? parse(value) : undefined;

/** An operand of arithmetic. */
export function num(value: LuaValue): number {
  if (typeof value === 'number') return value;
  const read = asNumber(value);
  if (read === undefined) throw new LuaFault(`attempt to perform arithmetic on a ${typeName(value)} value`);
  return read;
}

/** Lua prints 14 digits; a number that needs more, or has a fraction, would come out otherwise than meant. */
export function print(value: number): string {
  if (!Number.isInteger(value) || Math.abs(value) >= 1e14) {
    throw new LuaFault(`the number ${value} would lose digits as text; keep to whole numbers below 1e14`);
  }
  return Object.is(value, -0) ? '-0' : String(value);
}

/** An operand of `..` */
export function str(value: LuaValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return print(value);
  throw new LuaFault(`attempt to concatenate a ${typeName(value)} value`);
}

export const modulo = (a: number, b: number): number => a - Math.floor(a / b) * b;

function incomparable(a: LuaValue, b: LuaValue): LuaFault {
  const [left, right] = [typeName(a), typeName(b)];
  return new LuaFault(
    left === right ? `attempt to compare two ${left} values` : `attempt to compare ${left} with ${right}`,
  );
}

export function less(a: LuaValue, b: LuaValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  if (typeof a === 'string' && typeof b === 'string') return a < b;
  throw incomparable(a, b);
}

export function atMost(a: LuaValue, b: LuaValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a <= b;
  if (typeof a === 'string' && typeof b === 'string') return a <= b;
  throw incomparable(a, b);
}
