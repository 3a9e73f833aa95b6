/** Servers and engine in this very process, for runs of planted bugs: nothing is killed, so they are quick. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../src/redis-embedded/engine.js';
import type { Knowledge } from '../../src/bot/index.js';
import type { startFaultyApp } from './app.js';
import type { GroundCase } from './ground/ground.js';
import { readerOf } from './ground/single.js';
import { balance, type House, type HouseOptions } from './house.js';

export const memoryGround: GroundCase = {
  name: 'memory',
  async start() {
    const dir = mkdtempSync(join(tmpdir(), 'warmline-memory-'));
    const path = join(dir, 'engine.sock');
    const engine = await startEngine({ sync: 'everysec', listen: { path } });
    const reader = readerOf(path);
    return {
      shards: 1,
      env: () => ({ REDIS_URL: `unix://${path}` }),
      reader,
      faults: [],
      async close() {
        reader.close();
        await engine.close();
        rmSync(dir, { recursive: true });
      },
    };
  },
};

const unkillable = () => Promise.reject(new Error('A server in this process cannot be hurt.'));

/** `startApp`: the sound one, or one with a bug in its code. */
export const insideHouse =
  (knowledge: Knowledge, startApp: typeof startFaultyApp) =>
  async ({ size, env, outfit, chance }: HouseOptions): Promise<House> => {
    const start = (i: number) => startApp({ ...env(i), LOG_LEVEL: 'silent' }, outfit, knowledge);
    const apps = await Promise.all(Array.from({ length: size }, (_, i) => start(i)));
    return {
      size,
      ...balance(() => apps.map(({ url }) => url), chance),
      crash: unkillable,
      hold: unkillable,
      replace: unkillable,
      async close() {
        await Promise.all(apps.map((app) => app.close()));
      },
    };
  };
