/** Both ways in: Direct Line for the web, Bot Framework for Teams and every other channel of it. */
import { z } from 'zod';
import { type Clock, type Ids, type Log, SupportError } from '../base/index.js';
import { type Http, json, type Limits, ownHost, route, type Tokens } from '../http/index.js';
import type { Bot, BotOptions, BotSettings } from './bot-framework/bot.js';
import { createDelivery } from './bot-framework/delivery.js';
import { createLateBot } from './bot-framework/late-bot.js';
import { createAccess } from './direct-line/access.js';
import type { WidgetSettings } from './direct-line/contract.js';
import { directLineRoutes } from './direct-line/routes.js';
import { createDirectLine } from './direct-line/service.js';
import { createStreams } from './direct-line/stream.js';
import { readWatermark } from './direct-line/watermark.js';
import type { Bells, Deliveries, Listener, StatusSource, Transcripts } from './ports.js';

export type { Status, WidgetSettings } from './direct-line/contract.js';

export interface ChannelOptions {
  readonly settings: BotSettings & {
    readonly DIRECT_LINE_SECRET?: string | undefined;
    readonly PUBLIC_URL?: string | undefined;
  };
  /** Other checks of requests from the wire than those the settings describe. */
  readonly authentication?: BotOptions['authentication'];
  readonly trust?: BotOptions['trust'];
  readonly limits: Limits;
  readonly widget: WidgetSettings;
  readonly listener: Listener;
  readonly transcripts: Transcripts;
  readonly bells: Bells;
  readonly statuses: StatusSource;
  readonly deliveries: Deliveries;
  readonly tokens: Tokens;
  readonly http: Http;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly every: (milliseconds: number, act: () => void) => () => void;
  readonly later: (milliseconds: number, act: () => void) => () => void;
  /** How long a push channel may take to answer, milliseconds; 15 seconds when missing. */
  readonly patienceMs?: number | undefined;
  /** 0..1, for the pauses before another try. */
  readonly chance: () => number;
}

export interface Channels {
  /** Delivers what is owed to push channels, then keeps doing so. */
  start(): Promise<void>;
  /** Loads what messages need and a start does not; to be called when calls are taken. */
  prepare(): void;
  /** Resolves when nothing is on its way to a push channel any more. */
  close(): Promise<void>;
}

/**
 * The door of Bot Framework, which is no place for pages. Without an app id whoever reaches it is let in, so then it is
 * open to this computer only: a site that points its own name here (DNS rebinding) is told by the `Host`.
 * An `invoke` wants an answer that we do not have; 501 is what the protocol says to it, and no fault.
 */
function mountWire({ http, settings }: ChannelOptions, bot: Bot): void {
  const anonymous = settings.MicrosoftAppId === undefined;
  http.add(
    route({
      method: 'POST',
      path: '/api/messages',
      body: z.record(z.string(), z.unknown()),
      noPages: true,
      handle: async ({ body, headers, request }) => {
        if (anonymous && ownHost(request) !== headers.host) {
          throw new SupportError('forbidden', 'Without MicrosoftAppId this is open on this computer only.');
        }
        const taken = await bot.wire(body, headers.authorization ?? '');
        return json({}, taken === 'taken' ? 200 : 501);
      },
    }),
  );
}

function mountWeb(options: ChannelOptions, bot: Bot): { close(): void } {
  const { http, tokens, transcripts, ids, widget, settings, limits } = options;
  const access = createAccess(tokens);
  const directLine = createDirectLine({ bot, transcripts, access, ids });
  const streams = createStreams(options);
  const { DIRECT_LINE_SECRET: secret, PUBLIC_URL: publicUrl } = settings;
  http.add(...directLineRoutes({ directLine, access, limits, settings: widget, secret, publicUrl }));
  http.upgrade('/v3/directline/conversations/', async (request, { pathname, searchParams }) => {
    const id = /\/conversations\/([^/]+)\/stream$/.exec(pathname)?.[1];
    if (id === undefined) throw new SupportError('not-found', 'There is nothing at this address.');
    const from = await access.check(searchParams.get('t') ?? undefined, 'stream');
    directLine.admit(from, id);
    await limits.take(['read', from.conversation]);
    streams.open(request, from, readWatermark(searchParams.get('watermark') ?? ''));
  });
  return streams;
}

/** Mounts both channels on the server. */
export function createChannels(options: ChannelOptions): Channels {
  const bot = createLateBot(options);
  mountWire(options, bot);
  const web = mountWeb(options, bot);
  const delivery = createDelivery({ ...options, bot });
  return {
    start: () => delivery.start(),
    prepare: () => bot.prepare(),
    close() {
      web.close();
      return delivery.close();
    },
  };
}
