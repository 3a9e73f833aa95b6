/** The door of the web chat: Direct Line, with its streams. */
import { SupportError } from '../../base/index.js';
import type { Bot } from '../bot-framework/bot.js';
import type { Door, DoorOptions } from '../door.js';
import { createAccess } from './access.js';
import { directLineRoutes } from './routes.js';
import { createDirectLine } from './service.js';
import { createStreams } from './stream.js';
import { readWatermark } from './watermark.js';

export function openWeb(options: DoorOptions, bot: Bot): Door {
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
