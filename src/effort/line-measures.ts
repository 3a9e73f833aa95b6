/** The measures of the line: of people who came into one in the period, and of what is so at this moment. */
import { presenceMs, promptMs, reasonNames, reasons, shortMs } from '../conversation/index.js';
import { counter, type Definition, type Measure, under } from './measure.js';
import type { EpisodeRecord } from './port.js';
import { spreadKey } from './tallies.js';

/** How long somebody stood in the line, milliseconds. */
const stoodFor = ({ askedAt = 0, stoodTill = 0 }: EpisodeRecord): number =>
  Math.round((stoodTill - askedAt) * 1000) / 1000;

const stand = (title: string, formula: string, how: NonNullable<EpisodeRecord['stood']>): Measure => ({
  title,
  formula,
  unit: 'time',
  cohort: 'asked',
  holds: ({ stood }) => stood === how,
  counts: (one) => ({ [spreadKey(how, stoodFor(one))]: 1 }),
  total: (counters) => under(counters, how),
});

const minutes = (milliseconds: number): number => milliseconds / 60_000;
const promises = { kept: 'within', sooner: 'sooner than', later: 'later than' } as const;
export type Promised = keyof typeof promises;
export const promiseNames = Object.keys(promises) as readonly Promised[];
const byPromise = promiseNames.map((name) => [
  `promise:${name}`,
  counter(
    {
      title: `Served ${promises[name]} the range we said`,
      formula: 'By the range that was said on entering the line and the first claim after it.',
      unit: 'people',
      cohort: 'asked',
    },
    `promise:${name}`,
    ({ promise }) => promise === name,
  ),
]);

const byReason = reasonNames.map((name) => [
  `reason:${name}`,
  counter(
    {
      title: `Handed to a person: ${reasons[name].name}`,
      formula: 'Cases whose person came into a line in the period, by the reason on their latest receipt.',
      unit: 'people',
      cohort: 'asked',
    },
    `reason:${name}`,
    ({ askedAt, reason }) => askedAt !== undefined && reason === name,
  ),
]);
const named = {
  asked: counter(
    {
      title: 'Handed to a person',
      formula:
        'Cases whose person came into a line in the period, for the first time in that case. Each counts once, however often it was handed over.',
      unit: 'people',
      cohort: 'asked',
    },
    'asked',
    ({ askedAt }) => askedAt !== undefined,
  ),
  served: stand(
    'Wait of those who were served',
    'From first coming into the line to the first claim, for the people who came into a line in the period, left no message and were served before they left it; percentiles by nearest rank, within 0.8 %, from 20 people on.',
    'served',
  ),
  left: stand(
    'Left the line',
    'People who came into a line in the period and left it, by choice or for good, before anybody came.',
    'left',
  ),
  dropped: stand(
    'Closed in the line',
    'People who came into a line in the period and whose case was closed by us before anybody had come.',
    'dropped',
  ),
  taken: stand(
    'Wait of messages left',
    'The same for those who had left a message with a way to reach them. They do not sit and wait, so their time is not in the wait for a person.',
    'taken',
  ),
  lost: stand('Messages not taken up', 'Messages left in the period whose case ended before anybody came.', 'lost'),
  wait: {
    title: 'Wait for a person',
    formula:
      'How long it takes until somebody comes, for all who came into a line in the period and left no message: those who were served, and those who left before, whose waits count as “at least so long” (Kaplan–Meier). Who is waiting still is not in it yet.',
    unit: 'time',
    cohort: 'asked',
    holds: ({ stood }) => stood === 'served' || stood === 'left' || stood === 'dropped',
    total: (counters) => under(counters, 'served') + under(counters, 'left') + under(counters, 'dropped'),
  },
  prompt: counter(
    {
      title: `Served within ${minutes(promptMs)} minutes`,
      formula: `People served within ${minutes(promptMs)} minutes, divided by all whose wait is over and who left no message; who left counts as not served. Who left within ${shortMs / 1000} seconds is told apart beside it.`,
      unit: 'people',
      cohort: 'asked',
    },
    'prompt',
    (one) => one.stood === 'served' && stoodFor(one) <= promptMs,
  ),
  short: counter(
    {
      title: 'Left almost at once',
      formula: `People who left the line within ${shortMs / 1000} seconds; they are among those who left.`,
      unit: 'people',
      cohort: 'asked',
    },
    'short',
    (one) => one.stood === 'left' && stoodFor(one) <= shortMs,
  ),
  promise: {
    title: 'Promised wait that held',
    formula:
      'Waits within the range, divided by all waits that were promised one: low ≤ wait ≤ high. The range is the one said on entering the line; the wait runs from then to the first claim, for people who came into a line in the period. Nobody is promised a range while nobody is at the desk.',
    unit: 'people',
    cohort: 'asked',
    holds: ({ promise }) => promise !== undefined,
    total: (counters) => under(counters, 'promise'),
  },
  first: {
    title: 'First reply of a person',
    formula:
      'From first coming into the line to the first words of an agent to the customer, for people who came into a line in the period.',
    unit: 'time',
    cohort: 'asked',
    holds: ({ askedAt, firstWordAt }) => askedAt !== undefined && firstWordAt !== undefined,
    counts: ({ askedAt = 0, firstWordAt = 0 }) => ({ [spreadKey('reply', firstWordAt - askedAt)]: 1 }),
    total: (counters) => under(counters, 'reply'),
  },
} satisfies Readonly<Record<string, Measure>>;

export const lineMeasures: Readonly<Record<string, Measure>> = {
  ...named,
  ...(Object.fromEntries([...byReason, ...byPromise]) as Readonly<Record<string, Measure>>),
};

/** Of this moment, whatever period is chosen. */
export const present: Readonly<Record<string, Definition>> = {
  waiting: {
    title: 'Waiting now',
    formula: 'Tickets in the line at this moment, whatever period is chosen.',
    unit: 'people',
  },
  assigned: {
    title: 'With a person now',
    formula: 'Tickets held by an agent at this moment, whatever period is chosen.',
    unit: 'people',
  },
  longestWait: {
    title: 'Longest wait now',
    formula:
      'Now minus the time at which whoever has waited longest, at any place in the line, first entered it; a release or transfer does not restart it.',
    unit: 'time',
  },
  agents: {
    title: 'Agents at their desk',
    formula: `Agents whose page sent a heartbeat in the last ${presenceMs / 1000} seconds and who are not away.`,
    unit: 'agents',
  },
};
