/** The agents' API. Who asks is always the signed-in person; the page never says who it is. */
import { z } from 'zod';
import { SupportError } from '../base/index.js';
import type { Move, Relay } from '../bot/index.js';
import type { Faq } from '../faq/index.js';
import { json, personRoute, type Route } from '../http/index.js';
import type { CannedAnswer, ClaimAnswer, ClaimBody, MoveBody, PresenceBody, SayBody } from './contract.js';
import type { DeskFeed } from './feed.js';
import { deskEntry, ticketRow } from './rows.js';
import { ticketView, type ViewPorts } from './view.js';

export interface DeskOptions extends ViewPorts {
  readonly relay: Relay;
  readonly feed: DeskFeed;
  readonly faq: Pick<Faq, 'search'>;
}

const roles = ['agent'] as const;
const token = z.string().min(8).max(100);
const epoch = z.number().int().min(0);
const claimBody: z.ZodType<ClaimBody> = z.strictObject({ token, ticket: z.string().max(400).exactOptional() });
const sayBody: z.ZodType<SayBody> = z.strictObject({
  id: token,
  epoch,
  text: z.string().trim().min(1).max(8000),
  note: z.boolean(),
});
const moveBody: z.ZodType<MoveBody> = z.strictObject({ epoch, action: z.enum(['hand-back', 'close', 'release']) });
const presenceBody: z.ZodType<PresenceBody> = z.strictObject({ state: z.enum(['here', 'away']) });
const root = '/api/desk';
const ticketPath = `${root}/tickets/:id`;

const unknown = (id: string) =>
  new SupportError('not-found', `There is no open ticket ${id}. It was closed or handed back.`);
const idOf = (params: Readonly<Record<string, string>>) => params['id'] ?? '';

export function deskRoutes(options: DeskOptions): readonly Route[] {
  return [...lineRoutes(options), ...ticketRoutes(options)];
}

function lineRoutes({ queue, relay, feed, faq }: DeskOptions): readonly Route[] {
  async function claim(person: { id: string; name: string }, body: ClaimBody): Promise<ClaimAnswer> {
    const claimed = await relay.claim({ id: person.id, name: person.name }, body.token, body.ticket);
    if (claimed.kind !== 'claimed') return claimed;
    const ticket = await queue.ticket(claimed.conversation);
    return ticket === undefined ? { kind: 'taken' } : { kind: 'claimed', ticket: ticketRow(ticket) };
  }

  function answers(text: string): readonly CannedAnswer[] {
    return faq.search(text, 8).map(({ id, title, answer }) => ({ id, title, text: answer }));
  }

  return [
    personRoute({
      method: 'GET',
      path: `${root}/line`,
      roles,
      handle: async ({ person }) => json(await feed.line(person.id)),
    }),
    personRoute({
      method: 'GET',
      path: `${root}/feed`,
      roles,
      handle: ({ person }) =>
        Promise.resolve({ kind: 'feed', open: ({ send }) => feed.open(person.id, (event) => send(event.kind, event)) }),
    }),
    personRoute({
      method: 'POST',
      path: `${root}/claim`,
      roles,
      body: claimBody,
      handle: async ({ person, body }) => json(await claim(person, body)),
    }),
    personRoute({
      method: 'POST',
      path: `${root}/presence`,
      roles,
      body: presenceBody,
      handle: async ({ person, body }) => json({ lost: await queue.present(person.id, body.state === 'here') }),
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

function ticketRoutes(options: DeskOptions): readonly Route[] {
  const { relay, queue, ledger, conversations } = options;

  async function letGo(person: { id: string; name: string }, move: Move) {
    const ticket = await queue.ticket(move.conversation);
    const record = ticket && (await ledger.episode(move.conversation, ticket.episode));
    if (record === undefined) throw unknown(move.conversation);
    return relay.letGo({ id: person.id, name: person.name }, move, record);
  }

  return [
    personRoute({
      method: 'GET',
      path: ticketPath,
      roles,
      handle: async ({ params }) => {
        const view = await ticketView(options, idOf(params));
        if (view === undefined) throw unknown(idOf(params));
        return json(view);
      },
    }),
    personRoute({
      method: 'GET',
      path: `${ticketPath}/entries`,
      roles,
      query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
      handle: async ({ params, query }) => {
        if ((await queue.ticket(idOf(params))) === undefined) throw unknown(idOf(params));
        return json({ entries: (await conversations.entries(idOf(params), query.after)).map(deskEntry) });
      },
    }),
    personRoute({
      method: 'POST',
      path: `${ticketPath}/say`,
      roles,
      body: sayBody,
      handle: async ({ person, params, body }) =>
        json(await relay.say({ id: person.id, name: person.name }, { conversation: idOf(params), ...body })),
    }),
    personRoute({
      method: 'POST',
      path: `${ticketPath}/move`,
      roles,
      body: moveBody,
      handle: async ({ person, params, body }) => json(await letGo(person, { conversation: idOf(params), ...body })),
    }),
  ];
}
