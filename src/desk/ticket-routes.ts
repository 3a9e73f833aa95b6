/** What an agent does with one ticket: read it, speak, let go, pass it on. */
import { z } from 'zod';
import { SupportError } from '../base/index.js';
import { closeReasonNames } from '../conversation/index.js';
import type { Passed, Released, Ticket } from '../queue/index.js';
import { json, type Person, type Route } from '../http/index.js';
import { holding, type MakeRoute, type Need } from './access.js';
import type { EntriesAnswer, MoveAnswer, MoveBody, PassAnswer, PassBody, SayBody, UndoBody } from './contract.js';
import type { DeskOptions } from './ports.js';
import { deskEntry } from './rows.js';
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
const seen = z.number().int().min(0);
const why = z.strictObject({
  reason: z.enum(closeReasonNames),
  words: z.string().trim().min(1).max(500).exactOptional(),
});
const moveBody: z.ZodType<MoveBody> = z.strictObject({
  epoch,
  seen,
  action: z.enum(['hand-back', 'close', 'release']),
  force: z.boolean().exactOptional(),
  why: why.exactOptional(),
  undo: z.boolean().exactOptional(),
});
const undoBody: z.ZodType<UndoBody> = z.strictObject({ epoch });
const passBody: z.ZodType<PassBody> = z.union([
  z.strictObject({ epoch, seen, to: name }),
  z.strictObject({ epoch, seen, queue: name, undo: z.boolean().exactOptional() }),
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

interface OfTicket {
  readonly params: Readonly<Record<string, string>>;
}
const idOf = ({ params }: OfTicket) => params['id'] ?? '';
const seeing = (call: OfTicket): Need => ({ kind: 'see', ticket: idOf(call) });

export function ticketRoutes(options: DeskOptions, deskRoute: MakeRoute): readonly Route[] {
  return [...readRoutes(options, deskRoute), ...writeRoutes(options, deskRoute)];
}

function readRoutes(options: DeskOptions, deskRoute: MakeRoute): readonly Route[] {
  const { conversations } = options;

  /** Why there is no ticket to read: `gone` when what the page shows of it was erased, else `not-found`. */
  async function missing(id: string, { generation }: z.infer<typeof shown>): Promise<SupportError> {
    const found = await conversations.find(id);
    const same = found !== undefined && found.generation === (generation ?? found.generation);
    return same ? unknown(id) : erased();
  }

  async function entriesOf(id: string, mark: z.infer<typeof shown>): Promise<EntriesAnswer> {
    const { after, generation } = mark;
    const found = await conversations.read(id, { after, ...(generation === undefined ? {} : { generation }) });
    if (found.kind !== 'read') throw erased();
    return { generation: found.generation, entries: found.entries.map(deskEntry) };
  }

  return [
    deskRoute({
      method: 'GET',
      path: ticketPath,
      query: shown,
      needs: seeing,
      handle: async (call) => {
        if (call.ticket === undefined) throw await missing(idOf(call), call.query);
        return json(await ticketView(options, call.ticket, call.member));
      },
    }),
    deskRoute({
      method: 'GET',
      path: `${ticketPath}/entries`,
      query: shown,
      needs: seeing,
      handle: async (call) => {
        if (call.ticket === undefined) throw await missing(idOf(call), call.query);
        return json(await entriesOf(idOf(call), call.query));
      },
    }),
  ];
}

/** What was written meanwhile, as the team sees it. */
const answered = <Answer extends Passed | Released>(answer: Answer) =>
  answer.kind === 'wrote' ? { ...answer, entries: answer.entries.map(deskEntry) } : answer;

/** Nobody has read what is not written yet; what is there only grows, so it is as true when the store acts. */
function checkSeen(ticket: Ticket | undefined, { seen }: MoveBody | PassBody): void {
  if (ticket === undefined || seen <= ticket.seq) return;
  throw new SupportError('bad-request', `There is no entry ${seen} to have seen: the newest is ${ticket.seq}.`);
}

function createMoves({ relay, queue, hours }: DeskOptions) {
  async function letGo({ id, name }: Person, conversation: string, body: MoveBody): Promise<MoveAnswer> {
    const open = await queue.ticket(conversation);
    if (open === undefined) throw unknown(conversation);
    checkSeen(open, body);
    return answered(await relay.letGo({ id, name }, { conversation, ...body }));
  }

  async function pass({ id, name }: Person, conversation: string, body: PassBody): Promise<PassAnswer> {
    checkSeen(await queue.ticket(conversation), body);
    const from = { id, name };
    const ticket = { conversation, epoch: body.epoch, seen: body.seen };
    if ('queue' in body) {
      const to = hours.queues.find((one) => one.id === body.queue);
      if (to === undefined) throw new SupportError('bad-request', `There is no queue ${body.queue}.`);
      const moved = answered(await relay.passOn(from, to, { ...ticket, undo: body.undo ?? false }));
      if (moved.kind === 'owed') throw new SupportError('internal', 'Only a close asks why.');
      return moved;
    }
    const to = (await queue.colleagues()).find((one) => one.id === body.to && one.id !== id);
    if (to === undefined) throw new SupportError('bad-request', `There is no colleague ${body.to} to pass it to.`);
    return answered(await relay.passTo(from, { id: to.id, name: to.name, capacity: to.capacity }, ticket));
  }

  return { letGo, pass };
}

function writeRoutes(options: DeskOptions, deskRoute: MakeRoute): readonly Route[] {
  const { relay } = options;
  const { letGo, pass } = createMoves(options);
  return [
    deskRoute({
      method: 'POST',
      path: `${ticketPath}/say`,
      body: sayBody,
      // only the agent who holds the ticket writes to the customer; anyone who sees it may leave a note
      needs: (call) => (call.body.note ? seeing(call) : holding()),
      handle: async ({ member, body, ...call }) => json(await relay.say(member, { conversation: idOf(call), ...body })),
    }),
    deskRoute({
      method: 'POST',
      path: `${ticketPath}/move`,
      body: moveBody,
      needs: ({ body }) => (body.force === true ? { kind: 'supervise' } : holding()),
      handle: async ({ person, body, ...call }) => json(await letGo(person, idOf(call), body)),
    }),
    deskRoute({
      method: 'POST',
      path: `${ticketPath}/undo`,
      body: undoBody,
      needs: holding,
      handle: async ({ person: { id, name }, body, ...call }) =>
        json(await relay.undo({ conversation: idOf(call), agent: { id, name }, ...body })),
    }),
    deskRoute({
      method: 'POST',
      path: `${ticketPath}/pass`,
      body: passBody,
      needs: holding,
      handle: async ({ person, body, ...call }) => json(await pass(person, idOf(call), body)),
    }),
  ];
}
