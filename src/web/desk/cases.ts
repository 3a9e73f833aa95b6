/** Another case of the person, in words. */
import { outcomes } from '../../conversation/names.js';
import { clockText, dayText } from '../kit/time.js';
import type { EarlierCase } from './types.js';

const states: Readonly<Record<EarlierCase['state'], string>> = {
  bot: 'With the assistant',
  waiting: 'In the line',
  assigned: 'With a person',
  closed: 'Ended',
};

/** "3 November, 14:02 · Teams". */
export const whenText = ({ bornAt, channel }: EarlierCase, now: number): string =>
  `${dayText(bornAt, now)}, ${clockText(bornAt)} · ${channel.short}`;

/** "Helped by a person, by Ana · effort 40 · said 5 of 7". */
export function caseText({ state, outcome, agent, effort, ces }: EarlierCase): string {
  const end = outcome === undefined ? states[state] : outcomes[outcome].name;
  const by = agent === undefined ? '' : `, ${agent}`;
  return [end + by, `effort ${effort}`, ...(ces === undefined ? [] : [`said ${ces} of 7`])].join(' · ');
}
