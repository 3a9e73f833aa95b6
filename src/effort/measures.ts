/**
 * The table of measures: what every figure is, which cases stand behind it, and what each of them adds to the tallies. It
 * is the only place where a figure is defined: tiles, rows, the log's columns and the text of a definition are made from it.
 */
import {
  contactTime,
  easyScore,
  efforts,
  type Outcome,
  outcomeNames,
  outcomes,
  scores,
} from '../conversation/index.js';
import { entryCounters } from './entries.js';
import { lineMeasures, present } from './line-measures.js';
import { counted, counter, type Definition, type Measure, of, under } from './measure.js';
import type { Cohort, EpisodeRecord } from './port.js';
import type { Counters } from './tallies.js';

const endings: Readonly<Record<Outcome, string>> = {
  solved: 'Ended cases in which the customer said that an answer solved it.',
  assumed: 'Ended cases that were answered and then fell silent without the customer saying whether it helped.',
  helped: 'Cases that an agent closed after a person had written at least one line to the customer.',
  unanswered:
    'Cases that ended silent after a question the assistant could not answer, or that were closed before a person had written a line.',
  'gave-up': 'Cases in which the customer asked for or was handed to a person and left before being helped.',
};
const byOutcome = outcomeNames.map((name) => [
  `outcome:${name}`,
  counter(
    { title: outcomes[name].name, formula: endings[name], unit: 'cases', cohort: 'ended' },
    `outcome:${name}`,
    ({ outcome }) => outcome === name,
  ),
]);
const byScore = scores.map((score) => [
  `ces:${score}`,
  counter(
    {
      title: `Answered ${score}`,
      formula: 'Ended cases with this answer to the survey.',
      unit: 'answers',
      cohort: 'ended',
    },
    `ces:${score}`,
    ({ ces, endedAt }) => endedAt !== undefined && ces === score,
  ),
]);
const [hardest, easiest] = [Math.min(...scores), Math.max(...scores)];
const isEasy = (ces: number | undefined): boolean => ces !== undefined && ces >= easyScore;

const named = {
  episodes: counter(
    {
      title: 'Cases begun',
      formula: 'Support cases that began in the period. A conversation may hold several.',
      unit: 'cases',
      cohort: 'begun',
    },
    'episodes',
    () => true,
  ),
  again: counter(
    {
      title: 'Came again',
      formula: `Cases that began in the period and whose person, on any channel, had begun another in the ${contactTime} before.`,
      unit: 'cases',
      cohort: 'begun',
    },
    'again',
    ({ contacts }) => contacts > 0,
  ),
  answers: counted(
    {
      title: 'Questions answered',
      formula:
        'Answers given from the knowledge base in the cases that began in the period; two at once count once. A row has one or more.',
      unit: 'questions',
    },
    'answers',
  ),
  misses: counted(
    {
      title: 'Questions not answered',
      formula:
        'Questions the assistant said it did not know, in the cases that began in the period. A row has one or more.',
      unit: 'questions',
    },
    'misses',
  ),
  ended: {
    title: 'Cases ended',
    formula: 'Cases that ended in the period, whenever they began. Each has exactly one outcome.',
    unit: 'cases',
    cohort: 'ended',
    holds: ({ outcome }) => outcome !== undefined,
    total: (counters) => under(counters, 'outcome'),
  },
  transferred: counter(
    {
      title: 'Changed hands',
      formula: 'Ended cases that went from one person to another at least once.',
      unit: 'cases',
      cohort: 'ended',
    },
    'transferred',
    ({ endedAt, transfers }) => endedAt !== undefined && transfers > 0,
  ),
  surveyed: {
    title: 'Asked how easy it was',
    formula: 'Ended cases whose customer was asked. Who gave up or fell silent is never asked.',
    unit: 'cases',
    cohort: 'ended',
    holds: ({ endedAt, counts }) => endedAt !== undefined && (counts['asked-ces'] ?? 0) > 0,
    adds: ({ counts }) => counts['asked-ces'] ?? 0,
    counts: ({ counts }) => ({ 'asked-ces': counts['asked-ces'] ?? 0 }),
    total: (counters) => of(counters, 'asked-ces'),
  },
  ces: {
    title: 'Customer Effort Score',
    formula: `Mean of the answers ${hardest} to ${easiest} to "made it easy to get this sorted" for the cases that ended in the period; ${easiest} is easiest. The rate is of those who were asked. Our wording differs from the published question, so outside benchmarks are weak.`,
    unit: 'answers',
    cohort: 'ended',
    holds: ({ endedAt, ces }) => endedAt !== undefined && ces !== undefined,
    total: (counters) => under(counters, 'ces'),
  },
  easy: {
    title: 'Found it easy',
    formula: `Answers of ${easyScore} to ${easiest}, divided by all answers; the range is Wilson’s, in which the share of all customers like these lies 19 times in 20.`,
    unit: 'answers',
    cohort: 'ended',
    holds: ({ endedAt, ces }) => endedAt !== undefined && isEasy(ces),
    total: (counters) => scores.reduce((sum, score) => (isEasy(score) ? sum + of(counters, `ces:${score}`) : sum), 0),
  },
  effort: {
    title: 'Effort',
    formula:
      'Mean over the cases that ended in the period of a score from 0 to 100 computed from what happened (see the drivers of each case). It is not the CES.',
    unit: 'points',
    cohort: 'ended',
    holds: ({ effort }) => effort !== undefined,
    counts: ({ effort = 0 }) => ({ 'effort:n': 1, 'effort:sum': effort }),
    total: (counters) => of(counters, 'effort:n'),
  },
  high: counter(
    {
      title: 'High effort',
      formula: `Ended cases with an effort of ${efforts.high} or more, divided by all ended cases.`,
      unit: 'cases',
      cohort: 'ended',
    },
    'effort:high',
    ({ effort = 0 }) => effort >= efforts.high,
  ),
} satisfies Readonly<Record<string, Measure>>;

export const measures: Readonly<Record<string, Measure>> = {
  ...named,
  ...lineMeasures,
  ...(Object.fromEntries([...byOutcome, ...byScore]) as Readonly<Record<string, Measure>>),
};

/** The cases in which an entry of the knowledge base was shown, each with how often. */
const shown = (entry: string): Measure => ({
  title: 'Shown',
  formula: 'Times it was given as the answer in the cases that began in the period.',
  unit: 'questions',
  cohort: 'begun',
  holds: ({ entries }) => (entries[entry]?.shown ?? 0) > 0,
  adds: ({ entries }) => entries[entry]?.shown ?? 0,
  total: (counters) => of(counters, `faq:shown:${entry}`),
});

const ofEntry = 'shown:';

/** A measure by its name; those of entries of the knowledge base are named `shown:<entry>`. */
export const measureNamed = (name: string): Measure | undefined =>
  name.startsWith(ofEntry)
    ? shown(name.slice(ofEntry.length))
    : Object.hasOwn(measures, name)
      ? measures[name]
      : undefined;

/** What a case adds to the counters, by the cohort whose hour they are in. */
export function countersOf(one: EpisodeRecord, cohort: Cohort): Counters {
  const found: Record<string, number> = {};
  for (const { holds, counts, cohort: own } of Object.values(measures)) {
    if (own !== cohort || counts === undefined || !holds(one)) continue;
    for (const [name, n] of Object.entries(counts(one))) if (n !== 0) found[name] = (found[name] ?? 0) + n;
  }
  for (const [name, n] of Object.entries(entryCounters(one, cohort))) if (n !== 0) found[name] = n;
  return found;
}

/** What every figure on the page is, without what computes it. */
export const definitions: Readonly<Record<string, Definition>> = {
  ...present,
  ...Object.fromEntries(
    Object.entries(measures).map(([name, { title, formula, unit, cohort }]) => [
      name,
      { title, formula, unit, cohort },
    ]),
  ),
};
