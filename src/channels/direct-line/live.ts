/**
 * One open stream. It sends what comes after a number, in order and once; the change notifier only says when to look. At
 * most one frame waits for a client that reads slowly. A client that stops reading is disconnected with the reason, and
 * comes back with its number.
 */
import type { WebSocket } from 'ws';
import { type Log, oneAtATime } from '../../base/index.js';
import type { StatusSource } from '../ports.js';
import type { Watermark } from '../../conversation/index.js';
import type { Access } from './access.js';
import type { Status, WireActivity } from './contract.js';
import { frameOf, type Page, type Pages, withActivity } from './pages.js';
import { writeWatermark } from './watermark.js';

export interface Live {
  /** Looks for something new; `line` only while the customer waits in it. */
  readonly look: (what: 'all' | 'line') => void;
  /** Pings the client; one that has neither replied nor read since the last ping is disconnected. */
  readonly beat: () => void;
  /** Records that the customer in the line still has the page open. */
  readonly sign: () => void;
  readonly end: () => void;
}

interface Sources {
  readonly pages: Pages;
  readonly statuses: StatusSource;
  readonly log: Log;
}

/** "Try again later" (RFC 6455's registry): the client did not read for a whole beat. */
const tooSlow = { code: 1013, reason: 'You did not read; come back with your watermark.' } as const;

/** Closes a stream whose conversation was erased, or whose token was called in. */
const goneCode = 4404;

const statusActivity = (value: Status): WireActivity => ({
  type: 'event',
  name: 'warmline/status',
  from: { id: 'assistant', role: 'bot' },
  value,
});

/** The status of most customers, sent once and known without a look at the line. */
const withAssistant = statusActivity({ state: 'assistant' });
/** Bytes: a longer frame is the same for all readers, and is not copied for one to carry the status, too. */
const mostJoined = 4096;

/** Where a stream begins, for whom. */
export interface Start extends Access {
  readonly from: Watermark;
}

/** Sends what is new since the last time: entries by their number, the status when it changed. */
function createNews(sources: Sources, wire: { isOpen(): boolean; send(frame: Buffer): Promise<void> }, start: Start) {
  const { pages, statuses } = sources;
  const { conversation } = start;
  let mark = start.from;
  let reported = '';

  async function send(page: Page): Promise<Page> {
    if (page.kind === 'gone' || page.frame === undefined) return page;
    const text = JSON.stringify(withAssistant.value);
    const joined = !page.more && !page.ticket && reported !== text && page.frame.length <= mostJoined;
    if (joined) reported = text;
    await wire.send(joined ? withActivity(page.frame, withAssistant) : page.frame);
    return page;
  }

  /** Sends all entries. Returns the last page, or undefined when the client has left. */
  async function sendEntries(): Promise<Page | undefined> {
    while (wire.isOpen()) {
      const page = await pages.with(start, mark, send);
      if (page.kind === 'gone') return page;
      mark = page.mark;
      if (!page.more) return page;
    }
    return undefined;
  }

  async function sendStatus(status: Status): Promise<void> {
    const text = JSON.stringify(status);
    if (text === reported) return;
    reported = text;
    await wire.send(frameOf({ activities: [statusActivity(status)], watermark: writeWatermark(mark) }));
  }

  /** Returns whether the customer waits in the line, or that the conversation is gone. */
  return async (): Promise<'waiting' | 'not waiting' | 'gone'> => {
    const last = await sendEntries();
    if (last?.kind === 'gone') return 'gone';
    const status: Status = last?.ticket === true ? await statuses.status(conversation) : { state: 'assistant' };
    await sendStatus(status);
    return status.state === 'waiting' ? 'waiting' : 'not waiting';
  };
}

/** Sends frames one after the other, and knows which of them the connection has not taken yet. */
function createWire(socket: WebSocket) {
  let leaving = 0;
  let frames = 0;
  return {
    isOpen: () => socket.readyState === socket.OPEN,
    /** Resolves when the connection has taken the frame, or is gone. */
    send(frame: Buffer): Promise<void> {
      if (socket.readyState !== socket.OPEN) return Promise.resolve();
      leaving = frames += 1;
      return new Promise((resolve) => {
        socket.send(frame, { binary: false }, () => {
          leaving = 0;
          resolve();
        });
      });
    },
    /** The number of the frame that has not left; 0 when none. */
    leaving: () => leaving,
  };
}

export function createLive(sources: Sources, socket: WebSocket, start: Start): Live {
  const { conversation } = start;
  const wire = createWire(socket);
  const news = createNews(sources, wire, start);
  let waiting = false;
  let alive = true;
  let stuck = 0;

  const work = async () => {
    if (!wire.isOpen()) return;
    const found = await news();
    waiting = found === 'waiting';
    // a client that comes back gets "gone" as its answer
    if (found === 'gone') socket.close(goneCode, 'gone');
  };
  const run = oneAtATime(work, (_, fault) => {
    sources.log.warn({ conversation, fault }, 'stream broken off; the client comes back');
    socket.close(1011, 'try again');
  });

  socket.on('pong', () => (alive = true));
  socket.on('message', () => {
    alive = true;
    // clients send an empty frame as a heartbeat, and expect one back
    if (wire.isOpen() && wire.leaving() === 0) socket.send('');
  });
  return {
    look(what) {
      if (what === 'all' || waiting) run(conversation);
    },
    beat() {
      const still = wire.leaving() !== 0 && wire.leaving() === stuck;
      stuck = wire.leaving();
      if (still && wire.isOpen()) socket.close(tooSlow.code, tooSlow.reason);
      else if (alive && wire.isOpen()) socket.ping();
      else socket.terminate();
      alive = false;
    },
    sign() {
      if (!waiting || !wire.isOpen()) return;
      sources.statuses
        .seen(conversation)
        .catch((fault: unknown) => sources.log.warn({ conversation, fault }, 'sign of life'));
    },
    end: () => socket.close(1001, 'restarting'),
  };
}
