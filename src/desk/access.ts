/**
 * Who may do what with a ticket: the only place that decides it. Every address of the desk is made here, and says what
 * a call needs; a handler runs only for those who may.
 */
import { SupportError } from '../base/index.js';
import { reopenHours } from '../conversation/index.js';
import { type Answer, type Person, type PersonCall, personRoute, type PersonRoute, type Route } from '../http/index.js';
import type { ClosedCase, Ticket } from '../queue/index.js';
import type { DeskOptions } from './ports.js';
import { readCaseId } from './case-id.js';
import { deskRoles as roles, mayReopen, maySee, type Member, memberOf } from './staff.js';

/** What the caller of a route must be allowed to do. */
export type Need =
  /** It is about no ticket. */
  | { readonly kind: 'none' }
  /** To see this ticket. */
  | { readonly kind: 'see'; readonly ticket: string }
  /** To hold the ticket. The store decides that while it acts, by holder and epoch, because it also knows a repeat. */
  | { readonly kind: 'hold' }
  /** To reopen this case, `<number>:<conversation>`, and so to read it. */
  | { readonly kind: 'reopen'; readonly case: string }
  /** To supervise: it is done whoever holds the ticket. */
  | { readonly kind: 'supervise' };

export interface DeskCall<B, Q> extends PersonCall<B, Q> {
  readonly member: Member;
  /** The ticket that had to be seen; undefined when it was none, or there is no open one. */
  readonly ticket: Ticket | undefined;
  /** The closed case that may be reopened; undefined when it was none, or there is none. */
  readonly closed: ClosedCase | undefined;
}

interface DeskRoute<B, Q> extends Omit<PersonRoute<B, Q>, 'roles' | 'handle'> {
  readonly needs: (call: PersonCall<B, Q>) => Need;
  readonly handle: (call: DeskCall<B, Q>) => Promise<Answer>;
}

export type MakeRoute = <B = undefined, Q = Readonly<Record<string, string>>>(own: DeskRoute<B, Q>) => Route;

export const nothing = (): Need => ({ kind: 'none' });
export const holding = (): Need => ({ kind: 'hold' });

export function createAccess({ queue, hours, clock }: Pick<DeskOptions, 'queue' | 'hours' | 'clock'>): MakeRoute {
  async function closedBy(member: Member, id: string): Promise<ClosedCase | undefined> {
    const { conversation, number } = readCaseId(id);
    const closed = await queue.closedOne(conversation, number);
    if (closed === undefined || mayReopen(member, closed, clock.now())) return closed;
    throw new SupportError('forbidden', `Who had this case, or a supervisor, reopens it within ${reopenHours} hours.`);
  }
  /** Throws `forbidden` when the person may not; otherwise returns who they are here, and what they asked to see. */
  async function admit(
    person: Person,
    need: Need,
  ): Promise<Pick<DeskCall<unknown, unknown>, 'member' | 'ticket' | 'closed'>> {
    const member = memberOf(person, hours);
    if (need.kind === 'supervise' && !member.supervises) {
      throw new SupportError('forbidden', 'Only a supervisor takes or moves a ticket that somebody else holds.');
    }
    const ticket = need.kind === 'see' ? await queue.ticket(need.ticket) : undefined;
    const closed = need.kind === 'reopen' ? await closedBy(member, need.case) : undefined;
    if (ticket === undefined || maySee(member, ticket)) return { member, ticket, closed };
    throw new SupportError('forbidden', `This ticket waits in the queue ${ticket.queue}, which you do not serve.`);
  }
  return ({ needs, handle, ...shape }) =>
    personRoute({
      ...shape,
      roles,
      handle: async (call) => handle({ ...call, ...(await admit(call.person, needs(call))) }),
    });
}
