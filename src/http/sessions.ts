/** Who is signed in: a signed cookie. With no sign-in provider, people are chosen from a short demo list. */
import { z } from 'zod';
import { SupportError } from '../base/index.js';
import type { Person, SignInOptions } from './contract.js';
import type { Limits } from './limits.js';
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

const setCookie = (value: string, age: number) => ({
  'set-cookie': `${cookie}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}`,
});

export function createSessions(options: SessionOptions): Sessions {
  const { tokens, people, brand, limits } = options;
  const guesses = limits.guesses('sign-in');

  async function person(cookies: string | undefined): Promise<Person | undefined> {
    const token = cookieValue(cookies);
    const claims = token === undefined ? undefined : await tokens.read(purpose, token);
    return people.find((one) => one.id === claims?.['person']);
  }

  async function signIn(id: string, address: string): Promise<Answer> {
    const found = people.find((one) => one.id === id);
    await (found ? guesses.check(address) : guesses.missed(address));
    if (!found) throw new SupportError('unauthorized', `There is nobody called ${id} to sign in as.`);
    const token = await tokens.sign(purpose, { person: found.id }, seconds);
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
        handle: () => Promise.resolve({ kind: 'json', body: {}, headers: setCookie('', 0) }),
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
