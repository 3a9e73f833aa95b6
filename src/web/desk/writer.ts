/** What the agent says. Every message carries an id, so a repeat does no harm, and is kept until the server has it. */
import { createInOrder, type InOrder, type Outcome } from '../kit/in-order.js';
import type { Draft } from './drafts.js';
import { findRow } from './line.js';
import type { DeskPort } from './port.js';
import { changeTalk, isErased, isRefused, myId, reasonOf, type DeskState } from './state.js';
import { lastSeq, lost, said as arrived, sending, takenBack, unsent } from './talk.js';
import type { Correction, Entry, TicketRow } from './types.js';
import type { Outbox, Unsent } from './unsent.js';
import { correctionText } from './words.js';

/** How long after the press a message still goes out by itself when the connection is back. */
const stillMeant = 2 * 60_000;

export interface WriterParts {
  readonly state: DeskState;
  readonly port: DeskPort;
  readonly outbox: Outbox;
  readonly now: () => number;
  readonly newId: () => string;
  readonly after: (ms: number, act: () => void) => () => void;
  readonly keepDraft: (id: string, draft: Draft) => void;
  readonly draftOf: (id: string) => Draft;
}

type Message = Pick<Unsent, 'text' | 'note' | 'corrects'>;

/** The server will not take it: what was typed goes back into the composer of its conversation. */
function giveBack({ state, outbox, keepDraft, draftOf }: WriterParts, out: Unsent, why: string): void {
  outbox.drop(({ id }) => id === out.id);
  const open = state.talk.value?.id === out.ticket;
  if (open && state.talk.value?.status === 'erased') return;
  changeTalk(state, out.ticket, (talk) => takenBack(talk, out.id));
  const typed = draftOf(out.ticket).text;
  keepDraft(out.ticket, { text: typed ? `${out.text}\n${typed}` : out.text, note: out.note });
  if (open && why === '') return; // the head tells who has it
  const name = findRow(state.line.value, out.ticket)?.customer ?? 'a customer';
  state.notice.value = `Your message to ${name} was not sent. ${why}It is in the composer of that conversation.`;
}

/** The epoch under which this agent holds it now, as far as the page knows. */
function epochOf(state: DeskState, { ticket, epoch }: Unsent): number {
  const shown = state.talk.value?.id === ticket ? state.talk.value.view?.ticket : undefined;
  const held = state.line.value.mine.find((row) => row.id === ticket && row.agentId === myId(state));
  return Math.max(epoch, shown?.epoch ?? 0, held?.epoch ?? 0);
}

async function post(parts: WriterParts, out: Unsent): Promise<Outcome> {
  const { state, port, outbox } = parts;
  const { id, text, note, corrects, ticket } = out;
  const settled = () => outbox.drop((one) => one.id === id);
  if (!outbox.isOpen(id)) {
    settled();
    changeTalk(state, ticket, (talk) => takenBack(talk, id));
    return 'done';
  }
  changeTalk(state, ticket, (talk) => sending(talk, out));
  try {
    const said = { id, epoch: epochOf(state, out), text, note };
    const answer = await port.say(ticket, corrects ? { ...said, corrects } : said);
    if (answer.kind === 'said') {
      settled();
      changeTalk(state, ticket, (talk) => arrived(talk, id, answer.seq));
    } else {
      giveBack(parts, out, answer.by === undefined ? '' : `${answer.by} has it now. `);
      changeTalk(state, ticket, (talk) => lost(talk, answer.by));
    }
    return 'done';
  } catch (fault) {
    if (isErased(fault)) settled();
    else if (isRefused(fault)) giveBack(parts, out, `${reasonOf(fault)} `);
    else {
      if (outbox.isOpen(id)) outbox.keep({ ...out, state: 'failed' });
      changeTalk(state, ticket, (talk) => unsent(talk, id));
      return 'failed';
    }
    return 'done';
  }
}

export interface Writer {
  say(text: string, note: boolean): Promise<void>;
  /** Tells how a customer's message really reads, in a note of the team. */
  correct(entry: Entry, reads: Correction['reads']): Promise<void>;
  /** Sends what the open conversation has not sent, whenever it was written. */
  retry(): Promise<void>;
  /** After a lost connection or a reload: what was pressed a moment ago goes out by itself, in every conversation. */
  resume(): Promise<void>;
}

/** One line of messages for each conversation, so that one that is stuck holds up no other. */
function createLines(parts: WriterParts) {
  const { outbox, now, after } = parts;
  const lines = new Map<string, InOrder>();
  const pressed = new Map<string, number>();
  const of = (ticket: string): InOrder => {
    const next = () => {
      const first = outbox.all.value.find((one) => one.ticket === ticket);
      return first && now() - Math.max(first.at, pressed.get(ticket) ?? 0) < stillMeant ? first : undefined;
    };
    const line = lines.get(ticket) ?? createInOrder({ next, send: (one: Unsent) => post(parts, one), after });
    lines.set(ticket, line);
    return line;
  };
  return {
    run: (ticket: string) => of(ticket).run(),
    press(ticket: string) {
      pressed.set(ticket, now());
      return of(ticket).run();
    },
  };
}

export function createWriter(parts: WriterParts): Writer {
  const { state, outbox, newId, now } = parts;
  const lines = createLines(parts);
  const put = (row: TicketRow | undefined, message: Message): Promise<void> => {
    if (row === undefined || message.text === '') return Promise.resolve();
    const after = state.talk.value === undefined ? 0 : lastSeq(state.talk.value);
    const { id: ticket, epoch } = row;
    // a place of its own in the order, whatever the clock does
    const at = Math.max(now(), (outbox.all.value.at(-1)?.at ?? 0) + 1);
    const out: Unsent = { ...message, id: newId(), at, state: 'sending', after, ticket, epoch };
    outbox.keep(out);
    changeTalk(state, ticket, (talk) => sending(talk, out));
    return lines.press(ticket);
  };
  const open = () => state.talk.value?.view?.ticket;
  return {
    say: (text, note) => put(open(), { text: text.trim(), note }),
    correct: ({ seq, text }, reads) =>
      put(open(), { text: correctionText(text, reads), note: true, corrects: { about: seq, reads } }),
    async retry() {
      const id = state.talk.value?.id;
      if (id !== undefined) await lines.press(id);
    },
    async resume() {
      outbox.load(myId(state));
      await Promise.all([...new Set(outbox.all.value.map(({ ticket }) => ticket))].map((id) => lines.run(id)));
    },
  };
}
