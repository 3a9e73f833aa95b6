/**
 * The live stream of one conversation over a WebSocket. It sends what comes after a number, in order and once; the
 * bell only says when to look. A client that reads too slowly is closed, and comes back with its number.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Log } from '../../base/index.js';
import { toWire, visible } from '../activity.js';
import type { Bells, StatusSource, Transcripts } from '../ports.js';
import type { Access } from './access.js';
import type { ActivitySet, Status, WireActivity } from './contract.js';

export interface StreamOptions {
  readonly transcripts: Transcripts;
  readonly bells: Bells;
  readonly statuses: StatusSource;
  readonly log: Log;
  /** Calls back every so many milliseconds; returns how to stop. */
  readonly every: (milliseconds: number, act: () => void) => () => void;
}

export interface Streams {
  open(request: { request: IncomingMessage; socket: Duplex; head: Buffer }, access: Access, after: number): void;
  close(): void;
}

const mostBuffered = 1_000_000;
const heartbeat = 20_000;
/** How often places in the line are looked at again while something moves in it. */
const lineMs = 1000;

interface Live {
  /** Looks for something new; `line` looks only at the place in the line. */
  readonly look: (what: 'all' | 'line') => void;
  readonly beat: () => void;
  readonly end: () => void;
}

const statusActivity = (value: Status): WireActivity => ({
  type: 'event',
  name: 'warmline/status',
  from: { id: 'assistant', role: 'bot' },
  value,
});

function createLive(options: StreamOptions, socket: WebSocket, start: Access & { after: number }): Live {
  const { transcripts, statuses, log } = options;
  const { conversation, customer } = start;
  let sent = start.after;
  let status = '';
  let waiting = false;
  let alive = true;
  let work: 'none' | 'busy' | 'again' = 'none';

  function send(set: ActivitySet): void {
    if (socket.bufferedAmount > mostBuffered) socket.close(1013, 'too slow');
    else socket.send(JSON.stringify(set));
  }

  async function news(): Promise<void> {
    const entries = await transcripts.entries(conversation, sent);
    const shown = entries.filter(visible).map((entry) => toWire(conversation, customer, entry));
    sent = entries.at(-1)?.seq ?? sent;
    if (shown.length > 0) send({ activities: shown, watermark: String(sent) });
    const now = await statuses.status(conversation);
    waiting = now.state === 'waiting';
    const text = JSON.stringify(now);
    if (text === status) return;
    status = text;
    send({ activities: [statusActivity(now)], watermark: String(sent) });
  }

  async function run(): Promise<void> {
    do {
      work = 'busy';
      await news();
    } while ((work as string) === 'again' && socket.readyState === socket.OPEN);
    work = 'none';
  }

  function look(what: 'all' | 'line'): void {
    if (what === 'line' && !waiting) return;
    if (work !== 'none') {
      work = 'again';
      return;
    }
    run().catch((fault: unknown) => {
      work = 'none';
      log.warn({ conversation, fault }, 'stream');
      socket.close(1011, 'try again');
    });
  }

  socket.on('pong', () => (alive = true));
  socket.on('message', () => (alive = true));
  return {
    look,
    beat: () => {
      if (!alive) socket.terminate();
      alive = false;
      socket.ping();
    },
    end: () => socket.close(1001, 'restarting'),
  };
}

export function createStreams(options: StreamOptions): Streams {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const lives = new Set<Live>();
  let moved = false;
  const stops = [
    options.every(heartbeat, () => {
      for (const live of lives) live.beat();
    }),
    options.every(lineMs, () => {
      if (!moved) return;
      moved = false;
      for (const live of lives) live.look('line');
    }),
    options.bells.listenAll((ring) => (moved ||= ring?.state !== 'bot')),
  ];

  return {
    open({ request, socket, head }, access, after) {
      server.handleUpgrade(request, socket, head, (ws) => {
        const live = createLive(options, ws, { ...access, after });
        const stop = options.bells.listen(access.conversation, () => live.look('all'));
        lives.add(live);
        ws.on('error', () => ws.terminate());
        ws.on('close', () => {
          stop();
          lives.delete(live);
        });
        live.look('all');
      });
    },
    close() {
      for (const stop of stops) stop();
      for (const live of lives) live.end();
      server.close();
    },
  };
}
