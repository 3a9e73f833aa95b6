/** Questions about the server itself. */
import { createHash } from 'node:crypto';
import { done, type Reply, ReplyFault, wrongArity } from '../reply.js';
import { arg, type Args, type Commands, type Context, outside, reads } from './command.js';
import { matcher } from './glob.js';

const version = '7.0.15'; // the version whose answers these are, to the letter

function info(_args: Args, { db, house }: Context): Reply {
  const sections = {
    Server: { redis_version: version, redis_mode: 'standalone', warmline_engine: 'embedded' },
    Persistence: { loading: 0, ...house.persistence() },
    Cluster: { cluster_enabled: 0 },
    Keyspace: { db0: `keys=${db.size()}` },
  };
  return Object.entries(sections)
    .map(([name, fields]) => [`# ${name}`, ...Object.entries(fields).map(([key, value]) => `${key}:${value}`), ''])
    .flat()
    .join('\r\n');
}

const settings = { maxmemory: '0', 'maxmemory-policy': 'noeviction', save: '', databases: '1' } as const;

function config(args: Args): Reply {
  if (arg(args, 0).toUpperCase() !== 'GET') throw unknownSubcommand('CONFIG', arg(args, 0));
  const wanted = args.slice(1).map((pattern) => matcher(pattern.toLowerCase()));
  return Object.entries(settings)
    .filter(([name]) => wanted.some((matches) => matches(name)))
    .flat();
}

export const unknownSubcommand = (command: string, name: string): ReplyFault =>
  new ReplyFault(`ERR unknown subcommand '${name}'. Try ${command} HELP.`);

function client(args: Args): Reply {
  const name = arg(args, 0);
  switch (name.toUpperCase()) {
    case 'ID':
      return 1;
    case 'GETNAME':
      return null;
    case 'SETNAME':
    case 'SETINFO':
    case 'NO-EVICT':
      return done;
    default:
      throw unknownSubcommand('CLIENT', name);
  }
}

function time(_args: Args, { house }: Context): Reply {
  const now = house.clock();
  const seconds = Math.floor(now / 1_000_000);
  return [String(seconds), String(now - seconds * 1_000_000)];
}

function select(args: Args): Reply {
  if (!/^-?\d+$/.test(arg(args, 0))) throw new ReplyFault('ERR invalid DB index');
  if (arg(args, 0) !== '0') throw new ReplyFault('ERR DB index is out of range');
  return done;
}

function ping(args: Args): Reply {
  if (args.length > 1) throw wrongArity('ping');
  return args[0] ?? { ok: 'PONG' };
}

export const server: Commands = {
  PING: reads(-1, ping),
  ECHO: reads(2, (args) => arg(args, 0)),
  INFO: reads(-1, info),
  TIME: reads(1, time),
  SELECT: reads(2, select),
  CLIENT: outside(-2, client),
  CONFIG: outside(-2, config),
  PUBLISH: reads(3, (args, { house }) => house.publish('message', arg(args, 0), arg(args, 1))),
  SPUBLISH: reads(3, (args, { house }) => house.publish('smessage', arg(args, 0), arg(args, 1))),
  BGREWRITEAOF: outside(1, (_args, { house }) => {
    house.rewrite();
    return { ok: 'Background append only file rewriting started' };
  }),
};

export const sha1 = (text: string): string => createHash('sha1').update(text, 'latin1').digest('hex');
