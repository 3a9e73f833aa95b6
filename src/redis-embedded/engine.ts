/**
 * The embedded store: speaks RESP2 to the same client as a Redis server, runs the same Lua files, keeps its keys in
 * memory and an append-only file. One process holds a file; others may connect to it.
 */
import { SupportError } from '../base/index.js';
import type { House } from './commands/command.js';
import { createDispatch, type Dispatch } from './commands/dispatch.js';
import { createClock } from './clock.js';
import type { Contents } from './journal/contents.js';
import { type EngineEvent, reasonOf, type Report } from './journal/event.js';
import { createJournal, type Journal } from './journal/journal.js';
import { acquireLock, type Lock } from './journal/lock.js';
import { createMemory } from './journal/memory.js';
import { openFile } from './journal/open.js';
import { type Disk, nodeDisk } from './journal/tail.js';
import { createDatabase, type Database } from './values/database.js';
import { canonical } from './values/snapshot.js';
import { owe } from './wire/client.js';
import { type Channels, createChannels } from './wire/channels.js';
import { createOutbox, type Outbox } from './wire/outbox.js';
import { type Address, type Handlers, startServer } from './wire/server.js';
import { createSessions, sessionCommands, type Sessions } from './wire/session.js';

export type { EngineEvent } from './journal/event.js';

export interface EngineOptions {
  /** The append-only file; without it everything is lost at the end of the process. */
  readonly file?: string;
  /** everysec: a power cut costs the last second or two, the end of the process nothing. always: nothing is lost. */
  readonly sync: 'everysec' | 'always';
  readonly listen: Address;
  /** Microseconds since 1970; without it the system's, never going back. */
  readonly clock?: () => number;
  readonly report?: (event: EngineEvent) => void;
  /** Keeps what is before and after damage in the file, and the damaged file under another name. */
  readonly salvage?: boolean;
  /** How often a holder beats, and how long one of another machine must be silent; a second and five when missing. */
  readonly beat?: { readonly everyMs: number; readonly patienceMs: number };
  /** For tests of failing disks. */
  readonly disk?: Disk;
}

export interface Engine {
  /** Where it listens, if on a port. */
  readonly port?: number;
  /** Everything it holds, one line per key, sorted; equal for equal contents. */
  dump(): readonly string[];
  /** Keeps what was acknowledged, ends connections, lets go of the file. */
  close(): Promise<void>;
}

interface Kept {
  readonly journal: Journal;
  release(): void;
}

/** A full disk need not stop the start: the old file still serves, unless there is damage in it. */
function rewriteAtStart(
  journal: Journal,
  file: string,
  { unsound, report }: { unsound: boolean; report: Report },
): void {
  try {
    journal.rewriteNow();
  } catch (cause) {
    const reason = reasonOf(cause);
    if (unsound) throw new SupportError('unavailable', `${file} cannot be written anew: ${reason}`, { cause });
    report({ kind: 'rewrite-failed', file, reason });
  }
}

const usualBeat = { everyMs: 1000, patienceMs: 5000 };

/** A disk that refuses us is reported in words, whatever it was that it refused. */
async function keep(options: EngineOptions, contents: Contents): Promise<Kept> {
  const { file } = options;
  if (file === undefined) return { journal: createMemory(), release: () => undefined };
  const { beat = usualBeat, report = () => undefined } = options;
  const watching = (holder: string) => report({ kind: 'lock-watched', file, holder, ms: beat.patienceMs });
  try {
    const lock = await acquireLock(file, { ...beat, watching });
    return keepLocked({ ...options, file, report }, contents, lock);
  } catch (cause) {
    if (cause instanceof SupportError) throw cause;
    const reason = reasonOf(cause);
    throw new SupportError('unavailable', `${file} cannot be opened: ${reason}. Nothing was changed.`, { cause });
  }
}

type Filed = EngineOptions & { readonly file: string; readonly report: Report };

function keepLocked(options: Filed, contents: Contents, lock: Lock): Kept {
  const { file, sync, salvage = false, disk = nodeDisk, report } = options;
  try {
    if (lock.takenOver) report({ kind: 'lock-taken-over', file });
    const opened = openFile({ file, disk, contents, report, salvage });
    const journal = createJournal(opened, { file, lock, disk, sync, contents, report });
    rewriteAtStart(journal, file, { unsound: opened.unsound, report });
    return { journal, release: lock.release };
  } catch (fault) {
    lock.release();
    throw fault;
  }
}

interface Core {
  readonly db: Database;
  readonly sessions: Sessions;
  readonly channels: Channels;
  readonly outbox: Outbox;
  readonly kept: Kept;
}

function contentsOf(db: Database, dispatch: Dispatch): Contents {
  return {
    clear: db.clear,
    entries: db.entries,
    mode: db.mode,
    repeat(effects) {
      for (const [name, ...args] of effects) dispatch.repeat(name, args);
    },
  };
}

async function createCore(options: EngineOptions): Promise<Core> {
  const { clock = createClock() } = options;
  const db = createDatabase(clock);
  const channels = createChannels((client, text) => {
    owe(client, { text, kind: 'message' });
    outbox.owe(client);
  });
  const house: House = {
    clock,
    publish: channels.publish,
    rewrite: () => kept.journal.rewrite(),
    persistence: () => kept.journal.facts(),
  };
  const dispatch = createDispatch({
    context: { db, house },
    session: sessionCommands,
    refusal: (writes) => kept.journal.refusal(writes),
  });
  const kept = await keep(options, contentsOf(db, dispatch));
  const outbox = createOutbox(kept.journal);
  return { db, channels, outbox, kept, sessions: createSessions({ dispatch, channels }) };
}

/** Runs one request and appends what it changed, even when it ended with an error half-way, as Redis does. */
function handlersOf({ db, sessions, channels, outbox, kept }: Core): Handlers {
  return {
    request(client, request) {
      db.begin();
      sessions.handle(client, request);
      const effects = db.take();
      if (effects.length > 0) kept.journal.append(effects);
    },
    owed: outbox.owe,
    closed: channels.forget,
  };
}

const [sweepEvery, sweepAtMost] = [100, 500];

function startTimers({ db, kept, outbox }: Core): () => void {
  const sweeping = setInterval(() => {
    if (kept.journal.refusal(true) !== undefined) return;
    db.begin();
    db.sweep(sweepAtMost);
    const effects = db.take();
    if (effects.length === 0) return;
    kept.journal.append(effects);
    outbox.schedule();
  }, sweepEvery);
  const ticking = setInterval(kept.journal.tick, 1000);
  return () => {
    clearInterval(sweeping);
    clearInterval(ticking);
  };
}

/** Throws SupportError `unavailable` when the file is held by a living process, damaged, or not ours. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const core = await createCore(options);
  const { db, kept, outbox } = core;
  const server = await startServer(options.listen, handlersOf(core)).catch((fault: unknown) => {
    kept.journal.close();
    kept.release();
    throw fault;
  });
  const stopTimers = startTimers(core);
  return {
    ...(server.port === undefined ? {} : { port: server.port }),
    dump() {
      db.begin();
      const live = [...db.entries()].filter(([key]) => db.get(key) !== undefined);
      return live.map(([key, value]) => canonical(key, value)).sort();
    },
    async close() {
      stopTimers();
      await outbox.idle();
      await server.close();
      kept.journal.close();
      kept.release();
    },
  };
}
