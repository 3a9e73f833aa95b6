/** The way to the provider and back. */
import { type Log, type Provider, SupportError } from '../base/index.js';
import { type Answer, type Call, type Limits, type Query, route, type Route, type Tokens } from '../http/index.js';
import { readClaims } from './claims.js';
import type { SignInFault } from './contract.js';
import { createCookie } from './cookie.js';
import { type Begun, callbackPath, type Idp } from './provider.js';
import type { Sessions } from './sessions.js';

interface ProviderOptions {
  readonly sessions: Sessions;
  readonly idp: Idp;
  readonly provider: Provider;
  readonly publicUrl: string;
  readonly tokens: Tokens;
  readonly limits: Pick<Limits, 'guesses' | 'take'>;
  readonly secure: boolean;
  readonly log: Log;
}

export const beginPath = '/sign-in/start';
/** How long somebody may take at the provider, seconds. */
const longest = 900;

const lead = (location: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  kind: 'empty',
  status: 303,
  headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', ...headers },
});

/** A page of ours, or nothing: an address from outside leads nobody out of the house. */
const ownPage = (to: string | undefined): string =>
  /^\/(?:desk|insights)(?:[/?#][^\\\s]*)?$/.test(to ?? '') ? (to ?? '') : '';

/** The page of the sign-in says what happened, and offers to try again. */
const back = (fault: SignInFault, to = ''): Answer =>
  lead(`/sign-in?${new URLSearchParams({ fault, ...(to === '' ? {} : { to }) }).toString()}`);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

type Asked = Call<undefined, Query>;

function createDone(options: ProviderOptions) {
  const { sessions, idp, provider, publicUrl, tokens, limits, log } = options;
  const cookie = createCookie('begun', options.secure);
  const guesses = limits.guesses('sign-in');

  async function admit(claims: Parameters<typeof readClaims>[0], { headers, remote }: Asked, hint: string) {
    const read = readClaims(claims, provider);
    if (read.kind === 'no-role') {
      const { says, why = 'none of OIDC_ROLES' } = read;
      log.warn({ claim: provider.roleClaim, says, why }, 'somebody without a role here has tried to sign in');
      await sessions.end(read.id); // who has lost their role is out everywhere
      return 'no-role';
    }
    await limits.take(['signIn', `account ${read.person.id}`]);
    const from = { cookies: headers.cookie, browser: headers['user-agent'], address: remote };
    const begun = await sessions.begin(read.person, from, hint);
    if (begun !== undefined) return { person: read.person, cookie: begun };
    log.warn({ person: read.person.id }, 'somebody who is switched off has tried to sign in');
    return 'off';
  }

  return async (call: Asked): Promise<Answer> => {
    const claims = await tokens.read('sign-in', cookie.read(call.headers.cookie) ?? '');
    if (claims === undefined) return back('stale');
    const begun: Begun = {
      state: text(claims['state']),
      nonce: text(claims['nonce']),
      verifier: text(claims['verifier']),
    };
    const to = text(claims['to']);
    if (call.query['state'] !== begun.state) return back('stale', to);
    const url = new URL(`${publicUrl}${callbackPath}?${new URLSearchParams(call.query).toString()}`);
    const finished = await idp.finish(url, begun);
    if (finished.kind === 'fault') {
      if (finished.fault !== 'away') await guesses.missed(call.remote);
      return back(finished.fault, to);
    }
    const came = await admit(finished.claims, call, finished.hint);
    if (came === 'no-role' || came === 'off') return back(came);
    const home = { agent: '/desk', supervisor: '/desk', manager: '/insights', admin: '/desk/people' }[came.person.role];
    return lead(to === '' ? home : to, { 'set-cookie': came.cookie });
  };
}

function createBegin({ idp, tokens, limits, secure }: ProviderOptions) {
  const cookie = createCookie('begun', secure);
  const guesses = limits.guesses('sign-in');
  return async ({ remote, query }: Asked): Promise<Answer> => {
    await guesses.check(remote);
    await limits.take(['signIn', remote]);
    const { to, ...begun } = await idp.begin();
    const kept = await tokens.sign('sign-in', { ...begun, to: ownPage(query['to']) }, longest);
    return lead(to, { 'set-cookie': cookie.write(kept, longest) });
  };
}

/** A person sees a page, not an error of an API. */
const told = (handle: (call: Asked) => Promise<Answer>) => async (call: Asked) => {
  try {
    return await handle(call);
  } catch (fault) {
    const code = fault instanceof SupportError ? fault.code : undefined;
    if (code === 'too-many') return back('too-many');
    if (code === 'unavailable') return back('away', ownPage(call.query['to']));
    throw fault;
  }
};

export function providerRoutes(options: ProviderOptions): readonly Route[] {
  return [
    route({ method: 'GET', path: beginPath, handle: told(createBegin(options)) }),
    route({ method: 'GET', path: callbackPath, handle: told(createDone(options)) }),
  ];
}
