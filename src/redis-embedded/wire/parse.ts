/** Reads RESP2 requests from a byte stream: lists of bulk strings, in any pieces, up to fixed sizes. */
import { ReplyFault } from '../reply.js';

const mostArguments = 1024 * 1024;
const mostBytes = 64 * 1024 * 1024; // of one argument
const mostPending = 128 * 1024 * 1024; // of one request
const longestLine = 64; // a length and its sign
const [asterisk, dollar, cr, minus, zero] = [42, 36, 13, 45, 48];

export interface Parser {
  /** The requests completed by these bytes. A fault means that the rest is no RESP2: the stream is useless then. */
  feed(bytes: Buffer): { readonly requests: readonly (readonly string[])[]; readonly fault?: ReplyFault };
}

const broken = (what: string): ReplyFault => new ReplyFault(`ERR Protocol error: ${what}`);

interface Line {
  readonly value: number;
  /** Where the next line begins. */
  readonly next: number;
}

/** A number and CRLF from `at` on; undefined when not all of it is here; NaN when it is no number. */
function readLine(bytes: Buffer, at: number): Line | undefined {
  let value = 0;
  const negative = bytes[at] === minus;
  for (let i = negative ? at + 1 : at; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === cr) return i + 1 < bytes.length ? { value: negative ? -value : value, next: i + 2 } : undefined;
    if (byte < zero || byte > zero + 9 || i - at > longestLine) return { value: NaN, next: i };
    value = value * 10 + (byte - zero);
  }
  return undefined;
}

interface State {
  /** Bytes not used yet; joined only when `wanted` of them are here. */
  chunks: Buffer[];
  size: number;
  wanted: number;
  /** The request being read: what it has, and how many arguments are still missing. */
  args: string[];
  missing: number;
  taken: number;
}

function readHead(bytes: Buffer, at: number): Line | undefined {
  if (at >= bytes.length) return undefined;
  if (bytes[at] !== asterisk) throw broken(`expected '*', got '${String.fromCharCode(bytes[at] ?? 0)}'`);
  const line = readLine(bytes, at + 1);
  if (line && !(line.value <= mostArguments)) throw broken('invalid multibulk length');
  return line;
}

function readBulkLength(bytes: Buffer, at: number): Line | undefined {
  if (at >= bytes.length) return undefined;
  if (bytes[at] !== dollar) throw broken(`expected '$', got '${String.fromCharCode(bytes[at] ?? 0)}'`);
  const line = readLine(bytes, at + 1);
  if (line && !(line.value >= 0 && line.value <= mostBytes)) throw broken('invalid bulk length');
  return line;
}

/** Reads on from `at`; returns where it stopped, which is the start of something incomplete. */
function readRequest(state: State, bytes: Buffer, at: number): number {
  let from = at;
  while (state.missing > 0) {
    const line = readBulkLength(bytes, from);
    if (!line) break;
    const end = line.next + line.value;
    if (end + 2 > bytes.length) {
      state.wanted = end + 2 - from;
      break;
    }
    state.taken += line.value;
    if (state.taken > mostPending) throw broken('request too large');
    state.args.push(bytes.toString('latin1', line.next, end));
    state.missing -= 1;
    from = end + 2;
  }
  return from;
}

function join(state: State): Buffer {
  const [only] = state.chunks;
  return state.chunks.length === 1 && only ? only : Buffer.concat(state.chunks, state.size);
}

function keep(state: State, rest: Buffer): void {
  state.chunks = rest.length > 0 ? [rest] : [];
  state.size = rest.length;
}

function readAll(state: State, bytes: Buffer, requests: (readonly string[])[]): void {
  let at = 0;
  for (;;) {
    if (state.missing === 0) {
      const head = readHead(bytes, at);
      if (!head) break;
      at = head.next;
      if (head.value <= 0) continue;
      Object.assign(state, { missing: head.value, args: [], taken: 0 });
    }
    at = readRequest(state, bytes, at);
    if (state.missing > 0) break;
    requests.push(state.args);
  }
  keep(state, bytes.subarray(at));
}

export function createParser(): Parser {
  const state: State = { chunks: [], size: 0, wanted: 0, args: [], missing: 0, taken: 0 };
  return {
    feed(bytes) {
      state.chunks.push(bytes);
      state.size += bytes.length;
      const requests: (readonly string[])[] = [];
      if (state.size < state.wanted) return { requests };
      state.wanted = 0;
      try {
        readAll(state, join(state), requests);
      } catch (fault) {
        if (fault instanceof ReplyFault) return { requests, fault };
        throw fault;
      }
      return { requests };
    },
  };
}
