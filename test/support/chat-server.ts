/** The real server with both channels, over an assistant in memory; its address, and how to end it. */
import { createLog, systemClock, type Clock, type Log } from '../../src/base/index.js';
import { type ChannelOptions, createChannels } from '../../src/channels/index.js';
import { createHttp, createTokens, type LimitSettings } from '../../src/http/index.js';
import { memoryLimits } from './memory-counters.js';
import { createMemoryChat, type MemoryChat } from './memory-chat.js';

export const secret = 'a secret of the tests, longer than 32 bytes';

export interface ChatServer {
  readonly chat: MemoryChat;
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface ChatServerOptions {
  readonly chat?: MemoryChat;
  readonly port?: number;
  readonly clock?: Clock;
  readonly authentication?: ChannelOptions['authentication'];
  readonly trust?: ChannelOptions['trust'];
  readonly middleware?: ChannelOptions['middleware'];
  /** Without it nothing is limited. */
  readonly limits?: Partial<LimitSettings>;
  readonly log?: Log;
  readonly proxies?: readonly string[];
  readonly settings?: ChannelOptions['settings'];
  readonly widget?: ChannelOptions['widget'];
  readonly every?: ChannelOptions['every'];
  readonly later?: ChannelOptions['later'];
}

const shop = { brand: 'Test shop', welcome: 'Welcome', starters: [{ title: 'Where is my order?', value: 'order' }] };

const every: ChannelOptions['every'] = (milliseconds, act) => {
  const timer = setInterval(act, milliseconds).unref();
  return () => clearInterval(timer);
};
const later: ChannelOptions['later'] = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds).unref();
  return () => clearTimeout(timer);
};

export async function startChatServer(options: ChatServerOptions = {}): Promise<ChatServer> {
  const { chat = createMemoryChat(), clock = systemClock, port = 0 } = options;
  const { log = createLog('silent'), proxies } = options;
  const http = createHttp({ log, host: '127.0.0.1', port, proxies });
  let count = 0;
  const seed = crypto.randomUUID().slice(0, 23);
  const channels = createChannels({
    settings: { MESSAGES_ANONYMOUS: 'on', ...options.settings },
    limits: memoryLimits(clock, options.limits),
    authentication: options.authentication,
    trust: options.trust,
    middleware: options.middleware,
    widget: options.widget ?? shop,
    listener: chat,
    transcripts: chat,
    changes: chat,
    statuses: chat,
    deliveries: chat.post,
    chance: () => 0,
    tokens: createTokens({ secrets: () => [secret], clock }),
    http,
    clock,
    ids: { next: () => `${seed}-${String((count += 1)).padStart(12, '0')}` },
    log,
    every: options.every ?? every,
    later: options.later ?? later,
  });
  const { url, port: bound } = await http.listen();
  await channels.start();
  http.open(() => Promise.resolve(undefined));
  return {
    chat,
    url,
    port: bound,
    async close() {
      await channels.close();
      await http.close();
    },
  };
}
