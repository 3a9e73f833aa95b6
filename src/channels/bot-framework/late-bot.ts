/** The bot before the Bot Framework is loaded, which takes longer than the rest of the start: every call waits for it. */
import type { Bot, BotOptions } from './bot.js';

export interface LateBot extends Bot {
  /** Loads it when the process is idle, so that the first message need not wait. */
  prepare(): void;
}

export function createLateBot(options: BotOptions): LateBot {
  let loading: Promise<Bot> | undefined;
  const loaded = () => (loading ??= import('./bot.js').then(({ createBot }) => createBot(options)));
  return {
    receive: async (...given) => (await loaded()).receive(...given),
    begin: async (...given) => (await loaded()).begin(...given),
    wire: async (...given) => (await loaded()).wire(...given),
    push: async (...given) => (await loaded()).push(...given),
    prepare: () =>
      void setImmediate(() => {
        loaded().catch((fault: unknown) => options.log.error({ fault }, 'the Bot Framework could not be loaded'));
      }),
  };
}
