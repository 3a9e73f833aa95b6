/** What the person behind a ticket had before: their cases over all conversations, and the words of one of them. */
import { SupportError } from '../../base/index.js';
import { guestName, wordsOfChannel } from '../../conversation/index.js';
import { effort, entriesOf, type EpisodeRecord } from '../../effort/index.js';
import { json, type Route } from '../../http/index.js';
import { mainQueue, type Ticket } from '../../queue/index.js';
import type { MakeRoute } from '../access.js';
import { caseId, readCaseId } from '../case-id.js';
import { closedRow } from '../closed/rows.js';
import type { EarlierCase, EarlierView, PersonHistory } from './contract.js';
import type { DeskOptions } from '../ports.js';
import { deskEntry } from '../rows.js';
import { mayReopen, type Member } from '../staff.js';

const mostCases = 10;
const path = '/api/desk/tickets/:id/history';

type Source = Pick<DeskOptions, 'ledger' | 'conversations' | 'queue' | 'clock'>;

/** The same rule as for tickets: what waits is seen by those who serve its queue. */
const mayRead = (member: Member, { state, queue = mainQueue }: EpisodeRecord): boolean =>
  state !== 'waiting' || member.queues.includes(queue);

function earlierCase(member: Member, record: EpisodeRecord): EarlierCase {
  const { conversation, channel, bornAt, state, outcome, ces, reason, agent } = record;
  return {
    id: caseId(record),
    channel: wordsOfChannel(channel),
    customer: record.customer.name ?? guestName(conversation),
    ...{ bornAt, state, effort: record.effort ?? effort(record) },
    ...(outcome === undefined ? {} : { outcome }),
    ...(ces === undefined ? {} : { ces }),
    ...(reason === undefined ? {} : { reason }),
    ...(agent === undefined ? {} : { agent }),
    readable: mayRead(member, record),
  };
}

const distinct = (all: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(all.filter((one) => one !== undefined && one !== ''))] as readonly string[];

async function historyOf({ ledger }: Source, member: Member, ticket: Ticket): Promise<PersonHistory> {
  const present = await ledger.episode(ticket.conversation, ticket.episode);
  const guest = guestName(ticket.conversation);
  const nothing = { of: guest, cases: [], more: false, names: [], contacts: [] };
  if (present === undefined || present.person === '') return nothing;
  const { person } = present;
  const isPresent = (one: EpisodeRecord) => one.conversation === present.conversation && one.number === present.number;
  const { found, more } = await ledger.ofPerson(person, mostCases + 1);
  const earlier = found.filter((one) => !isPresent(one));
  // of a conversation of several, the name is that of whoever wrote last
  const names = distinct(
    [present, ...earlier].map(({ customer }) => (customer.id === person ? customer.name : undefined)),
  );
  return {
    of: names[0] ?? guest,
    cases: earlier.slice(0, mostCases).map((one) => earlierCase(member, one)),
    more: more || earlier.length > mostCases,
    names,
    contacts: distinct([present, ...earlier].map(({ contact }) => contact)),
  };
}

/** Throws `not-found` for what is no case of the ticket's person, and `forbidden` for what the reader may not see. */
async function earlierView(
  source: Source,
  member: Member,
  { ticket, id }: { ticket: Ticket; id: string },
): Promise<EarlierView> {
  const { conversation, number } = readCaseId(id);
  const [present, record, closed] = await Promise.all([
    source.ledger.episode(ticket.conversation, ticket.episode),
    source.ledger.episode(conversation, number),
    source.queue.closedOne(conversation, number),
  ]);
  if (record === undefined || record.person === '' || record.person !== present?.person) {
    throw new SupportError('not-found', 'This is no case of the same person, or it has been forgotten.');
  }
  if (!mayRead(member, record)) {
    throw new SupportError('forbidden', 'This case waits in a queue which you do not serve.');
  }
  const entries = await entriesOf(source, record);
  return {
    case: earlierCase(member, record),
    entries: entries.map(deskEntry),
    ...(closed !== undefined && mayReopen(member, closed, source.clock.now())
      ? { closed: closedRow(member, closed) }
      : {}),
  };
}

export function historyRoutes(options: DeskOptions, deskRoute: MakeRoute): readonly Route[] {
  const closed = () => new SupportError('not-found', 'There is no such open ticket. It was closed or handed back.');
  return [
    deskRoute({
      method: 'GET',
      path,
      needs: ({ params }) => ({ kind: 'see', ticket: params['id'] ?? '' }),
      handle: async ({ ticket, member }) => {
        if (ticket === undefined) throw closed();
        return json(await historyOf(options, member, ticket));
      },
    }),
    deskRoute({
      method: 'GET',
      path: `${path}/:case`,
      needs: ({ params }) => ({ kind: 'see', ticket: params['id'] ?? '' }),
      handle: async ({ ticket, member, params }) => {
        if (ticket === undefined) throw closed();
        return json(await earlierView(options, member, { ticket, id: params['case'] ?? '' }));
      },
    }),
  ];
}
