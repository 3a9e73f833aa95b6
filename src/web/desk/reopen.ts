/** A closed case goes on with this agent. */
import { refusals } from './closed.js';
import { claimed } from './line.js';
import type { DeskPort } from './port.js';
import { type DeskState, looking, reasonOf } from './state.js';
import type { ClosedRow } from './types.js';

interface Parts {
  readonly state: DeskState;
  readonly port: DeskPort;
  readonly now: () => number;
  readonly newId: () => string;
  readonly open: (id: string) => Promise<void>;
}

/** `words`: why it stays closed; `again`: there is something new to be read first. */
export type Reopening =
  { readonly kind: 'reopened' } | { readonly kind: 'stays'; readonly words: string; readonly again?: true };

const stays = (words: string): Reopening => ({ kind: 'stays', words });
const readFirst = (words: string): Reopening => ({ kind: 'stays', words, again: true });

async function ask({ state, port, now, newId, open }: Parts, row: ClosedRow): Promise<Reopening> {
  const { id, episode, epoch, seq: seen, customer } = row;
  const answer = await port.reopen(id, { token: newId(), episode, epoch, seen });
  switch (answer.kind) {
    case 'reopened': {
      const line = claimed(state.line.value, answer.ticket, looking(state, now()));
      state.line.value = { ...line, doneToday: answer.doneToday };
      await open(answer.ticket.id);
      return { kind: 'reopened' };
    }
    case 'wrote':
      return readFirst(`${customer} wrote a moment before you. Nothing was changed; read it first.`);
    case 'fenced':
      return readFirst('It was reopened and closed again a moment before you. Look at it first.');
    case 'open':
      return stays(`${answer.by} has this conversation already.`);
    case 'full':
      return stays(`You hold ${answer.capacity}, which is as many as one person takes. Close one first.`);
    default:
      return stays(refusals[answer.kind](row));
  }
}

/** `row`: as it was shown, with all that was said until then. */
export async function reopen(parts: Parts, row: ClosedRow): Promise<Reopening> {
  try {
    return await ask(parts, row);
  } catch (error) {
    return stays(`${reasonOf(error)} Nothing was changed; try again.`);
  }
}
