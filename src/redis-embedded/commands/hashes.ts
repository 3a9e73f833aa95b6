/** Hashes. */
import { type Reply, ReplyFault, wrongArity } from '../reply.js';
import { type Database, hashAt, make } from '../values/database.js';
import { add, integer, readInteger } from '../values/number.js';
import type { HashValue } from '../values/value.js';
import { arg, type Args, type Commands, type Context, pairs, reads, writes } from './command.js';

const open = (db: Database, key: string): HashValue =>
  hashAt(db, key) ?? make(db, key, { kind: 'hash', fields: new Map(), until: 0 });

function hset(args: Args, { db }: Context): Reply {
  if (args.length % 2 === 0) throw wrongArity('hset');
  const { fields } = open(db, arg(args, 0));
  const before = fields.size;
  for (const [field, text] of pairs(args, 1)) fields.set(field, text);
  db.note(['HSET', ...args]);
  return fields.size - before;
}

function hsetnx(args: Args, { db }: Context): Reply {
  const { fields } = open(db, arg(args, 0));
  if (fields.has(arg(args, 1))) return 0;
  fields.set(arg(args, 1), arg(args, 2));
  db.note(['HSET', ...args]);
  return 1;
}

function hdel(args: Args, { db }: Context): Reply {
  const key = arg(args, 0);
  const fields = hashAt(db, key)?.fields;
  if (!fields) return 0;
  const before = fields.size;
  for (const field of args.slice(1)) fields.delete(field);
  if (fields.size === before) return 0;
  if (fields.size === 0) db.remove(key);
  db.note(['HDEL', ...args]);
  return before - fields.size;
}

function hincrby(args: Args, { db }: Context): Reply {
  const [key, field] = [arg(args, 0), arg(args, 1)];
  const step = integer(arg(args, 2));
  const old = readInteger(hashAt(db, key)?.fields.get(field) ?? '0');
  if (old === undefined) throw new ReplyFault('ERR hash value is not an integer');
  const sum = add(old, step);
  if (sum === undefined) throw new ReplyFault('ERR increment or decrement would overflow');
  open(db, key).fields.set(field, String(sum));
  db.note(['HSET', key, field, String(sum)]);
  return sum;
}

export const hashes: Commands = {
  HGET: reads(3, (args, { db }) => hashAt(db, arg(args, 0))?.fields.get(arg(args, 1)) ?? null),
  HMGET: reads(-3, (args, { db }) => {
    const fields = hashAt(db, arg(args, 0))?.fields;
    return args.slice(1).map((field) => fields?.get(field) ?? null);
  }),
  HGETALL: reads(2, (args, { db }) => [...(hashAt(db, arg(args, 0))?.fields ?? [])].flat()),
  HKEYS: reads(2, (args, { db }) => [...(hashAt(db, arg(args, 0))?.fields.keys() ?? [])]),
  HLEN: reads(2, (args, { db }) => hashAt(db, arg(args, 0))?.fields.size ?? 0),
  HEXISTS: reads(3, (args, { db }) => (hashAt(db, arg(args, 0))?.fields.has(arg(args, 1)) ? 1 : 0)),
  HSET: writes(-4, hset),
  HSETNX: writes(4, hsetnx),
  HDEL: writes(-3, hdel),
  HINCRBY: writes(4, hincrby),
};
