/** The `redis` table of scripts. */
import { sha1 } from '../commands/server.js';
import { type Reply, ReplyFault } from '../reply.js';
import type { Functions } from './compile.js';
import { errorTable, statusTable, toArgument, toLua } from './convert.js';
import { textArgument } from './strings.js';
import { LuaFault, type LuaTable, type LuaValue } from './value.js';

/** Runs a command for a script; throws ReplyFault. */
export type Call = (name: string, args: readonly string[]) => Reply;

const usage = 'ERR Please specify at least one argument for this redis lib call';

/** Redis adds the code ERR to a message of one word, and takes a leading minus away. */
function errorReply(text: LuaValue): LuaTable {
  if (typeof text !== 'string') return errorTable('ERR wrong number or type of arguments');
  const message = text.replace(/^-/, '');
  return errorTable(message.includes(' ') ? message : `ERR ${message}`);
}

export function redisFunctions(run: Call): Functions {
  const call = (name: LuaValue, ...args: LuaValue[]): LuaValue => {
    if (name === undefined) throw new LuaFault(errorTable(usage));
    return toLua(run(toArgument(name), args.map(toArgument)));
  };
  return {
    'redis.call': call,
    'redis.pcall': (...args) => {
      try {
        return call(args[0], ...args.slice(1));
      } catch (fault) {
        if (fault instanceof ReplyFault) return errorTable(fault.message);
        if (fault instanceof LuaFault && typeof fault.value === 'object') return fault.value;
        throw fault;
      }
    },
    'redis.error_reply': errorReply,
    'redis.status_reply': (text) =>
      typeof text === 'string' ? statusTable(text) : errorTable('ERR wrong number or type of arguments'),
    'redis.sha1hex': (text) => sha1(textArgument(text, { at: 1, of: 'sha1hex' })),
  };
}
