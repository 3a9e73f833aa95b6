/** One ticket with its whole story. */
import { spans } from '../effort/index.js';
import type { TicketView } from './contract.js';
import type { DeskOptions } from './ports.js';
import { deskEntry, ticketRow } from './rows.js';

/** Undefined when the conversation has no open ticket. */
export async function ticketView(
  ports: Pick<DeskOptions, 'queue' | 'conversations' | 'ledger'>,
  id: string,
): Promise<TicketView | undefined> {
  const [ticket, entries] = await Promise.all([ports.queue.ticket(id), ports.conversations.entries(id, 0)]);
  if (ticket === undefined) return undefined;
  const record = await ports.ledger.episode(id, ticket.episode);
  return {
    ticket: ticketRow(ticket),
    entries: entries.map(deskEntry),
    stints: spans(entries, record?.from ?? 1),
    episode: ticket.episode,
    customerId: ticket.customer.id,
    contacts: ticket.contacts,
    ...(ticket.receipt === undefined ? {} : { receipt: ticket.receipt }),
  };
}
