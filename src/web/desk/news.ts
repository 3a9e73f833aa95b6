/** What is worth a sound or a notice: someone new in the line, a customer who answered, a ticket that changed hands. */
import { spanText } from '../kit/time.js';
import { isQuiet, type LineState, unread } from './line.js';
import type { FeedEvent, TicketRow } from './types.js';

export interface News {
  readonly kind: 'arrived' | 'answered' | 'received' | 'lost';
  readonly row: TicketRow;
  readonly text: string;
}

export interface Happened {
  readonly before: LineState;
  readonly after: LineState;
  readonly event: FeedEvent;
  /** The ticket this agent acts on right now, empty for whichever is next: what happens to it is no news to them. */
  readonly acting?: string | undefined;
  /** The server's clock. */
  readonly now: number;
}

/** How a ticket left these hands. */
function lostText({ id, customer, owedSince }: TicketRow, { after, event, now }: Happened): string {
  const found = event.kind === 'ticket' ? event.ticket : after.waiting.find((row) => row.id === id);
  if (found?.state === 'waiting') {
    return owedSince === undefined
      ? `This desk was out of reach, so ${customer} is back in the line.`
      : `${customer} had no answer for ${spanText(now - owedSince)} and is back in the line, at the old place.`;
  }
  if (found?.agent !== undefined) return `${found.agent} has the conversation with ${customer} now.`;
  if (event.kind === 'gone') return `The conversation with ${customer} has ended.`;
  return `The conversation with ${customer} is not with you any more.`;
}

function changedHands(happened: Happened): readonly News[] {
  const { before, after, acting } = happened;
  const gone = ({ id }: TicketRow, from: readonly TicketRow[]) =>
    acting !== '' && acting !== id && from.every((row) => row.id !== id);
  const lost = before.mine.filter((row) => gone(row, after.mine));
  const received = after.mine.filter((row) => gone(row, before.mine));
  return [
    ...lost.map((row): News => ({ kind: 'lost', row, text: lostText(row, happened) })),
    ...received.map((row): News => ({ kind: 'received', row, text: `${row.customer} is with you now.` })),
  ];
}

/** Between two states of the line; the first whole line is no news, however long it is. */
export function news(happened: Happened): readonly News[] {
  const { before, after } = happened;
  if (!before.ready) return [];
  const known = new Set([...before.waiting, ...before.mine, ...before.others].map(({ id }) => id));
  const arrived = after.waiting.filter(({ id }) => !known.has(id));
  const answered = after.mine.filter((row) => {
    const held = before.mine.find(({ id }) => id === row.id);
    return held !== undefined && !isQuiet(row, held) && row.last.role === 'customer' && unread(after, row) > 0;
  });
  return [
    ...changedHands(happened),
    ...arrived.map((row): News => ({ kind: 'arrived', row, text: `${row.customer} joined the line` })),
    ...answered.map((row): News => ({ kind: 'answered', row, text: `${row.customer} answered` })),
  ];
}

/** The page's title: what is unsent, how many wait in the line and how many messages are unread. */
export function titleOf(waiting: number, unreadCount: number, unsent = 0): string {
  const badge = unreadCount > 0 ? `(${unreadCount}) ` : '';
  const stuck = unsent > 0 ? `${unsent} unsent · ` : '';
  return `${badge}${stuck}${waiting > 0 ? `${waiting} waiting · ` : ''}Desk · Warmline`;
}
