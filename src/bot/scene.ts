/** Everything a turn knows when it starts to decide: the message, how it reads, and what was said before. */
import {
  type Decision,
  type Effect,
  type Episode,
  type EpisodeState,
  type Feeling,
  freshMood,
  type Known,
  type Memory,
  type Place,
  type StepOutcome,
  placeOf,
  type Turn,
  type Words,
} from '../conversation/index.js';
import { effort, type EffortFacts } from '../effort/index.js';
import { decide, type Policy } from '../escalation/index.js';
import type { Faq } from '../faq/index.js';
import type { Hours } from '../queue/index.js';
import type { Reader } from '../sentiment/index.js';
import { deskFacts } from './desk-words.js';

/** What the assistant thinks with; all of it pure. */
export interface Mind {
  readonly reader: Reader;
  readonly policy: Policy;
  readonly faq: Faq;
  readonly words: Words;
  readonly brand: string;
  readonly hours: Hours;
}

export interface Scene {
  readonly turn: Turn;
  readonly mind: Mind;
  readonly state: EpisodeState;
  readonly feeling: Feeling;
  readonly decision: Decision;
  /** With the mood after this message; the place it was in is in `place`. */
  readonly memory: Memory;
  readonly place?: Place;
  readonly known: Omit<Known, 'memo'>;
  /** Effects that come before anything else. */
  readonly opening: readonly Effect[];
}

const blank: Memory = { mood: freshMood, failures: 0 };

/** The episode this message belongs to: the open one, or a new one. */
function current(turn: Turn): Episode | undefined {
  return turn.episode?.state === 'closed' ? undefined : turn.episode;
}

/** A new episode begins blank, but a question the assistant left open in the last one may still be answered. */
function begun({ episode }: Turn): Memory {
  const left = episode?.memory.place;
  return left === undefined || left.flow === 'survey' ? blank : { ...blank, place: left };
}

/** What is known of the customer besides their words. */
export const whoAsks = ({ contacts, said: { customer } }: Turn) => ({ contacts, vip: customer.vip ?? false });

export function setScene(turn: Turn, mind: Mind): Scene {
  const episode = current(turn);
  const { place, ...kept } = episode?.memory ?? begun(turn);
  const earlier = episode === undefined ? [] : turn.recent.filter((entry) => entry.at >= episode.bornAt);
  const tapped = turn.said.value !== undefined; // our words, which nobody says again in anger
  const before = tapped ? [] : earlier.filter(({ role }) => role === 'customer').map((entry) => entry.text);
  const assistant = turn.recent.findLast((entry) => entry.role === 'assistant')?.text;
  const { text } = turn.said;
  const feeling = mind.reader.read(text, { customer: before, ...(assistant === undefined ? {} : { assistant }) });
  const { decision, mood } = decide(mind.policy, {
    mood: kept.mood,
    feeling,
    text,
    before,
    failures: kept.failures,
    ...whoAsks(turn),
  });
  const memory: Memory = { ...kept, mood };
  return {
    turn,
    mind,
    state: episode?.state ?? 'bot',
    feeling,
    decision,
    memory,
    ...(place === undefined ? {} : { place }),
    known: { words: mind.words, tone: decision.tone, memory, line: turn.line, desk: deskFacts(turn, mind.hours) },
    opening: [
      ...(episode === undefined ? [{ kind: 'open' } as const] : []),
      { kind: 'feel', feeling, peak: mood.peak },
      { kind: 'count', what: 'turns' },
    ],
  };
}

/** What the effort of the episode would be after these effects, were it to end with this outcome. */
function effortAfter(turn: Turn, effects: readonly Effect[]): number {
  const end = effects.find((effect) => effect.kind === 'end');
  const episode = current(turn);
  const counts: Partial<Record<string, number>> = { ...episode?.counts };
  for (const effect of effects) {
    if (effect.kind === 'count') counts[effect.what] = (counts[effect.what] ?? 0) + 1;
  }
  const peak = effects.find((effect) => effect.kind === 'feel')?.peak ?? episode?.peak ?? 0;
  const facts: EffortFacts = {
    counts,
    stints: episode?.stints ?? { bot: 0, queue: 0, agent: 0, customer: 0 },
    peak,
    contacts: turn.contacts,
    ...(end === undefined ? {} : { outcome: end.outcome }),
  };
  return effort(facts);
}

/** Ends are told what the whole episode cost. */
export function withEffort(turn: Turn, effects: readonly Effect[]): readonly Effect[] {
  return effects.map((effect) => (effect.kind === 'end' ? { ...effect, effort: effortAfter(turn, effects) } : effect));
}

/** The memory after an outcome: where it waits for an answer, and how often in a row the assistant has failed. */
export function remember(memory: Memory, outcome: StepOutcome, effects: readonly Effect[]): Effect {
  const failed = effects.some((e) => e.kind === 'count' && ['misses', 'unsolved', 'repeats'].includes(e.what));
  const answered = effects.some((e) => e.kind === 'count' && e.what === 'answers');
  const spent = effects.some((e) => e.kind === 'queue' || e.kind === 'leave-line');
  const failures = spent || answered ? 0 : failed ? memory.failures + 1 : memory.failures;
  const given = effects.findLast((e) => e.kind === 'say' && e.reply.faq !== undefined);
  const faq = given?.kind === 'say' ? given.reply.faq : undefined;
  const kept: Memory = { ...memory, failures, ...(faq === undefined ? {} : { answered: faq }) };
  const next = 'next' in outcome ? outcome.next : undefined;
  const place = next === undefined ? {} : { place: placeOf({ ...outcome, next }) };
  return { kind: 'remember', memory: { ...kept, ...place } };
}
