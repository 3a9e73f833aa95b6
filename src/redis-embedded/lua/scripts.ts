/** EVAL, EVALSHA and SCRIPT: scripts by their hash, and how their errors read. */
import { arg, type Args, type Command, type Commands, outside } from '../commands/command.js';
import { sha1, unknownSubcommand } from '../commands/server.js';
import { integer } from '../values/number.js';
import { done, type Reply, ReplyFault } from '../reply.js';
import { compile, type Compiled } from './compile.js';
import { toReply } from './convert.js';
import { failed } from './faults.js';
import { type Call, redisFunctions } from './redis.js';
import { ScriptFault } from './syntax.js';
import { listOf } from './table.js';
import { one } from './value.js';

interface Scripts {
  load(source: string): string;
  run(sha: string, args: Args): Reply;
  has(sha: string): boolean;
  clear(): void;
}

/** A first line like `#!lua flags=…`: it says when Redis may run the script, and the engine never runs one it cannot keep. */
function withoutShebang(source: string): string {
  const [, engine] = /^#!(\S*)[^\n]*/.exec(source) ?? [];
  if (engine === undefined) return source;
  if (engine !== 'lua') throw new ReplyFault(`ERR Unexpected engine in script shebang: ${engine}`);
  return source.replace(/^[^\n]*/, '');
}

function createScripts(call: Call): Scripts {
  const compiled = new Map<string, Compiled>();
  const functions = redisFunctions(call);

  function load(source: string): string {
    const sha = sha1(source);
    if (compiled.has(sha)) return sha;
    try {
      compiled.set(sha, compile(withoutShebang(source), functions));
    } catch (fault) {
      if (!(fault instanceof ScriptFault)) throw fault;
      throw new ReplyFault(`ERR Error compiling script (new function): ${fault.message}`);
    }
    return sha;
  }

  function run(sha: string, args: Args): Reply {
    const keys = Number(integer(arg(args, 1)));
    if (keys > args.length - 2) throw new ReplyFault("ERR Number of keys can't be greater than number of args");
    if (keys < 0) throw new ReplyFault("ERR Number of keys can't be negative");
    const script = compiled.get(sha);
    if (!script) throw new ReplyFault('NOSCRIPT No matching script. Please use EVAL.');
    try {
      return toReply(one(script(listOf(args.slice(2, keys + 2)), listOf(args.slice(keys + 2)))));
    } catch (fault) {
      throw failed(fault, sha);
    }
  }

  return { load, run, has: (sha) => compiled.has(sha), clear: () => compiled.clear() };
}

function script(scripts: Scripts): Command['run'] {
  return (args) => {
    switch (arg(args, 0).toUpperCase()) {
      case 'LOAD':
        return scripts.load(arg(args, 1));
      case 'EXISTS':
        return args.slice(1).map((sha) => (scripts.has(sha.toLowerCase()) ? 1 : 0));
      case 'FLUSH':
        scripts.clear();
        return done;
      default:
        throw unknownSubcommand('SCRIPT', arg(args, 0));
    }
  };
}

/** `call` runs a command on behalf of a script. */
export function scriptCommands(call: Call): Commands {
  const scripts = createScripts(call);
  return {
    EVAL: outside(-3, (args) => scripts.run(scripts.load(arg(args, 0)), args)),
    EVALSHA: outside(-3, (args) => scripts.run(arg(args, 0).toLowerCase(), args)),
    SCRIPT: outside(-2, script(scripts)),
  };
}
