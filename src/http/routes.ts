/** What a route is: a method, a path, who may call it, the shape of what comes in, and a handler. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { SupportError } from '../base/index.js';
import type { Person, PersonRole } from './contract.js';

export interface Feed {
  /**
   * Sends one event, with `data` as JSON; does nothing once the reader is gone. A reader who does not keep up is
   * disconnected, comes back by itself, and sends the last `id` it saw in the header `last-event-id`.
   */
  send(event: string, data: unknown, id?: string): void;
}

export type Answer =
  /** Without a body: status 204. */
  | { readonly kind: 'json'; readonly body: unknown; readonly status?: number; readonly headers?: Headers }
  | { readonly kind: 'empty'; readonly status: number; readonly headers?: Headers }
  | { readonly kind: 'text'; readonly type: string; readonly body: string }
  | { readonly kind: 'bytes'; readonly type: string; readonly body: Uint8Array; readonly headers: Headers }
  /** Server-sent events; `open` returns how to stop, which is called once. */
  | { readonly kind: 'feed'; readonly open: (feed: Feed) => () => void }
  /** A download written line by line, as fast as it is read. Lines come without their line break. */
  | { readonly kind: 'lines'; readonly type: string; readonly name: string; readonly lines: AsyncIterable<string> }
  /** The handler wrote the answer itself, at least its head. */
  | { readonly kind: 'raw' };
type Headers = Readonly<Record<string, string>>;

export type Query = Readonly<Record<string, string>>;

export interface Call<B, Q> {
  /** The named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly body: B;
  /** The body as it came, for those who check a signature over it. */
  readonly bytes: Uint8Array;
  readonly query: Q;
  /** Names in lower case. */
  readonly headers: IncomingMessage['headers'];
  /** The address of the caller, or their network where they have many addresses. */
  readonly remote: string;
  /** Aborted when the caller leaves or the server stops. */
  readonly signal: AbortSignal;
  /** For handlers that write their own answer (`raw`). */
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export interface PersonCall<B, Q> extends Call<B, Q> {
  readonly person: Person;
}

interface Shape<B, Q> {
  readonly method: 'GET' | 'POST';
  /** With `:name` for parameters. */
  readonly path: string;
  /** Without it the body is not read; with it the body must be JSON. */
  readonly body?: z.ZodType<B>;
  readonly query?: z.ZodType<Q>;
}

export interface OpenRoute<B, Q> extends Shape<B, Q> {
  /** Pages of other sites may call it (the chat; never the desk or the insights). */
  readonly anySite?: boolean;
  /** Pages of the sites that may carry the chat may show it in a frame. */
  readonly framed?: boolean;
  /** Answers while all the rest is still being started. */
  readonly early?: boolean;
  /** No page at all may call it, only programs. */
  readonly noPages?: boolean;
  /** Only who is at this computer may call it, and nobody through a proxy. */
  readonly hereOnly?: boolean;
  readonly handle: (call: Call<B, Q>) => Promise<Answer>;
}

export interface PersonRoute<B, Q> extends Shape<B, Q> {
  readonly roles: readonly PersonRole[];
  readonly handle: (call: PersonCall<B, Q>) => Promise<Answer>;
}

/** A route whose types are settled, as the server keeps it. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Who may call it; everybody when missing. */
  readonly roles?: readonly PersonRole[];
  readonly takesBody: boolean;
  readonly anySite: boolean;
  readonly framed?: boolean;
  readonly early: boolean;
  readonly noPages?: boolean;
  readonly hereOnly?: boolean;
  answer(call: Call<unknown, Query>, person?: Person): Promise<Answer>;
}

/** Wrong fields that are named in one answer. */
const mostTold = 10;

/** Throws `bad-request` naming the wrong fields. */
function check<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  if (value === undefined) throw new SupportError('bad-request', `The ${what} is missing. Send JSON.`);
  const fields = result.error.issues
    .slice(0, mostTold)
    .map(({ path, message }) => `${path.join('.') || what}: ${message}`);
  throw new SupportError('bad-request', `The ${what} is not as expected. ${fields.join('; ')}.`);
}

/** What has no schema has its default type: no body, and the query as it is. That is what the cast says. */
function checked<B, Q>(shape: Shape<B, Q>, call: Call<unknown, Query>): Call<B, Q> {
  const unchecked = { body: call.body, query: call.query } as { body: B; query: Q };
  return {
    ...call,
    body: shape.body === undefined ? unchecked.body : check(shape.body, call.body, 'body'),
    query: shape.query === undefined ? unchecked.query : check(shape.query, call.query, 'query'),
  };
}

/** Anyone may call it. Rejects with `bad-request` when the call does not fit the shape. */
export function route<B = undefined, Q = Query>(open: OpenRoute<B, Q>): Route {
  const {
    method,
    path,
    body,
    anySite = false,
    noPages = false,
    hereOnly = false,
    early = false,
    framed = false,
  } = open;
  const answer: Route['answer'] = async (call) => open.handle(checked(open, call));
  return { method, path, anySite, framed, noPages, hereOnly, early, takesBody: body !== undefined, answer };
}

/** Only signed-in people of these roles may call it. */
export function personRoute<B = undefined, Q = Query>(own: PersonRoute<B, Q>): Route {
  const { method, path, body, roles } = own;
  const answer: Route['answer'] = async (call, person) => {
    if (person === undefined) throw new SupportError('unauthorized', 'Sign in first.');
    return own.handle({ ...checked(own, call), person });
  };
  return { method, path, roles, anySite: false, early: false, takesBody: body !== undefined, answer };
}

export const json = (body: unknown, status = 200): Answer => ({ kind: 'json', body, status });
