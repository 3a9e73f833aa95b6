/** Tickets as the agents' page shows them. */
import { type Entry, guestName, reasons, wordsOfChannel } from '../conversation/index.js';
import { reasonWords } from '../escalation/index.js';
import type { Ticket } from '../queue/index.js';
import type { TicketRow } from './contract.js';

/** Letters of what was written last. */
export const preview = 160;

export function ticketRow(ticket: Ticket): TicketRow {
  const words = ticket.receipt === undefined ? [] : reasonWords(ticket.receipt);
  const { last } = ticket;
  return {
    id: ticket.conversation,
    state: ticket.state,
    epoch: ticket.epoch,
    queue: ticket.queue,
    channel: wordsOfChannel(ticket.channel),
    customer: ticket.customer.name ?? guestName(ticket.conversation),
    ...(ticket.customer.vip ? { vip: true } : {}),
    reason: ticket.reason,
    because: words.length > 0 ? words : [reasons[ticket.reason].because],
    level: ticket.level,
    since: ticket.queuedAt,
    order: ticket.order,
    ...(ticket.owed ? { owed: true } : {}),
    ...(ticket.running.stint === 'agent' ? { owedSince: ticket.running.since } : {}),
    last: {
      ...{ role: last.role, text: last.text.slice(0, preview), at: last.at },
      ...(last.value === undefined ? {} : { chose: true }),
      ...(last.speaker === undefined ? {} : { speaker: last.speaker.name ?? guestName(last.speaker.id) }),
    },
    seq: ticket.seq,
    generation: ticket.generation,
    ...(ticket.agent === undefined ? {} : { agent: ticket.agent.name, agentId: ticket.agent.id }),
    ...(ticket.contact === undefined ? {} : { contact: ticket.contact }),
  };
}

/** What the team sees of an entry: everything but the channel's own ids, and those of calls. */
export function deskEntry({ activity: _, cause: __, ...entry }: Entry): Entry {
  return entry;
}
