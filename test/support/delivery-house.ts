/**
 * Delivery to a channel that answers as the test says, over an assistant in memory and a clock that is moved by hand.
 */
import { createLog } from '../../src/base/index.js';
import { capabilities, render } from '../../src/channels/render/index.js';
import { createOutbox, type Letter, type Pushed } from '../../src/post/index.js';
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
    title: 'Teams',
    send({ entry }: Letter): Promise<Pushed> {
      texts.push(...render(entry, capabilities.msteams).map(({ text }) => text));
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
    createOutbox({
      carriers: new Map([['teams', channel]]),
      deliveries: chat.post,
      changes: chat,
      clock: time.clock,
      log: createLog('silent'),
      later: time.later,
      chance: () => 1,
    });
  return { chat, channel, time, open, delivery: open() };
}
export const say = (chat: MemoryChat, text: string) => chat.add(conversation, 'assistant', { text });
export const failed = (afterMs?: number): Pushed => ({ kind: 'failed', why: 'down', ...(afterMs ? { afterMs } : {}) });
