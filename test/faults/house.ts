/** The servers of a run, each a process; clients are sent to one that is up, as by a load balancer. */
import { inPackage } from '../../src/base/index.js';
import { type ServerProcess, startServer } from '../support/server.js';
import { wait } from './ground/ground.js';
import type { Chance } from '../store/conformance/chance.js';
import type { Outfit } from './outfit.js';

export interface House {
  url(): string;
  /** A call to that address failed: others are preferred for a while. */
  failed(url: string): void;
  readonly size: number;
  /** kill -9, and a new one in its place. */
  crash(server: number): Promise<void>;
  /** SIGSTOP for so long. */
  hold(server: number, milliseconds: number): Promise<void>;
  /** Ends it gently; one of the other release takes its place. */
  replace(server: number): Promise<void>;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly size: number;
  readonly env: (server: number) => Readonly<Record<string, string>>;
  readonly outfit: Outfit;
  readonly chance: Chance;
}

/** How long a failing server is spared, milliseconds. */
const sparedMs = 3000;

/** Gives out addresses as a load balancer does: those that failed lately only if there is no other. */
export function balance(urls: () => readonly string[], chance: Chance): Pick<House, 'url' | 'failed'> {
  const sick = new Map<string, number>();
  return {
    url() {
      const now = performance.now();
      const well = urls().filter((url) => (sick.get(url) ?? 0) < now);
      return chance.pick(well.length > 0 ? well : urls());
    },
    failed: (url) => void sick.set(url, performance.now() + sparedMs),
  };
}

const entry = inPackage('dist', 'test', 'faults', 'serve.js');
/**
 * Milliseconds: what supervises processes never gives up, so this only ends a run in which no start can succeed any more.
 * A start on a Cluster needs every node, each of which is hurt again every few seconds.
 */
const mostMs = 300_000;
/** Between two tries, milliseconds. */
const againMs = 100;

/** What supervises processes starts one again that found no store: it says so at once. */
async function insistOn(start: () => Promise<ServerProcess>): Promise<ServerProcess> {
  const deadline = performance.now() + mostMs;
  for (;;) {
    try {
      return await start();
    } catch (fault) {
      if (performance.now() > deadline) throw fault;
      await wait(againMs);
    }
  }
}

export async function openHouse({ size, env, outfit, chance }: HouseOptions): Promise<House> {
  const releases = Array.from({ length: size }, (): Outfit['release'] => 'older');
  const up = new Map<number, ServerProcess>();

  async function start(i: number): Promise<void> {
    const own = JSON.stringify({ ...outfit, release: releases[i] });
    const server = () => startServer({ ...env(i), LOG_LEVEL: 'warn' }, { program: [entry, own] });
    up.set(i, await insistOn(server));
  }

  async function take(i: number): Promise<ServerProcess | undefined> {
    const server = up.get(i);
    if (up.size > 1) up.delete(i); // the last address is still given out, and nobody answers there
    return Promise.resolve(server);
  }

  const killAll = () => {
    for (const server of up.values()) server.signal('SIGKILL');
  };
  process.once('exit', killAll);
  await Promise.all(releases.map((_, i) => start(i)));
  return {
    size,
    ...balance(() => [...up.values()].map(({ url }) => url), chance),
    async crash(i) {
      await (await take(i))?.crash();
      await start(i);
    },
    async hold(i, milliseconds) {
      up.get(i)?.signal('SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      up.get(i)?.signal('SIGCONT');
    },
    async replace(i) {
      releases[i] = releases[i] === 'older' ? 'newer' : 'older';
      await (await take(i))?.stop();
      await start(i);
    },
    async close() {
      await Promise.all([...up.values()].map((server) => server.stop()));
      process.off('exit', killAll);
    },
  };
}
