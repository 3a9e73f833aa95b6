/**
 * The line is spread over shards, and a script sees only the part of its own. How many are ahead in the others is
 * counted beside it: one count per shard, whatever the length of the line, and only for turns that tell a place.
 */
import type { Effect, Turn } from '../conversation/index.js';
import { mainQueue } from '../queue/index.js';
import type { Redis } from './connection.js';
import { micros } from './decode.js';
import { keys, shardNames, shardOf } from './keys.js';

interface Place {
  readonly queue: string;
  /** Arrival minus boost, microseconds; without it, behind everybody who waits. */
  readonly score?: number;
}

/** Waiting tickets that are served before the place, in these shards. */
export async function countAhead(redis: Redis, names: readonly string[], { queue, score }: Place): Promise<number> {
  const before = score === undefined ? '+inf' : `(${score}`;
  const counts = await Promise.all(names.map((name) => redis.zcount(keys.line(name, queue), '-inf', before)));
  return counts.reduce((sum, count) => sum + count, 0);
}

interface Lines {
  readonly redis: Redis;
  readonly shards: number;
}

async function countElsewhere({ redis, shards }: Lines, turn: Turn, score?: number): Promise<number> {
  if (shards === 1) return 0;
  const own = shardOf(turn.said.conversation, shards);
  const names = shardNames(shards).filter((name) => name !== own);
  return countAhead(redis, names, { queue: turn.line.queue ?? mainQueue, ...(score === undefined ? {} : { score }) });
}

/** The turn of a customer who waits, with the whole line; any other as it is. */
export async function withLine(lines: Lines, turn: Turn, score: number): Promise<Turn> {
  if (turn.episode?.state !== 'waiting') return turn;
  const elsewhere = await countElsewhere(lines, turn, score);
  return { ...turn, line: { ...turn.line, ahead: turn.line.ahead + elsewhere } };
}

/** How many are ahead in the other shards of the ticket that these effects open; 0 when they open none. */
export async function aheadElsewhere(lines: Lines, turn: Turn, effects: readonly Effect[]): Promise<number> {
  const ticket = effects.find((effect) => effect.kind === 'queue');
  if (ticket === undefined) return 0;
  const score = ticket.boostMs > 0 ? micros(turn.now) - micros(ticket.boostMs) : undefined;
  return countElsewhere(lines, turn, score);
}
