/** Who is asking at the desk, and what they may see and do there. */
import type { Clock } from '../base/index.js';
import { reopenHours } from '../conversation/index.js';
import type { Person } from '../http/index.js';
import type { Agent, ClosedCase, Hours, Queue, Ticket } from '../queue/index.js';
import type { QueueInfo } from './contract.js';

/** Roles that serve customers. */
export const deskRoles = ['agent', 'supervisor'] as const;

export interface Member extends Agent {
  readonly supervises: boolean;
}

/** Queues that are not there (any more) are served by nobody; a supervisor serves all. */
export function memberOf(person: Person, hours: Hours): Member {
  const { id, name, role, capacity } = person;
  const all = hours.queues.map((queue) => queue.id);
  const supervises = role === 'supervisor';
  const own = supervises ? all : all.filter((queue) => person.queues?.includes(queue) ?? true);
  return { id, name, queues: own, supervises, ...(capacity === undefined ? {} : { capacity }) };
}

/** A waiting ticket is seen by those who serve its queue, one that is held by everyone. */
export const maySee = (member: Member, ticket: Ticket): boolean =>
  ticket.state === 'assigned' || member.queues.includes(ticket.queue);

/** As the store decides it while it acts. */
export const mayReopen = ({ id, supervises }: Member, { agent, endedAt }: ClosedCase, now: number): boolean =>
  now - endedAt <= reopenHours * 3_600_000 && (supervises || agent?.id === id);

export function queueInfo(hours: Hours, clock: Clock): readonly QueueInfo[] {
  const now = clock.now();
  return hours.queues.map(({ id, title }) => {
    if (hours.isOpen(now, id)) return { id, title, open: true };
    const opens = hours.opensAt(now, id);
    return { id, title, open: false, ...(opens === undefined ? {} : { opens: hours.say(opens, now) }) };
  });
}

/** How a ticket stands, as the audit writes it down: no word that anybody said. */
export const createStanding = (queue: Pick<Queue, 'ticket'>) => async (id: string) => {
  const ticket = await queue.ticket(id);
  if (ticket === undefined) return undefined;
  const { state, epoch, queue: line, agent, leaving: { due: _, ...leaving } = {} } = ticket;
  const soon = ticket.leaving === undefined ? {} : { leaving };
  return { state, epoch, queue: line, ...(agent === undefined ? {} : { agent: agent.id }), ...soon };
};

/** Those that this member serves. */
export const queuesOf = (member: Member, hours: Hours, clock: Clock): readonly QueueInfo[] =>
  queueInfo(hours, clock).filter(({ id }) => member.queues.includes(id));

/** Whoever signs out is away, so that nothing is passed to them; another page they are signed in on brings them back. */
export async function signedOut({ queue, hours }: { queue: Queue; hours: Hours }, person: Person): Promise<void> {
  const serves = deskRoles.some((role) => role === person.role);
  if (serves) await queue.present(memberOf(person, hours), false);
}
