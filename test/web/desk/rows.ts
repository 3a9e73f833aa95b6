/** Rows, entries and a hand-driven server for the desk's tests. */
import type { DeskPort, Disk } from '../../../src/web/desk/port.js';
import type { Entry, Line, TicketRow, TicketView } from '../../../src/web/desk/types.js';

export const row = (id: string, rest: Partial<TicketRow> = {}): TicketRow => ({
  id,
  state: 'waiting',
  epoch: 1,
  generation: 7,
  queue: 'main',
  channel: { short: 'Web', long: 'Web chat', usual: true },
  customer: `Customer ${id}`,
  reason: 'asked',
  because: ['asked for a person'],
  level: 0,
  since: 1000,
  order: 1000,
  last: { role: 'customer', text: 'Hello', at: 1000 },
  seq: 3,
  ...rest,
});

export const mine = (id: string, rest: Partial<TicketRow> = {}): TicketRow =>
  row(id, { state: 'assigned', agent: 'Ana', agentId: 'ana', ...rest });

export const bens = (id: string, rest: Partial<TicketRow> = {}): TicketRow =>
  row(id, { state: 'assigned', agent: 'Ben', agentId: 'ben', ...rest });

export const line = (rest: Partial<Line> = {}): Line => ({
  now: 5000,
  waiting: [],
  waitingTotal: rest.waiting?.length ?? 0,
  mine: [],
  capacity: 4,
  doneToday: 0,
  queues: [{ id: 'main', title: 'Support', open: true }],
  ...rest,
});

export const entry = (seq: number, role: Entry['role'] = 'customer', text = `text ${seq}`): Entry => ({
  seq,
  at: seq * 1000,
  role,
  text,
  stint: 'none',
});

export const view = (ticket: TicketRow, entries: readonly Entry[]): TicketView => ({
  ticket,
  entries,
  stints: [],
  episode: 1,
  customerId: 'customer-1',
  contacts: 0,
  reveals: [],
});

/** A server whose answers are set by the test; what is not set, rejects. */
export function fakePort(answers: Partial<DeskPort>): DeskPort {
  const nothing = () => Promise.reject(new Error('The connection is gone.'));
  return {
    me: () => Promise.resolve({ id: 'ana', name: 'Ana', role: 'agent' }),
    ticket: nothing,
    entries: nothing,
    history: nothing,
    earlier: nothing,
    claim: nothing,
    say: nothing,
    move: nothing,
    pass: nothing,
    reveal: nothing,
    undo: nothing,
    closed: nothing,
    closedCase: nothing,
    reopen: nothing,
    team: nothing,
    presence: () => Promise.resolve({ held: [], queues: [] }),
    answers: nothing,
    ...answers,
  };
}

export function fakeShelf(): Disk & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    get length() {
      return held.size;
    },
    key: (at) => [...held.keys()][at] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => held.set(key, value),
    removeItem: (key) => held.delete(key),
  };
}
