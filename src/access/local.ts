/** The local sign-in: one says who one is. Only for a server that answers this computer alone. */
import { z } from 'zod';
import { SupportError } from '../base/index.js';
import { type Limits, type Person, route, type Route } from '../http/index.js';
import type { SignInBody } from './contract.js';
import type { Sessions } from './sessions.js';

interface LocalOptions {
  readonly sessions: Pick<Sessions, 'begin'>;
  readonly people: readonly Person[];
  readonly limits: Pick<Limits, 'guesses' | 'take'>;
}

const switchedOff = 'You are switched off here, so you cannot sign in. Ask an administrator.';
const body: z.ZodType<SignInBody> = z.object({ id: z.string().max(100) });

export function localRoutes({ sessions, people, limits }: LocalOptions): readonly Route[] {
  const guesses = limits.guesses('sign-in');
  return [
    route({
      method: 'POST',
      path: '/api/sign-in',
      hereOnly: true,
      body,
      handle: async ({ body: { id }, headers, remote: address }) => {
        const person = people.find((one) => one.id === id);
        await (person ? guesses.check(address) : guesses.missed(address));
        if (!person) throw new SupportError('unauthorized', `There is nobody called ${id} to sign in as.`);
        await limits.take(['signIn', address], ['signIn', `account ${id}`]);
        const from = { cookies: headers.cookie, browser: headers['user-agent'], address };
        const cookie = await sessions.begin(person, from);
        if (cookie === undefined) throw new SupportError('forbidden', switchedOff);
        return { kind: 'json', body: person, headers: { 'set-cookie': cookie } };
      },
    }),
  ];
}
