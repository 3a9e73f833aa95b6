/**
 * A week of support in seconds: several hundred episodes through the store's own scripts, on an engine whose clock is moved
 * by hand. Seeded, so that it is the same week each time: transfers, hand-backs, people who leave the line, boosted
 * customers, two channels, two languages, repeat contacts, and surveys in every form.
 */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomIds } from '../../src/base/index.js';
import type { Channel } from '../../src/conversation/index.js';
import { startEngine } from '../../src/redis-embedded/index.js';
import { openStore, type Store } from '../../src/store/index.js';
import { quiet } from './stores.js';
import { createActs, type House, reopened, stillOpen, stillWaiting, stories, type Talk } from './stories.js';

const hour = 3_600_000;

/** Numbers of 0..1 from a seed (Mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Week {
  readonly store: Store;
  readonly from: number;
  readonly to: number;
  /** Ids of customers, for erasing some. */
  readonly customers: readonly string[];
  now(): number;
  close(): Promise<void>;
}

/** Most of them write again, in a conversation of their own; some on the other channel. */
function createPeople(random: () => number, many: number) {
  const busy = new Set<string>();
  return {
    next(): Talk {
      for (;;) {
        const n = Math.floor(random() * many);
        const channel: Channel = random() < 0.3 ? 'teams' : 'web';
        const customer = `customer-${n}`;
        const conversation = `${channel}-${n}-${Math.floor(random() * 2)}`;
        if (!busy.has(customer)) return { conversation, channel, customer, language: n % 3 === 0 ? 'de' : 'en' };
      }
    },
    /** Their case stays open: whoever has one in the line has no second. */
    keep: (customer: string) => void busy.add(customer),
    ids: Array.from({ length: many }, (_, n) => `customer-${n}`),
  };
}

export async function startWeek(episodes: number, { people: many = 150, seed = 16 } = {}): Promise<Week> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-week-'));
  const path = join(folder, 'engine.sock');
  const from = Date.UTC(2026, 2, 25); // British summer time began on Sunday the 29th
  let micros = from * 1000;
  const engine = await startEngine({ sync: 'everysec', listen: { path }, clock: () => (micros += 7) });
  const config = {
    REDIS_URL: `unix://${path}`,
    DATA_DIR: folder,
    DATA_SYNC: 'everysec' as const,
    SHARDS: 3,
    RETENTION_DAYS: 30,
    AGENT_CAPACITY: 1000,
  };
  const store = await openStore({ config, log: quiet, ids: randomIds, join: true });
  const random = chance(seed);
  const pass = (milliseconds: number) => void (micros += Math.round(milliseconds * 1000));
  const house: House = { store, random, pass };
  const [acts, people] = [createActs(house), createPeople(random, many)];
  const step = (7 * 24 * hour) / episodes;
  for (let told = 0; told < episodes; told += 1) {
    const due = (from + told * step) * 1000;
    if (micros < due) micros = due + Math.floor(random() * step * 500);
    const story = told > episodes - 8 ? stillWaiting : acts.pick(stories);
    const talk = people.next();
    await story(talk, acts, house);
    if (story === stillWaiting || story === stillOpen || story === reopened) people.keep(talk.customer);
  }
  return {
    ...{ store, from, customers: people.ids },
    to: Math.ceil(micros / 1000 / hour) * hour,
    now: () => micros / 1000,
    async close() {
      await store.close();
      await engine.close();
      await rm(folder, { recursive: true });
    },
  };
}
