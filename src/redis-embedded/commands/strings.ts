/** Strings and counters. */
import { done, ReplyFault, syntaxError, unsupported } from '../reply.js';
import { textAt } from '../values/database.js';
import { add, instant, integer } from '../values/number.js';
import { arg, type Args, type Commands, type Context, reads, writes } from './command.js';
import type { Reply } from '../reply.js';

const units: Readonly<Record<string, readonly [scale: number, from: 'now' | 'epoch']>> = {
  EX: [1000, 'now'],
  PX: [1, 'now'],
  EXAT: [1000, 'epoch'],
  PXAT: [1, 'epoch'],
};

interface SetOptions {
  readonly only?: 'NX' | 'XX';
  readonly expiry?: readonly [unit: string, amount: string];
}

function readOptions(args: Args): SetOptions {
  let options: SetOptions = {};
  for (let i = 2; i < args.length; i += 1) {
    const option = arg(args, i).toUpperCase();
    const amount = args[i + 1];
    if ((option === 'NX' || option === 'XX') && (options.only ?? option) === option) {
      options = { ...options, only: option };
    } else if (units[option] && amount !== undefined && options.expiry === undefined) {
      options = { ...options, expiry: [option, amount] };
      i += 1;
    } else if (option === 'GET' || option === 'KEEPTTL') throw unsupported(`SET ... ${option}`);
    else throw syntaxError();
  }
  return options;
}

function readExpiry([unit, amount]: readonly [string, string], now: number): number {
  const [scale, from] = units[unit] ?? [1, 'now'];
  const value = integer(amount);
  const until = value > 0 ? instant(value, scale, from === 'now' ? now : 0) : undefined;
  if (until === undefined) throw new ReplyFault("ERR invalid expire time in 'set' command");
  return until;
}

function set(args: Args, { db }: Context): Reply {
  const [key, text] = [arg(args, 0), arg(args, 1)];
  const { only, expiry } = readOptions(args);
  const until = expiry ? readExpiry(expiry, db.now()) : 0;
  if (only && (db.get(key) !== undefined) !== (only === 'XX')) return null;
  db.set(key, { kind: 'string', text, until });
  db.note(until === 0 ? ['SET', key, text] : ['SET', key, text, 'PXAT', String(until)]);
  return done;
}

function increase(args: Args, { db }: Context, by: string): Reply {
  const key = arg(args, 0);
  const step = integer(by);
  const value = textAt(db, key);
  const sum = add(integer(value?.text ?? '0'), step);
  if (sum === undefined) throw new ReplyFault('ERR increment or decrement would overflow');
  if (value) value.text = String(sum);
  else db.set(key, { kind: 'string', text: String(sum), until: 0 });
  db.note(['INCRBY', key, by]);
  return sum;
}

export const strings: Commands = {
  GET: reads(2, (args, { db }) => textAt(db, arg(args, 0))?.text ?? null),
  SET: writes(-3, set),
  INCR: writes(2, (args, context) => increase(args, context, '1')),
  INCRBY: writes(3, (args, context) => increase(args, context, arg(args, 1))),
};
