/** Who is signed in: a signed cookie, refused from the moment of signing out. With no sign-in provider, people are chosen from a short demo list. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SupportError } from '../base/index.js';
import type { Person, SignInOptions } from './contract.js';
import type { Counters, Limits } from './limits.js';
import { type Answer, json, personRoute, route, type Route } from './routes.js';
import type { Tokens } from './tokens.js';

const cookie = 'warmline_session';
const purpose = 'session';
const seconds = 12 * 3600;

interface SessionOptions {
  readonly tokens: Tokens;
  readonly people: readonly Person[];
  readonly brand: string;
  readonly limits: Pick<Limits, 'guesses'>;
  /** Which sessions were ended is counted there, for all processes, until their cookie would have run out. */
  readonly counters: Counters;
  /** Told of everyone who signs out. */
  readonly left: (person: Person) => Promise<unknown>;
}

export interface Sessions {
  /** Whose cookie this is; undefined when nobody's. */
  person(cookies: string | undefined): Promise<Person | undefined>;
  readonly routes: readonly Route[];
}

function cookieValue(cookies: string | undefined): string | undefined {
  const parts = (cookies ?? '').split(';').map((part) => part.trim());
  return parts.find((part) => part.startsWith(`${cookie}=`))?.slice(cookie.length + 1);
}

const ended = (session: string) => `signed-out:${session}`;

const setCookie = (value: string, age: number) => ({
  'set-cookie': `${cookie}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}`,
});

/** Reads a cookie: whose session it is, as long as it was not ended. */
function createOpen({ tokens, people, counters }: SessionOptions) {
  return async (cookies: string | undefined): Promise<{ session: string; who: Person } | undefined> => {
    const token = cookieValue(cookies);
    const { person: id, session } = (token === undefined ? undefined : await tokens.read(purpose, token)) ?? {};
    const who = people.find((one) => one.id === id);
    if (who === undefined || typeof session !== 'string') return undefined;
    const [ends] = await counters.add(ended(session), 0, seconds * 1000);
    return ends > 0 ? undefined : { session, who };
  };
}

export function createSessions(options: SessionOptions): Sessions {
  const { tokens, people, brand, limits, counters, left } = options;
  const guesses = limits.guesses('sign-in');

  const open = createOpen(options);
  const person = async (cookies: string | undefined) => (await open(cookies))?.who;

  async function signOut(cookies: string | undefined): Promise<Answer> {
    const held = await open(cookies);
    if (held) {
      await counters.add(ended(held.session), 1, seconds * 1000);
      await left(held.who);
    }
    return { kind: 'json', body: {}, headers: setCookie('', 0) };
  }

  async function signIn(id: string, address: string): Promise<Answer> {
    const found = people.find((one) => one.id === id);
    await (found ? guesses.check(address) : guesses.missed(address));
    if (!found) throw new SupportError('unauthorized', `There is nobody called ${id} to sign in as.`);
    const token = await tokens.sign(purpose, { person: found.id, session: randomUUID() }, seconds);
    return { kind: 'json', body: found, headers: setCookie(token, seconds) };
  }

  const signInOptions: SignInOptions = { brand, people };
  return {
    person,
    routes: [
      route({ method: 'GET', path: '/api/sign-in', handle: () => Promise.resolve(json(signInOptions)) }),
      route({
        method: 'POST',
        path: '/api/sign-in',
        body: z.object({ id: z.string().max(100) }),
        handle: ({ body, remote }) => signIn(body.id, remote),
      }),
      route({
        method: 'POST',
        path: '/api/sign-out',
        handle: ({ headers }) => signOut(headers.cookie),
      }),
      personRoute({
        method: 'GET',
        path: '/api/me',
        roles: ['agent', 'supervisor', 'manager'],
        handle: ({ person: me }) => Promise.resolve(json(me)),
      }),
    ],
  };
}
