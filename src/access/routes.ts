/** How one signs in, and what everybody who is signed in may do with their own sign-ins. */
import { z } from 'zod';
import { SupportError } from '../base/index.js';
import { json, type Person, type PersonCall, personRoute, type PersonRole, route, type Route } from '../http/index.js';
import type { EndSessionBody, SessionsAnswer, SignInOptions, SignOutAnswer, SignOutBody } from './contract.js';
import type { Held, Sessions } from './sessions.js';

interface OwnOptions {
  /** How one signs in here. */
  readonly signIn: SignInOptions;
  readonly sessions: Sessions;
  /** Where somebody with this hint signs out at the provider; nowhere without one. */
  readonly farewell: (hint: string | undefined) => Promise<string | undefined>;
  /** Told of everyone who signs out. */
  readonly left: (person: Person) => Promise<unknown>;
}

const everybody: readonly PersonRole[] = ['agent', 'supervisor', 'manager', 'admin'];
const signOutBody: z.ZodType<SignOutBody | undefined> = z
  .object({ everywhere: z.boolean().exactOptional() })
  .optional();
const endBody: z.ZodType<EndSessionBody> = z.object({ id: z.string().max(100) });

function createSignOut({ sessions, farewell, left }: OwnOptions) {
  return async (held: Held | undefined, everywhere: boolean): Promise<SignOutAnswer> => {
    if (held === undefined) return {};
    await sessions.end(held.person.id, everywhere ? undefined : [held.session]);
    await left(held.person);
    const to = await farewell(held.hint);
    return to === undefined ? {} : { to };
  };
}

export function ownRoutes(options: OwnOptions): readonly Route[] {
  const { sessions, signIn } = options;
  const signOut = createSignOut(options);
  const own = async ({ headers }: Pick<PersonCall<unknown, unknown>, 'headers'>): Promise<Held> => {
    const held = await sessions.held(headers.cookie);
    if (held === undefined) throw new SupportError('unauthorized', 'Sign in first.');
    return held;
  };
  return [
    route({ method: 'GET', path: '/api/sign-in', handle: () => Promise.resolve(json(signIn)) }),
    route({
      method: 'POST',
      path: '/api/sign-out',
      body: signOutBody,
      handle: async ({ headers, body }) => ({
        kind: 'json',
        body: await signOut(await sessions.held(headers.cookie), body?.everywhere === true),
        headers: { 'set-cookie': sessions.none },
      }),
    }),
    personRoute({
      method: 'GET',
      path: '/api/me',
      roles: everybody,
      handle: ({ person: me }) => Promise.resolve(json(me)),
    }),
    personRoute({
      method: 'GET',
      path: '/api/sessions',
      roles: everybody,
      handle: async (call) => json({ sessions: await sessions.of(await own(call)) } satisfies SessionsAnswer),
    }),
    personRoute({
      method: 'POST',
      path: '/api/sessions/end',
      roles: everybody,
      body: endBody,
      handle: async ({ person, body: { id } }) => json({ ended: await sessions.end(person.id, [id]) }),
    }),
  ];
}
