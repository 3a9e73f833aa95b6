/** Writes an answer to the wire. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'restify';
import { type FeedContext, writeFeed } from './feed.js';
import type { Answer } from './routes.js';

export interface AnswerContext extends FeedContext {
  readonly response: Response;
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
  readonly type: string;
  readonly body: Uint8Array | string;
  readonly headers: Readonly<Record<string, string>>;
}

/** restify's own sending, so that restify knows that an answer was sent; HEAD gets the length and no body. */
function writeWhole(response: Response, { status, type, body, headers }: Whole): void {
  const bytes = Buffer.from(body);
  response.sendRaw(status, bytes, {
    'cache-control': 'no-store',
    'content-type': type,
    'content-length': String(bytes.length),
    ...headers,
  });
}

/** Resolves when the answer is written; a feed goes on by itself. */
export async function write(answer: Answer, context: AnswerContext): Promise<void> {
  const { response } = context;
  switch (answer.kind) {
    case 'json': {
      const { status = 200, headers = {} } = answer;
      const type = 'application/json; charset=utf-8';
      if (answer.body === undefined) response.sendRaw(204, '', { ...headers });
      else writeWhole(response, { status, type, body: JSON.stringify(answer.body), headers });
      break;
    }
    case 'text':
      writeWhole(response, { status: 200, type: answer.type, body: answer.body, headers: {} });
      break;
    case 'bytes':
      writeWhole(response, { status: 200, type: answer.type, body: answer.body, headers: answer.headers });
      break;
    case 'empty':
      response.sendRaw(answer.status, '', { ...answer.headers });
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
