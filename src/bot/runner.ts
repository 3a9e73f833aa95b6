/** Runs turns to their end: decided, committed, and decided anew when the ticket changed hands meanwhile. */
import { causedBy, type Log, type Part, type Tracer } from '../base/index.js';
import type { Conversations, Effect, Turn } from '../conversation/index.js';
import type { Heard, Hearing } from './heard.js';

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
  /** Messages that were heard here: their turns run because of the calls that brought them. */
  readonly heard: Pick<Heard, 'take'>;
  /** Told of every turn that was stored, with what it came to. */
  readonly settled: (turn: Turn, effects: readonly Effect[], ms: Stages) => void;
  readonly tracer: Tracer;
  readonly log: Log;
}

/** How long the parts of a turn took, milliseconds. */
export interface Stages {
  /** Missing where another process kept the message. */
  readonly receive?: number;
  readonly decide: number;
  readonly commit: number;
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

/** A turn, and what is known of how its message came in. */
interface Owed {
  readonly turn: Turn;
  readonly hearing: Hearing | undefined;
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

/** One try: the turn to go on with, if any, and whether it is a new one. */
async function commit(
  house: House,
  { turn, hearing }: Owed,
  own: Running,
): Promise<{ readonly turn?: Turn; readonly fresh: boolean }> {
  const { turnLease } = own;
  const began = performance.now();
  const effects = house.tracer.within({ name: 'decide' }, () => house.decide(turn));
  const decided = performance.now();
  const committed = await house.conversations.commit({ ...turn, turnLease }, effects);
  switch (committed.kind) {
    case 'committed':
      house.settled(turn, effects, {
        ...(hearing === undefined ? {} : { receive: rounded(hearing.receiveMs) }),
        decide: rounded(decided - began),
        commit: rounded(performance.now() - decided),
      });
      return { ...(committed.next === undefined ? {} : { turn: committed.next }), fresh: true };
    case 'moved':
      house.counts.moved += 1;
      return { turn: committed.turn, fresh: false };
    case 'fenced':
      // taken over by this process itself, or by another one that runs the turn now
      return own.turnLease === turnLease ? { fresh: false } : { turn, fresh: false };
  }
}

/** One turn to its end, whatever that is: the next one of its conversation, if there is any. Never rejects. */
async function settle(house: House, owed: Owed, own: Running): Promise<Turn | undefined> {
  const { log, counts } = house;
  const { conversation } = owed.turn.said;
  try {
    let { turn } = owed;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const next = await commit(house, { ...owed, turn }, own);
      if (next.fresh || next.turn === undefined) return next.turn;
      turn = next.turn;
    }
    counts.putOff += 1;
    const about = { conversation, seq: turn.seq, tries: mostTries, putOff: counts.putOff };
    log.warn(about, 'turn put off; it stays owed');
  } catch (fault) {
    counts.unsettled += 1;
    log.error({ conversation, fault, unsettled: counts.unsettled }, 'turn not settled; it stays owed');
  }
  return undefined;
}

const partOf = ({ turn: { said, seq } }: Owed): Part => ({
  name: 'turn',
  about: { conversation: said.conversation, channel: said.channel, seq },
});

/** A turn and those that follow it, each because of the call that brought its message. */
async function run(house: House, first: Turn, own: Running): Promise<void> {
  const { heard, tracer } = house;
  for (let turn: Turn | undefined = first; turn !== undefined;) {
    const owed: Owed = { turn, hearing: heard.take(turn) };
    turn = await causedBy(owed.hearing?.cause, () => tracer.within(partOf(owed), () => settle(house, owed, own)));
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
    const work = run({ ...options, counts }, turn, own).finally(() => {
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
