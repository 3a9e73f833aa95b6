/** Lists. */
import { done, type Reply, ReplyFault } from '../reply.js';
import { listAt, make } from '../values/database.js';
import { count } from '../values/number.js';
import { arg, type Args, type Commands, type Context, reads, writes } from './command.js';

const outOfRange = (): ReplyFault => new ReplyFault('ERR index out of range');
/** Negative places count from the end. */
const from = (place: number, size: number): number => (place < 0 ? place + size : place);

function rpush(args: Args, { db }: Context): Reply {
  const key = arg(args, 0);
  const { items } = listAt(db, key) ?? make(db, key, { kind: 'list', items: [], until: 0 });
  for (const item of args.slice(1)) items.push(item);
  db.note(['RPUSH', ...args]);
  return items.length;
}

function lset(args: Args, { db }: Context): Reply {
  const items = listAt(db, arg(args, 0))?.items;
  if (!items) throw new ReplyFault('ERR no such key');
  const at = from(count(arg(args, 1)), items.length);
  if (at < 0 || at >= items.length) throw outOfRange();
  items[at] = arg(args, 2);
  db.note(['LSET', ...args]);
  return done;
}

/** What cuts a list down to what is between two places, both included; throws when one is no integer. */
function between(start: string, stop: string): (items: readonly string[]) => string[] {
  const [low, high] = [count(start), count(stop)];
  return (items) => items.slice(Math.max(0, from(low, items.length)), Math.max(0, from(high, items.length) + 1));
}

function ltrim(args: Args, { db }: Context): Reply {
  const key = arg(args, 0);
  const cut = between(arg(args, 1), arg(args, 2));
  const value = listAt(db, key);
  const kept = cut(value?.items ?? []);
  if (!value || kept.length === value.items.length) return done;
  value.items = kept;
  if (kept.length === 0) db.remove(key);
  db.note(['LTRIM', ...args]);
  return done;
}

export const lists: Commands = {
  RPUSH: writes(-3, rpush),
  LSET: writes(4, lset),
  LTRIM: writes(4, ltrim),
  LRANGE: reads(4, (args, { db }) => {
    const cut = between(arg(args, 1), arg(args, 2));
    return cut(listAt(db, arg(args, 0))?.items ?? []);
  }),
  LINDEX: reads(3, (args, { db }) => {
    const items = listAt(db, arg(args, 0))?.items;
    return items?.[from(count(arg(args, 1)), items.length)] ?? null;
  }),
  LLEN: reads(2, (args, { db }) => listAt(db, arg(args, 0))?.items.length ?? 0),
};

/** In files: where damage took the item, its change changes nothing, and what was written with it still counts. */
export const listsInFiles: Commands = {
  LSET: writes(4, (args, context) => {
    const items = listAt(context.db, arg(args, 0))?.items ?? [];
    const at = from(Number(arg(args, 1)), items.length);
    return at in items ? lset(args, context) : done;
  }),
};
