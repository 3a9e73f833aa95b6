/**
 * The line is spread over shards, and a script sees only the part of its own. How many are ahead in the others is
 * counted beside it, whatever the length of the line, and only for turns that tell a place. Those that ask in one moment
 * ask each shard once, all together: in a crowd everybody wants to know.
 */
import type { Effect, Turn } from '../conversation/index.js';
import { mainQueue } from '../queue/index.js';
import { micros } from './decode.js';
import { shardNames, shardOf } from './keys.js';
import type { Run } from './run.js';

interface Place {
  readonly queue: string;
  /** Arrival minus boost, microseconds; without it, behind everybody who waits. */
  readonly score?: number;
}

type Counts = readonly number[];

/** What is asked of one line in one moment. */
interface Moment {
  /** Each with its place in the answer of a shard. */
  readonly bounds: Map<string, number>;
  /** By shard, in order. */
  readonly answers: Promise<readonly Counts[]>;
}

export interface Line {
  /** Waiting tickets that are served before the place; those of one shard can be left out. Rejects `unavailable`. */
  countAhead(place: Place, except?: string): Promise<number>;
}

/** More at once would keep the shard's other callers waiting. */
const mostBounds = 256;

export function createLine({ run, shards }: { readonly run: Run; readonly shards: number }): Line {
  const names = shardNames(shards);
  const moments = new Map<string, Moment>();

  function begin(queue: string): Moment {
    const bounds = new Map<string, number>();
    const over = new Promise<void>((resolve) => setImmediate(resolve));
    const answers = over.then(() => {
      if (moments.get(queue) === moment) moments.delete(queue);
      return Promise.all(names.map((name) => run('ahead', name, { queue, bounds: [...bounds.keys()] })));
    });
    const moment: Moment = { bounds, answers };
    moments.set(queue, moment);
    return moment;
  }

  return {
    async countAhead({ queue, score }, except) {
      const bound = score === undefined ? '+inf' : `(${score}`;
      const open = moments.get(queue);
      const { bounds, answers } = open !== undefined && open.bounds.size < mostBounds ? open : begin(queue);
      const at = bounds.get(bound) ?? bounds.size;
      bounds.set(bound, at);
      const counted = (await answers).map((counts, n) => (names[n] === except ? 0 : (counts[at] ?? 0)));
      return counted.reduce((sum, count) => sum + count, 0);
    },
  };
}

interface Lines {
  readonly line: Line;
  readonly shards: number;
}

async function countElsewhere({ line, shards }: Lines, turn: Turn, score?: number): Promise<number> {
  if (shards === 1) return 0;
  const place = { queue: turn.line.queue ?? mainQueue, ...(score === undefined ? {} : { score }) };
  return line.countAhead(place, shardOf(turn.said.conversation, shards));
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
