/** Writes an answer to the wire. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'restify';
import type { IncomingMessage } from 'node:http';
import { hasBody } from './body.js';
import { type FeedContext, writeFeed } from './feed.js';
import { isShort, linger, type Patience } from './patience.js';
import type { Answer } from './routes.js';

export interface AnswerContext extends FeedContext {
  readonly request: IncomingMessage;
  readonly response: Response;
  readonly patience: Patience;
}

type Lines = Extract<Answer, { kind: 'lines' }>;

/** The first line is read before the head is sent, so that a fault at the start still has its status. */
async function writeLines({ type, name, lines }: Lines, { response, signal }: AnswerContext): Promise<void> {
  const source = lines[Symbol.asyncIterator]();
  let current = await source.next();
  async function* text(): AsyncGenerator<string> {
    try {
      for (; current.done !== true; current = await source.next()) yield `${current.value}\n`;
    } finally {
      await source.return?.();
    }
  }
  response.writeHead(200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
    'cache-control': 'no-store',
  });
  try {
    await pipeline(Readable.from(text()), response, { signal });
  } catch (fault) {
    if (!signal.aborted) throw fault; // a reader who leaves in the middle is no fault
  }
}

interface Whole {
  readonly status: number;
  readonly body: Uint8Array | string;
  readonly headers: Readonly<Record<string, string>>;
}

function whole(status: number, body: Uint8Array | string, headers: Whole['headers']): Whole {
  // text stays text: it leaves in one piece with its head
  const sent = typeof body === 'string' ? body : Buffer.from(body);
  const length = { 'cache-control': 'no-store', 'content-length': String(Buffer.byteLength(sent)) };
  return { status, body: sent, headers: { ...length, ...headers } };
}

/**
 * restify's own sending, so that restify knows that an answer was sent; HEAD gets the length and no body. An answer that
 * is out before all of the body is in is the last one on its connection, unless little is left: what else comes would be
 * read for nothing.
 */
async function writeWhole({ status, body, headers }: Whole, context: AnswerContext): Promise<void> {
  const { request, response, patience } = context;
  if (request.complete || !hasBody(request) || isShort(request, patience)) {
    response.sendRaw(status, body, { ...headers });
    return;
  }
  response.writeHead(status, { ...headers, connection: 'close' });
  if (body.length > 0) response.write(body);
  else response.flushHeaders();
  await linger(request, patience);
  response.end(() => request.socket.destroy());
}

/** Resolves when the answer is written; a feed goes on by itself. */
export async function write(answer: Answer, context: AnswerContext): Promise<void> {
  switch (answer.kind) {
    case 'json': {
      const { status = 200, headers = {}, body } = answer;
      const type = { 'content-type': 'application/json; charset=utf-8', ...headers };
      const empty = { status: 204, body: '', headers };
      await writeWhole(body === undefined ? empty : whole(status, JSON.stringify(body), type), context);
      break;
    }
    case 'text':
      await writeWhole(whole(200, answer.body, { 'content-type': answer.type }), context);
      break;
    case 'bytes':
      await writeWhole(whole(200, answer.body, { 'content-type': answer.type, ...answer.headers }), context);
      break;
    case 'empty':
      await writeWhole({ status: answer.status, body: '', headers: answer.headers ?? {} }, context);
      break;
    case 'feed':
      writeFeed(answer.open, context);
      break;
    case 'lines':
      await writeLines(answer, context);
      break;
    case 'raw':
      break;
  }
}
