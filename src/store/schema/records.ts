/**
 * What is stored of a conversation and of an episode: each field by its name, its name in the data, and its kind. The
 * names in the data stand nowhere else, and are fixed for the life of the data.
 */
import { type Count, countNames } from '../../conversation/index.js';
import { list } from '../decode.js';
import { type Entries, readEntries } from './entries.js';
import { type Field, type Fields, flag, int, micros, share, stamp, text, type TypeOf } from './fields.js';

type Stored = Readonly<Record<string, readonly [as: string, field: Field<unknown>]>>;
const stored = <const S extends Stored>(of: S): S => of;

/** Who speaks, and how they are reached. It travels as one, and no script takes apart what it need not know. */
export const speaker = stored({
  channel: ['ch', text],
  id: ['cu', text],
  name: ['nm', text],
  vip: ['vp', flag],
  reference: ['rf', text],
  /** Several write in it. */
  group: ['gr', flag],
  /** ISO 639-1: of the page or the app that they write in. */
  locale: ['lo', text],
});

export const conversation = stored({
  /** The newest entry's number. */
  seq: ['n', int],
  /** Of the current episode; 0 before the first. */
  number: ['e', int],
  /** Fences the turns of other processes, and until when the turn lease is one's own. */
  turnLease: ['ln', int],
  turnLeaseTill: ['lu', stamp],
  /** The message whose turn is owed next; 0 when none is. */
  next: ['nx', int],
  /** The customer's newest message, and the one whose turn was stored last. */
  heard: ['hd', int],
  done: ['dn', int],
  /** When the newest entry was written. */
  wroteAt: ['lt', stamp],
  /** When it began, milliseconds since 1970. */
  generation: ['g', int],
  /** How often its tokens were called in. */
  calledIn: ['v', text],
  /** What the log knows it by. */
  log: ['lg', text],
  /** Hashes of the secrets by which a browser finds it again. */
  secrets: ['rn', text],
  /** How far its channel was told, who tells it until when, and how often and since when that has failed. */
  delivered: ['dl', int],
  fence: ['df', int],
  heldTill: ['du', stamp],
  tries: ['dt', int],
  failingSince: ['da', stamp],
});

/** What a script always reads of a conversation, beside who speaks. */
export const lifeOfConversation = [
  'seq',
  'number',
  'turnLease',
  'turnLeaseTill',
  'next',
  'heard',
  'done',
  'wroteAt',
  'generation',
  'calledIn',
  'log',
] as const;

export const episode = stored({
  /** The stint that runs, by its letter, and since when. */
  stint: ['k', text],
  since: ['at', micros],
  state: ['st', text],
  epoch: ['ep', int],
  agent: ['ag', text],
  agentName: ['an', text],
  seat: ['se', text],
  queue: ['qu', text],
  order: ['sc', micros],
  /** How long the stints that are over took. */
  botSpan: ['wb', micros],
  queueSpan: ['wq', micros],
  agentSpan: ['wa', micros],
  customerSpan: ['wc', micros],
  bornAt: ['born', micros],
  from: ['from', int],
  /** Whose it is: who wrote the message that opened it. */
  customer: ['cu', text],
  /** Episodes of theirs shortly before it, over all their conversations. */
  contacts: ['cn', int],
  /** How the newest message reads in which a feeling was read, and its number. */
  level: ['lv', int],
  felt: ['fl', int],
  peak: ['pk', share],
  reason: ['rs', text],
  receipt: ['rc', text],
  queuedAt: ['qa', micros],
  /** When the person first came into the line, when they stood there no more, and why: see `stood` in parts/line.lua. */
  askedAt: ['ak', micros],
  stoodTill: ['sd', micros],
  stood: ['so', text],
  /** The wait that was promised, from and to, and how that turned out: kept, sooner or later. */
  promisedLow: ['wl', stamp],
  promisedHigh: ['wh', stamp],
  promise: ['pm', text],
  /**
   * The number of the entry up to which no answer is owed: the last words of a person, or thanks for them. 0 while no
   * person has written since it came into the line.
   */
  answered: ['aw', int],
  /** Why it was closed while an answer was owed: the name of it, and the agent's own words. */
  why: ['wy', text],
  whyWords: ['wx', text],
  /** The number of the entry with which its agent joined. */
  joined: ['jn', int],
  /** Who had it last; how often it was taken, passed on, written in by people and reopened; whether the channel was changed. */
  heldBy: ['hb', text],
  heldName: ['hn', text],
  claims: ['nc', int],
  transfers: ['nt', int],
  lines: ['nl', int],
  reopens: ['nr', int],
  switched: ['sw', int],
  firstWordAt: ['fr', stamp],
  /** Where a flow waits for an answer. */
  place: ['pl', text],
  /** ISO 639-1: the language that the customer writes in. */
  language: ['la', text],
  /** What its agent does with it soon, before anybody is told: see parts/leaving.lua. Empty where that is nothing. */
  leaving: ['lo', text],
  /** The last move of its ticket, and the seat that it freed. */
  move: ['mv', text],
  freedSeat: ['ms', text],
  endedAt: ['end', micros],
  /** Somebody was in danger, robbed or in distress in it. */
  grave: ['gv', flag],
  outcome: ['oc', text],
  effort: ['ef', int],
  ces: ['ces', int],
  comment: ['cm', text],
  contact: ['co', text],
  /** Of an episode whose conversation was erased; `times`: when whose time began to run, letters and microseconds. */
  channel: ['ch', text],
  times: ['tm', text],
});

/** What a script always reads of an episode. */
export const stateOfEpisode = [
  'stint',
  'since',
  'state',
  'epoch',
  'agent',
  'agentName',
  'seat',
  'queue',
  'order',
  'botSpan',
  'queueSpan',
  'agentSpan',
  'customerSpan',
  'answered',
  'customer',
  'leaving',
  'bornAt',
] as const;

/** What only a turn reads of an episode, beside its counts (each under its own name); no script needs to know it. */
const factsOfEpisode = ['bornAt', 'peak', 'contact', 'outcome', 'contacts', 'place', 'grave'] as const;

/** What is there of a record: all, some, or nothing of it. */
type Kept<S extends Stored> = { readonly [Name in keyof S]?: TypeOf<S[Name][1]> };
export type Conversation = Kept<typeof conversation>;
export type Speaker = Kept<typeof speaker>;
export type Counts = Readonly<Partial<Record<Count, number>>>;
export type EpisodeFields = Kept<typeof episode> & { readonly counts: Counts; readonly entries: Entries };

type Hash = Readonly<Record<string, string>>;

function readHash<S extends Stored>(of: S, hash: Hash): Kept<S> {
  const there = Object.entries(of).filter(([, [as]]) => hash[as] !== undefined && hash[as] !== '');
  return Object.fromEntries(there.map(([name, [as, field]]) => [name, field.read(hash[as])])) as Kept<S>;
}

export const readConversation = (hash: Hash): Conversation => readHash(conversation, hash);

const speakerFields = Object.entries(speaker as Stored);

export function readSpeaker(hash: Hash): Speaker {
  return spoken.read(speakerFields.map(([, [as]]) => hash[as]));
}

export function readEpisode(hash: Hash): EpisodeFields {
  const counts = countNames.flatMap((name) =>
    hash[name] === undefined ? [] : [[name, int.read(hash[name])] as const],
  );
  return { ...readHash(episode, hash), counts: Object.fromEntries(counts), entries: readEntries(hash) };
}

/** Fields of a record by their names in the data. */
export function namesIn<S extends Stored>(of: S, names: readonly (keyof S)[]): readonly string[] {
  return names.flatMap((name) => of[name]?.[0] ?? []);
}

export const factNames: readonly string[] = [...namesIn(episode, factsOfEpisode), ...countNames];

/** What only a turn reads, as a script tells it: in the order of the names, false where nothing is. */
export const facts: Field<EpisodeFields> = {
  pack: () => [], // it is only told
  read(value) {
    const values = list(value);
    const found: Record<string, unknown> = {};
    const counts: Partial<Record<Count, number>> = {};
    factsOfEpisode.forEach((name, at) => {
      const one = values[at];
      if (one !== false && one !== '') found[name] = episode[name][1].read(one);
    });
    countNames.forEach((name, at) => {
      const one = values[factsOfEpisode.length + at];
      if (one !== false) counts[name] = int.read(one);
    });
    return { ...found, counts, entries: {} };
  },
  kept: (code) => code,
  answered: (code) => code,
};

/** Who speaks, as one value: a text for each field, empty where nothing is said. */
export const spoken: Field<Speaker> = {
  pack(who) {
    const said: Readonly<Record<string, unknown>> = who;
    return speakerFields.map(([name, [, field]]) => (said[name] === undefined ? '' : field.pack(said[name])));
  },
  read(value) {
    const values = list(value);
    const found: Record<string, unknown> = {};
    speakerFields.forEach(([name, [, field]], at) => {
      if (text.read(values[at]) !== '') found[name] = field.read(values[at]);
    });
    return found;
  },
  kept: (code) => code,
  answered: (code) => code,
};

export const fieldsOf = (of: Stored): Fields =>
  Object.fromEntries(Object.entries(of).map(([name, [, field]]) => [name, field]));
