/** What the agent does to a ticket: say, claim, let go. Every write carries an id, so a repeat does no harm. */
import type { MoveBody } from '../../desk/contract.js';
import { claimed, dropTicket } from './line.js';
import type { Draft } from './drafts.js';
import type { DeskPort } from './port.js';
import { changeTalk, looking, reasonOf, type DeskState } from './state.js';
import { ended, lost, said, sending, takenBack, unsent, type Outgoing } from './talk.js';
import type { TicketRow } from './types.js';

/** How long after the press a message still goes out by itself when the connection is back. */
const stillMeant = 2 * 60_000;

export interface WriterParts {
  readonly state: DeskState;
  readonly port: DeskPort;
  readonly now: () => number;
  readonly newId: () => string;
  /** Opens the ticket that was claimed. */
  readonly open: (id: string) => Promise<void>;
  readonly keepDraft: (id: string, draft: Draft) => void;
}

type Message = Pick<Outgoing, 'id' | 'text' | 'note' | 'at'>;

/** Somebody else holds it now: what was typed goes back into the composer. */
function giveBack({ state, keepDraft }: WriterParts, ticket: string, out: Message): void {
  changeTalk(state, ticket, (talk) => takenBack(talk, out.id));
  const typed = state.talk.value?.id === ticket ? state.draft.value.text : '';
  const draft = { text: typed ? `${out.text}\n${typed}` : out.text, note: out.note };
  keepDraft(ticket, draft);
}

async function post(parts: WriterParts, ticket: TicketRow, out: Message): Promise<void> {
  const { state, port } = parts;
  changeTalk(state, ticket.id, (talk) => sending(talk, out));
  try {
    const { id, text, note } = out;
    const answer = await port.say(ticket.id, { id, epoch: ticket.epoch, text, note });
    if (answer.kind === 'said') changeTalk(state, ticket.id, (talk) => said(talk, id, answer.seq));
    else {
      giveBack(parts, ticket.id, out);
      changeTalk(state, ticket.id, (talk) => lost(talk, answer.by));
    }
  } catch {
    changeTalk(state, ticket.id, (talk) => unsent(talk, out.id));
  }
}

async function move(parts: WriterParts, ticket: TicketRow, action: MoveBody['action']): Promise<void> {
  const { state, port } = parts;
  const answer = await port.move(ticket.id, { epoch: ticket.epoch, action });
  if (answer.kind === 'fenced') {
    changeTalk(state, ticket.id, (talk) => lost(talk, answer.by));
    return;
  }
  if (action === 'release') {
    state.notice.value = `${ticket.customer} is back in the line, at the old place.`;
    return;
  }
  const line = dropTicket(state.line.value, ticket.id);
  state.line.value = { ...line, doneToday: line.doneToday + 1 };
  changeTalk(state, ticket.id, (talk) => ended(talk, ticket.id, action));
}

async function claim({ state, port, now, open }: WriterParts, token: string, ticket?: string): Promise<void> {
  const answer = await port.claim(ticket === undefined ? { token } : { token, ticket });
  switch (answer.kind) {
    case 'claimed':
      state.line.value = claimed(state.line.value, answer.ticket, looking(state, now()));
      await open(answer.ticket.id);
      return;
    case 'taken':
      state.notice.value = `${answer.by ?? 'Someone else'} took this one a moment before you.`;
      return;
    case 'empty':
      state.notice.value = 'Nobody is waiting right now.';
      return;
    case 'full':
      state.notice.value = `You hold ${answer.capacity}, which is as many as one person takes. Close one first.`;
  }
}

export interface Writer {
  say(text: string, note: boolean): Promise<void>;
  /** Sends what failed once more, under the same id. */
  retry(id: string): Promise<void>;
  /** After a lost connection: what was pressed a moment ago goes out by itself. */
  resume(): Promise<void>;
  move(action: MoveBody['action']): Promise<void>;
  claim(ticket?: string): Promise<void>;
}

/** One act at a time; a fault is told, never swallowed. */
async function guarded(state: DeskState, act: () => Promise<void>): Promise<void> {
  if (state.busy.value) return;
  state.busy.value = true;
  state.notice.value = undefined;
  try {
    await act();
  } catch (error) {
    state.notice.value = `${reasonOf(error)} Nothing was changed; try again.`;
  } finally {
    state.busy.value = false;
  }
}

export function createWriter(parts: WriterParts): Writer {
  const { state, newId, now } = parts;
  const ticket = () => state.talk.value?.view?.ticket;
  const again = async (match: (out: Outgoing) => boolean) => {
    const row = ticket();
    const failed = state.talk.value?.outbox.filter((out) => out.state === 'failed' && match(out)) ?? [];
    if (row) for (const out of failed) await post(parts, row, out);
  };
  return {
    async say(text, note) {
      const row = ticket();
      if (row && text.trim() !== '') await post(parts, row, { id: newId(), text: text.trim(), note, at: now() });
    },
    retry: (id) => again((out) => out.id === id),
    resume: () => again((out) => now() - out.at < stillMeant),
    async move(action) {
      const row = ticket();
      if (row) await guarded(state, () => move(parts, row, action));
    },
    claim: (wanted) => guarded(state, () => claim(parts, newId(), wanted)),
  };
}
