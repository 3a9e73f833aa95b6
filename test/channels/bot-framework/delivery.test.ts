import { expect } from 'chai';
import { conversation, deliveryHouse, said, say, settle } from '../../support/delivery-house.js';

describe('delivery to Teams', () => {
  it('sends what the customer may see, in order, and moves its cursor past everything', async () => {
    const { chat, channel, delivery } = deliveryHouse();
    await delivery.start();
    await chat.receive(said);
    say(chat, 'one');
    chat.add(conversation, 'note', { text: 'a note' });
    chat.add(conversation, 'system', { text: 'queued', mark: 'queued' });
    chat.add(conversation, 'system', { text: 'Ana joined', mark: 'joined' });
    chat.add(conversation, 'agent', { text: 'two', by: 'Ana' });
    await settle();
    expect(channel.texts).to.deep.equal(['one', 'Ana joined', 'Ana: two']);
    expect(chat.post.cursor(conversation)).to.equal(6);
  });

  it('delivers at its start what was left', async () => {
    const { chat, channel, delivery } = deliveryHouse();
    await chat.receive(said);
    say(chat, 'left behind');
    await delivery.start();
    await settle();
    expect(channel.texts).to.deep.equal(['left behind']);
  });

  it('sends nobody their own words', async () => {
    const { chat, channel, delivery } = deliveryHouse();
    await chat.receive(said);
    say(chat, 'one');
    await chat.receive({ ...said, activity: 'two', text: 'their own words' });
    say(chat, 'two');
    await delivery.start();
    await settle();
    expect(channel.texts).to.deep.equal(['one', 'two']);
    expect(chat.post.cursor(conversation)).to.equal(4);
  });

  it('starts though the store is away for a moment, and then delivers what was left', async () => {
    const { chat, channel, time, delivery } = deliveryHouse();
    await chat.receive(said);
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
    await chat.receive({ ...said, conversation: 'web-1', channel: 'web' });
    chat.add('web-1', 'assistant', { text: 'read, not pushed' });
    chat.ringAll();
    await settle();
    expect(channel.texts).to.deep.equal([]);
  });

  it('of two processes sends everything once and in order, whichever of them is rung first', async () => {
    const { chat, channel, open, delivery } = deliveryHouse();
    const other = open();
    await Promise.all([delivery.start(), other.start()]);
    await chat.receive(said);
    const texts = Array.from({ length: 60 }, (_, index) => `line ${index}`);
    for (const text of texts) {
      say(chat, text);
      if (text.endsWith('7')) await settle();
    }
    await settle();
    expect(channel.texts).to.deep.equal(texts);
  });

  it('sends nothing by a lease that may be over: it asks again first, and finds that another has taken over', async () => {
    const { chat, channel, time, open, delivery } = deliveryHouse();
    const { sent } = chat.post;
    await delivery.start();
    await chat.receive(said);
    const other = open();
    Object.assign(chat.post, {
      // the store has written it down; its answer takes longer than the lease lasts, and another process goes on meanwhile
      async sent(...report: Parameters<typeof sent>) {
        const kept = await sent(...report);
        Object.assign(chat.post, { sent });
        time.move(21_000);
        await other.start();
        await settle();
        return kept;
      },
    });
    say(chat, 'slow');
    say(chat, 'next');
    await settle();
    await settle();
    expect(channel.texts).to.deep.equal(['slow', 'next']);
    expect(chat.post.cursor(conversation)).to.equal(3);
  });

  it('takes the post for a third longer than a channel may take to answer', async () => {
    const { chat, delivery } = deliveryHouse();
    const { takeLease } = chat.post;
    const leases = new Set<number>();
    Object.assign(chat.post, {
      takeLease: (id: string, hold: { leaseMs: number }) => {
        leases.add(hold.leaseMs);
        return takeLease(id, hold);
      },
    });
    await delivery.start();
    await chat.receive(said);
    say(chat, 'one');
    await settle();
    expect([...leases]).to.deep.equal([20_000]);
  });

  it('does not send again what it could not write down, and sends what follows', async () => {
    const { chat, channel, time, delivery } = deliveryHouse();
    const { sent } = chat.post;
    await delivery.start();
    await chat.receive(said);
    Object.assign(chat.post, { sent: () => Promise.reject(new Error('store gone')) });
    say(chat, 'once');
    say(chat, 'after it');
    await settle();
    expect(channel.texts).to.deep.equal(['once']);
    Object.assign(chat.post, { sent });
    time.move(21_000);
    await settle();
    expect(channel.texts).to.deep.equal(['once', 'after it']);
    expect(chat.post.cursor(conversation)).to.equal(3);
  });

  it('finds what a failing store left', async () => {
    const { chat, channel, time, delivery } = deliveryHouse();
    await delivery.start();
    await chat.receive(said);
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
});
