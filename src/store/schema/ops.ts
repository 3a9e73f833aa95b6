/** What a turn or a change of hands does to an episode: each step by name, as its script in lua/ops reads it. */
import type { Effect, Extras, Memory, Reply } from '../../conversation/index.js';
import { type Menus, packExtras } from '../entries.js';
import { packFeeling } from '../feelings.js';
import { packMemory, packPlace } from '../memory.js';
import {
  type Field,
  type Fields,
  int,
  list,
  micros,
  packer,
  perhaps,
  type RecordOf,
  share,
  text,
  type Wire,
} from './fields.js';

const said = { words: text, extras: text };

export const ops = {
  /** `at`: when the message that opens it was heard; `seq`: its number; `person`: who wrote it. */
  open: { at: micros, seq: int, person: text },
  say: said,
  /** Words about the place that the ticket has got; the last ordinal is for all further places. */
  'say-place': { ...said, ordinals: list(text) },
  feel: { level: int, peak: share, feeling: text },
  remember: { memory: text, place: text, language: text },
  count: { what: text },
  entry: { what: text, id: text },
  /** `low` and `high`: the wait that is promised for each place, microseconds. */
  queue: { boost: micros, reason: text, receipt: text, low: perhaps, high: perhaps },
  /** Of a ticket that is there already. */
  raise: { boost: micros, reason: text, receipt: text },
  /** And of the one that the person has in another conversation, where this is told as a note. */
  'raise-elsewhere': { boost: micros, reason: text, receipt: text, ...said },
  grave: {},
  'leave-line': {},
  'no-answer': {},
  end: { outcome: text, ...said },
  rate: { score: int },
  comment: { words: text },
  contact: { words: text },
} as const satisfies Readonly<Record<string, Fields>>;

type OpName = keyof typeof ops;
export type PackedOp = readonly Wire[];

/** A step, ready to travel. */
export const packedOp: Field<PackedOp> = {
  pack: (op) => op,
  read: () => [],
  kept: (code) => code,
  answered: (code) => code,
};

const packers = new Map<string, (of: never) => readonly Wire[]>(
  Object.entries(ops).map(([name, fields]) => [name, packer<Fields>(fields)]),
);
const op = <Name extends OpName>(name: Name, of: RecordOf<(typeof ops)[Name]>): PackedOp => [
  name,
  ...(packers.get(name)?.(of as never) ?? []),
];

export interface EffectContext {
  /** Who wrote the message. */
  readonly person?: string;
  /** When the message was heard, milliseconds; 0 when no message started this. */
  readonly at: number;
  readonly seq: number;
  readonly menus?: Menus;
  /** By which call what is said comes, where that is kept. */
  readonly due?: Pick<Extras, 'cause'>;
}

const rememberedOf = (memory: Memory) => ({
  memory: packMemory(memory),
  place: packPlace(memory.place),
  language: memory.language ?? '',
});

function opOf(effect: Effect, { at, seq, person = '', menus, due }: EffectContext): PackedOp {
  switch (effect.kind) {
    case 'open':
      return op('open', { at, seq, person });
    case 'say': {
      const words = { words: effect.reply.text, extras: packExtras({ ...effect.reply, ...due }, menus) };
      return effect.place === undefined ? op('say', words) : op('say-place', { ...words, ...effect.place });
    }
    case 'feel': {
      const { feeling, peak } = effect;
      return op('feel', { level: feeling.level, peak, feeling: packFeeling(feeling) });
    }
    case 'remember':
      return op('remember', rememberedOf(effect.memory));
    case 'queue': {
      const { boostMs, reason, receipt, promised } = effect;
      const wait = { low: promised?.low, high: promised?.high };
      return op('queue', { boost: boostMs, reason, receipt: receipt ? JSON.stringify(receipt) : '', ...wait });
    }
    case 'raise': {
      const { boostMs, reason, receipt, elsewhere } = effect;
      const raised = { boost: boostMs, reason, receipt: JSON.stringify(receipt) };
      if (elsewhere === undefined) return op('raise', raised);
      return op('raise-elsewhere', { ...raised, words: elsewhere.text, extras: packExtras(elsewhere) });
    }
    case 'grave':
      return op('grave', {});
    case 'end': {
      const { outcome = '' } = effect;
      const notice: Reply = { text: '', ...effect.notice, mark: 'closed' };
      return op('end', { outcome, words: notice.text, extras: packExtras({ ...notice, ...due }) });
    }
    case 'no-answer':
      return op('no-answer', {});
    case 'leave-line':
      return op('leave-line', {});
    case 'rate':
      return op('rate', effect);
    case 'comment':
      return op('comment', { words: effect.text });
    case 'contact':
      return op('contact', { words: effect.text });
    case 'count':
      return op('count', effect);
    case 'entry':
      return op('entry', effect);
  }
}

export const opsOf = (effects: readonly Effect[], context: EffectContext): readonly PackedOp[] =>
  effects.map((effect) => opOf(effect, context));
