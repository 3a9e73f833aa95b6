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
import { join } from 'node:path';
import { type Log, SupportError } from '../base/index.js';
import type { Connection } from './connection.js';
import { type EngineEvent, startEngine } from './embedded/engine.js';
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

/** Starts the embedded engine. Throws `unavailable` when the folder cannot be written. */
export async function startEmbedded({ folder, sync, log, join: joining }: EmbeddedOptions): Promise<Connection> {
  const running = joining ? await joinRunning(folder, log) : undefined;
  if (running !== undefined) return running;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new SupportError(
      'unavailable',
      `The data folder ${folder} cannot be written. Set DATA_DIR to a folder that can.`,
      { cause },
    );
  }
  const own = mkdtempSync(join(tmpdir(), 'warmline-'));
  const path = join(own, 'store.sock');
  const report = (event: EngineEvent) => {
    if (event.kind === 'lock-lost') log.error({ event }, 'the data folder is not ours any more; nothing is kept');
    else log.warn({ event }, 'embedded store');
  };
  const engine = await startEngine({ file: join(folder, 'warmline.aof'), sync, listen: { path }, report });
  writeFileSync(whereabouts(folder), path, { mode: 0o600 });
  const connection = await connectSocket({ path }, log);
  return {
    ...connection,
    close: async () => {
      await connection.close();
      await engine.close();
      // a server that has taken the folder over has written its own
      if (pathIn(folder) === path) rmSync(whereabouts(folder), { force: true });
      rmSync(own, { recursive: true, force: true });
    },
  };
}
