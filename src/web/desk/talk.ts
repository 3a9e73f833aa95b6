/** The conversation that is open: its entries, what is on its way out, and who holds it. Pure and safe to repeat. */
import { isOlder } from './line.js';
import type { Correction, Entry, TicketRow, TicketView } from './types.js';

/** A message of ours that the transcript does not hold yet. */
export interface Outgoing {
  readonly id: string;
  readonly text: string;
  readonly note: boolean;
  readonly corrects?: Correction;
  readonly at: number;
  readonly state: 'sending' | 'failed';
  /** The newest entry when it was sent: its own entry can only come after. */
  readonly after: number;
  /** Its number in the transcript, once the server has answered. */
  readonly seq?: number;
}

/** Whose the ticket is: still in the line, ours, another's, or no ticket any more. */
export type Holder = 'line' | 'mine' | 'other' | 'nobody';

export type Ending = 'close' | 'hand-back' | 'pass';

export interface Talk {
  readonly id: string;
  readonly status: 'loading' | 'ready' | 'missing' | 'failed' | 'erased';
  readonly holder: Holder;
  /** The name of the other agent, when it is known. */
  readonly by?: string;
  /** How this agent ended it. */
  readonly ending?: Ending;
  readonly view?: TicketView;
  readonly entries: readonly Entry[];
  readonly outbox: readonly Outgoing[];
}

export const openTalk = (id: string): Talk => ({ id, status: 'loading', holder: 'line', entries: [], outbox: [] });

export const lastSeq = (talk: Talk): number => talk.entries.at(-1)?.seq ?? 0;

function holding(row: TicketRow, me: string): { holder: Holder; by?: string } {
  if (row.state === 'waiting') return { holder: 'line' };
  if (row.agentId === me) return { holder: 'mine' };
  return row.agent === undefined ? { holder: 'other' } : { holder: 'other', by: row.agent };
}

/** Adds entries by their number: what is already there is replaced, order is kept. */
export function merge(held: readonly Entry[], fresh: readonly Entry[]): readonly Entry[] {
  if (fresh.length === 0) return held;
  const last = held.at(-1)?.seq ?? 0;
  if (fresh.every((entry, index) => entry.seq > (fresh[index - 1]?.seq ?? last))) return [...held, ...fresh];
  const all = new Map([...held, ...fresh].map((entry) => [entry.seq, entry]));
  return [...all.values()].sort((a, b) => a.seq - b.seq);
}

/** What of the outbox the transcript does not show yet. */
function waitingOut(outbox: readonly Outgoing[], entries: readonly Entry[]): readonly Outgoing[] {
  const last = entries.at(-1)?.seq ?? 0;
  return outbox.filter((out) => out.seq === undefined || out.seq > last);
}

/** Which generation is shown. */
export const generationOf = (talk: Talk): number => talk.view?.ticket.generation ?? 0;

/** Nothing of it is kept, here neither. */
export const erased = (talk: Talk): Talk => ({ ...openTalk(talk.id), status: 'erased', holder: 'nobody' });

export function grew(talk: Talk, fresh: readonly Entry[]): Talk {
  const entries = merge(talk.entries, fresh);
  return { ...talk, entries, outbox: waitingOut(talk.outbox, entries) };
}

export function loaded(talk: Talk, view: TicketView, me: string): Talk {
  const known = talk.view === undefined || generationOf(talk) === view.ticket.generation;
  const { id, outbox, entries } = known ? talk : openTalk(talk.id);
  return grew({ id, outbox, status: 'ready', view, entries, ...holding(view.ticket, me) }, view.entries);
}

/** Its row changed; an older copy than the one we hold is not news. */
export function rowChanged(talk: Talk, row: TicketRow, me: string): Talk {
  if (row.id !== talk.id || !talk.view || isOlder(row, talk.view.ticket)) return talk;
  const { id, status, outbox, entries } = talk;
  return { id, status, outbox, entries, view: { ...talk.view, ticket: row }, ...holding(row, me) };
}

export const ended = (talk: Talk, id: string, ending = talk.ending): Talk =>
  talk.id === id ? { ...talk, holder: 'nobody', ...(ending && { ending }) } : talk;

/** The server refused a write: someone else has it, or it went back to the line. */
export function lost(talk: Talk, by: string | undefined): Talk {
  const { id, status, outbox, entries, view } = talk;
  const rest = view ? { id, status, outbox, entries, view } : { id, status, outbox, entries };
  return by === undefined ? { ...rest, holder: 'nobody' } : { ...rest, holder: 'other', by };
}

export function sending(talk: Talk, out: Pick<Outgoing, 'id' | 'text' | 'note' | 'at'>): Talk {
  const known = talk.outbox.some((one) => one.id === out.id);
  const outbox: readonly Outgoing[] = known
    ? talk.outbox.map((one) => (one.id === out.id ? { ...one, state: 'sending' } : one))
    : [...talk.outbox, { ...out, state: 'sending', after: lastSeq(talk) }];
  return { ...talk, outbox };
}

export function said(talk: Talk, id: string, seq: number): Talk {
  const outbox = talk.outbox.map((out) => (out.id === id ? { ...out, seq } : out));
  return { ...talk, outbox: waitingOut(outbox, talk.entries) };
}

export function unsent(talk: Talk, id: string): Talk {
  return { ...talk, outbox: talk.outbox.map((out) => (out.id === id ? { ...out, state: 'failed' } : out)) };
}

export const takenBack = (talk: Talk, id: string): Talk => ({
  ...talk,
  outbox: talk.outbox.filter((out) => out.id !== id),
});

/** The outbox without what has already come back as an entry, and without corrections, as long as nothing failed. */
export function shownOutbox(talk: Talk): readonly Outgoing[] {
  const free = talk.entries.filter((entry) => entry.role === 'agent' || entry.role === 'note');
  return talk.outbox.filter((out) => {
    const at = free.findIndex(
      (entry) => entry.seq > out.after && entry.text === out.text && (entry.role === 'note') === out.note,
    );
    if (out.state === 'failed') return true;
    if (at < 0) return out.corrects === undefined;
    free.splice(at, 1);
    return false;
  });
}

/** The server says that an answer is owed, and none of ours is on its way. */
export const owesAnswer = ({ view, outbox }: Talk): boolean =>
  view?.ticket.owed === true && outbox.every((out) => out.note);
