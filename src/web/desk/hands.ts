/** How a ticket changes hands by this agent: claimed, let go, passed on, and by a supervisor over others' heads. */
import type { CloseWhy, MoveBody } from '../../desk/contract.js';
import { putBack } from './leaving.js';
import { claimed, dropTicket, notMine } from './line.js';
import type { DeskPort } from './port.js';
import { reopen, type Reopening } from './reopen.js';
import { changeTalk, type DeskState, type Leaving, looking, reasonOf } from './state.js';
import { ended, grew, lastSeq, lost } from './talk.js';
import type { ClosedRow, Entry, PassTargets, TicketRow } from './types.js';

export interface HandsParts {
  readonly state: DeskState;
  readonly port: DeskPort;
  readonly now: () => number;
  readonly newId: () => string;
  readonly after: (ms: number, act: () => void) => () => void;
  /** Opens the ticket that was claimed. */
  readonly open: (id: string) => Promise<void>;
}

/** To whom, or to which line; with the name to show. */
export type Target =
  | { readonly kind: 'colleague'; readonly id: string; readonly name: string }
  | { readonly kind: 'queue'; readonly id: string; readonly name: string };

export interface Hands {
  claim(ticket?: string): Promise<void>;
  /** A supervisor takes a ticket from whoever holds it. */
  takeOver(ticket: string): Promise<void>;
  /**
   * Lets go of the open ticket; a supervisor also of one that is not theirs. Resolves with `owed` when it
   * takes a reason (`why`) to close without an answer.
   */
  move(action: MoveBody['action'], why?: CloseWhy): Promise<'owed' | undefined>;
  /** Takes back what was let go of last, while nobody was told. */
  undo(): Promise<void>;
  /** A case that was closed goes on. Undefined while something else is being done. */
  reopen(row: ClosedRow): Promise<Reopening | undefined>;
  /** Passes the open ticket on. Answers with what stands in the way, in words; undefined when nothing does. */
  pass(target: Target): Promise<string | undefined>;
  /** Lets go of everything and goes away. False, with the reason in the notice, when something could not be let go of. */
  leave(): Promise<boolean>;
  /** Whom a ticket can be passed to. */
  team(): Promise<PassTargets>;
}

const awayWords = 'You are away. Come back to the desk first.';

async function claim({ state, port, now, newId, open }: HandsParts, ticket: string, takeOver: boolean): Promise<void> {
  const which = ticket === '' ? {} : { ticket };
  const answer = await port.claim({ token: newId(), ...which, ...(takeOver && { takeOver }) });
  switch (answer.kind) {
    case 'claimed':
      state.line.value = claimed(state.line.value, answer.ticket, looking(state, now()));
      await open(answer.ticket.id);
      return;
    case 'taken':
      state.notice.value = `${answer.by} took this one a moment before you.`;
      return;
    case 'gone':
      state.notice.value = 'This one does not wait any more.';
      return;
    case 'empty':
      state.notice.value = 'Nobody is waiting right now.';
      return;
    case 'away':
      state.notice.value = awayWords;
      return;
    case 'full':
      state.notice.value = `You hold ${answer.capacity}, which is as many as one person takes. Close one first.`;
  }
}

/** What the agent has read of the open ticket. */
const seenIn = ({ talk }: DeskState): number => (talk.value ? lastSeq(talk.value) : 0);

/** Nothing was done, because the customer wrote meanwhile: that is shown, to be answered first. */
function showWrote(state: DeskState, ticket: TicketRow, entries: readonly Entry[]): void {
  changeTalk(state, ticket.id, (talk) => grew(talk, entries));
  state.notice.value = `${ticket.customer} wrote a moment before you. Nothing was changed; read it first.`;
}

/** What was let go of can be undone for a moment. */
function remember({ state, now, after }: HandsParts, leaving: Omit<Leaving, 'till' | 'seen'>, undoMs: number): void {
  const till = now() + state.line.value.offset + undoMs;
  const one: Leaving = { ...leaving, seen: leaving.ticket.seq, till };
  state.leaving.value = one;
  after(undoMs, () => {
    if (state.leaving.value === one) state.leaving.value = undefined;
  });
}

async function undo({ state, port, now, open }: HandsParts, leaving: Leaving): Promise<void> {
  const { id, epoch, customer } = leaving.ticket;
  const answer = await port.undo(id, { epoch });
  if (answer.kind === 'back') {
    putBack(state, { ...leaving, ticket: { ...leaving.ticket, epoch: answer.epoch } }, now());
    await open(id);
    return;
  }
  state.leaving.value = undefined;
  state.notice.value = `It is too late to undo that: ${customer} was told a moment before.`;
}

interface Wanted {
  readonly action: MoveBody['action'];
  readonly why: CloseWhy | undefined;
}

async function move(parts: HandsParts, ticket: TicketRow, { action, why }: Wanted): Promise<'owed' | undefined> {
  const { state, port, open } = parts;
  const force = state.talk.value?.holder !== 'mine';
  const how = { action, ...(force ? { force } : { undo: true }), ...(why && { why }) };
  const answer = await port.move(ticket.id, { epoch: ticket.epoch, seen: seenIn(state), ...how });
  if (answer.kind === 'owed') return 'owed';
  if (answer.kind === 'wrote') {
    showWrote(state, ticket, answer.entries);
    return undefined;
  }
  if (answer.kind === 'fenced') {
    if (!force) changeTalk(state, ticket.id, (talk) => lost(talk, answer.by));
    else {
      state.notice.value = 'This conversation changed hands a moment before you. Nothing was closed.';
      await open(ticket.id);
    }
    return undefined;
  }
  const counted = action !== 'release' && answer.helped === true && !force;
  if (answer.undoMs !== undefined) remember(parts, { ticket, action, counted }, answer.undoMs);
  if (action === 'release') {
    state.line.value = notMine(state.line.value, ticket.id);
    if (answer.undoMs === undefined) state.notice.value = `${ticket.customer} is back in the line, at the old place.`;
    return undefined;
  }
  const line = dropTicket(state.line.value, ticket.id);
  state.line.value = counted ? { ...line, doneToday: line.doneToday + 1 } : line;
  changeTalk(state, ticket.id, (talk) => ended(talk, ticket.id, action));
  return undefined;
}

/**
 * Each goes back to its old place; one that is somebody else's by now is no longer ours to return. False when a customer
 * wrote at that moment: it is shown, and nobody leaves.
 */
async function leave({ state, port, open }: HandsParts): Promise<boolean> {
  for (const row of state.line.value.mine) {
    const { id, epoch, seq } = row;
    const answer = await port.move(id, { epoch, seen: seq, action: 'release' });
    if (answer.kind === 'wrote') {
      await open(id);
      showWrote(state, row, answer.entries);
      return false;
    }
    state.line.value = notMine(state.line.value, id);
  }
  await port.presence({ state: 'away' });
  return true;
}

async function pass(parts: HandsParts, ticket: TicketRow, target: Target): Promise<string | undefined> {
  const { state, port } = parts;
  const { id, name } = target;
  const seen = { epoch: ticket.epoch, seen: seenIn(state) };
  const answer = await port.pass(ticket.id, {
    ...seen,
    ...(target.kind === 'queue' ? { queue: id, undo: true } : { to: id }),
  });
  switch (answer.kind) {
    case 'moved':
      state.line.value = notMine(state.line.value, ticket.id);
      changeTalk(state, ticket.id, (talk) => {
        if (talk.holder !== 'mine') return talk;
        return target.kind === 'queue' ? ended(talk, ticket.id, 'pass') : lost(talk, name);
      });
      // while it can be undone, the bar that says so is all that is known
      if (answer.undoMs !== undefined) remember(parts, { ticket, action: 'pass', counted: false }, answer.undoMs);
      else if (target.kind === 'queue')
        state.notice.value = `${ticket.customer} waits in ${name} now, at the old place.`;
      else state.notice.value = `${name} has the conversation with ${ticket.customer} now.`;
      return undefined;
    case 'fenced':
      changeTalk(state, ticket.id, (talk) => lost(talk, answer.by));
      state.notice.value = `${answer.by === undefined ? 'It is not with you any more.' : `${answer.by} has it now.`} Nothing was passed on.`;
      return undefined;
    case 'wrote':
      showWrote(state, ticket, answer.entries);
      return undefined;
    case 'away':
      return `${name} has just left the desk. Nothing was passed on; choose somebody else.`;
    case 'full':
      return `${name} has just filled the last of ${answer.capacity} seats. Nothing was passed on; choose somebody else.`;
  }
}

export function createHands(parts: HandsParts): Hands {
  const { state, port } = parts;
  /** One act at a time; a failure is shown, never swallowed. */
  const guarded = async <Value>(id: string, act: () => Promise<Value>): Promise<Value | undefined> => {
    if (state.busy.value) return undefined;
    state.acting.value = id;
    state.notice.value = undefined;
    try {
      return await act();
    } catch (error) {
      state.notice.value = `${reasonOf(error)} Nothing was changed; try again.`;
      return undefined;
    } finally {
      state.acting.value = undefined;
    }
  };
  const withTicket = async <Value>(act: (ticket: TicketRow) => Promise<Value>): Promise<Value | undefined> => {
    const ticket = state.talk.value?.view?.ticket;
    return ticket && guarded(ticket.id, () => act(ticket));
  };
  return {
    team: () => port.team(),
    leave: async () => (await guarded('', () => leave(parts))) ?? false,
    async claim(ticket = '') {
      if (state.here.value) await guarded(ticket, () => claim(parts, ticket, false));
      else state.notice.value = awayWords;
    },
    takeOver: (ticket) => guarded(ticket, () => claim(parts, ticket, true)),
    move: (action, why) => withTicket((ticket) => move(parts, ticket, { action, why })),
    async undo() {
      const leaving = state.leaving.value;
      if (leaving !== undefined) await guarded(leaving.ticket.id, () => undo(parts, leaving));
    },
    reopen: (row) => guarded(row.id, () => reopen(parts, row)),
    pass: (target) => withTicket((ticket) => pass(parts, ticket, target)),
  };
}
