/** One call from its first byte to its answer: who calls, what they send, what the route says, and what went wrong. */
import type { IncomingMessage } from 'node:http';
import { type Log, SupportError } from '../base/index.js';
import type { AddressOf } from './address.js';
import { type AnswerContext, write } from './answer.js';
import { hasBody, isJson, noBody, readBody } from './body.js';
import type { Person } from './contract.js';
import type { Doubts } from './doubts.js';
import { framing, isLoopback, refuseOthers, refusePages, refuseStrangers, sharing } from './door.js';
import { type HttpError, toHttp, wrongType } from './errors.js';
import type { Exchange } from './exchanges.js';
import type { Every } from './feed.js';
import type { Patience } from './patience.js';
import type { Answer, Route } from './routes.js';
import type { Site } from './site.js';

export interface CallOptions {
  readonly log: Log;
  readonly host: string;
  readonly site: Site;
  /** Whether all that the routes stand on is there. */
  readonly isOpen: boolean;
  /** Who sent these cookies. */
  readonly person: (cookies: string | undefined) => Promise<Person | undefined>;
  /** Bytes. */
  readonly maxBody: number;
  readonly every: Every;
  readonly doubts: Doubts;
  readonly addressOf: AddressOf;
  readonly patience: Patience;
}

/** What is heard between the first moment and the last of the start. */
export const starting = new SupportError('unavailable', 'This is being started. Try again in a moment.');

const problem = ({ status, body, headers }: HttpError): Answer => ({ kind: 'json', status, body, headers });

async function admit(route: Route, request: IncomingMessage, options: CallOptions): Promise<Person | undefined> {
  const { roles, method, anySite, noPages, hereOnly } = route;
  if (hereOnly === true) refuseOthers(request);
  if (noPages) refusePages(request);
  else if (roles !== undefined || (method === 'POST' && !anySite)) {
    refuseStrangers(request, { site: options.site, onLoopback: isLoopback(options.host) });
  }
  if (roles === undefined) return undefined;
  const person = await options.person(request.headers.cookie);
  if (person === undefined) throw new SupportError('unauthorized', 'Sign in first.');
  if (roles.includes(person.role)) return person;
  throw new SupportError('forbidden', `This is not for the role "${person.role}".`);
}

interface Answered {
  readonly answered: Answer;
  readonly caller?: Person | undefined;
}

async function answer(route: Route, exchange: Exchange, options: CallOptions): Promise<Answered> {
  const { request, response } = exchange;
  if (route.anySite) {
    for (const [name, value] of Object.entries(sharing(request, options.site))) response.setHeader(name, value);
  }
  if (route.framed === true) {
    for (const [name, value] of Object.entries(framing(options.site))) response.setHeader(name, value);
  }
  if (!options.isOpen && !route.early) throw starting;
  const person = await admit(route, request, options);
  if (route.takesBody && hasBody(request) && !isJson(request)) return { answered: problem(wrongType) };
  const search = /\?([^#]*)/.exec(request.url ?? '')?.[1];
  const { value, bytes } = route.takesBody ? await readBody(request, options.maxBody) : noBody;
  const call = {
    ...exchange,
    params: request.params as Readonly<Record<string, string>>,
    body: value,
    bytes,
    query: Object.fromEntries(new URLSearchParams(search)),
    headers: request.headers,
    remote: options.addressOf(request),
  };
  return { answered: await route.answer(call, person), caller: person };
}

const contextOf = (
  exchange: Exchange,
  { every, doubts, person, patience }: CallOptions,
  caller?: Person,
): AnswerContext => ({
  ...exchange,
  every,
  patience,
  // who has become another person here (of other queues, say) is to begin again
  admitted: async () =>
    caller === undefined || JSON.stringify(await person(exchange.request.headers.cookie)) === JSON.stringify(caller),
  onDoubt: (look) => doubts.on(caller?.id, look),
});

/** What the caller hears of a fault; when half an answer is out, the connection is cut, so nobody takes it for whole. */
export async function fail(fault: unknown, exchange: Exchange, options: CallOptions): Promise<void> {
  const { response } = exchange;
  const failure = toHttp(fault, options.log);
  if (response.headersSent) response.destroy();
  else await write(problem(failure), contextOf(exchange, options));
}

/** Never rejects. */
export async function serve(route: Route, exchange: Exchange, options: CallOptions): Promise<void> {
  const { request } = exchange;
  try {
    const { answered, caller } = await answer(route, exchange, options);
    const endless = answered.kind === 'feed' || answered.kind === 'lines';
    const spoken: Answer = request.method === 'HEAD' && endless ? { kind: 'empty', status: 200 } : answered;
    await write(spoken, contextOf(exchange, options, caller));
  } catch (fault) {
    await fail(fault, exchange, options);
  }
}
