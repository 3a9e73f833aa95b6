/** Connections that become WebSockets: each is taken by the handler of its path, or answered and closed. */
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { currentCause, SupportError } from '../base/index.js';
import type { HttpError } from './errors.js';
import { nameHeader } from './name.js';

export interface Handshake {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** Takes the socket over, or throws a SupportError before touching it: then its status is answered. */
export type Upgrade = (handshake: Handshake, url: URL) => Promise<void>;

export interface Upgrades {
  add(prefix: string, handle: Upgrade): void;
  /** Nobody takes it over while the server is not open. */
  take(handshake: Handshake, isOpen: boolean): void;
  /** How many are open. */
  count(): number;
  /** Says goodbye to every socket. */
  end(): void;
  /** Cuts those that have not gone. */
  destroy(): void;
}

function refuse(socket: Duplex, { status, body, headers }: HttpError): void {
  const text = JSON.stringify(body);
  const name = currentCause()?.request;
  const lines = Object.entries({
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...(name === undefined ? {} : { [nameHeader]: name }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines].join('\r\n');
  socket.end(`${head}\r\n\r\n${text}`, () => socket.destroy());
}

interface UpgradesOptions {
  /** Throws `forbidden` for pages that may not open one. */
  readonly check: (request: IncomingMessage) => void;
  readonly toHttp: (fault: unknown) => HttpError;
}

export function createUpgrades({ check, toHttp }: UpgradesOptions): Upgrades {
  const handlers = new Map<string, Upgrade>();
  const sockets = new Set<Duplex>();

  async function handle(handshake: Handshake, isOpen: boolean): Promise<void> {
    const url = new URL(`http://local${handshake.request.url ?? ''}`);
    const found = isOpen ? [...handlers].find(([prefix]) => url.pathname.startsWith(prefix)) : undefined;
    if (!found) throw new SupportError('not-found', 'There is nothing at this address.');
    check(handshake.request);
    await found[1](handshake, url);
  }

  return {
    add: (prefix, handler) => void handlers.set(prefix, handler),
    take(handshake, isOpen) {
      const { socket } = handshake;
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      handle(handshake, isOpen).catch((fault: unknown) => refuse(socket, toHttp(fault)));
    },
    count: () => sockets.size,
    end() {
      for (const socket of sockets) socket.end();
    },
    destroy() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
