/** Parts of a sorted set: by rank or by score, forwards or backwards. */
import { type Reply, ReplyFault, syntaxError, unsupported } from '../reply.js';
import { sortedAt } from '../values/database.js';
import { count, printDouble, readDouble } from '../values/number.js';
import { countBelow, slice, type SortedSet } from '../values/sorted-set.js';
import { arg, type Args, type Command, type Commands, type Context, reads } from './command.js';

type Span = readonly [from: number, to: number];
/** The span of ranks of a set; `to` is not included. */
type Limits = (sorted: SortedSet) => Span;

interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
}

function bound(text: string): Bound {
  const exclusive = text.startsWith('(');
  const digits = (exclusive ? text.slice(1) : text).trimStart();
  const value = digits === '' ? 0 : readDouble(digits); // strtod reads nothing as zero, and Redis lets it
  if (value === undefined) throw new ReplyFault('ERR min or max is not a float');
  return { value, exclusive };
}

/** By score; throws when a bound is no number. */
export function between(min: string, max: string): Limits {
  const [low, high] = [bound(min), bound(max)];
  return (sorted) => [
    countBelow(sorted, low.value, low.exclusive),
    Math.max(0, countBelow(sorted, high.value, !high.exclusive)),
  ];
}

/** By rank, both ends included; negative ones count from the end. Throws when one is no integer. */
export function ranks(start: string, stop: string): Limits {
  const [low, high] = [count(start), count(stop)];
  return ({ scores: { size } }) => [
    Math.max(0, low < 0 ? low + size : low),
    Math.min(size, (high < 0 ? high + size : high) + 1),
  ];
}

interface Shape {
  readonly reverse: boolean;
  readonly scores: boolean;
  readonly limit?: readonly [offset: number, count: number];
}

const mirrored = ([from, to]: Span, size: number): Span => [size - to, size - from];

/** Cuts a span, counted from its near end, down to the limit. */
function narrow([from, to]: Span, { limit, reverse }: Shape): Span {
  if (!limit) return [from, to];
  const [offset, most] = limit;
  if (offset < 0) return [0, 0];
  const amount = most < 0 ? Infinity : most;
  return reverse
    ? [Math.max(from, to - offset - amount), to - offset]
    : [from + offset, Math.min(to, from + offset + amount)];
}

function answer(sorted: SortedSet | undefined, span: Limits, shape: Shape): Reply {
  if (!sorted) return [];
  const found = slice(sorted, ...narrow(span(sorted), shape));
  if (!shape.scores) return shape.reverse ? found.members.toReversed() : found.members;
  const scored = found.members.map((member, at) => [member, printDouble(found.scores[at] ?? 0)]);
  return (shape.reverse ? scored.reverse() : scored).flat();
}

interface Words {
  readonly names: ReadonlySet<string>;
  readonly limit?: readonly [offset: number, count: number];
}

function readWords(args: Args, known: readonly string[]): Words {
  const names = new Set<string>();
  let limit: Words['limit'];
  for (let i = 3; i < args.length; i += 1) {
    const name = arg(args, i).toUpperCase();
    if (name === 'BYLEX' && known.includes('BYSCORE')) throw unsupported('ZRANGE ... BYLEX');
    if (name === 'LIMIT' && i + 2 < args.length) {
      limit = [count(arg(args, i + 1)), count(arg(args, i + 2))];
      i += 2;
    } else if (known.includes(name)) names.add(name);
    else throw syntaxError();
  }
  return limit ? { names, limit } : { names };
}

function zrange(args: Args, { db }: Context): Reply {
  const { names, limit } = readWords(args, ['WITHSCORES', 'BYSCORE', 'REV']);
  const shape = { reverse: names.has('REV'), scores: names.has('WITHSCORES'), ...(limit ? { limit } : {}) };
  const [start, stop] = [arg(args, 1), arg(args, 2)];
  if (names.has('BYSCORE')) {
    const limits = shape.reverse ? between(stop, start) : between(start, stop);
    return answer(sortedAt(db, arg(args, 0))?.sorted, limits, shape);
  }
  if (limit && limit[1] !== -1) {
    throw new ReplyFault('ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX');
  }
  const span = ranks(start, stop);
  const limits: Limits = (sorted) => (shape.reverse ? mirrored(span(sorted), sorted.scores.size) : span(sorted));
  return answer(sortedAt(db, arg(args, 0))?.sorted, limits, { reverse: shape.reverse, scores: shape.scores });
}

const byScore =
  (reverse: boolean): Command['run'] =>
  (args: Args, { db }: Context): Reply => {
    const { names, limit } = readWords(args, ['WITHSCORES']);
    const [near, far] = [arg(args, 1), arg(args, 2)];
    const limits = reverse ? between(far, near) : between(near, far);
    const shape = { reverse, scores: names.has('WITHSCORES'), ...(limit ? { limit } : {}) };
    return answer(sortedAt(db, arg(args, 0))?.sorted, limits, shape);
  };

export const sortedRanges: Commands = {
  ZRANGE: reads(-4, zrange),
  ZRANGEBYSCORE: reads(-4, byScore(false)),
  ZREVRANGEBYSCORE: reads(-4, byScore(true)),
};
