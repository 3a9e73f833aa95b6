/** The managers' figures for a period, from hourly counters; what each one means is in measures.ts. */
import { fewest, type Outcome, outcomeNames, type Reason, reasonNames, scores } from '../conversation/index.js';
import { type Promised, promiseNames } from './line-measures.js';
import { measureNamed } from './measures.js';
import type { Hour } from './port.js';
import { type Counters, merge, type Spread, spread, survival } from './tallies.js';

export interface Ces {
  /** Surveys asked and answered, of the cases that ended. */
  readonly asked: number;
  readonly n: number;
  /** Missing while too few have answered. */
  readonly mean?: number;
  /** How many answers say it was easy. */
  readonly easy: number;
  /** How often each score was given, in their order. */
  readonly counts: readonly number[];
}

export interface Waits {
  /** Of all who came into a line and left no message, by survival: see the measure `wait`. */
  readonly all: Spread;
  readonly served: Spread;
  readonly left: Spread;
  readonly dropped: number;
  /** Served promptly, and gone almost at once. */
  readonly prompt: number;
  readonly short: number;
  /** Of those who left a message; and messages that nobody took up. */
  readonly message: Spread;
  readonly lost: number;
}

export interface Figures {
  readonly episodes: number;
  readonly again: number;
  readonly answers: number;
  readonly misses: number;
  readonly ended: number;
  readonly transferred: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly escalations: { readonly total: number; readonly byReason: Readonly<Partial<Record<Reason, number>>> };
  readonly waits: Waits;
  /** How the waits that were promised turned out. */
  readonly promise: Readonly<Record<Promised, number>>;
  readonly firstReply: Spread;
  readonly ces: Ces;
  /** Of ended episodes, 0..100; the mean is missing while too few have ended. */
  readonly effort: { readonly n: number; readonly mean?: number; readonly high: number };
}

/** A figure of the table, from counters. Throws a TypeError where the table has none of that name. */
function total(counters: Counters, name: string): number {
  const measure = measureNamed(name);
  if (measure === undefined) throw new TypeError(`There is no measure ${name}.`);
  return measure.total(counters);
}

const each = <Name extends string>(counters: Counters, prefix: string, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, total(counters, `${prefix}:${name}`)])) as Record<Name, number>;

/** Of fewer, nothing is said. */
const mean = (sum: number, n: number) => (n < fewest.share ? {} : { mean: sum / n });

function ces(counters: Counters): Ces {
  const counts = scores.map((score) => total(counters, `ces:${score}`));
  const n = total(counters, 'ces');
  const sum = counts.reduce((all, answers, index) => all + answers * (scores[index] ?? 0), 0);
  return { asked: total(counters, 'surveyed'), n, easy: total(counters, 'easy'), counts, ...mean(sum, n) };
}

function effort(counters: Counters): Figures['effort'] {
  const n = total(counters, 'effort');
  return { n, high: total(counters, 'high'), ...mean(counters['effort:sum'] ?? 0, n) };
}

const waits = (counters: Counters): Waits => ({
  all: survival(counters, 'served', ['left', 'dropped']),
  served: spread(counters, 'served'),
  left: spread(counters, 'left'),
  dropped: total(counters, 'dropped'),
  prompt: total(counters, 'prompt'),
  short: total(counters, 'short'),
  message: spread(counters, 'taken'),
  lost: total(counters, 'lost'),
});

export function figures(hours: readonly Pick<Hour, 'counters'>[]): Figures {
  const counters = merge(hours);
  const one = (name: string) => total(counters, name);
  const byReason = Object.entries(each(counters, 'reason', reasonNames)).filter(([, n]) => n > 0);
  return {
    episodes: one('episodes'),
    again: one('again'),
    answers: one('answers'),
    misses: one('misses'),
    ended: one('ended'),
    transferred: one('transferred'),
    outcomes: each(counters, 'outcome', outcomeNames),
    escalations: { total: one('asked'), byReason: Object.fromEntries(byReason) },
    waits: waits(counters),
    promise: each(counters, 'promise', promiseNames),
    firstReply: spread(counters, 'reply'),
    ces: ces(counters),
    effort: effort(counters),
  };
}

export interface HourFigures {
  readonly at: number;
  readonly episodes: number;
  readonly escalations: number;
  readonly answers: number;
  readonly misses: number;
  /** The longest wait that somebody had who came in this hour, whether they were served or left; and how many waited. */
  readonly waited: number;
  readonly longestWait?: number;
  /** The mean effort of what ended in it, and of how many. */
  readonly ended: number;
  readonly effortMean?: number;
}

function hourOf(at: number, counters: Counters): HourFigures {
  const one = (name: string) => total(counters, name);
  const { n, longest } = survival(counters, 'served', ['left', 'dropped']);
  const cost = effort(counters);
  return {
    at,
    episodes: one('episodes'),
    escalations: one('asked'),
    answers: one('answers'),
    misses: one('misses'),
    waited: n,
    ended: cost.n,
    ...(longest === undefined ? {} : { longestWait: longest }),
    ...(cost.mean === undefined ? {} : { effortMean: cost.mean }),
  };
}

/** One row per hour with anything counted, oldest first. */
export function byHour(hours: readonly Hour[]): readonly HourFigures[] {
  const together = new Map<number, Hour[]>();
  for (const hour of hours) {
    const rows = together.get(hour.at);
    if (rows === undefined) together.set(hour.at, [hour]);
    else rows.push(hour);
  }
  return [...together].sort(([a], [b]) => a - b).map(([at, rows]) => hourOf(at, merge(rows)));
}
