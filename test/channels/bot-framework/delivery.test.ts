import { expect } from 'chai';
import { createLog } from '../../../src/base/index.js';
import { createDelivery } from '../../../src/channels/bot-framework/delivery.js';
import type { Pushed } from '../../../src/channels/bot-framework/pushed.js';
import type { Said } from '../../../src/conversation/index.js';
import { createMemoryChat } from '../../support/memory-chat.js';
import { createTime } from '../../support/time.js';

const conversation = 'teams-a';
const said: Said = {
  conversation,
  channel: 'teams',
  activity: 'one',
  customer: { id: 'u' },
  text: 'hello',
  reference: '{"here":1}',
};

/** A channel that answers as it is told, and remembers what it was sent. */
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
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('delivery to Teams', () => {
  function house() {
    const chat = createMemoryChat();
    chat.reply = () => undefined;
    const channel = createChannel();
    const time = createTime();
    const log = createLog('silent');
    const parts = { transcripts: chat, cursors: chat, bells: chat, log, later: time.later };
    const delivery = createDelivery({ ...parts, bot: channel });
    return { chat, channel, time, delivery };
  }
  const say = (chat: ReturnType<typeof createMemoryChat>, text: string) =>
    chat.add(conversation, 'assistant', { text });

  it('sends what the customer may see, in order, and moves its cursor past everything', async () => {
    const { chat, channel, delivery } = house();
    await delivery.start();
    await chat.hear(said);
    say(chat, 'one');
    chat.add(conversation, 'note', { text: 'a note' });
    chat.add(conversation, 'seam', { text: 'queued', mark: 'queued' });
    chat.add(conversation, 'seam', { text: 'Ana joined', mark: 'joined' });
    chat.add(conversation, 'agent', { text: 'two', by: 'Ana' });
    await settle();
    expect(channel.texts).to.deep.equal(['one', '_Ana joined_', '**Ana:** two']);
    expect(await chat.cursor(conversation)).to.equal(6);
  });

  it('delivers at its start what was left', async () => {
    const { chat, channel, delivery } = house();
    await chat.hear(said);
    say(chat, 'left behind');
    await delivery.start();
    await settle();
    expect(channel.texts).to.deep.equal(['left behind']);
  });

  it('leaves the web alone', async () => {
    const { chat, channel, delivery } = house();
    await delivery.start();
    await chat.hear({ ...said, conversation: 'web-1', channel: 'web' });
    chat.add('web-1', 'assistant', { text: 'read, not pushed' });
    chat.ringAll();
    await settle();
    expect(channel.texts).to.deep.equal([]);
  });

  it('tries again after 1, 2, 4 … 60 seconds, and sends nothing out of order meanwhile', async () => {
    const { chat, channel, time, delivery } = house();
    channel.answer = () => Promise.resolve({ kind: 'failed', why: 'down' });
    await delivery.start();
    await chat.hear(said);
    say(chat, 'first');
    await settle();
    say(chat, 'second');
    await settle();
    for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
      const before = channel.texts.length;
      time.move(seconds * 1000 - 1);
      await settle();
      expect(channel.texts).to.have.length(before);
      time.move(1);
      await settle();
      expect(channel.texts).to.have.length(before + 1);
    }
    expect(new Set(channel.texts)).to.deep.equal(new Set(['first']));
    channel.answer = () => Promise.resolve({ kind: 'sent' });
    time.move(60_000);
    await settle();
    expect(channel.texts.slice(-2)).to.deep.equal(['first', 'second']);
  });

  it('gives a refused message up and goes on with the next', async () => {
    const { chat, channel, delivery } = house();
    const answers: Pushed[] = [{ kind: 'refused', why: 'bad' }];
    channel.answer = () => Promise.resolve(answers.shift() ?? { kind: 'sent' });
    await delivery.start();
    await chat.hear(said);
    say(chat, 'refused');
    say(chat, 'taken');
    await settle();
    expect(channel.texts).to.deep.equal(['refused', 'taken']);
    expect(await chat.cursor(conversation)).to.equal(3);
  });

  it('gives up after about an hour of failures', async () => {
    const { chat, channel, time, delivery } = house();
    channel.answer = () => Promise.resolve({ kind: 'failed', why: 'down' });
    await delivery.start();
    await chat.hear(said);
    say(chat, 'never');
    await settle();
    let minutes = 0;
    while ((await chat.cursor(conversation)) < 2 && minutes < 120) {
      time.move(60_000);
      await settle();
      minutes += 1;
    }
    expect(minutes).to.be.within(50, 70);
    expect(channel.texts).to.have.length(64);
  });

  it('counts a channel that does not answer as failed', async () => {
    const { chat, channel, time, delivery } = house();
    channel.answer = () => new Promise(() => undefined);
    await delivery.start();
    await chat.hear(said);
    say(chat, 'hangs');
    await settle();
    channel.answer = () => Promise.resolve({ kind: 'sent' });
    time.move(30_000);
    await settle();
    time.move(1000);
    await settle();
    expect(channel.texts).to.deep.equal(['hangs', 'hangs']);
    expect(await chat.cursor(conversation)).to.equal(2);
  });

  it('finds what a failing store left, within a minute', async () => {
    const { chat, channel, time, delivery } = house();
    await delivery.start();
    await chat.hear(said);
    await settle();
    chat.broken = new Error('store gone');
    say(chat, 'kept');
    await settle();
    expect(channel.texts).to.deep.equal([]);
    chat.broken = undefined;
    time.move(60_000);
    await settle();
    expect(channel.texts).to.deep.equal(['kept']);
  });

  it('sends nothing after it was closed', async () => {
    const { chat, channel, time, delivery } = house();
    await delivery.start();
    await chat.hear(said);
    delivery.close();
    say(chat, 'too late');
    time.move(120_000);
    await settle();
    expect(channel.texts).to.deep.equal([]);
  });
});
