/** Keeps the open conversation up to date: the feed only rings, the entries are fetched from the last one held. */
import { changeTalk, isMissing, myId, type DeskState } from './state.js';
import { ended, grew, lastSeq, loaded, openTalk, rowChanged } from './talk.js';
import type { DeskPort } from './port.js';
import { seenNow } from './line.js';
import type { TicketRow } from './types.js';

export interface Reader {
  /** Opens a ticket, or loads it again. */
  load(id: string): Promise<void>;
  /** The row of the open ticket changed: take it over, and fetch what is new. */
  ring(row: TicketRow): Promise<void>;
  /** It is no ticket any more; fetches the last words. */
  gone(id: string): Promise<void>;
}

type Fetching = (id: string, until: number) => Promise<void>;

/** One fetch at a time; a ring during it is answered by one more. */
function createFetching(state: DeskState, port: DeskPort): Fetching {
  let running = false;
  let wanted = 0;
  const held = (id: string) => (state.talk.value?.id === id ? lastSeq(state.talk.value) : undefined);
  const step = async (id: string): Promise<boolean> => {
    const after = held(id);
    if (after === undefined || after >= wanted) return false;
    const fresh = await port.entries(id, after);
    changeTalk(state, id, (talk) => grew(talk, fresh));
    return fresh.length > 0;
  };
  return async (id, until) => {
    wanted = Math.max(wanted, until);
    if (running) return;
    running = true;
    try {
      while (await step(id));
    } catch {
      // The feed rings again when the line is back, and the same fetch goes on from the same place.
    } finally {
      running = false;
      wanted = 0;
    }
    state.line.value = seenNow(state.line.value, id);
  };
}

async function load(state: DeskState, port: DeskPort, id: string): Promise<void> {
  if (state.talk.value?.id !== id) state.talk.value = openTalk(id);
  try {
    const view = await port.ticket(id);
    changeTalk(state, id, (talk) => loaded(talk, view, myId(state)));
    state.line.value = seenNow(state.line.value, id);
  } catch (error) {
    changeTalk(state, id, (talk) => {
      if (talk.status === 'ready') return isMissing(error) ? ended(talk, id) : talk;
      return { ...talk, status: isMissing(error) ? 'missing' : 'failed' };
    });
  }
}

export function createReader(state: DeskState, port: DeskPort): Reader {
  const fetching = createFetching(state, port);
  return {
    load: (id) => load(state, port, id),
    async ring(row) {
      const talk = state.talk.value;
      if (talk?.id !== row.id) return;
      if (talk.status !== 'ready' || talk.holder === 'nobody') return load(state, port, row.id);
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
