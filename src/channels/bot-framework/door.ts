/** The door of Bot Framework, and how what is said goes back through it. */
import { z } from 'zod';
import { channels } from '../../conversation/index.js';
import { json, route } from '../../http/index.js';
import type { Door, DoorOptions } from '../door.js';
import type { Bot } from './bot.js';

/**
 * The door of Bot Framework, which is no place for pages. Without an app id it is closed, unless the settings open it to
 * whoever is at this computer.
 * An `invoke` wants an answer that we do not have; 501 is what the protocol says to it, and no fault.
 */
function mountWire({ http, settings, log }: DoorOptions, bot: Bot): void {
  const anonymous = settings.MicrosoftAppId === undefined;
  if (anonymous && settings.MESSAGES_ANONYMOUS !== 'on') {
    log.info('/api/messages is closed: there is no MicrosoftAppId');
    return;
  }
  http.add(
    route({
      method: 'POST',
      path: '/api/messages',
      body: z.record(z.string(), z.unknown()),
      noPages: true,
      hereOnly: anonymous,
      handle: async ({ body, headers }) => {
        const taken = await bot.wire(body, headers.authorization ?? '');
        return json({}, taken === 'taken' ? 200 : 501);
      },
    }),
  );
}

export function openTeams(options: DoorOptions, bot: Bot): Door {
  mountWire(options, bot);
  const { long: title } = channels.teams;
  return { carrier: { title, send: ({ reference, entry }) => bot.push(reference, entry) } };
}
