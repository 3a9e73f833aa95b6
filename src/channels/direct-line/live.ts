/**
 * One open stream. It sends what comes after a number, in order and once; the bell only says when to look. At most one
 * frame waits for a client that reads slowly; one that stops reading is told so, cut, and comes back with its number.
 */
import type { WebSocket } from 'ws';
import type { Log } from '../../base/index.js';
import { oneAtATime } from '../one-at-a-time.js';
import type { StatusSource, Transcripts } from '../ports.js';
import type { Access } from './access.js';
import type { Status, WireActivity } from './contract.js';
import { frameOf, type Pages } from './pages.js';
import { placeIn } from './service.js';

export interface Live {
  /** Looks for something new; `line` only while the customer waits in it. */
  readonly look: (what: 'all' | 'line') => void;
  /** Asks the client whether it is there; one that has neither answered nor read since the last time is gone. */
  readonly beat: () => void;
  /** Tells that the customer in the line still has the page open. */
  readonly sign: () => void;
  readonly end: () => void;
}

interface Sources {
  readonly transcripts: Transcripts;
  readonly pages: Pages;
  readonly statuses: StatusSource;
  readonly log: Log;
}

/** "Try again later" (RFC 6455's registry): the client did not read for a whole beat. */
const tooSlow = { code: 1013, reason: 'You did not read; come back with your watermark.' } as const;

const statusActivity = (value: Status): WireActivity => ({
  type: 'event',
  name: 'warmline/status',
  from: { id: 'assistant', role: 'bot' },
  value,
});

/** Sends what is new since the last time: entries by their number, the status when it changed. */
function createNews(
  sources: Sources,
  wire: { isOpen(): boolean; send(frame: Buffer): Promise<void> },
  start: Access & { readonly after: number },
) {
  const { transcripts, pages, statuses } = sources;
  const { conversation } = start;
  let sent: number | undefined;
  let told = '';

  async function sendEntries(): Promise<number> {
    let place = (sent ??= await placeIn(transcripts, conversation, start.after));
    while (wire.isOpen()) {
      const page = await pages.with(start, place, async ({ frame, ...next }) => {
        if (frame !== undefined) await wire.send(frame);
        return next;
      });
      sent = place = page.place;
      if (!page.more) break;
    }
    return place;
  }

  /** Answers whether the customer waits in the line. */
  return async (): Promise<boolean> => {
    const watermark = String(await sendEntries());
    const status = await statuses.status(conversation);
    const text = JSON.stringify(status);
    if (text !== told) await wire.send(frameOf({ activities: [statusActivity(status)], watermark }));
    told = text;
    return status.state === 'waiting';
  };
}

/** Frames that leave one after the other; `stuck` tells since when one has not left. */
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

export function createLive(sources: Sources, socket: WebSocket, start: Access & { readonly after: number }): Live {
  const { conversation } = start;
  const wire = createWire(socket);
  const news = createNews(sources, wire, start);
  let waiting = false;
  let alive = true;
  let stuck = 0;

  const work = async () => {
    if (wire.isOpen()) waiting = await news();
  };
  const run = oneAtATime(work, (_, fault) => {
    sources.log.warn({ conversation, fault }, 'stream broken off; the client comes back');
    socket.close(1011, 'try again');
  });

  socket.on('pong', () => (alive = true));
  socket.on('message', () => {
    alive = true;
    // clients beat with an empty frame; the answer tells them that we are there
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
