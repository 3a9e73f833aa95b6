/** Where a customer stands right now: with the assistant, in the line, or with a person. */
import { type Queue, waitRange, type WaitRange } from '../queue/index.js';

export type Standing =
  | { readonly state: 'assistant' }
  /** `place` 1 is next; no `wait` when nobody is at the desk, because nothing honest can be said then. */
  | { readonly state: 'waiting'; readonly place: number; readonly since: number; readonly wait?: WaitRange }
  | { readonly state: 'agent'; readonly name: string };

export async function standing(queue: Queue, conversation: string): Promise<Standing> {
  const ticket = await queue.ticket(conversation);
  if (ticket?.state === 'assigned') return { state: 'agent', name: ticket.agent?.name ?? '' };
  if (ticket === undefined) return { state: 'assistant' };
  const position = await queue.position(ticket);
  const wait = waitRange(position);
  const place = position.ahead + 1;
  return { state: 'waiting', place, since: ticket.queuedAt, ...(wait === undefined ? {} : { wait }) };
}
