/** A live feed: server-sent events to one reader, with a heartbeat, and an end for readers who do not keep up. */
import type { ServerResponse } from 'node:http';
import type { Timers } from '../base/index.js';
import type { Feed } from './routes.js';

export type Every = Timers['every'];

const beatMs = 15_000;
/** How long a browser waits before it comes back, milliseconds. */
const retryMs = 1000;
/**
 * A reader who is this many bytes behind is disconnected, and so is one who has read nothing between two beats; the
 * page comes back and reads everything again.
 */
const mostBuffered = 256 * 1024;

export interface FeedContext {
  readonly response: ServerResponse;
  /** The feed ends with it: the reader left, or the server stops. */
  readonly signal: AbortSignal;
  readonly every: Every;
  /** Whether the caller may still read this, as who they were: a sign-in can run out while a feed is open. */
  readonly admitted: () => Promise<boolean>;
  /** Asks for it at once when something is said of them; returns how to stop. */
  readonly onDoubt: (look: () => Promise<unknown>) => () => void;
}

export function writeFeed(open: (feed: Feed) => () => void, context: FeedContext): void {
  const { response, signal, every, admitted, onDoubt } = context;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close', // so that nothing lingers once the feed is over
    'x-accel-buffering': 'no',
  });
  function write(text: string): void {
    if (signal.aborted) return;
    if (response.writableLength > mostBuffered) response.destroy();
    else response.write(text);
  }
  /** How many bytes the reader's connection has taken. */
  const taken = () => (response.socket?.bytesWritten ?? 0) - (response.socket?.writableLength ?? 0);
  let before = -1;
  async function beat(): Promise<void> {
    const still = response.writableLength > 0 && taken() === before;
    before = taken();
    if (still || !(await admitted())) response.destroy();
    else write(': ping\nevent: beat\ndata: {}\n\n');
  }
  async function look(): Promise<void> {
    if (!(await admitted())) response.destroy();
  }
  write(`retry: ${retryMs}\n\n`);
  const stop = open({
    send: (event, data, id) =>
      write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
  });
  // The comment keeps proxies awake; the event reaches pages, and shows them that the line is alive.
  const rest = every(beatMs, beat);
  const trust = onDoubt(look);
  const end = () => {
    rest();
    trust();
    response.end();
    stop();
  };
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
}
