/** Runs turns: keeps a message, then lets its turn run by itself, one at a time per conversation and in order. */
import type { Clock, Log } from '../base/index.js';
import type { Conversations, Effect, Heard, Said, Turn } from '../conversation/index.js';
import { offer } from '../../dialogs/index.js';
import { freshMood, placeOf } from '../conversation/index.js';
import type { Mind } from './scene.js';
import { decideTurn } from './turn.js';

export interface Assistant {
  /** Resolves when the message is safe; its turn runs afterwards. Rejects when the store cannot keep it. */
  hear(said: Said): Promise<{ readonly kind: 'heard' | 'duplicate'; readonly seq: number }>;
  greet(said: Said): Promise<void>;
  /** Runs turns that a dead process owed, and ends episodes that fell silent; answers how many. */
  wake(): Promise<number>;
  /** Resolves when no turn is running here. */
  idle(): Promise<void>;
}

export interface AssistantOptions {
  readonly conversations: Conversations;
  readonly mind: Mind;
  readonly log: Log;
  readonly clock: Clock;
}

/** A ticket can change hands while its turn runs; more often than this means something is wrong. */
const mostMoves = 5;

/** What the customer hears when a turn breaks: the truth, and the offer of a person. */
function apologise(turn: Turn, { words }: Mind): readonly Effect[] {
  const { episode } = turn;
  const open = episode === undefined || episode.state === 'closed';
  const memory = open ? { mood: freshMood, failures: 0 } : episode.memory;
  const asked = offer(words('fault'), { words }, 'unanswered');
  if (asked.kind !== 'ask' || (!open && episode.state !== 'bot')) return [];
  return [
    ...(open ? [{ kind: 'open' } as const] : []),
    ...asked.effects,
    { kind: 'count', what: 'faults' },
    { kind: 'remember', memory: { ...memory, place: placeOf(asked) } },
  ];
}

export function createAssistant({ conversations, mind, log, clock }: AssistantOptions): Assistant {
  const running = new Set<Promise<void>>();

  function decide(turn: Turn): readonly Effect[] {
    const started = clock.now();
    const about = { conversation: turn.said.conversation, seq: turn.seq };
    try {
      const effects = decideTurn(turn, mind);
      const feel = effects.find((effect) => effect.kind === 'feel');
      const acts = effects
        .filter((e) => e.kind !== 'feel' && e.kind !== 'remember')
        .map((e) => ('what' in e ? e.what : e.kind));
      log.info(
        {
          ...about,
          level: feel?.feeling.level,
          frustration: feel?.feeling.frustration,
          acts,
          ms: clock.now() - started,
        },
        'turn',
      );
      return effects;
    } catch (fault) {
      log.error({ ...about, fault }, 'turn failed');
      return apologise(turn, mind);
    }
  }

  async function run(first: Turn): Promise<void> {
    let turn: Turn | undefined = first;
    for (let moves = 0; turn !== undefined && moves < mostMoves;) {
      const settled = await conversations.settle(turn, decide(turn));
      moves = settled.kind === 'moved' ? moves + 1 : 0;
      turn = settled.kind === 'moved' ? settled.turn : settled.kind === 'settled' ? settled.next : undefined;
    }
  }

  function start(turn: Turn): void {
    const work = run(turn)
      .catch((fault: unknown) =>
        log.error({ conversation: turn.said.conversation, fault }, 'turn not settled; it stays owed'),
      )
      .finally(() => running.delete(work));
    running.add(work);
  }

  return {
    async hear(said) {
      const heard: Heard = await conversations.hear(said);
      if (heard.kind === 'turn') start(heard.turn);
      return { kind: heard.kind === 'duplicate' ? 'duplicate' : 'heard', seq: heard.seq };
    },
    greet: (said) => conversations.greet(said, { text: mind.words('welcome') }),
    async wake() {
      const turns = await conversations.overdue(100);
      for (const turn of turns) start(turn);
      return turns.length;
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
