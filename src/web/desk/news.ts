/** What is worth a sound or a notice: someone new in the line, or a customer who answered. */
import { type LineState, unread } from './line.js';
import type { TicketRow } from './types.js';

export interface News {
  readonly kind: 'arrived' | 'answered';
  readonly row: TicketRow;
}

/** Between two states of the line; the first whole line is no news, however long it is. */
export function news(before: LineState, after: LineState): readonly News[] {
  if (!before.ready) return [];
  const known = new Set([...before.waiting, ...before.mine].map(({ id }) => id));
  const arrived = after.waiting.filter(({ id }) => !known.has(id));
  const answered = after.mine.filter((row) => {
    const held = before.mine.find(({ id }) => id === row.id);
    return held !== undefined && row.seq > held.seq && row.last.role === 'customer' && unread(after, row) > 0;
  });
  return [
    ...arrived.map((row): News => ({ kind: 'arrived', row })),
    ...answered.map((row): News => ({ kind: 'answered', row })),
  ];
}

export const newsText = ({ kind, row }: News): string =>
  kind === 'arrived' ? `${row.customer} joined the line` : `${row.customer} answered`;

/** The page's title: how many wait in the line and how many messages are unread. */
export function titleOf(waiting: number, unreadCount: number): string {
  const badge = unreadCount > 0 ? `(${unreadCount}) ` : '';
  return `${badge}${waiting > 0 ? `${waiting} waiting · ` : ''}Desk · Warmline`;
}
