/** The managers' figures for a period, from hourly counters; what each one means is in measures.ts. */
import { easyScore, type Outcome, outcomeNames, type Reason, reasonNames, scores } from '../conversation/index.js';
import type { Hour } from './port.js';
import { type Counters, merge, type Spread, spread } from './tallies.js';

const promises = ['kept', 'sooner', 'later'] as const;

/** Within the range that was promised, before it, or after it. */
export type Promised = (typeof promises)[number];

export interface Ces {
  /** Surveys asked and answered. */
  readonly asked: number;
  readonly n: number;
  readonly mean?: number;
  /** Share of answers that say it was easy, from 0 to 1. */
  readonly easy?: number;
  /** How often each score was given, in their order. */
  readonly counts: readonly number[];
}

export interface Figures {
  readonly episodes: number;
  readonly ended: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly escalations: { readonly total: number; readonly byReason: Readonly<Partial<Record<Reason, number>>> };
  readonly answers: number;
  readonly misses: number;
  /** Of customers who waited for a person on the page. */
  readonly wait: Spread;
  /** Of customers who left a message: how long it waited. */
  readonly messageWait: Spread;
  /** How the waits that were promised turned out. */
  readonly promise: Readonly<Record<Promised, number>>;
  readonly firstReply: Spread;
  readonly abandoned: number;
  readonly ces: Ces;
  /** Of ended episodes, 0..100. */
  readonly effort: { readonly n: number; readonly mean?: number; readonly high: number };
}

const count = (counters: Counters, name: string) => counters[name] ?? 0;
const each = <Name extends string>(counters: Counters, prefix: string, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, count(counters, `${prefix}:${name}`)])) as Record<Name, number>;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function ces(counters: Counters): Ces {
  const counts = scores.map((score) => count(counters, `ces:${score}`));
  const n = sum(counts);
  const base = { asked: count(counters, 'asked-ces'), n, counts };
  if (n === 0) return base;
  return {
    ...base,
    mean: sum(counts.map((answers, index) => answers * (index + 1))) / n,
    easy: sum(counts.slice(scores.indexOf(easyScore))) / n,
  };
}

function effort(counters: Counters): Figures['effort'] {
  const n = count(counters, 'effort:n');
  const high = count(counters, 'effort:high');
  return n === 0 ? { n, high } : { n, high, mean: count(counters, 'effort:sum') / n };
}

export function figures(hours: readonly Hour[]): Figures {
  const counters = merge(hours);
  const ends = each(counters, 'outcome', outcomeNames);
  const byReason = Object.entries(each(counters, 'reason', reasonNames)).filter(([, n]) => n > 0);
  return {
    episodes: count(counters, 'episodes'),
    ended: sum(Object.values(ends)),
    outcomes: ends,
    escalations: { total: count(counters, 'escalations'), byReason: Object.fromEntries(byReason) },
    answers: count(counters, 'answers'),
    misses: count(counters, 'misses'),
    wait: spread(counters, 'wait'),
    messageWait: spread(counters, 'message'),
    promise: each(counters, 'promise', promises),
    firstReply: spread(counters, 'first'),
    abandoned: count(counters, 'abandoned'),
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
  readonly waitP90?: number;
  readonly effortMean?: number;
}

/** One row per hour with anything counted, oldest first. */
export function byHour(hours: readonly Hour[]): readonly HourFigures[] {
  const times = [...new Set(hours.map((hour) => hour.at))].sort((a, b) => a - b);
  return times.map((at) => {
    const {
      episodes,
      escalations,
      answers,
      misses,
      wait,
      effort: cost,
    } = figures(hours.filter((hour) => hour.at === at));
    return {
      at,
      episodes,
      escalations: escalations.total,
      answers,
      misses,
      ...(wait.p90 === undefined ? {} : { waitP90: wait.p90 }),
      ...(cost.mean === undefined ? {} : { effortMean: cost.mean }),
    };
  });
}
