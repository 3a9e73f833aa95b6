/** A local identity provider and connector in one: signs tokens as the Bot Framework does, and takes what the bot sends. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createInbox, type Inbox } from './inbox.js';

export const appId = '11111111-2222-3333-4444-555555555555';
const issuer = 'https://api.botframework.com';

export interface Sent {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: { readonly text?: string; readonly [key: string]: unknown };
}

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

export interface Token {
  readonly claims?: Record<string, unknown>;
  readonly kid?: string;
  readonly key?: Pair['privateKey'] | Uint8Array;
  readonly alg?: string;
  /** Seconds from now; null for none. */
  readonly expires?: number | null;
}

export interface Identity {
  readonly serviceUrl: string;
  readonly sent: Inbox<Sent>;
  /** What the connector answers; 200 at first. */
  status: number;
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  readonly stranger: Pair;
  /** The bytes of the public key, as somebody would misuse them. */
  readonly publicKey: Uint8Array;
  sign(token?: Token): Promise<string>;
  close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<Sent['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}') as Sent['body'];
}

/** Microsoft's login library refuses plain http, so the bot's own token is a fixed word here. */
class FixedCredentials extends ServiceClientCredentialsFactory {
  override isValidAppId(id: string): Promise<boolean> {
    return Promise.resolve(id === appId);
  }
  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }
  override createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    return Promise.resolve({
      signRequest: (request) => {
        request.headers.set('authorization', 'Bearer OUT');
        return Promise.resolve(request);
      },
    });
  }
}

export async function startIdentity(): Promise<Identity> {
  const [own, stranger] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256', { extractable: true }),
  ]);
  const jwk = await exportJWK(own.publicKey);
  const sent = createInbox<Sent>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const say = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }); // restify's patch breaks chaining
      response.end(JSON.stringify(body));
    };
    if (path === '/.well-known/openidconfiguration') say(200, { issuer, jwks_uri: `${url}/keys` });
    else if (path === '/keys') say(200, { keys: [{ ...jwk, kid: 'k1', use: 'sig', endorsements: ['msteams'] }] });
    else {
      void readBody(request).then((body) => {
        sent.take({ path, authorization: request.headers.authorization, body });
        say(identity.status, identity.status < 300 ? { id: 'r1' } : { error: { code: 'x', message: 'no' } });
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${url}/connector/`;
  const metadata = `${url}/.well-known/openidconfiguration`;
  const settings = {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'pw',
    MicrosoftAppType: 'MultiTenant',
    ValidateAuthority: 'false',
    ToChannelFromBotLoginUrl: `${url}/botframework.com`,
    ToChannelFromBotOAuthScope: issuer,
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: url,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    CallerId: 'urn:botframework:azure',
  };
  const credentials = new FixedCredentials();
  const identity: Identity = {
    serviceUrl,
    sent,
    status: 200,
    authentication: new ConfigurationBotFrameworkAuthentication(settings, credentials, undefined, undefined, {
      noRetryPolicy: true,
    }),
    stranger,
    publicKey: new TextEncoder().encode(JSON.stringify(jwk)),
    sign({ claims = {}, kid = 'k1', key = own.privateKey, alg = 'RS256', expires = 3600 } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const token = new SignJWT({ iss: issuer, aud: appId, serviceurl: serviceUrl, ...claims });
      token.setProtectedHeader({ alg, kid }).setIssuedAt(now - 3600);
      if (expires !== null) token.setExpirationTime(now + expires);
      return token.sign(key);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return identity;
}
