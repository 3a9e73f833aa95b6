/** What a route is: a method, a path, who may call it, the shape of what comes in, and a handler that answers. */
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { Person, PersonRole } from './contract.js';

export interface Feed {
  /** Sends one event; a reader who does not keep up is disconnected, and comes back by itself. */
  send(event: string, data: unknown): void;
}

export type Answer =
  | { readonly kind: 'json'; readonly body: unknown; readonly status?: number; readonly headers?: Headers }
  | { readonly kind: 'empty'; readonly status: number; readonly headers?: Headers }
  | { readonly kind: 'text'; readonly type: string; readonly body: string }
  | { readonly kind: 'bytes'; readonly type: string; readonly body: Uint8Array; readonly headers: Headers }
  /** Server-sent events; `open` returns how to stop. */
  | { readonly kind: 'feed'; readonly open: (feed: Feed) => () => void }
  /** A download written line by line. */
  | { readonly kind: 'lines'; readonly type: string; readonly name: string; readonly lines: AsyncIterable<string> };
type Headers = Readonly<Record<string, string>>;

export interface Call<B, Q> {
  readonly params: Readonly<Record<string, string>>;
  readonly body: B;
  readonly query: Q;
  /** Names in lower case. */
  readonly headers: IncomingMessage['headers'];
  /** The address of the caller. */
  readonly remote: string;
}

export interface PersonCall<B, Q> extends Call<B, Q> {
  readonly person: Person;
}

interface Shape<B, Q> {
  readonly method: 'GET' | 'POST';
  /** With `:name` for parameters. */
  readonly path: string;
  readonly body?: z.ZodType<B>;
  readonly query?: z.ZodType<Q>;
  /** Other sites may call it (the chat; never the desk or the insights). */
  readonly anySite?: boolean;
}

/** A route with its types forgotten, as the server keeps it. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly roles: readonly PersonRole[] | undefined;
  readonly body: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
  readonly anySite: boolean;
  readonly handle: (call: PersonCall<never, never>) => Promise<Answer>;
}

/** Anyone may call it. */
export function route<B = undefined, Q = undefined>(
  shape: Shape<B, Q> & { readonly handle: (call: Call<B, Q>) => Promise<Answer> },
): Route {
  const { method, path, body, query, anySite = false, handle } = shape;
  return { method, path, roles: undefined, body, query, anySite, handle };
}

/** Only signed-in people of these roles may call it. */
export function personRoute<B = undefined, Q = undefined>(
  shape: Shape<B, Q> & {
    readonly roles: readonly PersonRole[];
    readonly handle: (call: PersonCall<B, Q>) => Promise<Answer>;
  },
): Route {
  const { method, path, roles, body, query, handle } = shape;
  return { method, path, roles, body, query, anySite: false, handle };
}

export const json = (body: unknown, status = 200): Answer => ({ kind: 'json', body, status });
