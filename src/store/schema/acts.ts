/** Every act: what is asked, by name and kind, and each kind of answer with what it tells. */
import { type Act, act } from './act.js';
import { context } from './context.js';
import { type Field, flag, int, kinds, list, micros, perhaps, record } from './fields.js';
import { type RecordOf, stamp, text, type TypeOf } from './fields.js';
import { type PackedOp, packedOp } from './ops.js';
import { spoken } from './records.js';
import { teamActs } from './team-acts.js';

const fenced = { by: text, state: text };
/** What was written that the agent has not read. */
const wrote = { entries: list(text) };
/** Of a message of the customer or of an agent: what it says, and what it carries. */
const message = { words: text, extras: text };
const done: Field<number> = int;
const ops: Field<readonly PackedOp[]> = list(packedOp);
const held = record('holding', { id: text, seat: text });

const declared = {
  receive: act(
    { id: text, activity: text, who: spoken, ...message, lease: micros, life: text, sealed: text, seconds: int },
    kinds({ turn: { seq: int, turn: context }, queued: { seq: int }, duplicate: { seq: int }, gone: {} }),
  ),
  commit: act(
    {
      id: text,
      seq: int,
      turnLease: int,
      number: int,
      epoch: int,
      lease: micros,
      idle: micros,
      lineIdle: micros,
      ahead: int,
      effects: ops,
    },
    kinds({ committed: {}, owing: { turn: context }, moved: { turn: context }, fenced: {} }),
  ),
  amend: act(
    { id: text, activity: text, what: text, text, fresh: text, speaker: text, ...message },
    kinds({ amended: { seq: int }, unknown: {} }),
  ),
  greet: act({ id: text, who: spoken, ...message, chance: text }, kinds({ begun: { life: text }, known: {} })),
  wake: act({ limit: int, lease: micros }, list(record('woken', { id: text, turn: context }))),
  read: act(
    { id: text, after: int, most: int, generation: perhaps, life: text, free: flag },
    kinds({
      read: {
        generation: int,
        life: text,
        seq: int,
        entries: list(text),
        /** By which ids the channel knows the customer's messages: each id with its number. */
        known: list(text),
        ticket: flag,
      },
      none: {},
      gone: {},
    }),
  ),
  renew: act(
    { id: text, life: text, given: text, parent: text, next: text },
    kinds({ renewed: { life: text }, gone: {}, reused: {} }),
  ),
  claim: act(
    {
      agent: text,
      name: text,
      lease: micros,
      seat: text,
      till: stamp,
      id: text,
      ...message,
      /** The words by language, as JSON. */
      told: text,
      force: flag,
      head: flag,
      queues: list(text),
    },
    kinds({
      claimed: { id: text, epoch: int, holder: text, freed: text, queue: text, queuedAt: perhaps, at: stamp },
      taken: fenced,
      empty: {},
      away: {},
      late: {},
    }),
  ),
  desk: act({ queue: text }, record('served', { agents: int, pace: micros })),
  paced: act({ queue: text, at: stamp, queuedAt: stamp }, done),
  heads: act({ seat: text, queues: list(text) }, record('head', { known: flag, id: text, order: micros })),
  ahead: act({ queue: text, bounds: list(text) }, list(int)),
  claimRequest: act({ seat: text, seen: text, taken: text }, text),
  pass: act(
    {
      id: text,
      agent: text,
      epoch: int,
      seen: int,
      most: int,
      to: text,
      name: text,
      lease: micros,
      seat: text,
      till: stamp,
      ...message,
    },
    kinds({ moved: { freed: text }, fenced, wrote, away: {}, late: {} }),
  ),
  speak: act(
    /** `corrects`: the number of the message that a note reads anew, and as what; 0 where it does not. */
    {
      id: text,
      activity: text,
      agent: text,
      queues: list(text),
      epoch: int,
      note: flag,
      ...message,
      corrects: int,
      level: int,
    },
    kinds({ said: { seq: int }, fenced }),
  ),
  reveal: act(
    { id: text, seq: int, epoch: int, agent: text, over: flag },
    kinds({ sealed: { entry: text, box: text }, fenced, none: {} }),
  ),
  move: act(
    {
      id: text,
      agent: text,
      epoch: int,
      seen: int,
      most: int,
      why: text,
      because: text,
      action: text,
      force: flag,
      undo: micros,
      to: text,
      ...message,
      idle: micros,
      effects: ops,
    },
    /** `kept`: it can be undone, and nobody was told yet. */
    kinds({ moved: { holder: text, freed: text, helped: flag, kept: flag }, fenced, wrote, owed: {} }),
  ),
  undo: act({ id: text, agent: text, epoch: int }, kinds({ back: { epoch: int }, fenced })),
  reopen: act(
    {
      id: text,
      number: int,
      epoch: int,
      seen: int,
      most: int,
      agent: text,
      name: text,
      force: flag,
      lease: micros,
      seat: text,
      till: stamp,
      asked: text,
      scored: text,
      ...message,
    },
    kinds({
      reopened: { epoch: int },
      leaving: { epoch: int },
      fenced,
      wrote,
      open: { by: text },
      others: {},
      begun: {},
      over: {},
      elsewhere: {},
      gone: {},
      late: {},
    }),
  ),
  sweep: act(
    { limit: int, id: text, agent: text, words: text, texts: text, lineIdle: micros },
    list(record('swept', { id: text, agent: text, seat: text, told: flag })),
  ),
  presence: act(
    { agent: text, name: text, span: micros, lease: micros, patience: micros, queues: list(text) },
    list(held),
  ),
  seat: act(
    { action: text, span: micros, capacity: int, seat: text, attempt: text, known: flag, held: list(text) },
    kinds({ yours: { till: stamp }, full: {}, look: {}, done: {} }),
  ),
  held: act({ agent: text }, list(text)),
  seen: act({ id: text, idle: micros }, done),
  reassign: act({ most: int, queues: list(text) }, int),
  takeLease: act(
    { id: text, fence: int, lease: micros, most: int },
    kinds({
      lease: { fence: int, reference: text, tries: int, failingSince: micros, entries: list(text) },
      none: {},
      busy: {},
    }),
  ),
  delivered: act(
    { id: text, fence: int, seq: int, result: text, pause: micros, tries: int, ...message, ticket: ops },
    kinds({ kept: {}, fenced: {} }),
  ),
  erase: act(
    { id: text, customer: text, seconds: int, ids: list(text) },
    kinds({ erased: { entries: int }, more: { episodes: int }, shared: {} }),
  ),
  unsay: act(
    { id: text, customer: text, speaker: text, words: text, idle: micros, lineIdle: micros },
    kinds({ erased: { entries: int } }),
  ),
  retire: act({ seconds: int, most: int }, int),
  mend: act({ id: text, channel: text, newest: int, customer: text, words: text }, list(text)),
  spend: act({ name: text, points: int, window: int }, record('spent', { count: int, left: int })),
  ...teamActs,
  trial: act({}, list(record('refused', { command: text, fault: text }))),
} as const;

export type ActName = keyof typeof declared;
type AskedOf<Name extends ActName> = (typeof declared)[Name]['asked'];
export type Request<Name extends ActName> = RecordOf<AskedOf<Name>>;
export type Answer<Name extends ActName> = TypeOf<(typeof declared)[Name]['answer']>;

/** Each by its name, so that what is asked and what is answered belong together also where the name is not known yet. */
export const acts: { readonly [Name in ActName]: Act<AskedOf<Name>, Answer<Name>> } = declared;
