/**
 * Delivery to a channel that answers as the test says, over an assistant in memory and a clock that is moved by hand.
 */
import { createLog } from '../../src/base/index.js';
import { createDelivery } from '../../src/channels/bot-framework/delivery.js';
import type { Pushed } from '../../src/channels/bot-framework/pushed.js';
import type { Said } from '../../src/conversation/index.js';
import { createMemoryChat, type MemoryChat } from './memory-chat.js';
import { createTime } from './time.js';

export const conversation = 'teams-a';
export const said: Said = {
  conversation,
  channel: 'teams',
  activity: 'one',
  customer: { id: `customer of ${conversation}` },
  text: 'hello',
  reference: '{"here":1}',
};

/** A channel that answers as the test says, and remembers what it was sent. */
function createChannel() {
  const texts: string[] = [];
  const channel = {
    texts,
    answer: (): Promise<Pushed> => Promise.resolve({ kind: 'sent' }),
    push(_reference: string, activity: { text?: string }): Promise<Pushed> {
      texts.push(activity.text ?? '');
      return channel.answer();
    },
  };
  return channel;
}

/** Lets everything that is ready to run do so. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

export function deliveryHouse(chat = createMemoryChat(), time = createTime()) {
  chat.reply = () => undefined;
  chat.now = time.clock.now;
  const channel = createChannel();
  const open = () =>
    createDelivery({
      bot: channel,
      deliveries: chat.post,
      bells: chat,
      clock: time.clock,
      log: createLog('silent'),
      later: time.later,
      chance: () => 1,
    });
  return { chat, channel, time, open, delivery: open() };
}
export const say = (chat: MemoryChat, text: string) => chat.add(conversation, 'assistant', { text });
export const failed = (afterMs?: number): Pushed => ({ kind: 'failed', why: 'down', ...(afterMs ? { afterMs } : {}) });
