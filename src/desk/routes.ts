/** The agents' API. Who asks is always the signed-in person; the page never says who it is. */
import { z } from 'zod';
import { SupportError } from '../base/index.js';
import { closedRoutes } from './closed/routes.js';
import { historyRoutes } from './history/routes.js';
import { revealRoutes } from './reveal/routes.js';
import { json, type Person, type Route } from '../http/index.js';
import { createAccess, type MakeRoute, type Need, nothing } from './access.js';
import type { CannedAnswer, ClaimAnswer, ClaimBody, PassTargets, PresenceAnswer, PresenceBody } from './contract.js';
import type { DeskOptions } from './ports.js';
import { ticketRow } from './rows.js';
import { type Member, queueInfo, queuesOf } from './staff.js';
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
  const deskRoute = createAccess(options);
  return [
    ...lineRoutes(options, deskRoute),
    ...teamRoutes(options, deskRoute),
    ...ticketRoutes(options, deskRoute),
    ...historyRoutes(options, deskRoute),
    ...closedRoutes(options, deskRoute),
    ...revealRoutes(options, deskRoute),
  ];
}

function claiming({ ticket, takeOver }: ClaimBody): Need {
  if (takeOver === true) return { kind: 'supervise' };
  return ticket === undefined ? nothing() : { kind: 'see', ticket };
}

function createClaim({ queue, relay }: DeskOptions) {
  /** Who holds it now, when a supervisor takes it over; nobody when it waits. */
  async function holder({ ticket, takeOver }: ClaimBody): Promise<string | undefined> {
    if (takeOver !== true) return undefined;
    if (ticket === undefined) throw new SupportError('bad-request', 'Say which ticket is taken over.');
    return (await queue.ticket(ticket))?.agent?.name;
  }

  return async (member: Member, body: ClaimBody): Promise<ClaimAnswer> => {
    const from = await holder(body);
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

function lineRoutes(options: DeskOptions, deskRoute: MakeRoute): readonly Route[] {
  const { feed, faq } = options;
  const claim = createClaim(options);
  const answers = (text: string): readonly CannedAnswer[] =>
    faq.search(text, 8).map(({ id, title, answer }) => ({ id, title, text: answer }));

  return [
    deskRoute({
      method: 'GET',
      path: `${root}/line`,
      needs: nothing,
      handle: async ({ member }) => json(await feed.line(member)),
    }),
    deskRoute({
      method: 'GET',
      path: `${root}/feed`,
      needs: nothing,
      handle: ({ member }) =>
        Promise.resolve({ kind: 'feed', open: ({ send }) => feed.open(member, (event) => send(event.kind, event)) }),
    }),
    deskRoute({
      method: 'POST',
      path: `${root}/claim`,
      body: claimBody,
      needs: ({ body }) => claiming(body),
      handle: async ({ member, body }) => json(await claim(member, body)),
    }),
    deskRoute({
      method: 'GET',
      path: `${root}/answers`,
      needs: nothing,
      query: z.object({ q: z.string().max(200).default('') }),
      handle: ({ query }) => Promise.resolve(json({ answers: answers(query.q) })),
    }),
  ];
}

function teamRoutes({ queue, hours, clock }: DeskOptions, deskRoute: MakeRoute): readonly Route[] {
  async function targets(person: Person): Promise<PassTargets> {
    const colleagues = (await queue.colleagues()).filter(({ id }) => id !== person.id);
    return {
      colleagues: colleagues.map(({ held, capacity, ...one }) => ({ ...one, free: Math.max(0, capacity - held) })),
      queues: queueInfo(hours, clock),
    };
  }
  async function beat(member: Member, { state }: PresenceBody): Promise<PresenceAnswer> {
    const held = await queue.present(member, state === 'here');
    return { held, queues: queuesOf(member, hours, clock) };
  }
  return [
    deskRoute({
      method: 'POST',
      path: `${root}/presence`,
      needs: nothing,
      body: presenceBody,
      handle: async ({ member, body }) => json(await beat(member, body)),
    }),
    deskRoute({
      method: 'GET',
      path: `${root}/team`,
      needs: nothing,
      handle: async ({ person }) => json(await targets(person)),
    }),
  ];
}
