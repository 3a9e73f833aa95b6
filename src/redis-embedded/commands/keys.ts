/** Keys whatever their kind: existence, expiry, listing. */
import { done, type Reply, ReplyFault, syntaxError, unsupported } from '../reply.js';
import type { Database } from '../values/database.js';
import { instant, integer } from '../values/number.js';
import { arg, type Args, type Commands, type Context, reads, writes } from './command.js';
import { matcher } from './glob.js';

function remove(args: Args, { db }: Context): Reply {
  let removed = 0;
  for (const key of args) {
    if (db.get(key) === undefined) continue;
    db.remove(key);
    db.note(['DEL', key]); // one key an effect: a rewrite decides key by key
    removed += 1;
  }
  return removed;
}

interface Unit {
  readonly name: string;
  readonly scale: number;
  readonly from: 'now' | 'epoch';
}

const expire =
  ({ name, scale, from }: Unit) =>
  (args: Args, context: Context): Reply => {
    const { db } = context;
    const key = arg(args, 0);
    if (args.length > 2) throw unsupported(`${name} ... ${arg(args, 2)}`);
    const until = instant(integer(arg(args, 1)), scale, from === 'now' ? db.now() : 0);
    if (until === undefined) throw new ReplyFault(`ERR invalid expire time in '${name.toLowerCase()}' command`);
    const value = db.get(key);
    if (value === undefined) return 0;
    if (until <= db.now()) return remove([key], context);
    db.expire(key, value, until);
    db.note(['PEXPIREAT', key, String(until)]);
    return 1;
  };

function persist(args: Args, { db }: Context): Reply {
  const key = arg(args, 0);
  const value = db.get(key);
  if (value === undefined || value.until === 0) return 0;
  db.expire(key, value, 0);
  db.note(['PERSIST', key]);
  return 1;
}

const remaining =
  (unit: 's' | 'ms') =>
  (args: Args, { db }: Context): Reply => {
    const value = db.get(arg(args, 0));
    if (value === undefined) return -2;
    if (value.until === 0) return -1;
    const left = Math.max(0, value.until - db.now());
    return unit === 'ms' ? left : Math.floor((left + 500) / 1000);
  };

const live = (db: Database): readonly string[] => {
  const keys = [...db.entries()].map(([key]) => key);
  return keys.filter((key) => db.get(key) !== undefined);
};

function scan(args: Args, { db }: Context): Reply {
  if (!/^\d{1,20}$/.test(arg(args, 0))) throw new ReplyFault('ERR invalid cursor');
  let matches: (key: string) => boolean = () => true;
  let kind: string | undefined;
  for (let i = 1; i < args.length; i += 2) {
    const [option, value] = [arg(args, i).toUpperCase(), args[i + 1]];
    if (value === undefined) throw syntaxError();
    if (option === 'MATCH') matches = matcher(value);
    else if (option === 'TYPE') kind = value.toLowerCase();
    else if (option !== 'COUNT' || integer(value) < 1) throw syntaxError();
  }
  const keys = arg(args, 0) === '0' ? live(db).filter(matches) : [];
  return ['0', keys.filter((key) => kind === undefined || db.get(key)?.kind === kind)];
}

function flush(args: Args, { db }: Context): Reply {
  if (args.length > 1 || (args.length === 1 && !/^a?sync$/i.test(arg(args, 0)))) throw syntaxError();
  db.clear();
  db.note(['FLUSHALL']);
  return done;
}

const existing = (args: Args, { db }: Context): Reply => args.filter((key) => db.get(key) !== undefined).length;

export const keyCommands: Commands = {
  DEL: writes(-2, remove),
  UNLINK: writes(-2, remove),
  EXISTS: reads(-2, existing),
  TYPE: reads(2, (args, { db }) => ({ ok: db.get(arg(args, 0))?.kind ?? 'none' })),
  EXPIRE: writes(-3, expire({ name: 'EXPIRE', scale: 1000, from: 'now' })),
  PEXPIRE: writes(-3, expire({ name: 'PEXPIRE', scale: 1, from: 'now' })),
  EXPIREAT: writes(-3, expire({ name: 'EXPIREAT', scale: 1000, from: 'epoch' })),
  PEXPIREAT: writes(-3, expire({ name: 'PEXPIREAT', scale: 1, from: 'epoch' })),
  PERSIST: writes(2, persist),
  TTL: reads(2, remaining('s')),
  PTTL: reads(2, remaining('ms')),
  KEYS: reads(2, (args, { db }) => live(db).filter(matcher(arg(args, 0)))),
  SCAN: reads(-2, scan),
  DBSIZE: reads(1, (_args, { db }) => db.size()),
  FLUSHALL: writes(-1, flush),
  FLUSHDB: writes(-1, flush),
};
