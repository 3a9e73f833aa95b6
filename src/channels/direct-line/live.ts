/**
 * One open stream. It sends what comes after a number, in order and once; the bell only says when to look. A client
 * that reads too slowly is closed, and comes back with its number.
 */
import type { WebSocket } from 'ws';
import type { Log } from '../../base/index.js';
import { toActivities } from '../activity.js';
import { oneAtATime } from '../one-at-a-time.js';
import type { StatusSource, Transcripts } from '../ports.js';
import type { Access } from './access.js';
import type { ActivitySet, Status, WireActivity } from './contract.js';
import { placeIn } from './service.js';

export interface Live {
  /** Looks for something new; `line` only while the customer waits in it. */
  readonly look: (what: 'all' | 'line') => void;
  /** Asks the client whether it is there; one that has not answered since the last time is gone. */
  readonly beat: () => void;
  /** Tells that the customer in the line still has the page open. */
  readonly sign: () => void;
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

/** Sends what is new since the last time: entries by their number, the status when it changed. */
function createNews(sources: Sources, send: (set: ActivitySet) => void, start: Access & { readonly after: number }) {
  const { transcripts, statuses } = sources;
  const { conversation } = start;
  let sent: number | undefined;
  let told = '';
  /** Answers whether the customer waits in the line. */
  return async (): Promise<boolean> => {
    sent ??= await placeIn(transcripts, conversation, start.after);
    const entries = await transcripts.entries(conversation, sent);
    for (let at = 0; at < entries.length; at += perFrame) {
      const part = entries.slice(at, at + perFrame);
      sent = part.at(-1)?.seq ?? sent;
      const activities = toActivities(part, start);
      if (activities.length > 0) send({ activities, watermark: String(sent) });
    }
    const status = await statuses.status(conversation);
    const text = JSON.stringify(status);
    if (text !== told) send({ activities: [statusActivity(status)], watermark: String(sent) });
    told = text;
    return status.state === 'waiting';
  };
}

export function createLive(sources: Sources, socket: WebSocket, start: Access & { readonly after: number }): Live {
  const { conversation } = start;
  const news = createNews(sources, send, start);
  let waiting = false;
  let alive = true;
  const open = () => socket.readyState === socket.OPEN;

  function send(set: ActivitySet): void {
    if (socket.bufferedAmount > mostBuffered) socket.close(1013, 'too slow');
    if (open()) socket.send(JSON.stringify(set));
  }

  const work = async () => {
    if (open()) waiting = await news();
  };
  const run = oneAtATime(work, (_, fault) => {
    sources.log.warn({ conversation, fault }, 'stream broken off; the client comes back');
    socket.close(1011, 'try again');
  });

  socket.on('pong', () => (alive = true));
  socket.on('message', () => {
    alive = true;
    if (open()) socket.send(''); // clients beat with an empty frame; the answer tells them that we are there
  });
  return {
    look(what) {
      if (what === 'all' || waiting) run(conversation);
    },
    beat() {
      if (alive && open()) socket.ping();
      else socket.terminate();
      alive = false;
    },
    sign() {
      if (!waiting || !open()) return;
      sources.statuses
        .seen(conversation)
        .catch((fault: unknown) => sources.log.warn({ conversation, fault }, 'sign of life'));
    },
    end: () => socket.close(1001, 'restarting'),
  };
}
