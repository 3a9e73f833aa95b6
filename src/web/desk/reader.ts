/** Keeps the open conversation up to date: the feed only rings, the entries are fetched from the last one held. */
import { changeTalk, isErased, isMissing, myId, type DeskState } from './state.js';
import { ended, erased, generationOf, grew, lastSeq, loaded, openTalk, rowChanged } from './talk.js';
import type { DeskPort } from './port.js';
import { dropTicket, seenNow } from './line.js';
import type { Entry, TicketRow } from './types.js';

export interface Reader {
  /** Opens a ticket, or loads it again. */
  load(id: string): Promise<void>;
  /** The row of the open ticket changed: take it over, and fetch what is new. */
  ring(row: TicketRow): Promise<void>;
  /** It is no ticket any more; fetches the last words. */
  gone(id: string): Promise<void>;
}

export interface ReaderParts {
  readonly state: DeskState;
  readonly port: DeskPort;
  /** What was typed to a conversation that was erased goes with it, and what was not sent. */
  readonly forget: (id: string) => void;
}

/** An entry that was shown before reads otherwise by now. */
const changesOlder = ({ mark }: Entry): boolean => mark === 'edited' || mark === 'deleted' || mark === 'restored';

type Fetching = (id: string, until: number) => Promise<void>;

/** It was erased: nothing of it stays on the page. */
function erase({ state, forget }: ReaderParts, id: string): void {
  changeTalk(state, id, erased);
  state.line.value = dropTicket(state.line.value, id);
  forget(id);
}

/** One fetch at a time; a ring during it is answered by one more. */
function createFetching(parts: ReaderParts, reload: (id: string) => Promise<void>): Fetching {
  const { state, port } = parts;
  let running = false;
  let wanted = 0;
  const held = (id: string) => (state.talk.value?.id === id ? state.talk.value : undefined);
  const step = async (id: string): Promise<boolean> => {
    const talk = held(id);
    if (talk === undefined || lastSeq(talk) >= wanted) return false;
    const generation = generationOf(talk);
    const fresh = await port.entries(id, { after: lastSeq(talk), generation });
    if (fresh.generation !== generation) {
      await reload(id);
      return false;
    }
    if (fresh.entries.some(changesOlder)) await reload(id);
    else changeTalk(state, id, (now) => grew(now, fresh.entries));
    return fresh.entries.length > 0;
  };
  return async (id, until) => {
    wanted = Math.max(wanted, until);
    if (running) return;
    running = true;
    try {
      while (await step(id));
    } catch (error) {
      // The feed rings again when the line is back, and the same fetch goes on from the same place.
      if (isErased(error)) erase(parts, id);
    } finally {
      running = false;
      wanted = 0;
    }
    state.line.value = seenNow(state.line.value, id);
  };
}

async function load(parts: ReaderParts, id: string): Promise<void> {
  const { state, port } = parts;
  if (state.talk.value?.id !== id) {
    state.talk.value = { ...openTalk(id), outbox: state.unsent.value.filter(({ ticket }) => ticket === id) };
  }
  const shown = state.talk.value.view?.ticket.generation;
  try {
    const view = await port.ticket(id, shown);
    if (shown !== undefined && shown !== view.ticket.generation) parts.forget(id);
    changeTalk(state, id, (talk) => loaded(talk, view, myId(state)));
    state.line.value = seenNow(state.line.value, id);
  } catch (error) {
    if (isErased(error)) {
      erase(parts, id);
      return;
    }
    changeTalk(state, id, (talk) => {
      if (talk.status === 'ready') return isMissing(error) ? ended(talk, id) : talk;
      return { ...talk, status: isMissing(error) ? 'missing' : 'failed' };
    });
  }
}

export function createReader(parts: ReaderParts): Reader {
  const { state } = parts;
  const fetching = createFetching(parts, (id) => load(parts, id));
  return {
    load: (id) => load(parts, id),
    async ring(row) {
      const talk = state.talk.value;
      if (talk?.id !== row.id) return;
      const other = row.generation !== generationOf(talk);
      if (talk.status !== 'ready' || talk.holder === 'nobody' || other) return load(parts, row.id);
      changeTalk(state, row.id, (held) => rowChanged(held, row, myId(state)));
      await fetching(row.id, row.seq);
    },
    async gone(id) {
      const talk = state.talk.value;
      if (talk?.id !== id) return;
      changeTalk(state, id, (held) => ended(held, id));
      await fetching(id, lastSeq(talk) + 1);
    },
  };
}
