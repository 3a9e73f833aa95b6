/** A real OpenID provider on loopback, with people whose claims a test changes, and pages that need no browser. */
import { generateKeyPair, exportJWK, type JWK } from 'jose';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { connect } from 'node:net';
import type { Certificate } from './certificates.js';
import { freePort } from './ports.js';
import { Provider, type Configuration } from 'oidc-provider';

export interface TestProvider {
  readonly issuer: string;
  /** The settings that lead to it. */
  readonly env: Readonly<Record<string, string>>;
  /** Of each person what is claimed of them; may be changed at any time. */
  readonly people: Record<string, Readonly<Record<string, unknown>>>;
  /** How often somebody was asked who they are. */
  asked(): number;
  /** Signs with new keys from here on. `hidden`: nobody is told of them. */
  rotate(hidden?: boolean): Promise<void>;
  /** Is away, and comes back at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const roles = 'agent=Support,supervisor=Leads,manager=Reports,admin=Ops';

async function keysOf(): Promise<JWK[]> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: crypto.randomUUID() }];
}

interface ProviderOptions {
  /** Roles are in the ID token, not only at userinfo. */
  readonly inToken?: boolean;
  /** It is spoken to over TLS. */
  readonly certificate?: Certificate;
}

/** `publicUrl`: of the server that people sign in to. */
export async function startProvider(publicUrl: string, options: ProviderOptions = {}): Promise<TestProvider> {
  const { inToken = false, certificate } = options;
  const port = await freePort();
  const issuer = `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  const people: TestProvider['people'] = {};
  const client = { client_id: 'warmline', client_secret: 'a secret between the two of them' };
  let [asked, told] = [0, undefined as string | undefined];

  const configuration = (keys: JWK[]): Configuration => ({
    jwks: { keys },
    clients: [
      {
        ...client,
        redirect_uris: [`${publicUrl}/sign-in/done`],
        post_logout_redirect_uris: [`${publicUrl}/sign-in`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'roles'] },
    conformIdTokenClaims: !inToken,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = `<!doctype html><title>Out</title>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
        },
      },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ accountId: oidc.session!.accountId!, clientId: client.client_id });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    renderError: (context, out) => void (context.body = JSON.stringify(out)),
    cookies: { keys: ['of the tests'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 3600, Grant: 3600 },
  });

  let keys = await keysOf();
  let provider = new Provider(issuer, configuration(keys));
  let serve = provider.callback();

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , uid = '', , who] = (request.url ?? '').split('/');
    if (who === undefined) {
      asked += 1;
      const links = [...Object.keys(people), 'nobody'].map(
        (id) => `<p><a href="/interaction/${uid}/as/${id}">${id}</a></p>`,
      );
      response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Who</title>${links.join('')}`);
      return;
    }
    const said = who === 'nobody' ? { error: 'access_denied' } : { login: { accountId: who } };
    await provider.interactionFinished(request, response, said, { mergeWithLastSubmission: false });
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.url === '/jwks' && told !== undefined) response.setHeader('content-type', 'application/json').end(told);
    else if (request.url?.startsWith('/interaction/')) void interact(request, response);
    else void serve(request, response);
  }

  let server: Server | undefined;
  async function start(): Promise<void> {
    const { key, cert } = certificate ?? {};
    const secure = key !== undefined && cert !== undefined;
    const ways = secure ? { key: readFileSync(key), cert: readFileSync(cert) } : {};
    server = (secure ? createSecure(ways, answer) : createServer(answer)).listen(port, '127.0.0.1');
    await once(server, 'listening');
  }
  await start();
  return {
    issuer,
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.client_id,
      OIDC_CLIENT_SECRET: client.client_secret,
      OIDC_ROLES: roles,
      PUBLIC_URL: publicUrl,
    },
    people,
    asked: () => asked,
    async rotate(hidden = false) {
      told = hidden ? await (await fetch(`${issuer}/jwks`)).text() : undefined;
      keys = await keysOf();
      provider = new Provider(issuer, configuration(keys));
      serve = provider.callback();
    },
    start,
    async stop() {
      server?.closeAllConnections();
      server?.close();
      await new Promise<void>((gone) => connect(port, '127.0.0.1').once('error', () => gone()));
    },
  };
}

export interface Visitor {
  /** Follows redirects, with the cookies of each place, to the first page; answers where that is. */
  go(
    url: string,
    init?: RequestInit,
  ): Promise<{ readonly at: string; readonly answer: Response; readonly text: string }>;
  /** What it sends to a place. */
  cookies(origin: string): string;
}

/** A browser as far as redirects and cookies go. */
export function createVisitor(): Visitor {
  const jars = new Map<string, Map<string, string>>();
  const jar = (origin: string) => {
    const own = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, own);
    return own;
  };
  const cookies = (origin: string) => [...jar(origin)].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookies,
    async go(first, init = {}) {
      let [url, sent] = [first, init];
      for (let steps = 0; steps < 20; steps += 1) {
        const { origin } = new URL(url);
        const headers = { ...(sent.headers as Record<string, string> | undefined), cookie: cookies(origin) };
        const answer = await fetch(url, { ...sent, headers, redirect: 'manual' });
        for (const one of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
          if (value === '') jar(origin).delete(name);
          else jar(origin).set(name, value);
        }
        const to = answer.headers.get('location');
        if (to === null || answer.status < 300 || answer.status > 399)
          return { at: url, answer, text: await answer.text() };
        url = new URL(to, url).href;
        sent = {};
      }
      throw new Error(`${first} leads nowhere.`);
    },
  };
}

/**
 * Signs in as one of its people, from the first press to the page one comes back to. `url`: of the server; with
 * `?to=…` for where one wants to be.
 */
export async function signInBy(visitor: Visitor, url: string, who: string): Promise<string> {
  const [server = '', to = ''] = url.split('?');
  const there = await visitor.go(`${server}/sign-in/start?${to}`);
  if (!there.at.includes('/interaction/')) return there.at;
  return (await visitor.go(`${there.at}/as/${who}`)).at;
}
