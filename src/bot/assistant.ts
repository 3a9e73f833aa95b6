/** Runs turns: keeps a message, then lets its turn run by itself, one at a time per conversation and in order. */
import { offer } from '../../dialogs/index.js';
import { type Clock, currentCause, type Log, noTracer, type Tracer } from '../base/index.js';
import {
  type Begun,
  type Conversations,
  type Deed,
  type Effect,
  freshMood,
  placeOf,
  type Said,
  type Turn,
} from '../conversation/index.js';
import { deskFacts } from './desk-words.js';
import { createHeard } from './heard.js';
import { createRunner, type Runner, type RunnerOptions } from './runner.js';
import { type Knowledge, languageBefore } from './turn-context.js';
import { mostThinkingMs, shapeOf } from './thinkable.js';
import { decideTurn } from './turn.js';
import type { Sealing } from './sealing.js';
import { createWritten } from './written.js';

export type Kept =
  | { readonly kind: 'received' | 'duplicate'; readonly seq: number }
  /** The conversation was erased, or its token called in. */
  | { readonly kind: 'gone' };

export interface Assistant extends Pick<Runner, 'idle' | 'counts'> {
  /** Resolves when the message is safe; its turn runs afterwards. Rejects when the store cannot keep it. */
  receive(said: Said): Promise<Kept>;
  greet(said: Said): Promise<Begun | undefined>;
  /** Keeps what a customer does beside writing, for the team to read. */
  amend(deed: Deed): Promise<void>;
  /** Runs turns that a dead process owed, and ends episodes that fell silent, until none is due; returns how many. */
  wake(): Promise<number>;
}

export interface AssistantOptions {
  readonly conversations: Conversations;
  readonly knowledge: Knowledge;
  /** Without it, nothing that is masked is kept. */
  readonly sealing?: Pick<Sealing, 'seal'>;
  readonly log: Log;
  readonly clock: Clock;
  /** Told how long a turn was thought about, seconds. */
  readonly decided?: (seconds: number) => void;
  readonly tracer?: Tracer;
}

/** Turns taken over at once, in each shard. */
const mostWoken = 100;

/** What the customer hears when a turn breaks: the truth, and the offer of a person. */
function apologise(turn: Turn, { speech, hours }: Knowledge): readonly Effect[] {
  const { episode } = turn;
  const spoken = languageBefore(turn, speech);
  const words = speech(spoken);
  const fresh = episode === undefined || episode.state === 'closed';
  const asked = offer(
    words('fault'),
    { words, desk: deskFacts(turn, { hours, words, language: spoken }) },
    'unanswered',
  );
  if (!fresh && episode.state !== 'bot') return [];
  const language = episode?.memory.language;
  const blank = { mood: freshMood, failures: 0, ...(language === undefined ? {} : { language }) };
  const memory = fresh ? blank : episode.memory;
  return [
    ...(fresh ? [{ kind: 'open' } as const] : []),
    ...asked.effects,
    { kind: 'count', what: 'faults' },
    { kind: 'remember', memory: { ...memory, place: placeOf(asked) } },
  ];
}

/** What a turn came to: never a word of the customer. */
function gist(effects: readonly Effect[]) {
  const felt = effects.find((effect) => effect.kind === 'feel')?.feeling;
  const acts = effects.filter((effect) => effect.kind !== 'feel' && effect.kind !== 'remember');
  return {
    level: felt?.level,
    frustration: felt?.frustration,
    acts: acts.map((effect) => ('what' in effect ? effect.what : effect.kind)),
  };
}

/** The one line of a turn. */
const tell =
  (log: Log): RunnerOptions['settled'] =>
  ({ said: { conversation, channel }, seq }, effects, ms) =>
    log.info({ conversation, channel, seq, ...gist(effects), ms }, 'turn');

function decide({ knowledge, log, clock, decided }: AssistantOptions, turn: Turn): readonly Effect[] {
  const began = performance.now();
  const started = clock.now();
  const about = { conversation: turn.said.conversation, seq: turn.seq };
  try {
    const effects = decideTurn(turn, knowledge);
    const ms = clock.now() - started;
    if (ms > mostThinkingMs) log.warn({ ...about, ms, shape: shapeOf(turn) }, 'a message took long to think about');
    return effects;
  } catch (fault) {
    log.error({ ...about, fault }, 'turn failed');
    return apologise(turn, knowledge);
  } finally {
    decided?.((performance.now() - began) / 1000);
  }
}

export function createAssistant(options: AssistantOptions): Assistant {
  const { conversations, knowledge, sealing = { seal: () => undefined }, log, tracer = noTracer } = options;
  const written = createWritten({ conversations, privacy: knowledge.privacy, sealing });
  const heard = createHeard();
  const runner = createRunner({
    conversations: written,
    decide: (turn) => decide(options, written.whole(turn)),
    heard,
    settled: tell(log),
    tracer,
    log,
  });

  return {
    async receive(said) {
      const began = performance.now();
      const received = await written.receive(said);
      const { kind, seq } = received;
      if (kind === 'gone') return { kind };
      if (kind === 'duplicate') return { kind, seq };
      heard.note(said.conversation, seq, { cause: currentCause(), receiveMs: performance.now() - began });
      if (kind === 'turn') runner.start(received.turn);
      return { kind: 'received', seq };
    },
    greet: (said) => conversations.greet(said, { text: knowledge.speech(said.locale)('welcome') }),
    async amend(deed) {
      await written.amend(deed);
    },
    async wake() {
      for (let woken = 0; ;) {
        const turns = await conversations.overdue(mostWoken);
        await runner.takeOver(turns);
        woken += turns.length;
        if (turns.length < mostWoken) return woken;
      }
    },
    idle: runner.idle,
    counts: runner.counts,
  };
}
