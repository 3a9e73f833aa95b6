/**
 * A socket in the data folder at which only a living process answers: the system closes it with the process, and it is
 * seen from every container on the same kernel, whatever process ids and networks it has of its own.
 */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { codeOf } from './event.js';

/** The system takes socket paths of some hundred bytes only, so the folder gets a short name for as long as it takes. */
async function withShortName<T>(folder: string, run: (short: string) => Promise<T>): Promise<T> {
  const own = mkdtempSync(join(tmpdir(), 'warmline-'));
  const short = join(own, 'at');
  symlinkSync(resolve(folder), short);
  try {
    return await run(short);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

const longestPath = 103; // what is longer, some versions of Node cut off without a word

export interface Life {
  end(): void;
}

/** Answers at a socket from now on; undefined where the file system knows no sockets. */
export function showLife(folder: string, name: string): Promise<Life | undefined> {
  return withShortName(folder, (short) => {
    const path = join(short, name);
    if (Buffer.byteLength(path) > longestPath) return Promise.resolve(undefined);
    return new Promise<Server | undefined>((done) => {
      const server = createServer((socket) => socket.destroy());
      server.once('error', () => done(undefined));
      server.listen({ path }, () => done(server.unref()));
    });
  }).then((server) => server && { end: () => void server.close() });
}

/** unknown: there is no such socket, or it may not be asked. dead: nobody of this kernel has it open. */
export type Sign = 'alive' | 'dead' | 'unknown';

const signs: Readonly<Record<string, Sign>> = {
  ECONNREFUSED: 'dead',
  EAGAIN: 'alive', // it is there, and has not looked at those who asked before: a process that was stopped
};

export function signOfLife(folder: string, name: string): Promise<Sign> {
  return withShortName(folder, (short) => {
    const path = join(short, name);
    if (Buffer.byteLength(path) > longestPath) return Promise.resolve('unknown');
    return new Promise<Sign>((done) => {
      const probe = connect({ path });
      probe.once('connect', () => {
        probe.destroy();
        done('alive');
      });
      probe.once('error', (fault) => done(signs[String(codeOf(fault))] ?? 'unknown'));
    });
  });
}
