/** Which calls are open on which connections, so that the server can stop without cutting an answer. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Request, Response } from 'restify';
import { type Called, tellOf } from './called.js';

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  /** Aborted when the caller leaves or the server stops. */
  readonly signal: AbortSignal;
}

export interface Exchanges {
  /** `path`: of its route, if there is one. */
  begin(request: Request, response: Response, path?: string): Exchange;
  /** Signals every open call, and ends each connection as soon as nothing is open on it. */
  stop(): void;
}

/** The same for all: a new one, with its stack, for every call would cost more than some calls do. */
const left = new Error('The caller has left, or the server stops.');

/** `called` is told of every call that was answered. */
export function createExchanges(server: Server, called?: (call: Called) => void): Exchanges {
  const open = new Map<AbortController, Socket>();
  const sockets = new Set<Socket>();
  let stopping = false;

  /** Node's own closeIdleConnections passes over connections that never asked anything, which browsers keep ready. */
  function endIdle(): void {
    const busy = new Set(open.values());
    for (const socket of sockets) if (!busy.has(socket)) socket.end(() => socket.destroy());
  }

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', ({ socket }) => sockets.delete(socket));

  return {
    begin(request, response, path) {
      tellOf({ request, response, ...(path === undefined ? {} : { path }) }, called);
      const leaving = new AbortController();
      open.set(leaving, request.socket);
      response.once('close', () => {
        open.delete(leaving);
        if (!response.writableFinished) leaving.abort(left); // else nobody waits for it any more
        if (stopping) endIdle();
      });
      return { request, response, signal: leaving.signal };
    },
    stop() {
      stopping = true;
      for (const leaving of open.keys()) leaving.abort(left);
      setImmediate(endIdle); // a call that has just come in has begun by then
    },
  };
}
