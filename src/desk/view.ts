/** One ticket with its whole story. */
import { revealedTo } from '../conversation/index.js';
import { spans } from '../effort/index.js';
import type { Ticket } from '../queue/index.js';
import type { TicketView } from './contract.js';
import type { DeskOptions } from './ports.js';
import { deskEntry, ticketRow } from './rows.js';
import type { Member } from './staff.js';

export async function ticketView(
  { conversations, ledger, privacy }: Pick<DeskOptions, 'conversations' | 'ledger' | 'privacy'>,
  ticket: Ticket,
  member: Member,
): Promise<TicketView> {
  const { conversation: id, episode } = ticket;
  const [entries, record] = await Promise.all([conversations.entries(id, 0), ledger.episode(id, episode)]);
  return {
    ticket: ticketRow(ticket),
    entries: entries.map(deskEntry),
    stints: spans(entries, record?.from ?? 1),
    episode,
    customerId: ticket.customer.id,
    contacts: ticket.contacts,
    reveals: revealedTo(privacy, member.supervises ? 'supervisor' : 'agent'),
    ...(ticket.receipt === undefined ? {} : { receipt: ticket.receipt }),
  };
}
