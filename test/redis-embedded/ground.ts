/** An embedded engine in a folder of its own, which can be stopped, damaged and started again. */
import type { Redis } from 'ioredis';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, type EngineEvent, type EngineOptions, startEngine } from '../../src/redis-embedded/engine.js';
import { connect } from './pair.js';

export interface Ground {
  readonly file: string;
  /** Everything the engine reported since the ground was made. */
  readonly events: EngineEvent[];
  kinds(): readonly string[];
  /** Starts the engine; without `file` in memory. */
  start(options?: Partial<EngineOptions>): Promise<{ readonly engine: Engine; readonly redis: Redis }>;
  /** Another connection to the engine that runs. */
  connect(): Redis;
  stop(): Promise<void>;
  bytes(): Buffer;
  close(): Promise<void>;
}

export function openGround(): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-engine-'));
  const [file, path] = [join(folder, 'file.aof'), join(folder, 'e.sock')];
  const events: EngineEvent[] = [];
  let clients: Redis[] = [];
  let engine: Engine | undefined;

  const connected = (): Redis => {
    const redis = connect(path);
    redis.on('error', () => undefined); // a stopped engine is part of these tests
    clients.push(redis);
    return redis;
  };
  async function stop(): Promise<void> {
    for (const redis of clients) redis.disconnect();
    clients = [];
    await engine?.close();
    engine = undefined;
  }
  return {
    file,
    events,
    kinds: () => events.map(({ kind }) => kind).filter((kind) => kind !== 'rewritten'),
    async start(options = {}) {
      engine = await startEngine({
        file,
        sync: 'everysec',
        listen: { path },
        report: (event) => events.push(event),
        ...options,
      });
      return { engine, redis: connected() };
    },
    connect: connected,
    stop,
    bytes: () => readFileSync(file),
    async close() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The error an act ends with, as text; fails the test when it ends well. */
export async function failure(act: Promise<unknown>): Promise<string> {
  const outcome = await act.then(
    () => undefined,
    (fault: unknown) => (fault instanceof Error ? fault : new Error(String(fault))),
  );
  if (outcome === undefined) throw new Error('it did not fail');
  return outcome.message;
}
