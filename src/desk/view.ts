/** One ticket with its whole story. */
import type { Conversations } from '../conversation/index.js';
import { type Ledger, spans } from '../effort/index.js';
import type { Queue } from '../queue/index.js';
import type { TicketView } from './contract.js';
import { deskEntry, ticketRow } from './rows.js';

export interface ViewPorts {
  readonly queue: Queue;
  readonly conversations: Conversations;
  readonly ledger: Ledger;
}

/** Undefined when the conversation has no open ticket. */
export async function ticketView(ports: ViewPorts, id: string): Promise<TicketView | undefined> {
  const [ticket, entries] = await Promise.all([ports.queue.ticket(id), ports.conversations.entries(id, 0)]);
  if (ticket === undefined) return undefined;
  const record = await ports.ledger.episode(id, ticket.episode);
  return {
    ticket: ticketRow(ticket),
    entries: entries.map(deskEntry),
    stints: spans(entries, record?.from ?? 1),
    episode: ticket.episode,
    contacts: ticket.contacts,
    ...(ticket.receipt === undefined ? {} : { receipt: ticket.receipt }),
  };
}
