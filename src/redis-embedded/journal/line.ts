/**
 * The append-only file: a heading, then one line per command or script with all its effects, so that it happened
 * wholly or not at all. Every line carries a checksum that also covers the line before it: damage, and a line that is
 * missing or out of place, shows.
 */
import type { Effect } from '../values/value.js';

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
const mix = (block: number): number => Math.imul(rotate(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);

/**
 * MurmurHash3 x86_32 (Appleby, 2011) of bytes as characters, seeded with the checksum before. Every step is one-to-one,
 * so a change within four bytes is always seen, and any other but once in four thousand million times.
 */
export function checksum(text: string, before: number): number {
  const whole = text.length & ~3;
  let sum = before;
  for (let i = 0; i < whole; i += 4) {
    const high = (text.charCodeAt(i + 2) << 16) | (text.charCodeAt(i + 3) << 24);
    sum =
      (Math.imul(rotate(sum ^ mix(text.charCodeAt(i) | (text.charCodeAt(i + 1) << 8) | high), 13), 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let i = text.length - 1; i >= whole; i -= 1) rest = (rest << 8) | text.charCodeAt(i);
  if (whole < text.length) sum ^= mix(rest);
  sum ^= text.length;
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}

export const heading = 'warmline append-only file, format 1';
export const firstSum = checksum(heading, 0);

export interface Line {
  /** With its line break. */
  readonly text: string;
  readonly sum: number;
}

export function writeLine(effects: readonly Effect[], before: number): Line {
  const body = JSON.stringify(effects);
  const sum = checksum(body, before);
  return { text: `${sum.toString(16).padStart(8, '0')} ${body}\n`, sum };
}

export interface Read {
  readonly effects: readonly Effect[];
  readonly sum: number;
}

/** A line without its break; undefined when it is damaged. */
export function readLine(text: string, before: number): Read | undefined {
  const body = text.slice(9);
  const sum = checksum(body, before);
  if (text.slice(0, 9) !== `${sum.toString(16).padStart(8, '0')} `) return undefined;
  return { effects: JSON.parse(body) as readonly Effect[], sum }; // the checksum says that we wrote it
}
