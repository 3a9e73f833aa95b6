import { expect } from 'chai';
import type { Pushed } from '../../../src/post/index.js';
import { conversation, deliveryHouse, said, say, settle } from '../../support/delivery-house.js';

describe('delivery to Teams', () => {
  it('sends what the customer may see, in order, and moves its cursor past everything', async () => {
    const { chat, channel, delivery } = deliveryHouse();
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
    const { chat, channel, delivery } = deliveryHouse();
    await chat.hear(said);
    say(chat, 'left behind');
    await delivery.start();
    await settle();
    expect(channel.texts).to.deep.equal(['left behind']);
  });

  it('starts though the store is away for a moment, and then delivers what was left', async () => {
    const { chat, channel, time, delivery } = deliveryHouse();
    await chat.hear(said);
    say(chat, 'left behind');
    chat.broken = new Error('away');
    await delivery.start();
    chat.broken = undefined;
    time.move(60_000);
    await settle();
    expect(channel.texts).to.deep.equal(['left behind']);
  });

  it('leaves the web alone', async () => {
    const { chat, channel, delivery } = deliveryHouse();
    await delivery.start();
    await chat.hear({ ...said, conversation: 'web-1', channel: 'web' });
    chat.add('web-1', 'assistant', { text: 'read, not pushed' });
    chat.ringAll();
    await settle();
    expect(channel.texts).to.deep.equal([]);
  });

  it('of two processes sends everything once and in order, whichever of them is rung first', async () => {
    const { chat, channel, open, delivery } = deliveryHouse();
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

  it('sends nothing by a lease that may be over: it asks again first', async () => {
    const { chat, channel, time, open, delivery } = deliveryHouse();
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
    const { chat, channel, time, delivery } = deliveryHouse();
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
    const { chat, channel, time, delivery } = deliveryHouse();
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
    const { chat, channel, time, delivery } = deliveryHouse();
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
