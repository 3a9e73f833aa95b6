/** Finds a command by name, checks what holds for all of them, and runs it. */
import { scriptCommands } from '../lua/scripts.js';
import { type Reply, ReplyFault, wrongArity } from '../reply.js';
import type { Args, Command, Commands, Context } from './command.js';
import { hashes } from './hashes.js';
import { keyCommands } from './keys.js';
import { lists, listsInFiles } from './lists.js';
import { sortedRanges } from './ranges.js';
import { server } from './server.js';
import { sets } from './sets.js';
import { sortedSets } from './sorted-sets.js';
import { streams, streamsInFiles } from './streams.js';
import { strings } from './strings.js';

export interface Dispatch {
  /** Checks a command without running it; throws ReplyFault. Names in any case. */
  check(name: string, args: Args): Command;
  /** Runs a command; throws ReplyFault. */
  run(name: string, args: Args): Reply;
  /** Repeats an effect from a file; throws ReplyFault when it cannot have been written by us. */
  repeat(name: string, args: Args): void;
}

const data: Commands = {
  ...strings,
  ...hashes,
  ...sets,
  ...lists,
  ...sortedSets,
  ...sortedRanges,
  ...streams,
  ...keyCommands,
};

/** Arity counts the name. */
const fits = ({ arity }: Command, args: Args): boolean =>
  arity < 0 ? args.length + 1 >= -arity : args.length + 1 === arity;

function unknown(name: string, args: Args): ReplyFault {
  let shown = '';
  for (const one of args) {
    if (shown.length >= 128) break;
    shown += `'${one.slice(0, 128 - shown.length)}' `;
  }
  const line = `unknown command '${name.slice(0, 128)}', with args beginning with: ${shown}`;
  return new ReplyFault(`ERR ${line.replace(/[\r\n]/g, ' ')}`);
}

export interface DispatchOptions {
  readonly context: Context;
  /** What belongs to a connection: known here so that scripts cannot call it. */
  readonly session: Commands;
  /** Why a command that writes, or one that reads, cannot be run at the moment, if so. */
  readonly refusal: (writes: boolean) => string | undefined;
}

export function createDispatch({ context, session, refusal }: DispatchOptions): Dispatch {
  const call = (name: string, args: Args): Reply => {
    const command = find(name);
    if (!command) throw new ReplyFault('ERR Unknown Redis command called from script');
    if (!fits(command, args)) throw new ReplyFault('ERR Wrong number of args calling Redis command from script');
    if (command.outside) throw new ReplyFault('ERR This Redis command is not allowed from script');
    return execute(command, args);
  };
  const table = new Map(Object.entries({ ...data, ...server, ...scriptCommands(call), ...session }));
  const repeatable = new Map(Object.entries({ ...data, ...streamsInFiles, ...listsInFiles }));
  const find = (name: string) => table.get(name) ?? table.get(name.toUpperCase());

  /** What asks for nothing of the keys is never refused: a client that cannot greet would wait for ever. */
  const ofKeys = new Set<Command>(Object.values(data));
  function allow(command: Command): void {
    if (!ofKeys.has(command)) return;
    const reason = refusal(command.writes ?? false);
    if (reason !== undefined) throw new ReplyFault(reason);
  }

  function execute(command: Command, args: Args): Reply {
    allow(command);
    return command.run(args, context);
  }

  function check(name: string, args: Args): Command {
    const command = find(name);
    if (!command) throw unknown(name, args);
    if (!fits(command, args)) throw wrongArity(name);
    allow(command);
    return command;
  }

  return {
    check,
    run: (name, args) => check(name, args).run(args, context),
    repeat(name, args) {
      const command = repeatable.get(name);
      if (!command?.writes || !fits(command, args)) throw unknown(name, args);
      command.run(args, context);
    },
  };
}
