/** The addresses of Direct Line 3.0: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { SupportError } from '../../base/index.js';
import { type Answer, type Call, json, type Limits, ownHost, route, type Route } from '../../http/index.js';
import { inbound } from '../activity.js';
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
  name: z.string().trim().min(1).max(200).exactOptional(),
});
const watermark = z.object({ watermark: z.string().max(20).default('') });

/** Where a client finds its stream: never an address that the client itself has put into its request. */
const origin = ({ publicUrl }: RouteOptions, request: IncomingMessage): string =>
  publicUrl === undefined ? `ws://${ownHost(request)}` : publicUrl.replace(/^http/, 'ws');

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
 * `{ "user": { "id": …, "name": … }, "vip": true }`. A right secret is refused, too, while somebody guesses from there.
 */
function generateRoute({ directLine, limits, secret }: RouteOptions): Route {
  const guesses = limits.guesses('direct-line');
  return route({
    method: 'POST',
    path: `${root}/tokens/generate`,
    body: generateBody,
    anySite: true,
    handle: async ({ remote, headers, body: { user, vip } }) => {
      const given = bearer(headers.authorization);
      if (given !== undefined && secret !== undefined && sameText(given, secret)) {
        await guesses.check(remote);
        return json(await directLine.generate(user && { ...user, vip }));
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

/** Who calls, if they may: with a token of their own, and not too often. */
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

export function directLineRoutes(options: RouteOptions): readonly Route[] {
  const { directLine, settings } = options;
  const { check, reader, writer } = createCheck(options);
  const get = (path: string, handle: (call: Call<undefined, { watermark: string }>, from: Access) => Promise<Answer>) =>
    route({
      method: 'GET',
      path: `${root}${path}`,
      query: watermark,
      anySite: true,
      handle: async (call: Call<undefined, { watermark: string }>) => handle(call, await reader(call)),
    });
  const post = (path: string, handle: (call: Call<undefined, undefined>) => Promise<Answer>) =>
    route({ method: 'POST', path: `${root}${path}`, anySite: true, handle });

  return [
    generateRoute(options),
    post('/tokens/refresh', async (call) => json(await directLine.refresh(await reader(call)))),
    post('/conversations', async (call) => {
      const { fresh, ...answer } = await directLine.start(await reader(call), origin(options, call.request));
      return json(answer, fresh ? 201 : 200);
    }),
    get('/conversations/:id', async (call, from) =>
      json(await directLine.reconnect(from, origin(options, call.request), call.query.watermark)),
    ),
    get('/conversations/:id/activities', async ({ query }, from) => json(await directLine.read(from, query.watermark))),
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
