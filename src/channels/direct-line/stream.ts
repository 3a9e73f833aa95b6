/** The open streams of all web conversations: WebSockets, their heartbeat, and when each looks for news. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Log } from '../../base/index.js';
import type { ChangeNotifier, Watermark } from '../../conversation/index.js';
import type { StatusSource, Transcripts } from '../ports.js';
import type { Access } from './access.js';
import { createLive, type Live } from './live.js';
import { createPages } from './pages.js';

export interface StreamOptions {
  readonly transcripts: Transcripts;
  readonly changes: ChangeNotifier;
  readonly statuses: StatusSource;
  readonly log: Log;
  /** Calls back every so many milliseconds; returns how to stop. */
  readonly every: (milliseconds: number, act: () => void) => () => void;
  readonly later: (milliseconds: number, act: () => void) => () => void;
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
/**
 * A message whose turn runs is shown with the answer to it, in one look; this late when that is not there yet. Its sender
 * has it on the screen already.
 */
const answerMs = 100;
/** Clients send nothing but empty frames. */
const mostReceived = 4096;

/** One listener for all streams of a conversation: what is kept of it is forgotten before the first of them looks. */
function createCrowds({ changes, later }: StreamOptions, forget: (conversation: string) => void) {
  const crowds = new Map<string, { readonly lives: Set<Live>; readonly stop: () => void }>();
  function gather(conversation: string) {
    const lives = new Set<Live>();
    let waitNoMore: () => void = () => undefined;
    const look = () => {
      for (const live of lives) live.look('all');
    };
    const deaf = changes.listen(conversation, (more) => {
      forget(conversation);
      waitNoMore();
      if (more) waitNoMore = later(answerMs, look);
      else look();
    });
    const stop = () => {
      deaf();
      waitNoMore();
    };
    return { lives, stop };
  }
  /** Returns how to leave. */
  return (conversation: string, live: Live): (() => void) => {
    const crowd = crowds.get(conversation) ?? gather(conversation);
    crowds.set(conversation, crowd);
    crowd.lives.add(live);
    return () => {
      crowd.lives.delete(live);
      if (crowd.lives.size > 0) return;
      crowd.stop();
      crowds.delete(conversation);
      forget(conversation);
    };
  };
}

export function createStreams(options: StreamOptions): Streams {
  const { changes, every, transcripts } = options;
  const pages = createPages(transcripts);
  const join = createCrowds(options, pages.forget);
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
    changes.listenAll((ring) => (moved ||= ring?.state !== 'bot')),
  ];

  return {
    open({ request, socket, head }, access, from) {
      server.handleUpgrade(request, socket, head, (ws) => {
        const live = createLive({ ...options, pages }, ws, { ...access, from });
        const leave = join(access.conversation, live);
        lives.add(live);
        ws.on('error', () => ws.terminate());
        ws.on('close', () => {
          leave();
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
