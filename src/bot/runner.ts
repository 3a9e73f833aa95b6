/** Runs turns to their end: decided, committed, and decided anew when the ticket changed hands meanwhile. */
import type { Log } from '../base/index.js';
import type { Conversations, Effect, Turn } from '../conversation/index.js';

/** Turns that did not go as usual, since the start. */
export interface TurnCounts {
  /** Decided anew, because the ticket changed hands meanwhile. */
  moved: number;
  /** Taken over by the very process that was running them: it was slower than a turn lease lasts. */
  slow: number;
  /** Tried so often that they were left to be taken over again. */
  putOff: number;
  /** Not stored, because the store failed: they are taken over again. */
  unsettled: number;
}

export interface Runner {
  start(turn: Turn): void;
  /** The same for turns that are owed since long; resolves when those that were started have ended. */
  takeOver(turns: readonly Turn[]): Promise<void>;
  /** Resolves when no turn is running here. */
  idle(): Promise<void>;
  counts(): Readonly<TurnCounts>;
}

export interface RunnerOptions {
  readonly conversations: Pick<Conversations, 'commit'>;
  readonly decide: (turn: Turn) => readonly Effect[];
  readonly log: Log;
}

/** A ticket can change hands while its turn runs; more often than this means something is wrong. */
const mostTries = 5;

interface Running {
  readonly seq: number;
  /** The newest that is known here. */
  turnLease: number;
}

interface House extends RunnerOptions {
  readonly counts: TurnCounts;
}

/** One try: the turn to go on with, if any, and whether it is a new one. */
async function commit(
  house: House,
  turn: Turn,
  own: Running,
): Promise<{ readonly turn?: Turn; readonly fresh: boolean }> {
  const { turnLease } = own;
  const committed = await house.conversations.commit({ ...turn, turnLease }, house.decide(turn));
  switch (committed.kind) {
    case 'committed':
      return { ...(committed.next === undefined ? {} : { turn: committed.next }), fresh: true };
    case 'moved':
      house.counts.moved += 1;
      return { turn: committed.turn, fresh: false };
    case 'fenced':
      // taken over by this process itself, or by another one that runs the turn now
      return own.turnLease === turnLease ? { fresh: false } : { turn, fresh: false };
  }
}

async function run(house: House, first: Turn, own: Running): Promise<void> {
  const { log, counts } = house;
  let turn: Turn | undefined = first;
  for (let tries = 0; turn !== undefined;) {
    const { said, seq } = turn;
    if (tries === mostTries) {
      counts.putOff += 1;
      log.warn({ conversation: said.conversation, seq, tries, putOff: counts.putOff }, 'turn put off; it stays owed');
      return;
    }
    const next = await commit(house, turn, own);
    tries = next.fresh ? 0 : tries + 1;
    turn = next.turn;
  }
}

export function createRunner(options: RunnerOptions): Runner {
  const counts: TurnCounts = { moved: 0, slow: 0, putOff: 0, unsettled: 0 };
  const running = new Map<string, Running>();
  const works = new Set<Promise<void>>();

  function start(turn: Turn): void {
    const { conversation } = turn.said;
    const own = { seq: turn.seq, turnLease: turn.turnLease };
    running.set(conversation, own);
    const work = run({ ...options, counts }, turn, own)
      .catch((fault: unknown) => {
        counts.unsettled += 1;
        options.log.error({ conversation, fault, unsettled: counts.unsettled }, 'turn not settled; it stays owed');
      })
      .finally(() => {
        works.delete(work);
        if (running.get(conversation) === own) running.delete(conversation);
      });
    works.add(work);
  }

  return {
    start,
    async takeOver(turns) {
      for (const turn of turns) {
        const own = running.get(turn.said.conversation);
        if (own?.seq === turn.seq) {
          counts.slow += 1;
          own.turnLease = turn.turnLease; // its decision is still valid
        } else start(turn);
      }
      await Promise.all(works);
    },
    async idle() {
      while (works.size > 0) await Promise.all(works);
    },
    counts: () => counts,
  };
}
