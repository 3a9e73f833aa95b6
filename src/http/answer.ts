/** Writes an answer to the wire. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Answer, Feed } from './routes.js';

/** A reader who is this far behind is let go; the page comes back and reads everything anew. */
const mostBuffered = 1_000_000;
const beatMs = 15_000;

/** Feeds that are open now, so that closing the server can end them. */
export type OpenFeeds = Set<() => void>;

function writeFeed(response: ServerResponse, open: (feed: Feed) => () => void, feeds: OpenFeeds): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  const send: Feed['send'] = (event, data) => {
    if (response.writableLength > mostBuffered) response.destroy();
    else response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const stop = open({ send });
  // an event, not a comment: it also wakes pages whose timers sleep in a hidden tab
  const beat = setInterval(() => send('beat', {}), beatMs);
  const end = () => response.end();
  feeds.add(end);
  response.on('close', () => {
    clearInterval(beat);
    feeds.delete(end);
    stop();
  });
}

async function writeLines(response: ServerResponse, answer: Extract<Answer, { kind: 'lines' }>): Promise<void> {
  response.writeHead(200, {
    'content-type': answer.type,
    'content-disposition': `attachment; filename="${answer.name}"`,
    'cache-control': 'no-store',
  });
  for await (const line of answer.lines) {
    if (response.destroyed) return;
    if (!response.write(`${line}\n`)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end();
}

interface Whole {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

function writeWhole(response: ServerResponse, { status, type, body, headers }: Whole): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    'content-type': type,
    'content-length': body.length,
    ...headers,
  });
  response.end(body);
}

export async function write(response: ServerResponse, answer: Answer, feeds: OpenFeeds): Promise<void> {
  switch (answer.kind) {
    case 'json': {
      const { status = 200, headers = {} } = answer;
      const body = Buffer.from(JSON.stringify(answer.body));
      return writeWhole(response, { status, type: 'application/json', body, headers });
    }
    case 'text':
      return writeWhole(response, { status: 200, type: answer.type, body: Buffer.from(answer.body), headers: {} });
    case 'bytes':
      return writeWhole(response, { status: 200, type: answer.type, body: answer.body, headers: answer.headers });
    case 'empty':
      response.writeHead(answer.status, answer.headers);
      response.end();
      return;
    case 'feed':
      return writeFeed(response, answer.open, feeds);
    case 'lines':
      return writeLines(response, answer);
  }
}
