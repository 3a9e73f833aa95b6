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
  type Tongue,
  tongueNamed,
  type Turn,
  type Words,
} from '../conversation/index.js';
import { content, decide, decideChoice, type Policy } from '../escalation/index.js';
import { type Faq, starterTag } from '../faq/index.js';
import type { Hours } from '../queue/index.js';
import { spokenIn } from '../language/index.js';
import { hostileSpans, type Reader } from '../sentiment/index.js';
import { asKept, heardOf } from './as-kept.js';
import { deskFacts } from './desk-words.js';

/** What the assistant decides with; all of it pure. */
export interface Knowledge {
  readonly reader: Reader;
  readonly policy: Policy;
  readonly faq: Faq;
  readonly words: Words;
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
  /** The language in which they told of danger, fraud, distress or need, now or when a person was offered for it. */
  readonly tongue?: Tongue;
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

/** The language of most customers, as long as nothing else is known. */
const usual = 'en';

/** The language that the conversation goes on in. A choice is in our words, and switches nothing. */
function languageNow({ said, episode }: Turn, picked: Picked): string {
  const kept = episode?.memory.language;
  const expected = kept ?? said.locale ?? usual;
  if (picked.kind !== 'words') return expected;
  return spokenIn(heardOf(said), { kept: expected, begun: kept !== undefined }).language;
}

/** Where the conversation waits; a survey waits no longer than people remember what it is about. */
function placeNow(turn: Turn): Place | undefined {
  const place = turn.episode?.memory.place;
  return current(turn) === undefined && place?.flow === 'survey' && !afterEnd(turn) ? undefined : place;
}

/** What is known of the customer besides their words. */
export const whoAsks = ({ contacts, said: { customer } }: Turn) => ({ contacts, vip: customer.vip ?? false });

/** Questions that are offered before the first word. Typed, they are the customer's own. */
export const startersOf = ({ faq }: Knowledge): Offered['choices'] =>
  faq.tagged(starterTag).map(({ id, title }) => ({ title, value: faqChoice.valueOf(id) }));

function offeredNow(turn: Turn, knowledge: Knowledge, place: Place | undefined): TurnContext['offered'] {
  const { words } = knowledge;
  const state = current(turn)?.state ?? 'bot';
  // a flow does not wait for its answer any more once a person has the case
  const asked = state === 'assigned' ? undefined : place;
  return {
    asked: offeredAt(flows, asked, { words, desk: deskFacts(turn, knowledge.hours) }),
    standing: standing[state]({ words }),
  };
}

function pickNow(turn: Turn, knowledge: Knowledge, { asked, standing: always }: TurnContext['offered']): Picked {
  const newest = turn.recent.findLast(({ role, seq }) => role === 'assistant' && seq < turn.seq)?.seq;
  // to a person a number is a word like any other
  const shown = current(turn)?.state === 'assigned' ? [] : turn.shown;
  const picked = pick(turn.said, { asked, standing: always, newest, shown });
  if (picked.kind !== 'stale' || current(turn) !== undefined) return picked;
  return pick(turn.said, { asked: nothingOffered, standing: { choices: startersOf(knowledge) } });
}

type Read = Pick<TurnContext, 'decision' | 'memory' | 'tongue' | 'feeling' | 'hostile'> & { readonly grave: boolean };

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
  const told = read.tongue === undefined ? {} : { tongue: read.tongue };
  return { feeling, hostile: hostileSpans(read), decision, memory: { ...kept, mood }, grave, ...told };
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
  const kept: Memory = { ...mind, language: languageNow(turn, picked) };
  const read =
    picked.kind === 'words' ? readWords(turn, knowledge, kept) : readChoice(turn, knowledge, { kept, picked });
  const { grave, ...rest } = read;
  const { decision, memory, feeling, tongue = tongueNamed(place?.memo?.['tongue']) } = rest;
  const pleased = feeling !== undefined && content(feeling);
  const surveyed = (episode?.counts['asked-ces'] ?? 0) > 0;
  const desk = deskFacts(turn, knowledge.hours);
  return {
    turn,
    knowledge,
    state: episode?.state ?? 'bot',
    picked,
    offered,
    ...rest,
    ...(tongue === undefined ? {} : { tongue }),
    ...(place === undefined ? {} : { place }),
    known: { words: knowledge.words, tone: decision.tone, memory, line: turn.line, desk, grave, pleased, surveyed },
    opening: opening(turn, read),
  };
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
