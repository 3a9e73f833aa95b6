/** The addresses of Direct Line 3.0: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { SupportError } from '../../base/index.js';
import { type Answer, type Call, json, type Limits, ownHost, route, type Route } from '../../http/index.js';
import { inbound } from '../inbound.js';
import { type Access, type AccessTokens, bearer } from './access.js';
import type { WidgetSettings } from './contract.js';
import type { DirectLine } from './service.js';

export interface RouteOptions {
  readonly directLine: DirectLine;
  readonly access: AccessTokens;
  readonly limits: Limits;
  readonly settings: WidgetSettings;
  /** By which the site's own server names its customers; without it, all are unknown. */
  readonly secret?: string | undefined;
  /** Where customers reach this server, when that is not the address it listens on. */
  readonly publicUrl?: string | undefined;
}

const root = '/v3/directline';
const knownUser = z.object({
  id: z.string().trim().min(1).max(200),
  name: z
    .string()
    .trim()
    .max(200)
    .nullish()
    .transform((name) => name || undefined),
});
const joining = z.object({ watermark: z.string().max(40).default(''), renewable: z.literal('yes').optional() });
const beginning = z.object({ renewable: z.boolean().nullish() }).nullish();

/** Where a client finds its stream: never an address that the client itself has put into its request. */
const origin = ({ publicUrl }: RouteOptions, request: IncomingMessage): string =>
  publicUrl === undefined ? `ws://${ownHost(request)}` : publicUrl.replace(/^http/, 'ws');

/** What needs no token. */
const plainRoutes = (settings: WidgetSettings): readonly Route[] =>
  [
    { path: `${root}/session/getsessionid`, body: {} },
    { path: '/widget/settings', body: settings },
  ].map(({ path, body }) => route({ method: 'GET', path, anySite: true, handle: () => Promise.resolve(json(body)) }));

/** Microsoft's own examples write `User` and `Id`. */
function lowered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one]));
}

const generateBody = z
  .preprocess(
    lowered,
    z
      .object({
        user: z.preprocess(lowered, knownUser.catchall(z.unknown()).nullish()),
        vip: z.boolean().nullish(),
        token: z.string().max(4000).nullish(),
      })
      .catchall(z.unknown())
      .nullish(),
  )
  .transform((body) => {
    const { user, vip, token, ...others } = body ?? {};
    const { id, name, ...more } = user ?? {};
    return {
      user: id === undefined ? undefined : { id, ...(name === undefined ? {} : { name }) },
      vip: vip === true,
      token: token ?? undefined,
      strange: [...Object.keys(others), ...Object.keys(more)],
    };
  });

/** Who names a customer must not lose them by a key that is read by nobody. */
function refuseStrange(strange: readonly string[]): void {
  if (strange.length === 0) return;
  if (strange.includes('trustedorigins')) {
    throw new SupportError('bad-request', 'trustedOrigins is no part of a token here: set ALLOWED_ORIGINS.');
  }
  const keys = strange.slice(0, 5).map((key) => key.slice(0, 40));
  throw new SupportError(
    'bad-request',
    `Nothing is known of ${keys.join(', ')}. There is user (id, name), vip and token.`,
  );
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
}

/**
 * Anyone gets a token for a customer nobody knows. The site's own server, which has the secret, says whom it is for:
 * `{ "user": { "id": …, "name": … }, "vip": true }`, and with the `token` of a visitor who has signed in meanwhile they
 * go on in the same conversation. A right secret is refused, too, while somebody guesses from there.
 */
function generateRoute({ directLine, limits, secret }: RouteOptions): Route {
  const guesses = limits.guesses('direct-line');
  return route({
    method: 'POST',
    path: `${root}/tokens/generate`,
    body: generateBody,
    anySite: true,
    handle: async ({ remote, headers, body: { user, vip, token, strange } }) => {
      const given = bearer(headers.authorization);
      if (given !== undefined && secret !== undefined && sameText(given, secret)) {
        refuseStrange(strange);
        // 32 characters cannot be guessed: failed tries from an address do not limit a caller who has them
        return json(await directLine.generate(user && { ...user, vip }, token));
      }
      if (given !== undefined) {
        await guesses.missed(remote);
        throw new SupportError(
          'forbidden',
          'This is not the DIRECT_LINE_SECRET. Leave it out to begin as an unknown customer.',
        );
      }
      await limits.take(['begin', remote]);
      return json(await directLine.generate());
    },
  });
}

type Asked = Pick<Call<unknown, unknown>, 'headers' | 'params' | 'remote'>;

/** The caller, by their own token, and within their limits. */
function createCheck({ directLine, access, limits }: RouteOptions) {
  async function check({ headers, params }: Asked): Promise<Access> {
    const from = await access.check(bearer(headers.authorization), 'chat');
    if (params['id'] !== undefined) directLine.admit(from, params['id']);
    return from;
  }
  return {
    check,
    /** For calls that bring nothing new. */
    async reader(call: Asked): Promise<Access> {
      const from = await check(call);
      await limits.take(['read', from.conversation]);
      return from;
    },
    async writer(call: Asked): Promise<Access> {
      const from = await check(call);
      const { conversation, customer } = from;
      await limits.take(['address', call.remote], ['message', `customer ${customer}`], ['message', conversation]);
      return from;
    },
  };
}

type Reader = ReturnType<typeof createCheck>['reader'];

/** The ways into a conversation: its beginning, and back to it after a lost connection. */
function joinRoutes(options: RouteOptions, reader: Reader): readonly Route[] {
  const { directLine } = options;
  return [
    route({
      method: 'POST',
      path: `${root}/conversations`,
      body: beginning,
      anySite: true,
      handle: async (call) => {
        const place = { origin: origin(options, call.request), watermark: '', first: true };
        const how = { ...place, renewable: call.body?.renewable === true };
        const { fresh, ...answer } = await directLine.join(await reader(call), how);
        return json(answer, fresh ? 201 : 200);
      },
    }),
    route({
      method: 'GET',
      path: `${root}/conversations/:id`,
      query: joining,
      anySite: true,
      handle: async (call) => {
        const { watermark, renewable } = call.query;
        const place = { origin: origin(options, call.request), watermark: watermark || '0', first: false };
        const { fresh: _, ...answer } = await directLine.join(await reader(call), {
          ...place,
          renewable: renewable !== undefined,
        });
        return json(answer);
      },
    }),
  ];
}

export function directLineRoutes(options: RouteOptions): readonly Route[] {
  const { directLine, access, settings, limits } = options;
  const { check, reader, writer } = createCheck(options);
  const post = (path: string, handle: (call: Call<undefined, undefined>) => Promise<Answer>) =>
    route({ method: 'POST', path: `${root}${path}`, anySite: true, handle });

  return [
    generateRoute(options),
    post('/tokens/refresh', async ({ headers, remote }) => {
      const token = bearer(headers.authorization);
      await limits.take(['address', remote]);
      const chat = token === undefined ? undefined : await access.read(token, 'chat');
      if (chat !== undefined) await limits.take(['read', chat.access.conversation]);
      return json(await directLine.refresh(token));
    }),
    ...joinRoutes(options, reader),
    route({
      method: 'GET',
      path: `${root}/conversations/:id/activities`,
      query: joining,
      anySite: true,
      handle: async (call) => json(await directLine.read(await reader(call), call.query.watermark)),
    }),
    route({
      method: 'POST',
      path: `${root}/conversations/:id/activities`,
      body: inbound,
      anySite: true,
      handle: async (call) => json(await directLine.say(await writer(call), call.body)),
    }),
    post('/conversations/:id/upload', async (call) => {
      await check(call);
      throw new SupportError('bad-request', 'Files are not taken in this chat. Describe what they show instead.');
    }),
    ...plainRoutes(settings),
  ];
}
