/** Everything a turn knows when it starts to decide: the message, how it reads, and what was said before. */
import { flows, standing } from '../../dialogs/index.js';
import {
  type Decision,
  type Effect,
  type Episode,
  type EpisodeState,
  type Feeling,
  faqChoice,
  nothingOffered,
  freshMood,
  type Known,
  type Memory,
  type Place,
  type StepOutcome,
  offeredAt,
  type Offered,
  pick,
  type Brand,
  type Privacy,
  type Picked,
  placeOf,
  type Tongues,
  type Turn,
} from '../conversation/index.js';
import { content, decide, decideChoice, type Policy } from '../escalation/index.js';
import { type Faq, starterTag } from '../faq/index.js';
import type { Hours } from '../queue/index.js';
import { type Spoken, spokenIn } from '../language/index.js';
import { hostileSpans, type Reader } from '../sentiment/index.js';
import { asKept, heardOf } from './as-kept.js';
import { deskFacts } from './desk-words.js';

/** What the assistant decides with; all of it pure. */
export interface Knowledge {
  readonly reader: Reader;
  readonly policy: Policy;
  readonly faq: Faq;
  readonly speech: Tongues;
  readonly brand: Brand;
  readonly privacy: Privacy;
  readonly hours: Hours;
}

export interface TurnContext {
  readonly turn: Turn;
  readonly knowledge: Knowledge;
  readonly state: EpisodeState;
  /** Which choice the message takes, if it is no more than that. */
  readonly picked: Picked;
  /** What is on offer: asked last, and all the time. */
  readonly offered: { readonly asked: Offered; readonly standing: Offered };
  /** How the customer's own words read; a choice is in ours. */
  readonly feeling?: Feeling;
  /** Words of it that ask nothing, and only hurt. */
  readonly hostile: readonly string[];
  /** The language that the conversation is in, ISO 639-1. */
  readonly language: string;
  /** The message asks for that language, and for nothing else. */
  readonly switched: boolean;
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
const current = ({ episode }: Turn): Episode | undefined => (episode?.state === 'closed' ? undefined : episode);

const isGrave = (turn: Turn): boolean => current(turn)?.grave === true;

/** Later than this, a message does not refer to what was asked at the end any more. */
const endLasts = 60 * 60_000;

/** Said within the hour after the end, and not before it. */
export function afterEnd({ episode, at, seq, recent }: Turn): boolean {
  if (episode?.state !== 'closed' || at - (recent.at(-1)?.at ?? 0) > endLasts) return false;
  // written while the case was being closed, or its survey sent: the customer had not seen that yet
  return !recent.some((entry) => entry.role !== 'customer' && entry.seq > seq);
}

/** The language that a turn comes in: that of the customer's words so far, or else of their page. */
export const languageBefore = ({ said, episode }: Pick<Turn, 'said' | 'episode'>, { usual }: Tongues): string =>
  episode?.memory.language ?? said.locale ?? usual;

/** The language that the conversation goes on in. A choice is in our words, and switches nothing. */
function languageNow(turn: Turn, { kept, picked }: { kept: string; picked: Picked }): Spoken {
  if (picked.kind !== 'words') return { language: kept };
  return spokenIn(heardOf(turn.said), { kept, begun: turn.episode?.memory.language !== undefined });
}

/** Where the conversation waits; a survey waits no longer than people remember what it is about. */
function placeNow(turn: Turn): Place | undefined {
  const place = turn.episode?.memory.place;
  return current(turn) === undefined && place?.flow === 'survey' && !afterEnd(turn) ? undefined : place;
}

/** What is known of the customer besides their words. */
export const whoAsks = ({ contacts, said: { customer } }: Turn) => ({ contacts, vip: customer.vip ?? false });

/** Questions that are offered before the first word. Typed, they are the customer's own. */
export const startersOf = ({ faq }: Pick<Knowledge, 'faq'>, language: string): Offered['choices'] =>
  faq.tagged(starterTag, language).map(({ id, title }) => ({ title, value: faqChoice.valueOf(id) }));

function offeredNow(turn: Turn, { hours, speech }: Knowledge, place: Place | undefined): TurnContext['offered'] {
  const language = languageBefore(turn, speech);
  const words = speech(language);
  const state = current(turn)?.state ?? 'bot';
  // a flow does not wait for its answer any more once a person has the case
  const asked = state === 'assigned' ? undefined : place;
  return {
    asked: offeredAt(flows, asked, { words, desk: deskFacts(turn, { hours, words, language }) }),
    standing: standing[state]({ words }),
  };
}

function pickNow(turn: Turn, knowledge: Knowledge, { asked, standing: always }: TurnContext['offered']): Picked {
  const newest = turn.recent.findLast(({ role, seq }) => role === 'assistant' && seq < turn.seq)?.seq;
  // to a person a number is a word like any other
  const shown = current(turn)?.state === 'assigned' ? [] : turn.shown;
  const picked = pick(turn.said, { asked, standing: always, newest, shown });
  if (picked.kind !== 'stale' || current(turn) !== undefined) return picked;
  return pick(turn.said, {
    asked: nothingOffered,
    standing: { choices: startersOf(knowledge, languageBefore(turn, knowledge.speech)) },
  });
}

type Read = Pick<TurnContext, 'decision' | 'memory' | 'feeling' | 'hostile'> & { readonly grave: boolean };

/** The customer's own words, against what was said before. */
function readWords(turn: Turn, knowledge: Knowledge, kept: Memory): Read {
  const episode = current(turn);
  const earlier = episode === undefined ? [] : turn.recent.filter((entry) => entry.at >= episode.bornAt);
  const before = earlier.filter(({ role }) => role === 'customer').map((entry) => entry.text);
  const assistant = turn.recent.findLast((entry) => entry.role === 'assistant')?.text;
  const { text } = turn.said;
  const read = knowledge.reader.read(heardOf(turn.said), {
    customer: before,
    ...(assistant === undefined ? {} : { assistant }),
  });
  const feeling = asKept(read, turn.said, knowledge.privacy);
  const { failures } = kept;
  const input = { mood: kept.mood, feeling, text, before, failures, ...whoAsks(turn), grave: isGrave(turn) };
  const { decision, mood, grave } = decide(knowledge.policy, input);
  // who tells of danger or need in a language is answered in it, however few their words are
  const told = read.tongue === undefined ? {} : { language: read.tongue };
  return { feeling, hostile: hostileSpans(read), decision, memory: { ...kept, mood, ...told }, grave };
}

function readChoice(turn: Turn, knowledge: Knowledge, { kept, picked }: { kept: Memory; picked: Picked }): Read {
  const { text } = turn.said;
  const asks = picked.kind === 'choice' && picked.value === 'person' ? { asks: { text, at: 0 } } : {};
  const grave = isGrave(turn);
  const facts = { mood: kept.mood, failures: kept.failures, ...whoAsks(turn), grave, ...asks };
  return { decision: decideChoice(knowledge.policy, facts), memory: kept, grave, hostile: [] };
}

function opening(turn: Turn, { feeling, memory, grave }: Read): readonly Effect[] {
  const open: readonly Effect[] = current(turn) === undefined ? [{ kind: 'open' }] : [];
  if (feeling === undefined) return [...open, { kind: 'count', what: 'replies' }];
  const turned: readonly Effect[] = grave && !isGrave(turn) ? [{ kind: 'grave' }] : [];
  return [...open, { kind: 'feel', feeling, peak: memory.mood.peak }, ...turned, { kind: 'count', what: 'turns' }];
}

export function openContext(turn: Turn, knowledge: Knowledge): TurnContext {
  const episode = current(turn);
  const place = placeNow(turn);
  const { place: _, ...mind } = episode?.memory ?? blank;
  const offered = offeredNow(turn, knowledge, place);
  const picked = pickNow(turn, knowledge, offered);
  const spoken = languageNow(turn, { kept: languageBefore(turn, knowledge.speech), picked });
  const kept: Memory = { ...mind, language: spoken.language };
  const read =
    picked.kind === 'words' ? readWords(turn, knowledge, kept) : readChoice(turn, knowledge, { kept, picked });
  const { grave, ...rest } = read;
  const { decision, memory, feeling } = rest;
  const { language = spoken.language } = memory;
  const words = knowledge.speech(language);
  const pleased = feeling !== undefined && content(feeling);
  const surveyed = (episode?.counts['asked-ces'] ?? 0) > 0;
  const desk = deskFacts(turn, { hours: knowledge.hours, words, language });
  return {
    turn,
    knowledge,
    state: episode?.state ?? 'bot',
    picked,
    offered,
    ...rest,
    language,
    switched: spoken.asked === true,
    ...(place === undefined ? {} : { place }),
    known: { words, tone: decision.tone, memory, line: turn.line, desk, grave, pleased, surveyed },
    opening: opening(turn, read),
  };
}

/** The same turn in another language. */
export function inLanguage(context: TurnContext, language: string): TurnContext {
  const { turn, knowledge } = context;
  if (language === context.language) return context;
  const words = knowledge.speech(language);
  const memory = { ...context.memory, language };
  const desk = deskFacts(turn, { hours: knowledge.hours, words, language });
  return { ...context, language, memory, known: { ...context.known, words, memory, desk } };
}

/** The memory after an outcome: where a flow waits for an answer, and how often in a row the assistant has failed. */
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
