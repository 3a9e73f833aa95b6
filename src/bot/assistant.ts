/** Runs turns: keeps a message, then lets its turn run by itself, one at a time per conversation and in order. */
import { offer } from '../../dialogs/index.js';
import type { Clock, Log } from '../base/index.js';
import { type Conversations, type Effect, freshMood, placeOf, type Said, type Turn } from '../conversation/index.js';
import { deskFacts } from './desk-words.js';
import type { Mind } from './scene.js';
import { decideTurn } from './turn.js';

export type Kept =
  | { readonly kind: 'heard' | 'duplicate'; readonly seq: number }
  /** The conversation was erased, or its token called in. */
  | { readonly kind: 'gone' };

export interface Assistant {
  /** Resolves when the message is safe; its turn runs afterwards. Rejects when the store cannot keep it. */
  hear(said: Said): Promise<Kept>;
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
/** Turns taken over from dead processes at once. */
const mostWoken = 100;

/** What the customer hears when a turn breaks: the truth, and the offer of a person. */
function apologise(turn: Turn, { words, hours }: Mind): readonly Effect[] {
  const { episode } = turn;
  const fresh = episode === undefined || episode.state === 'closed';
  const asked = offer(words('fault'), { words, desk: deskFacts(turn, hours) }, 'unanswered');
  if (asked.kind !== 'ask' || (!fresh && episode.state !== 'bot')) return [];
  const memory = fresh ? { mood: freshMood, failures: 0 } : episode.memory;
  return [
    ...(fresh ? [{ kind: 'open' } as const] : []),
    ...asked.effects,
    { kind: 'count', what: 'faults' },
    { kind: 'remember', memory: { ...memory, place: placeOf(asked) } },
  ];
}

/** What a turn came to, for the log: never a word of the customer. */
function gist(effects: readonly Effect[]) {
  const felt = effects.find((effect) => effect.kind === 'feel')?.feeling;
  const acts = effects.filter((effect) => effect.kind !== 'feel' && effect.kind !== 'remember');
  return {
    level: felt?.level,
    frustration: felt?.frustration,
    acts: acts.map((effect) => ('what' in effect ? effect.what : effect.kind)),
  };
}

function decide({ mind, log, clock }: AssistantOptions, turn: Turn): readonly Effect[] {
  const started = clock.now();
  const about = { conversation: turn.said.conversation, seq: turn.seq };
  try {
    const effects = decideTurn(turn, mind);
    log.info({ ...about, ...gist(effects), ms: clock.now() - started }, 'turn');
    return effects;
  } catch (fault) {
    log.error({ ...about, fault }, 'turn failed');
    return apologise(turn, mind);
  }
}

/** Settles this turn and whatever came in meanwhile. */
async function run(options: AssistantOptions, first: Turn): Promise<void> {
  let turn: Turn | undefined = first;
  for (let moves = 0; turn !== undefined && moves < mostMoves;) {
    const settled = await options.conversations.settle(turn, decide(options, turn));
    moves = settled.kind === 'moved' ? moves + 1 : 0;
    turn = settled.kind === 'moved' ? settled.turn : settled.kind === 'settled' ? settled.next : undefined;
  }
}

export function createAssistant(options: AssistantOptions): Assistant {
  const { conversations, mind, log } = options;
  const running = new Set<Promise<void>>();

  function start(turn: Turn): void {
    const { conversation } = turn.said;
    const work = run(options, turn)
      .catch((fault: unknown) => log.error({ conversation, fault }, 'turn not settled; it stays owed'))
      .finally(() => running.delete(work));
    running.add(work);
  }

  return {
    async hear(said) {
      const heard = await conversations.hear(said);
      if (heard.kind === 'gone') return { kind: heard.kind };
      if (heard.kind === 'turn') start(heard.turn);
      return { kind: heard.kind === 'duplicate' ? 'duplicate' : 'heard', seq: heard.seq };
    },
    greet: (said) => conversations.greet(said, { text: mind.words('welcome') }),
    async wake() {
      const turns = await conversations.overdue(mostWoken);
      for (const turn of turns) start(turn);
      return turns.length;
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
