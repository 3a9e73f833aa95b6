/** What every figure on the dashboard is: a title, and the exact formula. The only place where they are defined. */
import { easyScore, efforts, type Outcome, outcomeNames, outcomes, presenceMs, scores } from '../conversation/index.js';

export interface Measure {
  readonly title: string;
  readonly formula: string;
}

const [hardest, easiest] = [Math.min(...scores), Math.max(...scores)];

/** What counts as each outcome. */
const formulas: Readonly<Record<Outcome, string>> = {
  solved: 'Ended episodes in which the customer said that an answer solved it.',
  assumed: 'Ended episodes that were answered and then fell silent without the customer saying whether it helped.',
  helped: 'Episodes that an agent closed after a person had written at least one line to the customer.',
  unanswered:
    'Episodes that ended silent after a question the assistant could not answer, or that were closed before a person had written a line.',
  'gave-up': 'Episodes in which the customer asked for or was handed to a person and left before being helped.',
};
const endings = Object.fromEntries(
  outcomeNames.map((name) => [name, { title: outcomes[name].name, formula: formulas[name] }]),
);

export const measures: Readonly<Record<string, Measure>> = {
  waiting: { title: 'Waiting now', formula: 'Tickets in the line at this moment, whatever period is chosen.' },
  assigned: {
    title: 'With a person now',
    formula: 'Tickets held by an agent at this moment, whatever period is chosen.',
  },
  longestWait: {
    title: 'Longest wait now',
    formula:
      'Now minus the time at which whoever has waited longest, at any place in the line, first entered it; a release or transfer does not restart it.',
  },
  agents: {
    title: 'Agents at their desk',
    formula: `Agents whose page sent a heartbeat in the last ${presenceMs / 1000} seconds and who are not away.`,
  },
  episodes: { title: 'Episodes', formula: 'Support cases that began in the period. A conversation may hold several.' },
  ...endings,
  escalations: {
    title: 'Handed to a person',
    formula: 'Tickets opened in the period, by the reason on their receipt.',
  },
  answers: { title: 'Questions answered', formula: 'Answers given from the knowledge base; two at once count once.' },
  misses: { title: 'Questions not answered', formula: 'Questions the assistant said it did not know.' },
  wait: {
    title: 'Wait for a person',
    formula:
      'All time of the episode spent in the line up to the claim, for every claim from the line in the period by somebody who had left no message; percentiles by nearest rank, within 1.6 %.',
  },
  messageWait: {
    title: 'Wait of messages left',
    formula:
      'The same, for those who had left a message with a way to reach them. They do not sit and wait, so their time is not in the wait for a person.',
  },
  promise: {
    title: 'Promised wait that held',
    formula:
      'Waits within the range, divided by all waits that were promised one: low ≤ wait ≤ high. The range is the one said on entering the line; the wait runs from then to the first claim, for first claims in the period. Nobody is promised a range while nobody is at the desk.',
  },
  firstReply: {
    title: 'First reply of a person',
    formula: 'From entering the line to the first words of an agent to the customer.',
  },
  abandoned: { title: 'Left the line', formula: 'Customers who left the line by their own choice.' },
  ces: {
    title: 'Customer Effort Score',
    formula: `Mean of the answers ${hardest} to ${easiest} to "made it easy to get this sorted"; ${easiest} is easiest. n of asked is printed beside it. Our wording differs from the published question, so outside benchmarks are weak.`,
  },
  easy: { title: 'Found it easy', formula: `Answers of ${easyScore} to ${easiest}, divided by all answers.` },
  effort: {
    title: 'Effort',
    formula:
      'Mean over ended episodes of a score from 0 to 100 computed from what happened (see the drivers of each episode). It is not the CES.',
  },
  high: { title: 'High effort', formula: `Ended episodes with an effort of ${efforts.high} or more.` },
};
