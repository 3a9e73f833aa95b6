/** Reads the append-only file from its start and says how far it is sound. */
import { readSync } from 'node:fs';
import type { Effect } from '../values/value.js';
import { firstSum, heading, readLine } from './line.js';

export interface Scan {
  /**
   * torn: the last line is incomplete or broken, as when power failed while it was written. damaged: a line before the
   * last is broken. foreign: the heading is not ours.
   */
  readonly ending: 'sound' | 'torn' | 'damaged' | 'foreign';
  /** Where the sound part ends, in bytes. */
  readonly end: number;
  /** The checksum of the last sound line. */
  readonly sum: number;
  readonly lines: number;
}

const pieceSize = 1 << 20;
const lineBreak = 10;

export interface RawLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly complete: boolean;
}

/** The lines of a file up to `limit` bytes, read in pieces. */
export function* rawLines(fd: number, limit: number): Generator<RawLine> {
  let [rest, start, position] = [Buffer.alloc(0), 0, 0];
  while (position < limit) {
    const piece = Buffer.allocUnsafe(Math.min(pieceSize, limit - position));
    const size = readSync(fd, piece, 0, piece.length, position);
    if (size === 0) break;
    position += size;
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece.subarray(0, size)]) : piece.subarray(0, size);
    let at = 0;
    for (let end = bytes.indexOf(lineBreak); end >= 0; end = bytes.indexOf(lineBreak, at)) {
      yield { text: bytes.toString('latin1', at, end), start, end: start + end - at + 1, complete: true };
      start += end - at + 1;
      at = end + 1;
    }
    rest = bytes.subarray(at);
  }
  if (rest.length > 0) yield { text: rest.toString('latin1'), start, end: start + rest.length, complete: false };
}

interface Wanted {
  readonly fd: number;
  /** Bytes to read at most: all of it is Infinity. */
  readonly limit: number;
  /** Throws when an effect cannot be repeated: the line counts as broken. */
  readonly each: (effects: readonly Effect[]) => void;
}

function repeated(text: string, sum: number, each: Wanted['each']): number | undefined {
  const read = readLine(text, sum);
  if (read) each(read.effects);
  return read?.sum;
}

/** Hands every sound line to `each`. */
export function scan({ fd, limit, each }: Wanted): Scan {
  let state = { end: 0, sum: firstSum, lines: 0 };
  let broken = false;
  for (const line of rawLines(fd, limit)) {
    if (broken) return { ending: 'damaged', ...state };
    if (line.start === 0) {
      const ours = line.complete ? line.text === heading : heading.startsWith(line.text);
      if (!ours) return { ending: 'foreign', ...state };
      broken = !line.complete;
      if (!broken) state = { ...state, end: line.end };
      continue;
    }
    const sum = line.complete ? repeated(line.text, state.sum, each) : undefined;
    if (sum === undefined) broken = true;
    else state = { end: line.end, sum, lines: state.lines + 1 };
  }
  return { ending: broken ? 'torn' : 'sound', ...state };
}
