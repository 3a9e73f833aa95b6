/** Reads a damaged file past its damage: every line that is provably whole is repeated, what lies between is lost. */
import type { Effect } from '../values/value.js';
import { firstSum, readLine } from './line.js';
import { type RawLine, rawLines } from './read.js';

/** A place in the file that could not be read. */
export interface Gap {
  /** Bytes from the start of the file; `to` is not in it any more. */
  readonly from: number;
  readonly to: number;
  /** Lines in it, each of them one change; at least, because a lost line break joins two. */
  readonly lines: number;
}

export interface Salvaged {
  /** Changes that were kept. */
  readonly kept: number;
  readonly gaps: readonly Gap[];
}

/** The checksum that a line says it has: the next line is proved by it, even when this one is not. */
function printedSum({ text }: RawLine): number | undefined {
  const [, sum] = /^([\da-f]{8}) /.exec(text) ?? [];
  return sum === undefined ? undefined : Number.parseInt(sum, 16);
}

/** False when the line is broken, or what it says cannot be done because of what was lost before it. */
function repeated(line: RawLine, sum: number, each: (effects: readonly Effect[]) => void): boolean {
  const read = line.complete ? readLine(line.text, sum) : undefined;
  if (!read) return false;
  try {
    each(read.effects);
    return true;
  } catch {
    return false;
  }
}

/** Hands every whole line to `each`, in order. The heading must be ours. */
export function readAround(fd: number, each: (effects: readonly Effect[]) => void): Salvaged {
  const gaps: Gap[] = [];
  let [kept, sum, open] = [0, firstSum, undefined as Gap | undefined];
  for (const line of rawLines(fd, Infinity)) {
    if (line.start === 0) continue;
    if (repeated(line, sum, each)) {
      kept += 1;
      if (open) gaps.push(open);
      open = undefined;
    } else open = { from: open?.from ?? line.start, to: line.end, lines: (open?.lines ?? 0) + 1 };
    sum = printedSum(line) ?? sum;
  }
  if (open) gaps.push(open);
  return { kept, gaps };
}
