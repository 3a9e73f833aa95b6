/** The sign-in provider, spoken to by OpenID Connect: authorization code with PKCE, state and nonce, and signing out. */
import type { Configuration } from 'openid-client';
import { type Log, type Provider, SupportError } from '../base/index.js';
import { type Claims, lacksRole } from './claims.js';
import type { SignInFault } from './contract.js';

/** What a browser keeps while its person is at the provider: by this their coming back is known. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export type Finished =
  | { readonly kind: 'claims'; readonly claims: Claims & { readonly sub: string }; readonly hint: string }
  | { readonly kind: 'fault'; readonly fault: SignInFault };

export interface Idp {
  /** Where the person goes; throws `unavailable` when the provider does not answer. */
  begin(): Promise<Begun & { readonly to: string }>;
  /** `url`: at which they came back. */
  finish(url: URL, begun: Begun): Promise<Finished>;
  /** Where they sign out there; undefined when that is nowhere. Never rejects. */
  farewell(hint: string | undefined): Promise<string | undefined>;
}

export interface IdpOptions {
  readonly provider: Provider;
  /** Where the provider sends people back to. */
  readonly publicUrl: string;
  readonly log: Log;
}

export const callbackPath = '/sign-in/done';
const leftPath = '/sign-in';
/** Seconds for an answer of the provider. */
const patience = 5;

const load = () => import('openid-client');
type Library = Awaited<ReturnType<typeof load>>;

interface Known {
  readonly library: Library;
  readonly config: Configuration;
}

/** Found out when it is needed, so that a provider that is away keeps no chat from starting. */
function createDiscovery({ provider }: IdpOptions) {
  let found: Promise<Known> | undefined;
  async function discover(): Promise<Known> {
    const library = await load();
    const { issuer, clientId, clientSecret } = provider;
    const plain = new URL(issuer).protocol === 'http:';
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- on this computer only: the settings take no other
    const asPlain = plain ? [library.allowInsecureRequests] : [];
    const config = await library.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: patience,
      execute: [library.enableNonRepudiationChecks, ...asPlain],
    });
    return { library, config };
  }
  /** `anew`: what is known may be out of date, or the provider may be away by now. */
  return (anew = false) => {
    if (anew) found = undefined;
    const asked = (found ??= discover());
    asked.catch(() => {
      if (found === asked) found = undefined;
    });
    return asked;
  };
}

/** What went wrong: they said no, the provider is away, or it said something that is not to be believed. */
function faultOf(fault: unknown, { AuthorizationResponseError, ResponseBodyError }: Library): SignInFault {
  if (fault instanceof AuthorizationResponseError) {
    return fault.error === 'server_error' || fault.error === 'temporarily_unavailable' ? 'away' : 'denied';
  }
  if (fault instanceof ResponseBodyError) return fault.status >= 500 ? 'away' : 'refused';
  const { code, cause } = fault as { code?: unknown; cause?: unknown };
  const status = cause instanceof Response ? cause.status : 0;
  const away =
    code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' ? status === 0 || status >= 500 : false;
  return away || (fault instanceof TypeError && code === undefined) ? 'away' : 'refused';
}

/** A new way to the provider, with what belongs to it. */
async function wayThere({ library, config }: Known, { provider, publicUrl }: IdpOptions) {
  const verifier = library.randomPKCECodeVerifier();
  const begun = { state: library.randomState(), nonce: library.randomNonce(), verifier };
  const to = library.buildAuthorizationUrl(config, {
    redirect_uri: `${publicUrl}${callbackPath}`,
    scope: provider.scopes,
    code_challenge: await library.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: begun.state,
    nonce: begun.nonce,
  });
  return { ...begun, to: to.href };
}

export function createIdp(options: IdpOptions): Idp {
  const { provider, publicUrl, log } = options;
  const discovered = createDiscovery(options);

  async function claimsAt(url: URL, { state, nonce, verifier }: Begun): Promise<Finished> {
    const { library, config } = await discovered();
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
    const tokens = await library.authorizationCodeGrant(config, url, checks);
    const claims = tokens.claims();
    if (claims === undefined || tokens.id_token === undefined) return { kind: 'fault', fault: 'refused' };
    const asks = lacksRole(claims, provider) && config.serverMetadata().userinfo_endpoint !== undefined;
    const more = asks ? await library.fetchUserInfo(config, tokens.access_token, claims.sub) : {};
    return { kind: 'claims', claims: { ...more, ...claims }, hint: tokens.id_token };
  }

  return {
    async begin() {
      const known = await discovered(true).catch((cause: unknown) => {
        throw new SupportError('unavailable', 'The sign-in provider does not answer.', { cause });
      });
      return wayThere(known, options);
    },
    async finish(url, begun) {
      try {
        return await claimsAt(url, begun);
      } catch (cause) {
        const fault = faultOf(cause, await load());
        if (fault === 'refused') await discovered(true).catch(() => undefined); // its keys may be new
        if (fault !== 'denied') log.warn({ err: cause, fault }, 'a sign-in came to nothing');
        return { kind: 'fault', fault };
      }
    },
    async farewell(hint) {
      try {
        const { library, config } = await discovered();
        if (hint === undefined || config.serverMetadata().end_session_endpoint === undefined) return undefined;
        const back = { id_token_hint: hint, post_logout_redirect_uri: `${publicUrl}${leftPath}` };
        return library.buildEndSessionUrl(config, back).href;
      } catch (fault) {
        log.warn({ err: fault }, 'the sign-in provider does not answer: signed out here only');
        return undefined;
      }
    },
  };
}
