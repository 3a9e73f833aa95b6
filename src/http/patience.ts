/**
 * How slow a caller may be, and how much they may send: slow ones hold a connection no longer than honest ones need.
 */
import type { IncomingMessage, Server } from 'node:http';

export interface Patience {
  /** Milliseconds from the connection, or the answer before, to the end of the head. */
  readonly headMs: number;
  /** Milliseconds to the end of the body, which is small. */
  readonly requestMs: number;
  /** How often connections are looked at, milliseconds. */
  readonly checkMs: number;
  /** What is still read and thrown away behind an answer that came before the end of the body. */
  readonly lingerMs: number;
  readonly lingerBytes: number;
}

export const usualPatience: Patience = {
  headMs: 10_000,
  requestMs: 30_000,
  checkMs: 1000,
  lingerMs: 2000,
  lingerBytes: 1024 * 1024,
};

/** Before the server listens: from then on it looks at its connections. */
export function bear(server: Server, { headMs, requestMs, checkMs }: Patience): void {
  Object.assign(server, { headersTimeout: headMs, requestTimeout: requestMs, connectionsCheckingInterval: checkMs });
}

/** Its length is known, and small: the next call on the connection is not far behind. */
export const isShort = ({ headers }: IncomingMessage, { lingerBytes }: Patience): boolean =>
  Number(headers['content-length'] ?? Infinity) <= lingerBytes;

/**
 * A caller who is still sending receives an answer only when their bytes are read, so they are read, up to a bound.
 * Resolves when the caller has ended or the bound is met; the connection must be closed then.
 */
export function linger(request: IncomingMessage, { lingerMs, lingerBytes }: Patience): Promise<void> {
  if (request.complete || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let left = lingerBytes;
    const timer = setTimeout(done, lingerMs);
    function done(): void {
      clearTimeout(timer);
      request.pause();
      resolve();
    }
    request.on('data', (part: Buffer) => {
      left -= part.length;
      if (left < 0) done();
    });
    request.once('end', done);
    request.once('close', done);
    request.resume();
  });
}
