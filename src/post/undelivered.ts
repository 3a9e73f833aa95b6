/** What the team reads about a message that could not be delivered. */
import type { Reply, VisibleEntry } from '../conversation/index.js';
import type { Pushed } from './pushed.js';

const excerpt = 120;

/** What a status says, followed by the name of the channel. */
const refusals: Readonly<Record<number, string>> = {
  403: 'The customer has blocked or removed the assistant in',
  404: 'The conversation does not exist any more in',
  410: 'The conversation does not exist any more in',
  413: 'The message is too large for',
};

/** Why, after how many hours, in which channel. */
export interface Setback {
  readonly result: Exclude<Pushed, { kind: 'sent' }>;
  readonly hours: number;
  readonly title: string;
}

function because({ result, hours, title }: Setback): string {
  if (result.kind === 'failed') return `${title} has not taken it for ${hours} hours (${result.why}).`;
  const known = refusals[result.status];
  return `${known === undefined ? `${title} refused the message` : `${known} ${title}`} (${result.status}).`;
}

/** A note about `entry`, for the team only. */
export function undeliveredNote({ seq, text }: VisibleEntry, setback: Setback): Reply {
  const words = text.length > excerpt ? `${text.slice(0, excerpt)}…` : text;
  const advice = 'Reach the customer another way, or write again once they have written.';
  return {
    text: `Not delivered: “${words}” ${because(setback)} ${advice}`,
    mark: 'undelivered',
    by: 'Delivery',
    about: seq,
  };
}
