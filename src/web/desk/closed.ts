/** Cases that people have closed lately, in words; the case of the open conversation is one of them once it is closed here. */
import { reopenHours } from '../../conversation/bounds.js';
import { outcomes } from '../../conversation/names.js';
import { clockText, dayText } from '../kit/time.js';
import type { DeskState } from './state.js';
import type { ClosedRow } from './types.js';

const hourMs = 3_600_000;

export const closedId = ({ id, episode }: Pick<ClosedRow, 'id' | 'episode'>): string => `${episode}:${id}`;

/** "Closed today, 14:02, by Ana · Web". */
export function endText({ endedAt, agent, channel }: ClosedRow, now: number): string {
  const by = agent === undefined ? '' : `, by ${agent}`;
  return `Closed ${dayText(endedAt, now)}, ${clockText(endedAt)}${by} · ${channel.short}`;
}

export const lastText = ({ last: { text, chose } }: ClosedRow): string => (chose ? `Chose “${text}”` : text);

export const outcomeText = ({ outcome }: ClosedRow): string => outcomes[outcome].name;

/** What became of the question how easy it was, and what becomes of it when the case goes on. */
export function surveyText({ customer, asked, ces }: ClosedRow): string | undefined {
  if (ces !== undefined) {
    return `${customer} has answered how easy it was: ${ces} of 7. That is kept, and they are not asked again.`;
  }
  if (asked !== true) return undefined;
  return `${customer} was asked how easy it was, and has not answered. Reopening takes the question back; they are not asked again.`;
}

/** Why it stays closed. */
export const refusals = {
  begun: ({ customer }: ClosedRow) => `${customer} has gone on with something else since, so this case stays closed.`,
  elsewhere: ({ customer }: ClosedRow) =>
    `${customer} has another open case in another conversation, so this one stays closed.`,
  over: () => `It ended more than ${reopenHours} hours ago, so it stays closed.`,
  gone: () => 'This conversation is not kept any more, so it stays closed.',
} as const;

/** The open conversation was closed here, the customer was told, and it is not too long ago. `now`: the server's clock. */
export function wasClosed({ talk, leaving }: Pick<DeskState, 'talk' | 'leaving'>, now: number): boolean {
  const { holder, ending, id, entries } = talk.value ?? {};
  if (holder !== 'nobody' || ending !== 'close' || leaving.value?.ticket.id === id) return false;
  return now - (entries?.at(-1)?.at ?? 0) <= reopenHours * hourMs;
}
