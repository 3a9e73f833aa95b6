/** The store under load: a long line, a peer, the room it takes, the door before it, and ten thousand customers at once. */
import { findRedis } from '../support/redis.js';
import { bytes } from './bytes.js';
import { crowd } from './crowd.js';
import { door } from './door.js';
import type { Figure } from './figure.js';
import { line } from './line.js';
import { peer } from './peer.js';

const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = { bytes, peer, line, door, crowd };

/** `only`: one of the parts. */
export async function store(only?: string): Promise<readonly Figure[]> {
  if (process.platform !== 'linux' || findRedis() === undefined) {
    process.stderr.write('store: left out, it needs redis-server on PATH, and Linux\n');
    return [];
  }
  const figures: Figure[] = [];
  for (const [name, run] of Object.entries(parts)) {
    if (only === undefined || only === name) figures.push(...(await run()));
  }
  return figures;
}
