/** The addresses of Direct Line 3.0: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference */
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { SupportError } from '../../base/index.js';
import { type Answer, type Call, json, type Limiter, route, type Route } from '../../http/index.js';
import { inbound } from '../activity.js';
import { type Access, type AccessTokens, bearer } from './access.js';
import type { WidgetSettings } from './contract.js';
import type { DirectLine } from './service.js';

export interface RouteOptions {
  readonly directLine: DirectLine;
  readonly access: AccessTokens;
  readonly limiter: Limiter;
  readonly settings: WidgetSettings;
  /** By which the site's own server names its customers; without it, all are unknown. */
  readonly secret?: string | undefined;
}

const root = '/v3/directline';
const knownUser = z.object({
  id: z.string().trim().min(1).max(200),
  name: z.string().trim().min(1).max(200).exactOptional(),
});
const joining = z.object({ watermark: z.string().max(40).default(''), renewable: z.literal('yes').optional() });
const beginning = z.object({ renewable: z.boolean().nullish() }).nullish();

/** The address the client used, for the stream it is given. */
function origin({ headers }: Pick<Call<unknown, unknown>, 'headers'>): string {
  const secure = headers['x-forwarded-proto'] === 'https';
  return `${secure ? 'wss' : 'ws'}://${headers.host ?? '127.0.0.1'}`;
}

/** What needs no token. */
const plainRoutes = (settings: WidgetSettings): readonly Route[] =>
  [
    { path: `${root}/session/getsessionid`, body: {} },
    { path: '/widget/settings', body: settings },
  ].map(({ path, body }) => route({ method: 'GET', path, anySite: true, handle: () => Promise.resolve(json(body)) }));

const generateBody = z
  .object({ user: knownUser.nullish(), vip: z.boolean().nullish() })
  .nullish()
  .transform((body) => ({ user: body?.user ?? undefined, vip: body?.vip === true }));

function sameText(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
}

/**
 * Anyone gets a token for a customer nobody knows. The site's own server, which has the secret, says whom it is for:
 * `{ "user": { "id": …, "name": … }, "vip": true }`.
 */
function generateRoute({
  directLine,
  limiter,
  secret,
}: Pick<RouteOptions, 'directLine' | 'limiter' | 'secret'>): Route {
  return route({
    method: 'POST',
    path: `${root}/tokens/generate`,
    body: generateBody,
    anySite: true,
    handle: async ({ remote, headers, body: { user, vip } }) => {
      const given = bearer(headers.authorization);
      if (given !== undefined && secret !== undefined && sameText(given, secret)) {
        return json(await directLine.generate(user && { ...user, vip }));
      }
      if (given !== undefined) {
        throw new SupportError(
          'forbidden',
          'This is not the DIRECT_LINE_SECRET. Leave it out to begin as an unknown customer.',
        );
      }
      if (limiter.take(remote)) return json(await directLine.generate());
      throw new SupportError('too-many', 'Too many conversations were begun from here. Wait a minute, then try again.');
    },
  });
}

type Asked = Pick<Call<unknown, unknown>, 'headers' | 'params'>;

/** The ways into a conversation: its beginning, and back to it after a lost connection. */
const joinRoutes = (directLine: DirectLine, check: (call: Asked) => Promise<Access>): readonly Route[] => [
  route({
    method: 'POST',
    path: `${root}/conversations`,
    body: beginning,
    anySite: true,
    handle: async (call) => {
      const how = { origin: origin(call), watermark: '', renewable: call.body?.renewable === true };
      const { fresh, ...answer } = await directLine.join(await check(call), how);
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
      const how = { origin: origin(call), watermark: watermark || '0', renewable: renewable !== undefined };
      const { fresh: _, ...answer } = await directLine.join(await check(call), how);
      return json(answer);
    },
  }),
];

export function directLineRoutes({ directLine, access, limiter, settings, secret }: RouteOptions): readonly Route[] {
  async function check({ headers, params }: Asked): Promise<Access> {
    const from = await access.check(bearer(headers.authorization), 'chat');
    if (params['id'] !== undefined) await directLine.admit(from, params['id']);
    return from;
  }
  const post = (path: string, handle: (call: Call<undefined, undefined>) => Promise<Answer>) =>
    route({ method: 'POST', path: `${root}${path}`, anySite: true, handle });

  return [
    generateRoute({ directLine, limiter, secret }),
    post('/tokens/refresh', async ({ headers }) => json(await directLine.refresh(bearer(headers.authorization)))),
    ...joinRoutes(directLine, check),
    route({
      method: 'GET',
      path: `${root}/conversations/:id/activities`,
      query: joining,
      anySite: true,
      handle: async (call) => json(await directLine.read(await check(call), call.query.watermark)),
    }),
    route({
      method: 'POST',
      path: `${root}/conversations/:id/activities`,
      body: inbound,
      anySite: true,
      handle: async (call) => json(await directLine.say(await check(call), call.body)),
    }),
    post('/conversations/:id/upload', async (call) => {
      await check(call);
      throw new SupportError('bad-request', 'Files are not taken in this chat. Describe what they show instead.');
    }),
    ...plainRoutes(settings),
  ];
}
