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
  function house(chat = createMemoryChat(), time = createTime()) {
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
  const say = (chat: ReturnType<typeof createMemoryChat>, text: string) =>
    chat.add(conversation, 'assistant', { text });
  const failed = (afterMs?: number): Pushed => ({ kind: 'failed', why: 'down', ...(afterMs ? { afterMs } : {}) });

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
    expect(chat.post.cursor(conversation)).to.equal(6);
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

  it('of two processes sends everything once and in order, whichever of them is rung first', async () => {
    const { chat, channel, open, delivery } = house();
    const other = open();
    await Promise.all([delivery.start(), other.start()]);
    await chat.hear(said);
    const texts = Array.from({ length: 60 }, (_, index) => `line ${index}`);
    for (const text of texts) {
      say(chat, text);
      if (text.endsWith('7')) await settle();
    }
    await settle();
    expect(channel.texts).to.deep.equal(texts);
  });

  it('tries again after 1, 2, 4 … 300 seconds, and sends nothing out of order meanwhile', async () => {
    const { chat, channel, time, delivery } = house();
    channel.answer = () => Promise.resolve(failed());
    await delivery.start();
    await chat.hear(said);
    say(chat, 'first');
    await settle();
    say(chat, 'second');
    await settle();
    for (const seconds of [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]) {
      const before = channel.texts.length;
      time.move(seconds * 1000 - 1000);
      await settle();
      expect(channel.texts).to.have.length(before);
      time.move(1000);
      await settle();
      expect(channel.texts).to.have.length(before + 1);
    }
    expect(new Set(channel.texts)).to.deep.equal(new Set(['first']));
    channel.answer = () => Promise.resolve({ kind: 'sent' });
    time.move(300_000);
    await settle();
    expect(channel.texts.slice(-2)).to.deep.equal(['first', 'second']);
  });

  it('waits as long as the channel asks for', async () => {
    const { chat, channel, time, delivery } = house();
    channel.answer = () => Promise.resolve(failed(90_000));
    await delivery.start();
    await chat.hear(said);
    say(chat, 'patience');
    await settle();
    time.move(89_000);
    await settle();
    expect(channel.texts).to.have.length(1);
    time.move(1000);
    await settle();
    expect(channel.texts).to.have.length(2);
  });

  it('keeps its pauses over a restart', async () => {
    const { chat, channel, time, open, delivery } = house();
    channel.answer = () => Promise.resolve(failed(60_000));
    await delivery.start();
    await chat.hear(said);
    say(chat, 'once');
    await settle();
    await delivery.close();
    await open().start();
    time.move(59_000);
    await settle();
    expect(channel.texts).to.have.length(1);
    time.move(1000);
    await settle();
    expect(channel.texts).to.have.length(2);
  });

  it('tells the team of a refused message, and goes on with the next', async () => {
    const { chat, channel, delivery } = house();
    const answers: Pushed[] = [{ kind: 'refused', status: 403, why: 'no' }];
    channel.answer = () => Promise.resolve(answers.shift() ?? { kind: 'sent' });
    await delivery.start();
    await chat.hear(said);
    say(chat, 'refused');
    say(chat, 'taken');
    await settle();
    expect(channel.texts).to.deep.equal(['refused', 'taken']);
    expect(chat.post.cursor(conversation)).to.equal(3);
    expect(chat.post.notes).to.have.length(1);
    expect(chat.post.notes[0]).to.include({ mark: 'undelivered', about: 2 });
    expect(chat.post.notes[0]?.text).to.contain('“refused”').and.contain('blocked').and.contain('403');
  });

  it('tells the team when the channel has not taken a message for six hours, and not before', async () => {
    const { chat, channel, time, delivery } = house();
    channel.answer = () => Promise.resolve(failed());
    await delivery.start();
    await chat.hear(said);
    say(chat, 'never');
    await settle();
    let minutes = 0;
    while (chat.post.notes.length === 0 && minutes < 600) {
      time.move(60_000);
      await settle();
      minutes += 1;
    }
    expect(minutes).to.be.within(360, 366);
    expect(chat.post.cursor(conversation)).to.equal(2);
    expect(chat.post.notes[0]?.text).to.contain('6 hours (down)');
  });

  it('counts a channel that does not answer as failed', async () => {
    const { chat, channel, time, delivery } = house();
    channel.answer = () => new Promise(() => undefined);
    await delivery.start();
    await chat.hear(said);
    say(chat, 'hangs');
    await settle();
    channel.answer = () => Promise.resolve({ kind: 'sent' });
    time.move(15_000);
    await settle();
    time.move(1000);
    await settle();
    expect(channel.texts).to.deep.equal(['hangs', 'hangs']);
    expect(chat.post.cursor(conversation)).to.equal(2);
  });

  it('sends nothing by a lease that may be over: it asks again first', async () => {
    const { chat, channel, time, open, delivery } = house();
    await delivery.start();
    await chat.hear(said);
    channel.answer = () => {
      channel.answer = () => Promise.resolve({ kind: 'sent' });
      return new Promise((resolve) => {
        time.later(12_000, () => resolve({ kind: 'sent' }));
      });
    };
    say(chat, 'slow');
    say(chat, 'next');
    await settle();
    const other = open();
    await other.start();
    time.move(12_000);
    await settle();
    expect(channel.texts).to.deep.equal(['slow', 'next']);
  });

  it('does not send again what it could not write down', async () => {
    const { chat, channel, time, delivery } = house();
    const { sent } = chat.post;
    await delivery.start();
    await chat.hear(said);
    Object.assign(chat.post, { sent: () => Promise.reject(new Error('store gone')) });
    say(chat, 'once');
    await settle();
    Object.assign(chat.post, { sent });
    time.move(21_000);
    await settle();
    expect(channel.texts).to.deep.equal(['once']);
    expect(chat.post.cursor(conversation)).to.equal(2);
  });

  it('finds what a failing store left', async () => {
    const { chat, channel, time, delivery } = house();
    await delivery.start();
    await chat.hear(said);
    await settle();
    chat.broken = new Error('store gone');
    say(chat, 'kept');
    await settle();
    expect(channel.texts).to.deep.equal([]);
    chat.broken = undefined;
    time.move(1000);
    await settle();
    expect(channel.texts).to.deep.equal(['kept']);
  });

  it('closes when what is on its way is known to have arrived, and sends nothing afterwards', async () => {
    const { chat, channel, time, delivery } = house();
    let arrive: (pushed: Pushed) => void = () => undefined;
    channel.answer = () => new Promise((resolve) => (arrive = resolve));
    await delivery.start();
    await chat.hear(said);
    say(chat, 'on its way');
    say(chat, 'left for the next');
    await settle();
    const closed = delivery.close();
    arrive({ kind: 'sent' });
    await closed;
    time.move(120_000);
    await settle();
    expect(channel.texts).to.deep.equal(['on its way']);
    expect(chat.post.cursor(conversation)).to.equal(2);
  });
});
