/**
 * The agents' live feed. A change notifier says which conversation changed; its row is read once and sent to every open page that
 * may see it. Pages read transcripts themselves, by number, so a page that missed something only needs the next change.
 */
import { type Clock, type Log, oneAtATime, type Timers } from '../base/index.js';
import type { ChangeNotifier } from '../conversation/index.js';
import type { Hours, Queue, Ticket } from '../queue/index.js';
import type { FeedEvent, Line } from './contract.js';
import { ticketRow } from './rows.js';
import { maySee, type Member, queuesOf } from './staff.js';

type Send = (event: FeedEvent) => void;

export interface DeskFeed {
  /** The whole line as this member of the team sees it. */
  line(member: Member): Promise<Line>;
  /** Sends the line now, and every change from then on; call what it returns to stop. */
  open(member: Member, send: Send): () => void;
  close(): void;
}

export interface FeedOptions {
  readonly queue: Queue;
  readonly changes: Pick<ChangeNotifier, 'listenAll'>;
  readonly hours: Hours;
  /** What became of the data that agents should know. */
  readonly health: () => Pick<Line, 'emptied'>;
  readonly clock: Clock;
  readonly timers: Pick<Timers, 'later'>;
  readonly log: Log;
}

const shown = 100;
/** How long a line that could not be read is waited for before it is read again, milliseconds. */
const retryMs = 1000;

export function midnight(now: number): number {
  const day = new Date(now);
  return day.setHours(0, 0, 0, 0);
}

/** What its agent has let go of is in no list, though that can be undone for a moment. */
const stays = (ticket: Ticket): boolean => ticket.leaving === undefined;

async function readLine({ queue, hours, health, clock }: FeedOptions, member: Member): Promise<Line> {
  const now = clock.now();
  const { id, queues, supervises } = member;
  const [waiting, held, doneToday, assigned] = await Promise.all([
    queue.line(queues, shown),
    queue.held(id),
    queue.done(id, midnight(now)),
    supervises ? queue.assigned(shown + 1) : [], // one more tells that there are more
  ]);
  const { emptied } = health();
  return {
    now,
    waiting: waiting.tickets.map(ticketRow),
    waitingTotal: waiting.total,
    mine: held.filter(stays).map(ticketRow),
    capacity: member.capacity ?? queue.capacity,
    doneToday,
    queues: queuesOf(member, hours, clock),
    ...(emptied === undefined ? {} : { emptied }),
    ...(supervises ? { assigned: assigned.slice(0, shown).filter(stays).map(ticketRow) } : {}),
    ...(assigned.length > shown ? { assignedMore: true } : {}),
  };
}

/** What a change of a ticket is to this member: its row, or that they have nothing to do with it (any more). */
function change(
  member: Member,
  { id, ticket }: { id: string; ticket: Ticket | undefined },
  waitingTotal: number,
): FeedEvent {
  if (ticket === undefined || !stays(ticket) || !maySee(member, ticket)) return { kind: 'gone', id, waitingTotal };
  return { kind: 'ticket', ticket: ticketRow(ticket), waitingTotal };
}

/** How many wait, for each set of queues that some page shows. */
async function waitingTotals(queue: Queue, members: readonly Member[]): Promise<ReadonlyMap<string, number>> {
  const served = new Map(members.map(({ queues }) => [queues.join(), queues]));
  const counted = [...served].map(async ([name, queues]) => [name, await queue.size(queues)] as const);
  return new Map(await Promise.all(counted));
}

function createPatience({ timers, log }: Pick<FeedOptions, 'timers' | 'log'>) {
  const report = (fault: unknown) => log.warn({ fault }, 'the desk could not be told what changed; it is tried again');
  const failed = (fault: unknown): Promise<void> => {
    report(fault);
    return new Promise((resolve) => timers.later(retryMs, resolve));
  };
  return { report, failed };
}

interface PageParts {
  readonly member: Member;
  readonly send: Send;
  readonly read: (member: Member) => Promise<Line>;
  /** Says that the line could not be read, and resolves when it is time to read it again. */
  readonly failed: (fault: unknown) => Promise<void>;
}

/**
 * One open page. While its line is being read, a change is not sent before it; the line is read again after it. A line
 * that cannot be read is read again until it can be, so that no page stays behind what is.
 */
function createPage({ member, send, read, failed }: PageParts) {
  let open = true;
  let reading: 'no' | 'yes' | 'again' = 'no';
  const isOpen = () => open;
  async function readOnce(): Promise<void> {
    reading = 'yes';
    try {
      const line = await read(member);
      if (isOpen()) send({ kind: 'line', line });
    } catch (fault) {
      await failed(fault);
      reading = 'again';
    }
  }
  async function readAll(): Promise<void> {
    do await readOnce();
    while (isOpen() && (reading as string) === 'again');
    reading = 'no';
  }
  return {
    member,
    refresh(): void {
      if (reading === 'no') void readAll();
      else reading = 'again';
    },
    tell(event: FeedEvent): void {
      if (reading === 'no') send(event);
      else reading = 'again';
    },
    close: () => (open = false),
  };
}

interface Shown {
  readonly queue: Queue;
  readonly pages: ReadonlySet<ReturnType<typeof createPage>>;
  readonly known: Set<string>;
}

async function tellPages({ queue, pages, known }: Shown, id: string): Promise<void> {
  const ticket = await queue.ticket(id);
  if (ticket !== undefined) known.add(id);
  else if (!known.delete(id)) return;
  const members = [...pages].map(({ member }) => member);
  const totals = await waitingTotals(queue, members);
  for (const { member, tell } of pages) tell(change(member, { id, ticket }, totals.get(member.queues.join()) ?? 0));
}

export function createDeskFeed(options: FeedOptions): DeskFeed {
  const { queue, changes } = options;
  const pages = new Set<ReturnType<typeof createPage>>();
  /** Tickets that some page may show: only these can be gone. */
  const known = new Set<string>();
  const refreshAll = () => {
    for (const page of pages) page.refresh();
  };
  const { report, failed } = createPatience(options);

  async function line(member: Member): Promise<Line> {
    const found = await readLine(options, member);
    for (const { id } of [...found.waiting, ...found.mine, ...(found.assigned ?? [])]) known.add(id);
    return found;
  }

  const announce = oneAtATime(
    (id) => tellPages({ queue, pages, known }, id),
    (_, fault) => {
      report(fault);
      refreshAll();
    },
  );

  const stop = changes.listenAll((ring) => {
    if (ring === undefined) refreshAll();
    else if (pages.size > 0 && (['waiting', 'assigned'].includes(ring.state) || known.has(ring.conversation))) {
      announce(ring.conversation);
    }
  });

  return {
    line,
    open(member, send) {
      const page = createPage({ member, send, read: line, failed });
      pages.add(page);
      page.refresh();
      return () => {
        page.close();
        pages.delete(page);
        if (pages.size === 0) known.clear();
      };
    },
    close: stop,
  };
}
