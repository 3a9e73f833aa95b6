/**
 * The append-only file: a heading, then one line per command or script with all its effects, so that it happened
 * wholly or not at all. Every line carries a checksum that also covers the line before it: damage, and a line that is
 * missing or out of place, shows.
 */
import type { Effect } from '../values/value.js';

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 (ISO 3309, reflected 0xEDB88320) of bytes as characters, going on from the one before. */
export function checksum(text: string, before: number): number {
  let sum = ~before;
  for (let i = 0; i < text.length; i += 1) sum = (table[(sum ^ text.charCodeAt(i)) & 0xff] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
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
