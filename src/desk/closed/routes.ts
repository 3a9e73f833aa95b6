/** Cases that were closed lately: found again, read, and reopened by who had them or by a supervisor. */
import { z } from 'zod';
import { SupportError } from '../../base/index.js';
import { entriesOf } from '../../effort/index.js';
import { json, type Route } from '../../http/index.js';
import { holding, type MakeRoute, nothing } from '../access.js';
import { midnight } from '../feed.js';
import type { DeskOptions } from '../ports.js';
import { deskEntry, ticketRow } from '../rows.js';
import type { Member } from '../staff.js';
import type { ClosedList, ClosedView, ReopenAnswer, ReopenBody } from './contract.js';
import { closedRow } from './rows.js';

/** Cases on a page of the list. */
const mostCases = 20;
const root = '/api/desk/closed';

const number = z.number().int().min(0);
const reopenBody: z.ZodType<ReopenBody> = z.strictObject({
  token: z.string().min(8).max(100),
  ...{ episode: number, epoch: number, seen: number },
});
const pageQuery = z.object({ before: z.coerce.number().min(0).optional() });

/** Throws `forbidden` for whoever may not reopen it. */
function createReopen({ relay, queue, ledger, clock }: DeskOptions) {
  return async (member: Member, { conversation, ...body }: ReopenBody & { conversation: string }) => {
    const { id, supervises } = member;
    const { language } = (await ledger.episode(conversation, body.episode)) ?? {};
    const spoken = language === undefined ? {} : { language };
    const answer = await relay.reopen(member, { conversation, ...body, ...spoken, force: supervises });
    if (answer.kind === 'others') {
      throw new SupportError('forbidden', 'Only the agent who had this case, or a supervisor, reopens it.');
    }
    if (answer.kind === 'wrote') return { ...answer, entries: answer.entries.map(deskEntry) };
    if (answer.kind !== 'reopened') return answer;
    const [ticket, doneToday] = await Promise.all([queue.ticket(conversation), queue.done(id, midnight(clock.now()))]);
    if (ticket?.epoch === answer.epoch) return { kind: answer.kind, ticket: ticketRow(ticket), doneToday };
    // lost again before this answer
    const by = ticket?.agent?.name;
    return by === undefined ? ({ kind: 'begun' } as const) : ({ kind: 'open', by } as const);
  };
}

export function closedRoutes(options: DeskOptions, deskRoute: MakeRoute): readonly Route[] {
  const { queue, ledger } = options;
  const reopen = createReopen(options);

  async function list(member: Member, before: number | undefined): Promise<ClosedList> {
    const of = { ...(member.supervises ? {} : { agent: member.id }), ...(before === undefined ? {} : { before }) };
    const { cases, more } = await queue.closed({ ...of, limit: mostCases });
    return { cases: cases.map((one) => closedRow(member, one)), more };
  }

  return [
    deskRoute({
      method: 'GET',
      path: root,
      needs: nothing,
      query: pageQuery,
      handle: async ({ member, query }) => json(await list(member, query.before)),
    }),
    deskRoute({
      method: 'GET',
      path: `${root}/:case`,
      needs: ({ params }) => ({ kind: 'reopen', case: params['case'] ?? '' }),
      handle: async ({ member, closed }) => {
        const record = closed && (await ledger.episode(closed.conversation, closed.episode));
        if (closed === undefined || record === undefined) {
          throw new SupportError('not-found', 'This case is open, about to be closed, or has been forgotten.');
        }
        const view: ClosedView = {
          case: closedRow(member, closed),
          entries: (await entriesOf(options, record)).map(deskEntry),
        };
        return json(view);
      },
    }),
    deskRoute({
      method: 'POST',
      path: '/api/desk/tickets/:id/reopen',
      body: reopenBody,
      needs: holding,
      handle: async ({ member, body, params }) => {
        const answer: ReopenAnswer = await reopen(member, { conversation: params['id'] ?? '', ...body });
        return json(answer);
      },
    }),
  ];
}
