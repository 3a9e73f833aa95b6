/** The effects that make a value from nothing, in pieces; and its contents in one canonical line, for tests. */
import { printDouble } from './number.js';
import { slice } from './sorted-set.js';
import { printId } from './stream.js';
import type { Effect, Value } from './value.js';

const piece = 256;

function* pieces(parts: readonly string[], size: number): Generator<readonly string[]> {
  for (let at = 0; at < parts.length; at += size) yield parts.slice(at, at + size);
}

function* contents(key: string, value: Value): Generator<Effect> {
  if (value.kind === 'string') yield ['SET', key, value.text];
  if (value.kind === 'hash') {
    for (const some of pieces([...value.fields].flat(), piece * 2)) yield ['HSET', key, ...some];
  }
  if (value.kind === 'set') {
    for (const some of pieces([...value.members], piece)) yield ['SADD', key, ...some];
  }
  if (value.kind === 'list') {
    for (const some of pieces(value.items.slice(), piece)) yield ['RPUSH', key, ...some];
  }
  if (value.kind === 'zset') {
    const { members, scores } = slice(value.sorted, 0, Infinity);
    for (let at = 0; at < members.length; at += piece) {
      const some = members.slice(at, at + piece);
      yield ['ZADD', key, ...some.flatMap((member, n) => [printDouble(scores[at + n] ?? 0), member])];
    }
  }
  if (value.kind === 'stream') {
    const last = printId(value.stream.last); // read before the first piece: later changes are written separately
    for (const entry of value.stream.entries.slice()) yield ['XADD', key, printId(entry), ...entry.fields];
    yield ['XSETID', key, last];
  }
}

/**
 * All effects of a value as it is when the first is asked for: it may change while the rest is read.
 * XSETID also makes a stream that has no entries.
 */
export function* effectsOf(key: string, value: Value): Generator<Effect> {
  const { until } = value;
  yield* contents(key, value);
  if (until !== 0) yield ['PEXPIREAT', key, String(until)];
}

const readable = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');

function plain(value: Value): unknown {
  switch (value.kind) {
    case 'string':
      return value.text;
    case 'hash':
      return [...value.fields].sort(([a], [b]) => (a < b ? -1 : 1));
    case 'set':
      return [...value.members].sort();
    case 'list':
      return value.items;
    case 'zset': {
      const { members, scores } = slice(value.sorted, 0, Infinity);
      return members.map((member, at) => [member, printDouble(scores[at] ?? 0)]);
    }
    case 'stream':
      return value.stream.entries.map((entry) => [printId(entry), entry.fields]);
  }
}

/** `kind key until contents`, the same for equal contents. */
export function canonical(key: string, value: Value): string {
  return readable(`${value.kind} ${key} ${value.until} ${JSON.stringify(plain(value))}`);
}
