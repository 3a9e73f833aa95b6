/** The line as this agent sees it: pure steps from the feed's events. Every step may be repeated or come late. */
import type { FeedEvent, Line, QueueInfo, TicketRow } from './types.js';

export interface LineState {
  /** False until the first whole line has come. */
  readonly ready: boolean;
  readonly waiting: readonly TicketRow[];
  readonly waitingTotal: number;
  readonly mine: readonly TicketRow[];
  /** For supervisors: what colleagues hold, by holder. */
  readonly others: readonly TicketRow[];
  /** There are more of these than the page was given: their number is a bound. */
  readonly othersMore: boolean;
  /** This member of the team sees what colleagues hold. */
  readonly supervises: boolean;
  /** The queues this agent serves. */
  readonly queues: readonly QueueInfo[];
  readonly capacity: number;
  readonly doneToday: number;
  readonly emptied?: Line['emptied'];
  /** By ticket: the newest entry this agent has seen. */
  readonly seen: Readonly<Record<string, number>>;
  /** Server clock minus page clock, milliseconds. */
  readonly offset: number;
}

export const emptyLine: LineState = {
  ready: false,
  waiting: [],
  waitingTotal: 0,
  mine: [],
  others: [],
  othersMore: false,
  supervises: false,
  queues: [],
  capacity: 0,
  doneToday: 0,
  seen: {},
  offset: 0,
};

export interface Looking {
  /** The agent's own id, as tickets carry it. */
  readonly me: string;
  /** The ticket that is open on the page. */
  readonly open?: string | undefined;
  /** The page's clock. */
  readonly now: number;
}

export const findRow = (state: LineState, id: string): TicketRow | undefined =>
  [...state.mine, ...state.waiting, ...state.others].find((row) => row.id === id);

/** An older copy than the one held. Within a generation the transcript only grows, and so does the epoch. */
export function isOlder(row: TicketRow, held: TicketRow | undefined): boolean {
  if (held === undefined) return false;
  if (row.generation !== held.generation) return row.generation < held.generation;
  return row.seq < held.seq || (row.seq === held.seq && row.epoch < held.epoch);
}

const without = (rows: readonly TicketRow[], id: string) => rows.filter((row) => row.id !== id);

const inOrder = (rows: readonly TicketRow[]) =>
  [...rows].sort((a, b) => a.order - b.order || a.since - b.since || a.id.localeCompare(b.id));

const byHolder = (rows: readonly TicketRow[]) =>
  inOrder(rows).sort((a, b) => (a.agent ?? '').localeCompare(b.agent ?? ''));

/** Nothing that a person wrote came with it: a choice that was over, its answer, a correction. */
export const isQuiet = (row: TicketRow, held: TicketRow | undefined): boolean =>
  held !== undefined && held.generation === row.generation && held.last.at === row.last.at;

/** What the agent has seen of a ticket: all of it when it is open or the last word was not the customer's. */
function seenOf(state: LineState, row: TicketRow, looking: Looking): number {
  if (row.id === looking.open || row.last.role !== 'customer') return row.seq;
  const seen = state.seen[row.id];
  if (seen === undefined) return row.seq - (row.owedSince === undefined ? 0 : 1);
  const held = findRow(state, row.id);
  return held !== undefined && isQuiet(row, held) ? seen + row.seq - held.seq : seen;
}

const seenAll = (state: LineState, rows: readonly TicketRow[], looking: Looking): Record<string, number> =>
  Object.fromEntries(rows.map((row) => [row.id, seenOf(state, row, looking)]));

function wholeLine(state: LineState, line: Line, looking: Looking): LineState {
  return {
    ready: true,
    waiting: inOrder(line.waiting),
    waitingTotal: line.waitingTotal,
    mine: inOrder(line.mine),
    othersMore: line.assignedMore === true,
    others: byHolder(line.assigned?.filter(({ agentId }) => agentId !== looking.me) ?? []),
    supervises: line.assigned !== undefined,
    queues: line.queues,
    capacity: line.capacity,
    doneToday: line.doneToday,
    ...(line.emptied === undefined ? {} : { emptied: line.emptied }),
    seen: seenAll(state, line.mine, looking),
    offset: line.now - looking.now,
  };
}

function oneTicket(state: LineState, row: TicketRow, looking: Looking): LineState {
  if (isOlder(row, findRow(state, row.id))) return state;
  const rest = dropTicket(state, row.id);
  if (row.state === 'waiting') return { ...rest, waiting: inOrder([...rest.waiting, row]) };
  if (row.agentId !== looking.me) {
    return state.supervises ? { ...rest, others: byHolder([...rest.others, row]) } : rest;
  }
  const seen = { ...state.seen, [row.id]: seenOf(state, row, looking) };
  return { ...rest, mine: inOrder([...rest.mine, row]), seen };
}

/** The next state of the line; `state` itself when the event brought nothing new. */
export function onFeed(state: LineState, event: FeedEvent, looking: Looking): LineState {
  switch (event.kind) {
    case 'line':
      return wholeLine(state, event.line, looking);
    case 'ticket':
      return { ...oneTicket(state, event.ticket, looking), waitingTotal: event.waitingTotal };
    case 'gone':
      return { ...dropTicket(state, event.id), waitingTotal: event.waitingTotal };
  }
}

export function dropTicket(state: LineState, id: string): LineState {
  const { waiting, mine, others } = state;
  return { ...state, waiting: without(waiting, id), mine: without(mine, id), others: without(others, id) };
}

/** After our own letting go, before the feed says where it is; when it has said so already, nothing changes. */
export const notMine = (state: LineState, id: string): LineState => ({ ...state, mine: without(state.mine, id) });

/** After our own claim, before the feed says so. */
export function claimed(state: LineState, ticket: TicketRow, looking: Looking): LineState {
  const wasWaiting = state.waiting.some((row) => row.id === ticket.id);
  const total = wasWaiting ? Math.max(0, state.waitingTotal - 1) : state.waitingTotal;
  return { ...oneTicket(state, ticket, looking), waitingTotal: total };
}

export function seenNow(state: LineState, id: string): LineState {
  const row = state.mine.find((one) => one.id === id);
  if (!row || state.seen[id] === row.seq) return state;
  return { ...state, seen: { ...state.seen, [id]: row.seq } };
}

/** How many entries of this ticket the agent has not seen yet. */
export const unread = (state: LineState, row: TicketRow): number =>
  state.mine.includes(row) ? Math.max(0, row.seq - (state.seen[row.id] ?? row.seq)) : 0;

/** The title of a row's queue, for those who serve several. */
export const queueTitle = ({ queues }: LineState, row: TicketRow): string | undefined =>
  queues.length > 1 ? queues.find(({ id }) => id === row.queue)?.title : undefined;

export const unreadTotal = (state: LineState): number =>
  state.mine.reduce((total, row) => total + unread(state, row), 0);
