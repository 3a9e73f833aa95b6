/** The agents' API. Who asks is always the signed-in person; the page never says who it is. */
import { z } from 'zod';
import { SupportError } from '../base/index.js';
import { json, type Person, personRoute, type Route } from '../http/index.js';
import type { CannedAnswer, ClaimAnswer, ClaimBody, PassTargets, PresenceAnswer, PresenceBody } from './contract.js';
import type { DeskOptions } from './ports.js';
import { ticketRow } from './rows.js';
import { deskRoles as roles, memberOf, mustSee, queueInfo, queuesOf } from './staff.js';
import { ticketRoutes } from './ticket-routes.js';

const token = z.string().min(8).max(100);
const claimBody: z.ZodType<ClaimBody> = z.strictObject({
  token,
  ticket: z.string().max(400).exactOptional(),
  takeOver: z.boolean().exactOptional(),
});
const presenceBody: z.ZodType<PresenceBody> = z.strictObject({ state: z.enum(['here', 'away']) });
const root = '/api/desk';

export function deskRoutes(options: DeskOptions): readonly Route[] {
  return [...lineRoutes(options), ...teamRoutes(options), ...ticketRoutes(options)];
}

function createClaim({ queue, relay, hours }: DeskOptions) {
  /** Who holds it now, when a supervisor takes it over; nobody when it waits. */
  async function holder(member: { supervises: boolean }, { ticket, takeOver }: ClaimBody): Promise<string | undefined> {
    if (takeOver !== true) return undefined;
    if (!member.supervises) throw new SupportError('forbidden', 'Only a supervisor takes a ticket over.');
    if (ticket === undefined) throw new SupportError('bad-request', 'Say which ticket is taken over.');
    return (await queue.ticket(ticket))?.agent?.name;
  }

  return async (person: Person, body: ClaimBody): Promise<ClaimAnswer> => {
    const member = memberOf(person, hours);
    const asked = body.ticket === undefined ? undefined : await queue.ticket(body.ticket);
    if (asked !== undefined) mustSee(member, asked);
    const from = await holder(member, body);
    const claimed = await relay.claim(member, {
      token: body.token,
      ...(body.ticket === undefined ? {} : { conversation: body.ticket }),
      ...(from === undefined ? {} : { from }),
    });
    if (claimed.kind !== 'claimed') return claimed;
    const ticket = await queue.ticket(claimed.conversation);
    if (ticket?.epoch === claimed.epoch) return { kind: 'claimed', ticket: ticketRow(ticket) };
    // lost again before this answer: the row that is there now is somebody else's
    const by = ticket?.agent?.name;
    return by === undefined ? { kind: 'gone' } : { kind: 'taken', by };
  };
}

function lineRoutes(options: DeskOptions): readonly Route[] {
  const { feed, faq, hours } = options;
  const claim = createClaim(options);
  const answers = (text: string): readonly CannedAnswer[] =>
    faq.search(text, 8).map(({ id, title, answer }) => ({ id, title, text: answer }));

  return [
    personRoute({
      method: 'GET',
      path: `${root}/line`,
      roles,
      handle: async ({ person }) => json(await feed.line(memberOf(person, hours))),
    }),
    personRoute({
      method: 'GET',
      path: `${root}/feed`,
      roles,
      handle: ({ person }) => {
        const member = memberOf(person, hours);
        return Promise.resolve({
          kind: 'feed',
          open: ({ send }) => feed.open(member, (event) => send(event.kind, event)),
        });
      },
    }),
    personRoute({
      method: 'POST',
      path: `${root}/claim`,
      roles,
      body: claimBody,
      handle: async ({ person, body }) => json(await claim(person, body)),
    }),
    personRoute({
      method: 'GET',
      path: `${root}/answers`,
      roles,
      query: z.object({ q: z.string().max(200).default('') }),
      handle: ({ query }) => Promise.resolve(json({ answers: answers(query.q) })),
    }),
  ];
}

function teamRoutes({ queue, hours, clock }: DeskOptions): readonly Route[] {
  async function targets(person: Person): Promise<PassTargets> {
    const colleagues = (await queue.colleagues()).filter(({ id }) => id !== person.id);
    return {
      colleagues: colleagues.map(({ held, ...one }) => ({ ...one, free: Math.max(0, queue.capacity - held) })),
      queues: queueInfo(hours, clock),
    };
  }
  async function beat(person: Person, { state }: PresenceBody): Promise<PresenceAnswer> {
    const member = memberOf(person, hours);
    const held = await queue.present(member, state === 'here');
    return { held, queues: queuesOf(member, hours, clock) };
  }
  return [
    personRoute({
      method: 'POST',
      path: `${root}/presence`,
      roles,
      body: presenceBody,
      handle: async ({ person, body }) => json(await beat(person, body)),
    }),
    personRoute({
      method: 'GET',
      path: `${root}/team`,
      roles,
      handle: async ({ person }) => json(await targets(person)),
    }),
  ];
}
