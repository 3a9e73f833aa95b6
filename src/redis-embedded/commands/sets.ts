/** Sets. */
import type { Reply } from '../reply.js';
import { make, setAt } from '../values/database.js';
import { arg, type Args, type Commands, type Context, reads, writes } from './command.js';

function sadd(args: Args, { db }: Context): Reply {
  const key = arg(args, 0);
  const { members } = setAt(db, key) ?? make(db, key, { kind: 'set', members: new Set(), until: 0 });
  const before = members.size;
  for (const member of args.slice(1)) members.add(member);
  if (members.size > before) db.note(['SADD', ...args]);
  return members.size - before;
}

function srem(args: Args, { db }: Context): Reply {
  const key = arg(args, 0);
  const members = setAt(db, key)?.members;
  if (!members) return 0;
  const before = members.size;
  for (const member of args.slice(1)) members.delete(member);
  if (members.size === before) return 0;
  if (members.size === 0) db.remove(key);
  db.note(['SREM', ...args]);
  return before - members.size;
}

export const sets: Commands = {
  SADD: writes(-3, sadd),
  SREM: writes(-3, srem),
  SMEMBERS: reads(2, (args, { db }) => [...(setAt(db, arg(args, 0))?.members ?? [])]),
  SISMEMBER: reads(3, (args, { db }) => (setAt(db, arg(args, 0))?.members.has(arg(args, 1)) ? 1 : 0)),
  SCARD: reads(2, (args, { db }) => setAt(db, arg(args, 0))?.members.size ?? 0),
};
