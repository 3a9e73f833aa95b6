/** The embedded engine, started in this process and spoken to over a private socket like any other server. */
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Log, SupportError } from '../base/index.js';
import { type Engine, type EngineEvent, startEngine } from '../redis-embedded/index.js';
import type { Connection } from './connection.js';
import { connectSocket } from './redis.js';

export interface EmbeddedOptions {
  /** Folder of the append-only file; made if missing. */
  readonly folder: string;
  readonly sync: 'everysec' | 'always';
  readonly log: Log;
  /** Use the engine of a server that runs on this folder, if one does. */
  readonly join: boolean;
}

/** Where the running engine's socket is written down, for commands that want to join it. */
const whereabouts = (folder: string) => join(folder, 'engine.path');

const pathIn = (folder: string): string | undefined =>
  existsSync(whereabouts(folder)) ? readFileSync(whereabouts(folder), 'utf8') : undefined;

async function joinRunning(folder: string, log: Log): Promise<Connection | undefined> {
  const path = pathIn(folder);
  return path !== undefined && existsSync(path)
    ? connectSocket({ path, retryStrategy: () => null }, log).catch(() => undefined)
    : undefined;
}

/** What the system says, with what to do about it. */
function unusable(folder: string, cause: unknown): unknown {
  const reason = cause instanceof SupportError ? cause.cause : cause;
  const code = reason instanceof Error && 'code' in reason ? String(reason.code) : '';
  const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
  if (code === '' || (cause instanceof SupportError && !full)) return cause;
  const advice = full ? 'Its disk is full: make room on it, or set' : 'Set';
  const why = code === 'ENOSPC' ? 'ENOSPC: no space left on the disk' : (reason as Error).message;
  return new SupportError(
    'unavailable',
    `The data folder ${folder} cannot be written. ${advice} DATA_DIR to a folder that can. (${why})`,
    { cause },
  );
}

const socketIn = (own: string) => join(own, 'store.sock');

interface Opened {
  readonly connection: Connection;
  readonly engine: Engine;
  /** A folder of our own for the socket: its path must be short. */
  readonly own: string;
}

/** Part by part: where the system makes no folders at all, as below /proc, Node's own way through never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (fault) {
    if (!existsSync(folder)) throw fault; // else another process was faster
  }
}

async function open({ folder, sync, log }: EmbeddedOptions): Promise<Opened> {
  makeFolder(resolve(folder));
  accessSync(folder, constants.W_OK);
  const own = mkdtempSync(join(tmpdir(), 'warmline-'));
  const path = socketIn(own);
  const report = (event: EngineEvent) => {
    if (event.kind === 'lock-lost') log.error({ event }, 'the data folder is not ours any more; nothing is kept');
    else log[event.kind === 'rewritten' ? 'debug' : 'warn']({ event }, 'embedded store');
  };
  let engine: Engine | undefined;
  try {
    engine = await startEngine({ file: join(folder, 'warmline.aof'), sync, listen: { path }, report });
    writeFileSync(whereabouts(folder), path, { mode: 0o600 });
    return { connection: await connectSocket({ path }, log), engine, own };
  } catch (fault) {
    await engine?.close();
    rmSync(own, { recursive: true, force: true });
    throw fault;
  }
}

/** Starts the embedded engine. Throws `unavailable` when the folder cannot be written. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Connection> {
  const { folder, log } = options;
  const running = options.join ? await joinRunning(folder, log) : undefined;
  if (running !== undefined) return running;
  const { connection, engine, own } = await open(options).catch((fault: unknown) => {
    throw unusable(folder, fault);
  });
  return {
    ...connection,
    close: async () => {
      await connection.close();
      await engine.close();
      // a server that has taken the folder over has written its own
      if (pathIn(folder) === socketIn(own)) rmSync(whereabouts(folder), { force: true });
      rmSync(own, { recursive: true, force: true });
    },
  };
}
