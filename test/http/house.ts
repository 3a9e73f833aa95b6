/** A real server on a free port of loopback, with its log kept, for the tests of this room. */
import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';
import {
  createHttp,
  createTokens,
  type Http,
  type HttpOptions,
  json,
  type Person,
  personRoute,
  type Route,
  type Tokens,
} from '../../src/http/index.js';

import { createAccess, demoPeople, type Sessions } from '../../src/access/index.js';
import { createLog, randomIds, readConfig } from '../../src/base/index.js';
import type { PersonRecord } from '../../src/store/index.js';
import { memoryLimits } from '../support/memory-counters.js';
import { createMemorySessions } from '../support/memory-sessions.js';

export interface House {
  readonly http: Http;
  /** For one that was not opened yet. */
  open(): void;
  readonly url: string;
  readonly port: number;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  /** Everything that was logged, one JSON line each. */
  readonly logged: readonly string[];
  /** Moves the clock of tokens and sessions. */
  pass(milliseconds: number): void;
  /** Lets the heart of every feed beat once. */
  beat(): void;
}

export interface Furniture extends Partial<HttpOptions> {
  readonly routes?: readonly Route[];
  furnish?(http: Http): void;
  /** Who can sign in. */
  readonly people?: readonly Person[];
  /** Settings of the sign-in. */
  readonly env?: Readonly<Record<string, string>>;
  /** False: it listens, and is not open yet. */
  readonly open?: boolean;
}

/** Two routes of the desk, for who must be signed in: one that reads and one that acts. */
export const deskRoutes: readonly Route[] = [
  personRoute({
    method: 'GET',
    path: '/api/desk/line',
    roles: ['agent'],
    handle: ({ person }) => Promise.resolve(json(person)),
  }),
  personRoute({
    method: 'POST',
    path: '/api/desk/claim',
    roles: ['agent'],
    handle: ({ person }) => Promise.resolve(json({ by: person.name })),
  }),
];

/** What is kept of a person: what the list says. */
function known(people: readonly Person[], id: string): PersonRecord | undefined {
  const person = people.find((one) => one.id === id);
  return person && { languages: [], off: false, first: 0, seen: 0, version: 1, ...person };
}

/** Long enough for HS512 too, so that a token with another algorithm is refused for its algorithm alone. */
const secret = 'a secret of the tests that is long enough for every algorithm of its family';
const opened: Http[] = [];

export async function openHouse({
  routes = [],
  furnish,
  people = demoPeople,
  open = true,
  env = {},
  ...given
}: Furniture = {}): Promise<House> {
  let now = Date.UTC(2026, 10, 23, 9);
  const clock = { now: () => now };
  const logged: string[] = [];
  const beats = new Set<() => unknown>();
  const tokens = createTokens({ secrets: () => [secret], clock });
  const limits = memoryLimits(clock, { guess: { count: 10, seconds: 60 }, signIn: { count: 10, seconds: 60 } });
  const log = createLog('trace', { to: { write: (line) => void logged.push(line) } });
  const { sessions, routes: own } = createAccess({
    config: readConfig(env),
    brand: 'Harbour & Pine',
    store: createMemorySessions(clock, (id) => known(people, id)),
    tokens,
    limits,
    people,
    left: () => Promise.resolve(),
    ids: randomIds,
    log,
  });
  const http = createHttp({
    log,
    host: '127.0.0.1',
    port: 0,
    every: (_milliseconds, act) => {
      beats.add(act);
      return () => void beats.delete(act);
    },
    ...given,
  });
  http.add(...own, ...routes);
  furnish?.(http);
  opened.push(http);
  const at = await http.listen();
  if (open) http.open(sessions.person);
  return {
    ...at,
    http,
    open: () => http.open(sessions.person),
    tokens,
    sessions,
    logged,
    pass: (milliseconds) => void (now += milliseconds),
    beat: () => beats.forEach((act) => void act()),
  };
}

/** Closes what the test opened. */
export async function closeHouses(): Promise<void> {
  await Promise.all(opened.splice(0).map((http) => http.close()));
}

export interface Told {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly keys: readonly string[];
  readonly headers: Headers;
}

/** An error answer; fails when its body has any other form than `{error: {code, message}}`. */
export async function told(response: Response): Promise<Told> {
  const body = (await response.json()) as { error: { code: string; message: string } };
  const keys = [...Object.keys(body), ...Object.keys(body.error)];
  return { status: response.status, ...body.error, keys, headers: response.headers };
}

export async function signIn(url: string, id: string): Promise<string> {
  const response = await post(`${url}/api/sign-in`, { id });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const type = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers: { ...type, ...headers }, body: JSON.stringify(body) });
}

/** Says exactly this on a plain socket, and hears everything until the other side hangs up. */
export async function speak(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  return receive(socket);
}

export async function receive(socket: Socket): Promise<string> {
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.on('error', () => undefined);
  await once(socket, 'close');
  return Buffer.concat(parts).toString();
}

/** A promise and the call that keeps it. */
export function gate(): { readonly passed: Promise<unknown>; open(): void } {
  const gates = new EventEmitter();
  return { passed: once(gates, 'open'), open: () => void gates.emit('open') };
}
