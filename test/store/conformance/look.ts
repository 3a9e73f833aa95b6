/** Questions that change nothing, each with its name. */
import type { Ticket } from '../../../src/queue/index.js';
import type { Chance } from './chance.js';
import type { Side } from './side.js';

export interface Asked {
  readonly id: string;
  readonly after: number;
  readonly agent: string;
  readonly found: Ticket | undefined;
  /** Microseconds since 1970. */
  readonly now: number;
  readonly queues: readonly string[];
}

export function drawLook(chance: Chance, asked: Asked): readonly [string, (side: Side) => Promise<unknown>] {
  const { id, after, agent, found, now, queues } = asked;
  const most = 1 + chance.below(4); // both sides are asked the same
  const period = { from: now / 1000 - 600_000, to: now / 1000 };
  return chance.pick<readonly [string, (side: Side) => Promise<unknown>]>([
    ['line', (side) => side.queue.line(queues, 5)],
    ['assigned', (side) => side.queue.assigned(5)],
    ['colleagues', (side) => side.queue.colleagues()],
    ['seen', (side) => side.queue.seen(id)],
    ['held', (side) => side.queue.held(agent)],
    ['position', (side) => (found ? side.queue.position(found) : side.queue.size(queues))],
    ['done', (side) => side.queue.done(agent, now / 1000)],
    ['entries', (side) => side.conversations.entries(id, after)],
    ['words', (side) => side.conversations.entries(id, after, most)],
    ['find', (side) => side.conversations.find(id)],
    ['episodes', (side) => side.ledger.episodes(period, 5)],
    ['hours', (side) => side.ledger.hours(period)],
    ['live', (side) => side.ledger.live(queues)],
  ]);
}
