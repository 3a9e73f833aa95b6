/**
 * One open stream. It sends what comes after a number, in order and once; the bell only says when to look. A client
 * that reads too slowly is closed, and comes back with its number.
 */
import type { WebSocket } from 'ws';
import type { Log } from '../../base/index.js';
import { toActivities } from '../activity.js';
import type { StatusSource, Transcripts } from '../ports.js';
import type { Access } from './access.js';
import type { ActivitySet, Status, WireActivity } from './contract.js';
import { placeIn } from './service.js';

export interface Live {
  /** Looks for something new; `line` only while the customer waits in it. */
  readonly look: (what: 'all' | 'line') => void;
  /** Asks the client whether it is there; one that has not answered since the last time is gone. */
  readonly beat: () => void;
  readonly end: () => void;
}

interface Sources {
  readonly transcripts: Transcripts;
  readonly statuses: StatusSource;
  readonly log: Log;
}

const mostBuffered = 1_000_000;
/** Entries in a frame, so that a long history does not come as one. */
const perFrame = 200;

const statusActivity = (value: Status): WireActivity => ({
  type: 'event',
  name: 'warmline/status',
  from: { id: 'assistant', role: 'bot' },
  value,
});

export function createLive(sources: Sources, socket: WebSocket, start: Access & { readonly after: number }): Live {
  const { transcripts, statuses, log } = sources;
  const { conversation } = start;
  const state = { sent: -1, status: '', waiting: false, alive: true, work: 'none' as 'none' | 'busy' | 'again' };
  const open = () => socket.readyState === socket.OPEN;

  function send(set: ActivitySet): void {
    if (socket.bufferedAmount > mostBuffered) socket.close(1013, 'too slow');
    if (open()) socket.send(JSON.stringify(set));
  }

  async function news(): Promise<void> {
    if (state.sent < 0) state.sent = await placeIn(transcripts, conversation, start.after);
    const entries = await transcripts.entries(conversation, state.sent);
    for (let at = 0; at < entries.length; at += perFrame) {
      const part = entries.slice(at, at + perFrame);
      state.sent = part.at(-1)?.seq ?? state.sent;
      const activities = toActivities(part, start);
      if (activities.length > 0) send({ activities, watermark: String(state.sent) });
    }
    const now = await statuses.status(conversation);
    const text = JSON.stringify(now);
    state.waiting = now.state === 'waiting';
    if (text === state.status) return;
    state.status = text;
    send({ activities: [statusActivity(now)], watermark: String(state.sent) });
  }

  async function run(): Promise<void> {
    do {
      state.work = 'busy';
      await news();
    } while ((state.work as string) === 'again' && open());
    state.work = 'none';
  }

  function look(what: 'all' | 'line'): void {
    if (!open() || (what === 'line' && !state.waiting)) return;
    if (state.work !== 'none') {
      state.work = 'again';
      return;
    }
    run().catch((fault: unknown) => {
      state.work = 'none';
      log.warn({ conversation, fault }, 'stream broken off; the client comes back');
      socket.close(1011, 'try again');
    });
  }

  socket.on('pong', () => (state.alive = true));
  socket.on('message', () => {
    state.alive = true;
    if (open()) socket.send(''); // clients beat with an empty frame; the answer tells them that we are there
  });
  return {
    look,
    beat() {
      if (!state.alive || !open()) {
        socket.terminate();
        return;
      }
      state.alive = false;
      socket.ping();
    },
    end: () => socket.close(1001, 'restarting'),
  };
}
