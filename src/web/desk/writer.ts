/** What the agent says. Every message carries an id, so a repeat does no harm. */
import type { Draft } from './drafts.js';
import type { DeskPort } from './port.js';
import { changeTalk, type DeskState } from './state.js';
import { lost, said as arrived, sending, takenBack, unsent, type Outgoing } from './talk.js';
import type { Correction, Entry, TicketRow } from './types.js';
import { correctionText } from './words.js';

/** How long after the press a message still goes out by itself when the connection is back. */
const stillMeant = 2 * 60_000;

export interface WriterParts {
  readonly state: DeskState;
  readonly port: DeskPort;
  readonly now: () => number;
  readonly newId: () => string;
  readonly keepDraft: (id: string, draft: Draft) => void;
}

type Message = Pick<Outgoing, 'id' | 'text' | 'note' | 'corrects' | 'at'>;

/** Somebody else holds it now: what was typed goes back into the composer. */
function giveBack({ state, keepDraft }: WriterParts, ticket: string, out: Message): void {
  if (state.talk.value?.id === ticket && state.talk.value.status === 'erased') return;
  changeTalk(state, ticket, (talk) => takenBack(talk, out.id));
  const typed = state.talk.value?.id === ticket ? state.draft.value.text : '';
  const draft = { text: typed ? `${out.text}\n${typed}` : out.text, note: out.note };
  keepDraft(ticket, draft);
}

async function post(parts: WriterParts, ticket: TicketRow, out: Message): Promise<void> {
  const { state, port } = parts;
  changeTalk(state, ticket.id, (talk) => sending(talk, out));
  try {
    const { id, text, note, corrects } = out;
    const said = { id, epoch: ticket.epoch, text, note };
    const answer = await port.say(ticket.id, corrects ? { ...said, corrects } : said);
    if (answer.kind === 'said') changeTalk(state, ticket.id, (talk) => arrived(talk, id, answer.seq));
    else {
      giveBack(parts, ticket.id, out);
      changeTalk(state, ticket.id, (talk) => lost(talk, answer.by));
    }
  } catch {
    changeTalk(state, ticket.id, (talk) => unsent(talk, out.id));
  }
}

export interface Writer {
  say(text: string, note: boolean): Promise<void>;
  /** Tells how a customer's message really reads, in a note of the team. */
  correct(entry: Entry, reads: Correction['reads']): Promise<void>;
  /** Sends what failed once more, under the same id. */
  retry(id: string): Promise<void>;
  /** After a lost connection: what was pressed a moment ago goes out by itself. */
  resume(): Promise<void>;
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
    async correct({ seq, text }, reads) {
      const row = ticket();
      const corrects = { about: seq, reads };
      const told = { id: newId(), text: correctionText(text, reads), note: true, at: now() };
      if (row) await post(parts, row, { ...told, corrects });
    },
    retry: (id) => again((out) => out.id === id),
    resume: () => again((out) => now() - out.at < stillMeant),
  };
}
