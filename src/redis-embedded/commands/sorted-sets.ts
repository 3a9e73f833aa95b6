/** Sorted sets: adding, taking away, single members. */
import { type Reply, ReplyFault, syntaxError, unsupported } from '../reply.js';
import { type Database, make, sortedAt } from '../values/database.js';
import { integer, printDouble, score } from '../values/number.js';
import { createSortedSet, drop, place, rank, slice } from '../values/sorted-set.js';
import { arg, type Args, type Commands, type Context, reads, writes } from './command.js';
import { between, ranks } from './ranges.js';

interface AddOptions {
  readonly names: ReadonlySet<string>;
  readonly at: number;
}

function readOptions(args: Args): AddOptions {
  const names = new Set<string>();
  let at = 1;
  for (; at < args.length; at += 1) {
    const name = arg(args, at).toUpperCase();
    if (name === 'INCR') throw unsupported('ZADD ... INCR');
    if (!['NX', 'XX', 'GT', 'LT', 'CH'].includes(name)) break;
    names.add(name);
  }
  const rest = args.length - at;
  if (rest === 0 || rest % 2 === 1) throw syntaxError();
  if (names.has('NX') && names.has('XX')) {
    throw new ReplyFault('ERR XX and NX options at the same time are not compatible');
  }
  if ([names.has('NX'), names.has('GT'), names.has('LT')].filter(Boolean).length > 1) {
    throw new ReplyFault('ERR GT, LT, and/or NX options at the same time are not compatible');
  }
  return { names, at };
}

function isRefused(names: ReadonlySet<string>, old: number | undefined, next: number): boolean {
  if (names.size === 0) return false;
  if (old === undefined) return names.has('XX');
  return names.has('NX') || (names.has('GT') && next <= old) || (names.has('LT') && next >= old);
}

function zadd(args: Args, { db }: Context): Reply {
  const key = arg(args, 0);
  const { names, at } = readOptions(args);
  const scores: number[] = [];
  for (let i = at; i < args.length; i += 2) scores.push(score(arg(args, i)));
  const known = sortedAt(db, key);
  if (!known && names.has('XX')) return 0;
  const { sorted } = known ?? make(db, key, { kind: 'zset', sorted: createSortedSet(), until: 0 });
  const counts = { added: 0, moved: 0, same: 0 };
  scores.forEach((next, n) => {
    const member = arg(args, at + 2 * n + 1);
    if (!isRefused(names, sorted.scores.get(member), next)) counts[place(sorted, member, next)] += 1;
  });
  if (counts.added + counts.moved > 0) db.note(['ZADD', ...args]);
  return names.has('CH') ? counts.added + counts.moved : counts.added;
}

/** Takes members away; the key goes with the last. */
function take(db: Database, key: string, members: readonly string[]): number {
  const value = sortedAt(db, key);
  if (!value) return 0;
  const taken = members.filter((member) => drop(value.sorted, member));
  if (taken.length > 0) db.note(['ZREM', key, ...taken]);
  if (value.sorted.scores.size === 0) db.remove(key);
  return taken.length;
}

const notPositive = 'ERR value is out of range, must be positive';

function zpopmin(args: Args, { db }: Context): Reply {
  if (args.length > 2) throw syntaxError();
  const limit = args.length === 2 ? Number(integer(arg(args, 1), notPositive)) : 1;
  if (limit < 0) throw new ReplyFault(notPositive);
  const key = arg(args, 0);
  const value = sortedAt(db, key);
  if (!value) return [];
  const { members, scores } = slice(value.sorted, 0, limit);
  take(db, key, members);
  return members.flatMap((member, at) => [member, printDouble(scores[at] ?? 0)]);
}

function zremrangebyscore(args: Args, { db }: Context): Reply {
  const key = arg(args, 0);
  const limits = between(arg(args, 1), arg(args, 2));
  const sorted = sortedAt(db, key)?.sorted;
  return sorted ? take(db, key, slice(sorted, ...limits(sorted)).members) : 0;
}

function zremrangebyrank(args: Args, { db }: Context): Reply {
  const key = arg(args, 0);
  const limits = ranks(arg(args, 1), arg(args, 2));
  const sorted = sortedAt(db, key)?.sorted;
  return sorted ? take(db, key, slice(sorted, ...limits(sorted)).members) : 0;
}

function zcount(args: Args, { db }: Context): Reply {
  const limits = between(arg(args, 1), arg(args, 2));
  const sorted = sortedAt(db, arg(args, 0))?.sorted;
  if (!sorted) return 0;
  const [from, to] = limits(sorted);
  return Math.max(0, to - from);
}

export const sortedSets: Commands = {
  ZADD: writes(-4, zadd),
  ZREM: writes(-3, (args, { db }) => take(db, arg(args, 0), args.slice(1))),
  ZPOPMIN: writes(-2, zpopmin),
  ZREMRANGEBYSCORE: writes(4, zremrangebyscore),
  ZREMRANGEBYRANK: writes(4, zremrangebyrank),
  ZCARD: reads(2, (args, { db }) => sortedAt(db, arg(args, 0))?.sorted.scores.size ?? 0),
  ZCOUNT: reads(4, zcount),
  ZSCORE: reads(3, (args, { db }) => {
    const found = sortedAt(db, arg(args, 0))?.sorted.scores.get(arg(args, 1));
    return found === undefined ? null : printDouble(found);
  }),
  ZRANK: reads(3, (args, { db }) => {
    const sorted = sortedAt(db, arg(args, 0))?.sorted;
    return (sorted && rank(sorted, arg(args, 1))) ?? null;
  }),
};
