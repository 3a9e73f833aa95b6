/**
 * What is counted and shown by name, with its words: the only list of each. Whatever is added here without its words does
 * not compile, and what reads these lists has it by itself. Nothing but bounds is imported here: the pages read it, too.
 */
import { contactTime } from './bounds.js';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(table) as Key[];

/** How an episode can end, best first. */
export const outcomes = {
  solved: { name: 'Solved', means: 'the customer said so' },
  assumed: { name: 'Assumed', means: 'answered, then silence' },
  helped: { name: 'Helped by a person', means: 'a person wrote to them and closed it' },
  unanswered: { name: 'Unanswered', means: 'ended without an answer' },
  'gave-up': { name: 'Gave up', means: 'left before a person came' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly means: string }>>;
export type Outcome = keyof typeof outcomes;
export const outcomeNames = keysOf(outcomes);

/** What is masked in a message, by its kind. */
export const personalWords = {
  card: 'card number',
  iban: 'IBAN',
  email: 'e-mail address',
  phone: 'phone number',
  password: 'password',
} as const satisfies Readonly<Record<string, string>>;

/** Why a case is closed although an answer is owed, as the agent says. */
export const closeReasons = {
  'nothing-asked': { name: 'Nothing was asked any more' },
  elsewhere: { name: 'Answered another way' },
  duplicate: { name: 'The same as another case' },
  unreachable: { name: 'The customer is gone' },
  abuse: { name: 'Abuse or spam' },
  other: { name: 'Another reason' },
} as const satisfies Readonly<Record<string, { readonly name: string }>>;
export type CloseReason = keyof typeof closeReasons;
export const closeReasonNames = keysOf(closeReasons);

/** Why a ticket was opened, heaviest first: its name, and how an agent reads it as the reason why somebody came. */
interface ReasonWords {
  readonly name: string;
  readonly because: string;
  /** Comes before everybody else in the line, first come first served among themselves, and carries a mark. */
  readonly first?: true;
}
const reasonTable = {
  danger: { name: 'Danger', because: 'somebody may be in danger', first: true },
  fraud: { name: 'Fraud', because: 'somebody uses their money or account', first: true },
  distress: { name: 'In distress', because: 'in distress' },
  asked: { name: 'Asked for a person', because: 'asked for a person' },
  frustrated: { name: 'Frustrated', because: 'frustrated' },
  unanswered: { name: 'No answer found', because: 'no answer found' },
  fault: { name: 'A fault on our side', because: 'a fault on our side' },
  message: { name: 'Left a message', because: 'left a message' },
  undelivered: { name: 'Not delivered', because: 'could not be told the answer' },
} as const satisfies Readonly<Record<string, ReasonWords>>;
export type Reason = keyof typeof reasonTable;
export const reasons: Readonly<Record<Reason, ReasonWords>> = reasonTable;
export const reasonNames = keysOf(reasons);

/**
 * Counted per episode and per hour. `turns`: messages in the customer's own words; `replies`: messages that only answered
 * what was asked (a choice taken, or taken too late) and what is said after the end.
 */
export const countNames = [
  'turns',
  'answers',
  'clarified',
  'misses',
  'repeats',
  'offers',
  'unsolved',
  'faults',
  'escalations',
  'handed-back',
  'asked-ces',
  'replies',
] as const;
export type Count = (typeof countNames)[number];

/** What speaks for fetching a person: a line of its receipt, and how an agent reads it as a reason. */
interface SignalWords {
  readonly line: string;
  /** `value` is what was measured: 1 for something that is there, a count, or 0..1. */
  readonly because: (value: number) => string;
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** Those that are read in the words of a message. */
const cueSignals = {
  danger: { line: 'somebody may be in danger', because: () => 'somebody may be in danger' },
  'self-harm': { line: 'speaks of ending a life', because: () => 'speaks of ending a life' },
  fraud: { line: 'somebody uses their money or account', because: () => 'somebody uses their money or account' },
  distress: { line: 'is in distress', because: () => 'in distress' },
  urgency: { line: 'needs it very soon', because: () => 'needs it very soon' },
  vulnerability: { line: 'needs special care', because: () => 'needs special care' },
  'asks-person': { line: 'asked for a person', because: () => 'asked for a person' },
  threat: { line: 'threatened to leave or complain', because: () => 'speaks of leaving or complaining' },
  'giving-up': { line: 'is giving up', because: () => 'is about to give up' },
  'not-understood': { line: 'was not understood', because: () => 'feels not understood' },
  repetition: { line: 'said it again', because: () => 'had to say it again' },
  waiting: { line: 'has waited long', because: () => 'has waited too long' },
  sarcasm: { line: 'was sarcastic', because: () => 'is bitter' },
  profanity: { line: 'swore', because: () => 'strong language' },
  shouting: { line: 'wrote in capitals', because: () => 'writes in capitals' },
} as const satisfies Readonly<Record<string, SignalWords>>;
export type CueSignal = keyof typeof cueSignals;
export const cueSignalNames = keysOf(cueSignals);

const heat = (value: number): string => (value >= 0.85 ? 'very frustrated' : value >= 0.65 ? 'frustrated' : 'uneasy');

/** Those that are measured: see escalation/signals.ts. */
const measuredSignals = {
  frustration: {
    line: 'frustration in this message',
    because: heat,
  },
  sustained: {
    line: 'frustration over the whole case',
    because: (value: number) => `${heat(value)} for several messages`,
  },
  rising: { line: 'frustration is rising', because: () => 'getting more frustrated' },
  'bot-failed': {
    line: 'answers in a row that did not help',
    because: (value: number) => `the assistant failed ${times(value)}`,
  },
  'repeated-question': { line: 'asked the same question again', because: () => 'asked the same question again' },
  contacts: {
    line: `cases in the ${contactTime} before`,
    because: (value: number) => `${value === 1 ? 'one contact' : `${value} contacts`} in the ${contactTime} before`,
  },
  vip: { line: 'is a preferred customer', because: () => 'VIP' },
} as const satisfies Readonly<Record<string, SignalWords>>;
export type MeasuredSignal = keyof typeof measuredSignals;

export type SignalName = CueSignal | MeasuredSignal;
const signals: Readonly<Record<SignalName, SignalWords>> = { ...cueSignals, ...measuredSignals };
export const signalNames = keysOf(signals);

/** The words of a signal; undefined for one of an older policy that is not known any more. */
export const signalWords = (name: string): SignalWords | undefined =>
  Object.hasOwn(signals, name) ? signals[name as SignalName] : undefined;

/** A name for somebody who gave none: the same on every screen. */
export const guestName = (conversation: string): string => `Guest ${conversation.slice(-4).toUpperCase()}`;

/** Something that happened to the episode and is shown as a system message in the transcript. */
export const marks = [
  'queued',
  'joined',
  'released',
  'passed',
  'expired',
  'handed-back',
  'left-line',
  'closed',
  'reopened',
  'resumed',
  'undelivered',
  'edited',
  'deleted',
  'restored',
  'reacted',
  'gone',
] as const;
export type Mark = (typeof marks)[number];

export const forms = ['scale', 'comment'] as const;
/** What became of a message after it was sent. */
export const changes = ['edited', 'deleted', 'restored'] as const;
export const readings = ['calm', 'frustrated'] as const;
