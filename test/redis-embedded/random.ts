/** Random commands over every form the embedded engine knows, right and wrong ones. */
import type { Chance } from '../store/conformance/chance.js';

export type Argument = string | Buffer;
export type Command = readonly [name: string, ...args: readonly Argument[]];

const texts: readonly Argument[] = [
  'a',
  'b',
  'c',
  '',
  'héllo ✓',
  'two words',
  '5',
  '-3',
  '007',
  '1.5',
  '9223372036854775807',
  '-9223372036854775808',
  '9223372036854775808',
  'x'.repeat(70),
  'line\r\nbreak',
  Buffer.from([0, 255, 128, 10, 13, 92, 34]),
];
const integers = [
  '0',
  '1',
  '2',
  '-1',
  '-2',
  '7',
  '100',
  '9007199254740993',
  '9223372036854775807',
  'x',
  '1.0',
  ' 1',
  '',
];
const scores = ['0', '1', '2', '2.5', '-3', '-0.125', '100', '1e3', '0x10', '1760000000000001', 'inf', '-inf', '+inf'];
const badScores = ['', 'x', 'nan', '1e400', ' 1', '1 '];
const bounds = [...scores, '(1', '(2.5', '(-inf', '-inf', '+inf', '(', '', 'x', '(nan'];
const patterns = ['*', 'h*', 'z1', '*1', '?2', '[hz]*', '[^h]1', 'no*', '\\*'];
const anyCase = (chance: Chance, word: string): string => (chance.once(4) ? word.toLowerCase() : word);

/** How far the walk is: ids of streams follow it. */
export interface Walk {
  readonly chance: Chance;
  readonly step: number;
}

const key = ({ chance }: Walk, kind: string): string =>
  chance.once(12) ? `${chance.pick(['h', 'z', 's', 't', 'l', 'x'])}1` : `${kind}${chance.below(3)}`;
const member = ({ chance }: Walk): string => `m${chance.below(40)}`;
const text = ({ chance }: Walk): Argument => chance.pick(texts);
const integer = ({ chance }: Walk): string => (chance.once(3) ? chance.pick(integers) : String(chance.below(9) - 3));
const score = ({ chance }: Walk): string => (chance.once(15) ? chance.pick(badScores) : chance.pick(scores));
const bound = ({ chance }: Walk): string => chance.pick(bounds);

const lows = ['-inf', '0', '-3', '(1'];
const highs = ['+inf', '2', '(100', '1e3'];
const interval = (walk: Walk): readonly string[] =>
  walk.chance.once(3) ? [bound(walk), bound(walk)] : [walk.chance.pick(lows), walk.chance.pick(highs)];

const some = <T>({ chance }: Walk, least: number, make: () => readonly T[]): readonly T[] =>
  Array.from({ length: least + chance.below(3) }, make).flat();
const maybe = ({ chance }: Walk, ...words: readonly string[]): readonly string[] =>
  chance.once(2) ? words.map((word) => anyCase(chance, word)) : [];

function streamId({ chance, step }: Walk): string {
  if (chance.once(12)) return chance.pick(['0-0', 'x', '5-', '-5', '1-2-3', '', '0', '18446744073709551616-1']);
  const ms = Math.max(0, Math.floor(step / 10) + chance.below(4) - 1);
  return chance.once(3) ? String(ms) : `${ms}-${chance.below(5)}`;
}

function streamBound(walk: Walk, open: string): string {
  const { chance } = walk;
  if (chance.once(3)) return open;
  if (chance.once(15)) return chance.pick(['(-', '(+', '(', '(0-0', '+', '-']);
  const back = { chance, step: Math.max(0, walk.step - chance.below(200)) };
  return `${chance.once(4) ? '(' : ''}${streamId(back)}`;
}

type Make = (walk: Walk) => readonly Argument[];
const span = (walk: Walk): readonly string[] => [String(100_000 + walk.chance.below(9) * 100_000)];
const limit = (walk: Walk) => (walk.chance.once(3) ? ['LIMIT', integer(walk), integer(walk)] : []);
const addOptions = (walk: Walk) =>
  walk.chance.once(3) ? [walk.chance.pick(['NX', 'XX', 'GT', 'LT', 'CH', 'gt', 'xx'])] : [];
const wrongAge = ({ chance }: Walk): string => chance.pick(['x', '1.5', '9223372036854775807', '']);

const plain: Readonly<Record<string, Make>> = {
  GET: (w) => [key(w, 't')],
  INCR: (w) => [key(w, 't')],
  INCRBY: (w) => [key(w, 't'), integer(w)],
  SET: (w) => [key(w, 't'), text(w), ...maybe(w, w.chance.pick(['NX', 'XX', 'NX', 'nope']))],
  EXISTS: (w) => some(w, 1, () => [key(w, 'h')]),
  DEL: (w) => some(w, 1, () => [key(w, w.chance.pick(['h', 'z', 's', 't', 'l', 'x']))]),
  UNLINK: (w) => [key(w, w.chance.pick(['h', 'z', 's', 't', 'l', 'x']))],
  TYPE: (w) => [key(w, w.chance.pick(['h', 'z', 's', 't', 'x', 'no']))],
  PERSIST: (w) => [key(w, 't')],
  DBSIZE: () => [],
  PING: (w) => some(w, 0, () => ['hi']),
  ECHO: (w) => [text(w)],
  KEYS: (w) => [w.chance.pick(patterns)],
  SCAN: (w) => [w.chance.once(9) ? 'x' : '0', ...maybe(w, 'MATCH', w.chance.pick(patterns)), 'COUNT', '1000'],
  HGET: (w) => [key(w, 'h'), text(w)],
  HMGET: (w) => [key(w, 'h'), ...some(w, 1, () => [text(w)])],
  HGETALL: (w) => [key(w, 'h')],
  HKEYS: (w) => [key(w, 'h')],
  HSET: (w) => [
    key(w, 'h'),
    ...some(w, 1, () => [text(w), text(w)]),
    ...maybe(w, ...(w.chance.once(9) ? ['odd'] : [])),
  ],
  HSETNX: (w) => [key(w, 'h'), text(w), text(w)],
  HDEL: (w) => [key(w, 'h'), ...some(w, 1, () => [text(w)])],
  HLEN: (w) => [key(w, 'h')],
  HEXISTS: (w) => [key(w, 'h'), text(w)],
  HINCRBY: (w) => [key(w, 'h'), w.chance.pick(['n', 'm', ...texts]), integer(w)],
  SADD: (w) => [key(w, 's'), ...some(w, 1, () => [text(w)])],
  SREM: (w) => [key(w, 's'), ...some(w, 1, () => [text(w)])],
  SMEMBERS: (w) => [key(w, 's')],
  SISMEMBER: (w) => [key(w, 's'), text(w)],
  SCARD: (w) => [key(w, 's')],
};

const lists: Readonly<Record<string, Make>> = {
  RPUSH: (w) => [key(w, 'l'), ...some(w, 1, () => [text(w)])],
  LSET: (w) => [key(w, 'l'), integer(w), text(w)],
  LTRIM: (w) => [key(w, 'l'), w.chance.once(3) ? integer(w) : '-5', w.chance.once(3) ? integer(w) : '-1'],
  LRANGE: (w) => [key(w, 'l'), integer(w), integer(w)],
  LINDEX: (w) => [key(w, 'l'), integer(w)],
  LLEN: (w) => [key(w, 'l')],
};

const sorted: Readonly<Record<string, Make>> = {
  ZADD: (w) => [key(w, 'z'), ...addOptions(w), ...addOptions(w), ...some(w, 1, () => [score(w), text(w)])],
  ZREM: (w) => [key(w, 'z'), ...some(w, 1, () => [text(w), member(w)])],
  ZSCORE: (w) => [key(w, 'z'), w.chance.once(3) ? text(w) : member(w)],
  ZRANK: (w) => [key(w, 'z'), w.chance.once(3) ? text(w) : member(w)],
  ZCARD: (w) => [key(w, 'z')],
  ZCOUNT: (w) => [key(w, 'z'), ...interval(w)],
  ZPOPMIN: (w) => [key(w, 'z'), ...maybe(w, integer(w))],
  ZREMRANGEBYSCORE: (w) => [key(w, 'z'), w.chance.once(2) ? '(2.5' : bound(w), bound(w)],
  ZREMRANGEBYRANK: (w) => [key(w, 'z'), integer(w), integer(w)],
  ZRANGEBYSCORE: (w) => [key(w, 'z'), ...interval(w), ...maybe(w, 'WITHSCORES'), ...limit(w)],
  ZREVRANGEBYSCORE: (w) => [key(w, 'z'), ...interval(w).toReversed(), ...maybe(w, 'WITHSCORES'), ...limit(w)],
  ZRANGE: (w) => {
    const far = w.chance.once(2);
    const ends = far ? [...interval(w), anyCase(w.chance, 'BYSCORE')] : [integer(w), integer(w)];
    return [key(w, 'z'), ...ends, ...maybe(w, 'REV'), ...maybe(w, 'WITHSCORES'), ...limit(w)];
  },
};

const streams: Readonly<Record<string, Make>> = {
  XADD: (w) => [
    key(w, 'x'),
    streamId(w),
    ...some(w, 1, () => [text(w), text(w)]),
    ...(w.chance.once(20) ? ['odd'] : []),
  ],
  XLEN: (w) => [key(w, 'x')],
  XRANGE: (w) => [key(w, 'x'), streamBound(w, '-'), streamBound(w, '+'), ...maybe(w, 'COUNT', integer(w))],
  XREVRANGE: (w) => [key(w, 'x'), streamBound(w, '+'), streamBound(w, '-'), ...maybe(w, 'COUNT', integer(w))],
  XTRIM: (w) => [key(w, 'x'), anyCase(w.chance, 'MINID'), ...maybe(w, '='), streamId({ ...w, step: w.step - 100 })],
  XDEL: (w) => [key(w, 'x'), ...some(w, 1, () => [streamId({ ...w, step: w.step - w.chance.below(60) })])],
};

const expiry: Readonly<Record<string, Make>> = {
  EXPIRE: (w) => [key(w, w.chance.pick(['h', 'z', 't'])), w.chance.once(4) ? wrongAge(w) : (span(w)[0] ?? '')],
  PEXPIRE: (w) => [key(w, 's'), w.chance.once(4) ? wrongAge(w) : `${span(w)[0] ?? ''}000`],
  PEXPIREAT: (w) => [
    key(w, 'x'),
    w.chance.pick(['4000000000000', '4000000000001', w.chance.once(6) ? '-5' : '4000000000002', 'x']),
  ],
  TTL: (w) => [key(w, w.chance.pick(['h', 'z', 't', 'no']))],
  PTTL: (w) => [key(w, w.chance.pick(['s', 'x', 't']))],
  SET: (w) => {
    const unit = w.chance.pick(['EX', 'PX', 'PXAT', 'px']);
    const age = unit === 'EX' ? '400000' : unit === 'PXAT' ? '4000000000000' : '400000000';
    return [
      key(w, 't'),
      text(w),
      unit,
      w.chance.once(5) ? w.chance.pick(['0', '-1', 'x', '']) : age,
      ...maybe(w, 'NX'),
    ];
  },
};

/** What fills keys is drawn more often than what empties them. */
const filling: Readonly<Record<string, Make>> = {
  ZADD: (w) => [key(w, 'z'), ...some(w, 3, () => [w.chance.pick(scores), w.chance.once(2) ? text(w) : member(w)])],
  XADD: (w) => [key(w, 'x'), `${Math.floor(w.step / 10) + 2}-${w.step}`, 'field', text(w)],
};

/** A stream of its own, asked around its newest ids. */
const near = (w: Walk): string => `${w.chance.once(2) ? '(' : ''}1-${Math.max(1, w.step - w.chance.below(12))}`;
const newest: Readonly<Record<string, Make>> = {
  XADD: (w) => ['newest', `1-${w.step + 1}`, 'f', text(w)],
  XRANGE: (w) => ['newest', near(w), near(w)],
  XREVRANGE: (w) => ['newest', '+', near(w)],
};

const groups = [plain, plain, lists, sorted, sorted, streams, expiry, filling, filling, newest];
const makers = groups.map((group) => Object.entries(group));
const nonsense: readonly Command[] = [
  ['NOPE', 'a', 'b c'],
  ['GET'],
  ['HSET', 'h1', 'a'],
  ['ZRANK', 'z1'],
  ['FLUSHALL', 'x'],
];

function single(walk: Walk): Command {
  if (walk.chance.once(60)) return walk.chance.pick(nonsense);
  const [name, make] = walk.chance.pick(walk.chance.pick(makers));
  return [anyCase(walk.chance, name), ...make(walk)];
}

/** One command, or now and then a transaction. */
export function draw(walk: Walk): readonly Command[] {
  if (!walk.chance.once(25)) return [single(walk)];
  const inside = Array.from({ length: walk.chance.below(4) }, () => single(walk));
  return [['MULTI'], ...inside, [walk.chance.once(6) ? 'DISCARD' : 'EXEC']];
}
