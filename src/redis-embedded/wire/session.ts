/** What a connection itself knows: transactions and subscriptions. Everything else goes to the commands. */
import { arg, type Commands, outside } from '../commands/command.js';
import type { Dispatch } from '../commands/dispatch.js';
import { type Reply, ReplyFault, unsupported } from '../reply.js';
import type { Channels, Kind } from './channels.js';
import { type Client, owe, type Owed } from './client.js';
import { encode, encodeError } from './encode.js';

export interface Sessions {
  /** Runs one request of a client; the answer is owed to the client afterwards. */
  handle(client: Client, request: readonly string[]): void;
}

interface Subscription {
  readonly kind: Kind;
  readonly adds: boolean;
}

const subscriptions: Readonly<Record<string, Subscription>> = {
  SUBSCRIBE: { kind: 'message', adds: true },
  UNSUBSCRIBE: { kind: 'message', adds: false },
  SSUBSCRIBE: { kind: 'smessage', adds: true },
  SUNSUBSCRIBE: { kind: 'smessage', adds: false },
};

const misplaced = (): Reply => {
  throw unsupported('this command here');
};

/** Known to the commands by arity only; `handle` runs them. */
export const sessionCommands: Commands = {
  MULTI: outside(1, misplaced),
  EXEC: outside(1, misplaced),
  DISCARD: outside(1, misplaced),
  QUIT: outside(-1, misplaced),
  SUBSCRIBE: outside(-2, misplaced),
  UNSUBSCRIBE: outside(-1, misplaced),
  SSUBSCRIBE: outside(-2, misplaced),
  SUNSUBSCRIBE: outside(-1, misplaced),
};

function begin(client: Client): Reply {
  if (client.transaction) throw new ReplyFault('ERR MULTI calls can not be nested');
  client.transaction = [];
  client.spoiled = false;
  return { ok: 'OK' };
}

function discard(client: Client): Reply {
  if (!client.transaction) throw new ReplyFault('ERR DISCARD without MULTI');
  client.transaction = undefined;
  return { ok: 'OK' };
}

function execute(client: Client, dispatch: Dispatch): Reply {
  const queued = client.transaction;
  if (!queued) throw new ReplyFault('ERR EXEC without MULTI');
  client.transaction = undefined;
  if (client.spoiled) throw new ReplyFault('EXECABORT Transaction discarded because of previous errors.');
  return queued.map(({ name, args }) => {
    try {
      return dispatch.run(name, args);
    } catch (fault) {
      if (fault instanceof ReplyFault) return { error: fault.message };
      throw fault;
    }
  });
}

function queue(client: Client, dispatch: Dispatch, request: readonly string[]): Reply {
  const [name = '', ...args] = request;
  try {
    dispatch.check(name, args);
    if (subscriptions[name.toUpperCase()]) throw unsupported(`${name.toUpperCase()} in a transaction`);
  } catch (fault) {
    client.spoiled = true;
    throw fault;
  }
  client.transaction?.push({ name, args });
  return { ok: 'QUEUED' };
}

function subscribe(client: Client, channels: Channels, request: readonly string[]): readonly Reply[] {
  const [command = '', ...args] = request;
  const name = command.toUpperCase();
  const { kind, adds } = subscriptions[name] ?? { kind: 'message', adds: true };
  const own = client.channels[kind];
  const wanted = args.length > 0 ? args : [...own];
  if (wanted.length === 0) return [[name.toLowerCase(), null, 0]];
  return wanted.map((channel) => {
    if (adds) channels.add(kind, channel, client);
    else channels.remove(kind, channel, client);
    return [name.toLowerCase(), channel, own.size];
  });
}

const isListening = ({ channels }: Client): boolean => channels.message.size + channels.smessage.size > 0;
const whileListening = /^(?:s?(?:un)?subscribe|ping|quit)$/i;

function control(client: Client, dispatch: Dispatch, request: readonly string[]): Reply {
  const [name = '', ...args] = request;
  const upper = name.toUpperCase();
  if (isListening(client)) {
    if (!whileListening.test(name)) {
      const allowed = '(P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context';
      throw new ReplyFault(`ERR Can't execute '${name.toLowerCase()}': only ${allowed}`);
    }
    if (upper === 'PING') return ['pong', arg(args, 0)];
  }
  if (upper === 'MULTI') return begin(client);
  if (upper === 'EXEC') return execute(client, dispatch);
  if (upper === 'DISCARD') return discard(client);
  if (client.transaction) return queue(client, dispatch, request);
  return dispatch.run(name, args);
}

export function createSessions({ dispatch, channels }: { dispatch: Dispatch; channels: Channels }): Sessions {
  function answer(client: Client, request: readonly string[]): readonly Owed[] {
    const [name = '', ...args] = request;
    const upper = name.toUpperCase();
    if (upper === 'QUIT') {
      client.leaving = true;
      return [{ text: encode({ ok: 'OK' }), kind: 'fact' }];
    }
    if (subscriptions[upper] && !client.transaction) {
      dispatch.check(name, args);
      return subscribe(client, channels, request).map((one) => ({ text: encode(one), kind: 'fact' }));
    }
    return [{ text: encode(control(client, dispatch, request)), kind: 'answer' }];
  }

  return {
    handle(client, request) {
      try {
        owe(client, ...answer(client, request));
      } catch (fault) {
        const message = fault instanceof ReplyFault ? fault.message : `ERR internal: ${String(fault)}`;
        owe(client, { text: encodeError(message), kind: 'answer' });
      }
    },
  };
}
