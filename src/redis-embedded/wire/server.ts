/** The listening socket and its connections. */
import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { SupportError } from '../../base/index.js';
import { type Client, createClient, owe } from './client.js';
import { encodeError } from './encode.js';
import { createParser } from './parse.js';

export type Address = { readonly path: string } | { readonly port: number; readonly host: string };

/** Answers not taken yet at which a client is not served any further, and a listener is given up, bytes. */
const [slow, stuck] = [1 << 20, 32 << 20];

export interface Handlers {
  request(client: Client, request: readonly string[]): void;
  /** Something was added to what a client is owed. */
  owed(client: Client): void;
  closed(client: Client): void;
}

/** Runs the requests of a connection, but never further ahead than it reads its answers. */
function serve(socket: Socket, handlers: Handlers): void {
  let backlog: (readonly string[])[] = [];
  const parser = createParser();
  const client = createClient({
    send(text) {
      socket.write(text, 'latin1');
      if (socket.writableLength > stuck) socket.destroy();
      else if (backlog.length > 0) setImmediate(pump);
    },
    close: () => socket.end(),
  });

  function pump(): void {
    if (socket.destroyed) return;
    let done = 0;
    while (done < backlog.length && !client.leaving && client.weight + socket.writableLength <= slow) {
      handlers.request(client, backlog[done] ?? []);
      done += 1;
    }
    if (done > 0) {
      backlog = backlog.slice(done);
      handlers.owed(client);
    }
    if (backlog.length > 0) socket.pause();
    else socket.resume();
  }

  socket.on('drain', pump);
  socket.on('close', () => handlers.closed(client));
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    const { requests, fault } = parser.feed(bytes);
    backlog.push(...requests);
    pump();
    if (!fault) return;
    owe(client, { text: encodeError(fault.message), kind: 'fact' });
    client.leaving = true;
    handlers.owed(client);
  });
}

function listen(server: Server, address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Whether nobody answers at a socket any more: a killed process leaves it behind. */
function isDead(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(path);
    probe.once('connect', () => {
      probe.destroy();
      resolve(false);
    });
    probe.once('error', (fault) => resolve('code' in fault && fault.code === 'ECONNREFUSED'));
  });
}

const longestPath = 103; // of a unix socket on the systems we run on

async function listenAt(server: Server, address: Address): Promise<void> {
  if ('path' in address && Buffer.byteLength(address.path) > longestPath) {
    throw new SupportError('settings', `The socket path ${address.path} is longer than ${longestPath} bytes.`);
  }
  try {
    await listen(server, address);
  } catch (fault) {
    const taken = fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE';
    if (!taken || !('path' in address) || !(await isDead(address.path))) throw fault;
    rmSync(address.path, { force: true });
    await listen(server, address);
  }
  if ('path' in address && process.platform !== 'win32') chmodSync(address.path, 0o600);
}

export interface Listener {
  readonly port?: number;
  close(): Promise<void>;
}

export async function startServer(address: Address, handlers: Handlers): Promise<Listener> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serve(socket, handlers);
  });
  await listenAt(server, address);
  const at = server.address();
  return {
    ...(typeof at === 'object' && at !== null ? { port: at.port } : {}),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
