/** What the team reads about a message that could not be delivered. */
import type { Reply } from '../../conversation/index.js';
import type { VisibleEntry } from '../activity.js';
import type { Pushed } from './pushed.js';

const excerpt = 120;

const refusals: Readonly<Record<number, string>> = {
  403: 'The customer has blocked or removed the assistant in Teams',
  404: 'The conversation in Teams does not exist any more',
  410: 'The conversation in Teams does not exist any more',
  413: 'The message is too large for Teams',
};

function because(result: Exclude<Pushed, { kind: 'sent' }>, hours: number): string {
  if (result.kind === 'failed') return `Teams has not taken it for ${hours} hours (${result.why}).`;
  return `${refusals[result.status] ?? 'Teams refused the message'} (${result.status}).`;
}

/** A note about `entry`, for the team only. */
export function undeliveredNote(
  { seq, text }: VisibleEntry,
  result: Exclude<Pushed, { kind: 'sent' }>,
  hours: number,
): Reply {
  const words = text.length > excerpt ? `${text.slice(0, excerpt)}…` : text;
  const advice = 'Reach the customer another way, or write again once they have written.';
  return {
    text: `Not delivered: “${words}” ${because(result, hours)} ${advice}`,
    mark: 'undelivered',
    by: 'Delivery',
    about: seq,
  };
}
