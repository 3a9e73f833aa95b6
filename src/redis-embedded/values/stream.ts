/** A stream: entries in the order of their ids, and the last id ever given, which outlives its entry. */
import { ReplyFault, unsupported } from '../reply.js';

export interface StreamId {
  readonly ms: number;
  readonly seq: number;
}

export interface StreamEntry extends StreamId {
  readonly fields: readonly string[];
}

export interface Stream {
  entries: StreamEntry[];
  last: StreamId;
}

export const createStream = (): Stream => ({ entries: [], last: { ms: 0, seq: 0 } });

export const isBefore = (a: StreamId, b: StreamId): boolean => a.ms < b.ms || (a.ms === b.ms && a.seq < b.seq);
export const printId = ({ ms, seq }: StreamId): string => `${ms}-${seq}`;

const invalid = (): ReplyFault => new ReplyFault('ERR Invalid stream ID specified as stream command argument');
const largest = 2n ** 64n;

function part(text: string): number {
  if (!/^\d{1,20}$/.test(text)) throw invalid();
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  if (BigInt(text) >= largest) throw invalid();
  throw unsupported('stream ids above 2^53');
}

/** Reads `ms` or `ms-seq`; a missing seq becomes `seq`. */
export function readId(text: string, seq: number): StreamId {
  const dash = text.indexOf('-');
  if (dash < 0) return { ms: part(text), seq };
  return { ms: part(text.slice(0, dash)), seq: part(text.slice(dash + 1)) };
}

/** One end of an interval: `-`, `+`, an id, or `(` and an id for "not including". */
export function readBound(text: string, end: 'start' | 'end'): StreamId {
  if (text === '-') return { ms: 0, seq: 0 };
  if (text === '+') return { ms: Infinity, seq: Infinity };
  const exclusive = text.startsWith('(');
  const id = readId(exclusive ? text.slice(1) : text, end === 'start' ? 0 : Infinity);
  if (!exclusive) return id;
  if (end === 'start') return { ms: id.ms, seq: id.seq + 1 };
  if (id.ms === 0 && id.seq === 0) throw new ReplyFault('ERR invalid end ID for the interval');
  return id.seq === 0 ? { ms: id.ms - 1, seq: Infinity } : { ms: id.ms, seq: id.seq - 1 };
}

/** The index of the first entry that is not before `id`. */
export function indexFrom({ entries }: Stream, id: StreamId): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry && isBefore(entry, id)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Entries from `start` to `end`, both included. */
export function range(stream: Stream, start: StreamId, end: StreamId): readonly [from: number, to: number] {
  const from = indexFrom(stream, start);
  const to = indexFrom(stream, { ms: end.ms, seq: end.seq + 1 });
  return [from, Math.max(from, to)];
}
