/** Numbers as Redis reads and prints them: 64-bit integers and doubles in text. */
import { withoutEnd } from '../../base/index.js';
import { ReplyFault } from '../reply.js';

const largest = 2n ** 63n - 1n;
const smallest = -(2n ** 63n);
const integerText = /^(?:0|-?[1-9]\d{0,18})$/;
const notInteger = 'ERR value is not an integer or out of range';

/** A number where it is exact, a bigint where a double would lose digits. */
export type Integer = number | bigint;

const inRange = (value: bigint): boolean => value <= largest && value >= smallest;
const shrink = (value: bigint): Integer => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
};

/** Redis is strict here: no spaces, no plus sign, no leading zeros. */
export function readInteger(text: string): Integer | undefined {
  if (!integerText.test(text)) return undefined;
  if (text.length <= 15) return Number(text);
  const value = BigInt(text);
  return inRange(value) ? shrink(value) : undefined;
}

export function integer(text: string, message = notInteger): Integer {
  const value = readInteger(text);
  if (value === undefined) throw new ReplyFault(message);
  return value;
}

/** For ranks and counts, where anything beyond a double's digits means "all" anyway. */
export function count(text: string): number {
  return Number(integer(text));
}

/** The sum, or undefined when it leaves 64 bits. */
export function add(a: Integer, b: Integer): Integer | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const sum = BigInt(a) + BigInt(b);
  return inRange(sum) ? shrink(sum) : undefined;
}

/** `value × scale + base` as an instant in ms, or undefined when it leaves 64 bits. */
export function instant(value: Integer, scale: number, base: number): number | undefined {
  const scaled = BigInt(value) * BigInt(scale);
  const sum = scaled + BigInt(base);
  return inRange(scaled) && inRange(sum) ? Number(sum) : undefined;
}

const decimal = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;
const hexadecimal = /^([-+]?)(0x[\da-f]+)$/i;
const infinite = /^([-+]?)inf(?:inity)?$/i;

/** As C's strtod over the whole text; undefined when it is no number. */
export function readDouble(text: string): number | undefined {
  if (decimal.test(text)) return Number(text);
  const parts = infinite.exec(text) ?? hexadecimal.exec(text);
  if (!parts) return undefined;
  const size = parts[2] === undefined ? Infinity : Number(parts[2]);
  return parts[1] === '-' ? -size : size;
}

const overflows = (text: string, value: number): boolean =>
  Math.abs(value) === Infinity ? !infinite.test(text) : value === 0 && /^[^e]*[1-9]/i.test(text) && decimal.test(text);

/** A score. Negative zero becomes zero. */
export function score(text: string): number {
  const value = readDouble(text);
  if (value === undefined || overflows(text, value)) throw new ReplyFault('ERR value is not a valid float');
  return value + 0;
}

const trimZeros = (digits: string): string =>
  digits.includes('.') ? withoutEnd(withoutEnd(digits, '0'), '.') : digits;

/** As C's `%.17g`, which is what Redis 7.0 prints. */
export function printDouble(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const [digits = '', power = '0'] = value.toExponential(16).split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 17) return trimZeros(value.toPrecision(17));
  return `${trimZeros(digits)}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
