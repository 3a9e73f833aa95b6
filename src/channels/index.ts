/** All ways in and out: one door for each row of the table of channels, and the outbox for those that are pushed to. */
import { channelNames, type KnownChannel } from '../conversation/index.js';
import { type Carrier, createOutbox } from '../post/index.js';
import type { Bot } from './bot-framework/bot.js';
import { openTeams } from './bot-framework/door.js';
import { createLateBot } from './bot-framework/late-bot.js';
import { openWeb } from './direct-line/door.js';
import type { Door, DoorOptions } from './door.js';
import { openHook } from './hook/door.js';

export type { Status, WidgetSettings } from './direct-line/contract.js';
export type { DoorOptions as ChannelOptions } from './door.js';

export interface Channels {
  /** Delivers what is owed to push channels, then keeps doing so. */
  start(): Promise<void>;
  /** Loads what messages need and a start does not; to be called when calls are taken. */
  prepare(): void;
  /** Resolves when nothing is on its way to a push channel any more. */
  close(): Promise<void>;
}

/** The messages of Teams and of the web enter through one Bot Framework adapter; a web hook knows nothing of it. */
const doors: Readonly<Record<KnownChannel, (options: DoorOptions, bot: Bot) => Door>> = {
  web: openWeb,
  teams: openTeams,
  hook: openHook,
};

/** Mounts all channels on the server. */
export function createChannels(options: DoorOptions): Channels {
  const bot = createLateBot(options);
  const opened = channelNames.map((name) => [name, doors[name](options, bot)] as const);
  const carriers = new Map<string, Carrier>(
    opened.flatMap(([name, { carrier }]) => (carrier === undefined ? [] : [[name, carrier]])),
  );
  const outbox = createOutbox({ ...options, carriers });
  return {
    start: () => outbox.start(),
    prepare: () => bot.prepare(),
    close() {
      for (const [, door] of opened) door.close?.();
      return outbox.close();
    },
  };
}
