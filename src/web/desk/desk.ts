/** The desk behind its page: takes the feed's events and the agent's acts, and keeps the state. No DOM. */
import { type Away, createAway } from './away.js';
import { createDrafts, type Draft } from './drafts.js';
import { cameBack } from './leaving.js';
import { findRow, onFeed } from './line.js';
import { createHands, type Hands } from './hands.js';
import { news } from './news.js';
import type { DeskPort, Disk, Shelf } from './port.js';
import { createReader, type Reader } from './reader.js';
import { createState, isErased, isMissing, looking, myId, type DeskState } from './state.js';
import type { FeedEvent } from './types.js';
import { createOutbox } from './unsent.js';
import { createWriter, type Writer } from './writer.js';

export interface DeskParts {
  readonly port: DeskPort;
  readonly shelf: Shelf;
  readonly disk: Disk;
  /** Milliseconds since 1970, the page's clock. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Runs later, in milliseconds, unless the returned function is called before. */
  readonly after: (ms: number, act: () => void) => () => void;
  /** Called when a heartbeat fails: without one, nobody is at the desk. */
  readonly unheard: (fault: unknown) => void;
}

export interface Desk extends DeskState, Writer, Hands {
  /** Learns who is signed in and what the line looks like. Rejects when nobody is. */
  readonly start: () => Promise<void>;
  readonly receive: (event: FeedEvent) => Promise<void>;
  readonly open: (id: string) => Promise<void>;
  readonly shut: () => void;
  readonly write: (draft: Draft) => void;
  /** Sends what stands in the composer and clears it. */
  readonly send: () => Promise<void>;
  readonly setHere: (here: boolean) => Promise<void>;
  /** The heartbeat that keeps presence and leases. */
  readonly beat: () => Promise<void>;
}

/** The same news for the open conversation: by its row when there is one, else by asking. */
async function follow(state: DeskState, reader: Reader, event: FeedEvent): Promise<void> {
  if (event.kind === 'ticket') return reader.ring(event.ticket);
  if (event.kind === 'gone') return reader.gone(event.id);
  const id = state.talk.value?.id;
  if (id === undefined) return;
  const row = findRow(state.line.value, id);
  await (row ? reader.ring(row) : reader.load(id));
}

/** Applies a feed event to the line, and announces what is news. */
function take(state: DeskState, event: FeedEvent, now: number): void {
  const before = state.line.value;
  const after = onFeed(before, event, looking(state, now));
  const found = news({
    before,
    after,
    event,
    acting: state.acting.value ?? state.leaving.value?.ticket.id,
    now: now + after.offset,
  });
  state.line.value = after;
  cameBack(state);
  if (found.length > 0) state.news.value = found;
}

/** What became of a ticket that the heartbeat no longer lists as theirs, as an event of the feed. */
async function whereabouts(port: DeskPort, state: DeskState, id: string): Promise<FeedEvent> {
  const { waitingTotal } = state.line.value;
  try {
    return { kind: 'ticket', ticket: (await port.ticket(id)).ticket, waitingTotal };
  } catch (error) {
    if (isMissing(error) || isErased(error)) return { kind: 'gone', id, waitingTotal };
    throw error;
  }
}

/** The heartbeat: keeps presence and leases, and brings what this desk has lost and whether it is open. */
function createBeat(
  state: DeskState,
  { port, unheard, away }: DeskParts & { away: Away },
  receive: Desk['receive'],
): () => Promise<void> {
  return async () => {
    try {
      state.here.value = away.isHere(myId(state));
      const before = state.line.value.mine.map(({ id }) => id);
      const { held, queues } = await port.presence({ state: state.here.value ? 'here' : 'away' });
      state.line.value = { ...state.line.value, queues };
      for (const id of before.filter((one) => !held.includes(one))) await receive(await whereabouts(port, state, id));
    } catch (fault) {
      unheard(fault); // the next beat reports the same
    }
  };
}

function createComposer(state: DeskState, shelf: Shelf) {
  const drafts = createDrafts(shelf);
  return {
    of: drafts.of,
    keep: (id: string, draft: Draft) => {
      drafts.keep(id, draft);
      if (state.talk.value?.id === id) state.draft.value = draft;
    },
    show: (id: string) => {
      state.draft.value = drafts.of(id);
    },
  };
}

/** What the rooms of the desk share. */
function createBase({ port, shelf, disk }: DeskParts) {
  const outbox = createOutbox(disk);
  const away = createAway(disk);
  const state = createState(outbox.all);
  const composer = createComposer(state, shelf);
  const forget = (id: string) => {
    composer.keep(id, { text: '', note: false });
    outbox.drop(({ ticket }) => ticket === id);
  };
  return { outbox, away, state, composer, reader: createReader({ state, port, forget }) };
}

export function createDesk(parts: DeskParts): Desk {
  const { port, now, newId, after } = parts;
  const { outbox, away, state, composer, reader } = createBase(parts);
  const open = async (id: string) => {
    const loading = reader.load(id);
    composer.show(id);
    await loading;
  };
  const writer = createWriter({
    ...{ state, port, outbox, now, newId, after },
    ...{ keepDraft: composer.keep, draftOf: composer.of },
  });
  const hands = createHands({ state, port, now, newId, after, open });
  const receive = async (event: FeedEvent) => {
    const before = state.line.value;
    take(state, event, now());
    // an emptied store does not know that anybody is at the desk
    if (before.ready && before.emptied?.at !== state.line.value.emptied?.at) await beat();
    await follow(state, reader, event);
    if (event.kind === 'line') await writer.resume();
  };
  const beat = createBeat(state, { ...parts, away }, receive);
  const write = (draft: Draft) => {
    if (state.talk.value) composer.keep(state.talk.value.id, draft);
  };
  return {
    ...state,
    ...writer,
    ...hands,
    receive,
    open,
    beat,
    write,
    async start() {
      state.me.value = await port.me();
      outbox.load(state.me.value.id);
      await beat();
    },
    shut: () => void (state.talk.value = undefined),
    async send() {
      const { text, note } = state.draft.value;
      write({ text: '', note });
      await writer.say(text, note);
    },
    async setHere(here) {
      away.keep(myId(state), here);
      await beat();
    },
  };
}
