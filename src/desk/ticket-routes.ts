/** What an agent does with one ticket: read it, speak, let go, pass it on. */
import { z } from 'zod';
import { SupportError } from '../base/index.js';
import type { Move } from '../bot/index.js';
import { json, type Person, personRoute, type Route } from '../http/index.js';
import type { EntriesAnswer, MoveBody, PassAnswer, PassBody, SayBody } from './contract.js';
import type { DeskOptions } from './ports.js';
import { deskEntry } from './rows.js';
import { deskRoles as roles, memberOf, mustSee } from './staff.js';
import { ticketView } from './view.js';

const epoch = z.number().int().min(0);
const name = z.string().min(1).max(100);
const corrects = z.strictObject({ about: z.number().int().min(1), reads: z.enum(['calm', 'frustrated']) });
const sayBody: z.ZodType<SayBody> = z
  .strictObject({
    id: z.string().min(8).max(100),
    epoch,
    text: z.string().trim().min(1).max(8000),
    note: z.boolean(),
    corrects: corrects.exactOptional(),
  })
  .refine((body) => body.note || body.corrects === undefined, 'only a note corrects a reading');
const moveBody: z.ZodType<MoveBody> = z.strictObject({
  epoch,
  action: z.enum(['hand-back', 'close', 'release']),
  force: z.boolean().exactOptional(),
});
const passBody: z.ZodType<PassBody> = z.union([
  z.strictObject({ epoch, to: name }),
  z.strictObject({ epoch, queue: name }),
]);
/** How far the page has read, and of which generation. */
const shown = z.object({
  after: z.coerce.number().int().min(0).default(0),
  generation: z.coerce.number().int().min(0).optional(),
});
const ticketPath = '/api/desk/tickets/:id';

const unknown = (id: string) =>
  new SupportError('not-found', `There is no open ticket ${id}. It was closed or handed back.`);
const erased = () =>
  new SupportError('gone', 'This conversation is not kept any more: what was said in it has been erased.');
const idOf = (params: Readonly<Record<string, string>>) => params['id'] ?? '';

export function ticketRoutes(options: DeskOptions): readonly Route[] {
  return [...readRoutes(options), ...writeRoutes(options)];
}

function readRoutes(options: DeskOptions): readonly Route[] {
  const { queue, conversations, hours } = options;

  /**
   * Throws `not-found` when there is no such ticket, `gone` when what the page shows of it was erased, and `forbidden` when
   * it waits in a queue the person does not serve.
   */
  async function seen(person: Person, id: string, { generation }: z.infer<typeof shown>): Promise<void> {
    const ticket = await queue.ticket(id);
    if (ticket === undefined) {
      const found = await conversations.find(id);
      if (found === undefined || found.generation !== (generation ?? found.generation)) throw erased();
      throw unknown(id);
    }
    mustSee(memberOf(person, hours), ticket);
  }

  async function entriesOf(id: string, mark: z.infer<typeof shown>): Promise<EntriesAnswer> {
    const { after, generation } = mark;
    const found = await conversations.read(id, { after, ...(generation === undefined ? {} : { generation }) });
    if (found.kind !== 'read') throw erased();
    return { generation: found.generation, entries: found.entries.map(deskEntry) };
  }

  return [
    personRoute({
      method: 'GET',
      path: ticketPath,
      roles,
      query: shown,
      handle: async ({ person, params, query }) => {
        await seen(person, idOf(params), query);
        const view = await ticketView(options, idOf(params));
        if (view === undefined) throw unknown(idOf(params));
        return json(view);
      },
    }),
    personRoute({
      method: 'GET',
      path: `${ticketPath}/entries`,
      roles,
      query: shown,
      handle: async ({ person, params, query }) => {
        await seen(person, idOf(params), query);
        return json(await entriesOf(idOf(params), query));
      },
    }),
  ];
}

function createMoves({ relay, queue, ledger, hours }: DeskOptions) {
  async function letGo({ id, name, role }: Person, move: Move) {
    if (move.force === true && role !== 'supervisor') {
      throw new SupportError('forbidden', 'Only a supervisor moves a ticket that somebody else holds.');
    }
    const ticket = await queue.ticket(move.conversation);
    const record = ticket && (await ledger.episode(move.conversation, ticket.episode));
    if (record === undefined) throw unknown(move.conversation);
    return relay.letGo({ id, name }, move, record);
  }

  async function pass({ id, name }: Person, conversation: string, body: PassBody): Promise<PassAnswer> {
    const from = { id, name };
    const ticket = { conversation, epoch: body.epoch };
    if ('queue' in body) {
      const to = hours.queues.find((one) => one.id === body.queue);
      if (to === undefined) throw new SupportError('bad-request', `There is no queue ${body.queue}.`);
      return relay.passOn(from, to, ticket);
    }
    const to = (await queue.colleagues()).find((one) => one.id === body.to && one.id !== id);
    if (to === undefined) throw new SupportError('bad-request', `There is no colleague ${body.to} to pass it to.`);
    return relay.passTo(from, { id: to.id, name: to.name }, ticket);
  }

  return { letGo, pass };
}

function createSay({ relay, queue, hours }: DeskOptions) {
  return async (person: Person, conversation: string, body: SayBody) => {
    const { id, name } = person;
    // words to the customer are the holder's alone, and the store looks to that; a note is anyone's who sees the ticket
    const ticket = body.note ? await queue.ticket(conversation) : undefined;
    if (ticket !== undefined) mustSee(memberOf(person, hours), ticket);
    return relay.say({ id, name }, { conversation, ...body });
  };
}

function writeRoutes(options: DeskOptions): readonly Route[] {
  const say = createSay(options);
  const { letGo, pass } = createMoves(options);
  return [
    personRoute({
      method: 'POST',
      path: `${ticketPath}/say`,
      roles,
      body: sayBody,
      handle: async ({ person, params, body }) => json(await say(person, idOf(params), body)),
    }),
    personRoute({
      method: 'POST',
      path: `${ticketPath}/move`,
      roles,
      body: moveBody,
      handle: async ({ person, params, body }) => json(await letGo(person, { conversation: idOf(params), ...body })),
    }),
    personRoute({
      method: 'POST',
      path: `${ticketPath}/pass`,
      roles,
      body: passBody,
      handle: async ({ person, params, body }) => json(await pass(person, idOf(params), body)),
    }),
  ];
}
