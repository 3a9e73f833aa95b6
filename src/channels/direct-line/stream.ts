/** The open streams of all web conversations: WebSockets, their heartbeat, and when each looks for news. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Log } from '../../base/index.js';
import type { Watermark } from '../../conversation/index.js';
import type { Bells, StatusSource, Transcripts } from '../ports.js';
import type { Access } from './access.js';
import { createLive, type Live } from './live.js';

export interface StreamOptions {
  readonly transcripts: Transcripts;
  readonly bells: Bells;
  readonly statuses: StatusSource;
  readonly log: Log;
  /** Calls back every so many milliseconds; returns how to stop. */
  readonly every: (milliseconds: number, act: () => void) => () => void;
}

export interface Streams {
  open(request: { request: IncomingMessage; socket: Duplex; head: Buffer }, access: Access, from: Watermark): void;
  close(): void;
}

const heartbeat = 20_000;
/** How often an open page counts as a sign of life of a customer in the line. */
const signMs = 5 * 60_000;
/** How often places in the line are looked at again while something moves in it. */
const lineMs = 1000;
/** Clients send nothing but empty frames. */
const mostReceived = 4096;

export function createStreams(options: StreamOptions): Streams {
  const { bells, every } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: mostReceived, perMessageDeflate: false });
  const lives = new Set<Live>();
  let moved = false;
  const stops = [
    every(heartbeat, () => {
      for (const live of lives) live.beat();
    }),
    every(signMs, () => {
      for (const live of lives) live.sign();
    }),
    every(lineMs, () => {
      if (!moved) return;
      moved = false;
      for (const live of lives) live.look('line');
    }),
    bells.listenAll((ring) => (moved ||= ring?.state !== 'bot')),
  ];

  return {
    open({ request, socket, head }, access, from) {
      server.handleUpgrade(request, socket, head, (ws) => {
        const live = createLive(options, ws, { ...access, from });
        const stop = bells.listen(access.conversation, () => live.look('all'));
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
