/** The name of each call: by it an answer, the lines of the log and a proxy's own log find each other. */
import type { IncomingMessage } from 'node:http';
import type { Next, Request, Response } from 'restify';
import { type Cause, causedBy, type Ids, noTracer, type Tracer } from '../base/index.js';
import { createBelieved } from './address.js';

export const nameHeader = 'x-request-id';

/** Short, and of signs that mean nothing to whoever reads logs by machine. */
const usual = /^[\w.:-]{1,64}$/;
/** W3C Trace Context: version, trace, parent, flags. */
const trace = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-[\da-f]{16}-[\da-f]{2}(?:$|-)/;

const one = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : '');

function given({ headers }: IncomingMessage): string | undefined {
  const name = one(headers[nameHeader]);
  return usual.test(name) ? name : trace.exec(one(headers['traceparent']))?.[1];
}

export interface NamingOptions {
  /** Those who may name a call themselves. */
  readonly proxies: readonly string[];
  readonly ids: Ids;
  readonly tracer?: Pick<Tracer, 'begin'> | undefined;
}

export interface Naming {
  causeOf(request: IncomingMessage): Cause;
  /** The first handler of every request: all that follows is done because of this call, and its answer says its name. */
  mark(request: Request, response: Response, next: Next): void;
}

/** Anybody else than a known proxy could name their calls like another's. */
export function createNaming({ proxies, ids, tracer = noTracer }: NamingOptions): Naming {
  const isBelieved = createBelieved(proxies);
  const causeOf = (request: IncomingMessage): Cause => ({
    request: (isBelieved(request) ? given(request) : undefined) ?? ids.next(),
  });
  return {
    causeOf,
    mark(request, response, next) {
      const trace = tracer.begin(isBelieved(request) ? one(request.headers['traceparent']) : undefined);
      const cause = { ...causeOf(request), ...(trace === undefined ? {} : { trace }) };
      response.setHeader(nameHeader, cause.request);
      causedBy(cause, next);
    },
  };
}
