/** The answers to the page's questions, in one or two sentences each, from the figures and nothing else. */
import { fewest } from '../../conversation/bounds.js';
import { plural } from '../desk/words.js';
import { decimal, share, span } from './format.js';
import { effortBand } from './words.js';
import type { CesSummary, EpisodeRow, HourRow, Summary } from './types.js';

export function waitingAnswer({ waiting, assigned, agents, longestWait }: Summary['live']): string {
  const desk = agents === 0 ? 'nobody is at the desk' : `${plural(agents, 'agent')} at the desk`;
  if (waiting === 0) {
    const held = assigned === 0 ? '' : `, ${plural(assigned, 'customer is', 'customers are')} with a person`;
    return `Nobody is waiting${held}, ${desk}.`;
  }
  const longest = longestWait === undefined ? '' : `, the longest for ${span(longestWait)}`;
  return `${plural(waiting, 'person is', 'people are')} waiting${longest}; ${desk}.`;
}

/** Of few, a share says more than is known: the count is given instead. */
const partOf = (n: number, whole: number): string =>
  whole < fewest.percentile ? n.toLocaleString('en') : share(n / whole);

export function solveAnswer({ ended, outcomes }: Pick<Summary, 'ended' | 'outcomes'>): string {
  if (ended === 0) return 'No case has ended in this period yet.';
  const part = (n: number) => partOf(n, ended);
  const alone = outcomes.solved + outcomes.assumed;
  const lost = outcomes.unanswered + outcomes['gave-up'];
  return (
    `Of ${plural(ended, 'ended case')}, ${part(outcomes.solved)} were solved for certain and ` +
    `${part(alone)} at most. ${part(outcomes.helped)} were helped by a person, ` +
    `${part(lost)} left with nothing.`
  );
}

export function hardAnswer(
  { effort, waits }: Pick<Summary, 'effort' | 'waits'>,
  worst: HourRow | undefined,
  hourName: (at: number) => string,
): string {
  const cost =
    effort.n === 0
      ? 'No case has ended yet, so there is no effort to show.'
      : `${partOf(effort.high, effort.n)} of ${plural(effort.n, 'ended case')} cost the customer high effort.`;
  if (worst?.longestWait !== undefined) {
    return `${cost} The longest wait began ${hourName(worst.at)}: ${span(worst.longestWait)}.`;
  }
  return waits.all.n === 0 ? `${cost} Nobody waited for a person.` : cost;
}

export function easyAnswer({ asked, n, mean, easy }: CesSummary): string {
  if (asked === 0) return 'Nobody has been asked yet.';
  if (n === 0) return `${plural(asked, 'customer')} asked, none has answered.`;
  const average = mean === undefined ? '' : `, ${decimal(mean)} of 7 on average`;
  const chance = n < 30 ? ' So few answers can be chance.' : '';
  return `${partOf(easy, n)} of ${plural(n, 'answer')} found it easy${average}.${chance} Who gave up or fell silent was not asked.`;
}

/** Cases worth reading first: high effort, or gone without help, or very unhappy while still open. */
const atRisk = (row: EpisodeRow): boolean =>
  effortBand(row.effort) === 'high' ||
  row.outcome === 'gave-up' ||
  row.outcome === 'unanswered' ||
  (row.state !== 'closed' && row.level <= -2);

/** The hardest first; open cases before ended ones of the same effort. */
export const hardest = (rows: readonly EpisodeRow[], most: number): readonly EpisodeRow[] =>
  rows
    .filter(atRisk)
    .sort(
      (a, b) =>
        b.effort - a.effort || Number(a.state === 'closed') - Number(b.state === 'closed') || b.bornAt - a.bornAt,
    )
    .slice(0, most);

export function riskAnswer(rows: readonly EpisodeRow[], all: boolean): string {
  if (rows.length === 0) return 'There are no cases in this period.';
  const risky = rows.filter(atRisk).length;
  const among = all ? `${plural(rows.length, 'case')} of this period` : `the newest ${plural(rows.length, 'case')}`;
  return risky === 0
    ? `Nobody: none of ${among} was hard or went without help.`
    : `${risky.toLocaleString('en')} of ${among} ${risky === 1 ? 'was' : 'were'} hard or went without help.`;
}
