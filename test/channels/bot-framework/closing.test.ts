import { expect } from 'chai';
import type { Pushed } from '../../../src/post/index.js';
import { conversation, deliveryHouse, failed, said, say, settle } from '../../support/delivery-house.js';

describe('delivery to Teams that is closed', () => {
  it('closes when what is on its way is known to have arrived, and sends nothing afterwards', async () => {
    const { chat, channel, time, delivery } = deliveryHouse();
    let arrive: (pushed: Pushed) => void = () => undefined;
    channel.answer = () => new Promise((resolve) => (arrive = resolve));
    await delivery.start();
    await chat.receive(said);
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

  it('gives back at its close what it had taken, so that the next process brings it at once', async () => {
    const { chat, channel, open, delivery } = deliveryHouse();
    let arrive: (pushed: Pushed) => void = () => undefined;
    channel.answer = () => new Promise((resolve) => (arrive = resolve));
    await delivery.start();
    await chat.receive(said);
    say(chat, 'on its way');
    say(chat, 'left for the next');
    await settle();
    const closed = delivery.close();
    arrive({ kind: 'sent' });
    await closed;
    channel.answer = () => Promise.resolve({ kind: 'sent' });
    await open().start();
    await settle();
    expect(channel.texts).to.deep.equal(['on its way', 'left for the next']);
  });

  it('keeps at its close how often it has tried what it had just taken', async () => {
    const { chat, channel, time, open, delivery } = deliveryHouse();
    const { takeLease } = chat.post;
    channel.answer = () => Promise.resolve(failed());
    await delivery.start();
    await chat.receive(said);
    say(chat, 'patience');
    await settle();
    for (const seconds of [1, 2]) {
      time.move(seconds * 1000);
      await settle();
    }
    const tried = channel.texts.length;
    let closed: Promise<void> | undefined;
    Object.assign(chat.post, {
      async takeLease(...asked: Parameters<typeof takeLease>) {
        const post = await takeLease(...asked);
        closed ??= delivery.close();
        return post;
      },
    });
    time.move(4000);
    await settle();
    await closed;
    Object.assign(chat.post, { takeLease });
    expect(channel.texts).to.have.length(tried);
    await open().start();
    await settle();
    expect(channel.texts).to.have.length(tried + 1);
    time.move(7000); // the fourth try came to nothing: eight seconds
    await settle();
    expect(channel.texts).to.have.length(tried + 1);
    time.move(1000);
    await settle();
    expect(channel.texts).to.have.length(tried + 2);
  });

  it('asks nothing more of the store when it was closed', async () => {
    const { chat, time, delivery } = deliveryHouse();
    const { due } = chat.post;
    let asked = 0;
    let answer: () => void = () => undefined;
    await delivery.start();
    await chat.receive(said);
    say(chat, 'one');
    await settle();
    const count = { takeLease: chat.post.takeLease };
    Object.assign(chat.post, {
      due: async (limit: number) => {
        asked += 1;
        await new Promise<void>((resolve) => (answer = resolve));
        await due(limit);
        return [conversation];
      },
      takeLease: (...of: Parameters<typeof count.takeLease>) => {
        asked += 100;
        return count.takeLease(...of);
      },
    });
    time.move(1000);
    await settle();
    await delivery.close();
    answer();
    await settle();
    time.move(60_000);
    chat.ringAll();
    await settle();
    expect(asked).to.equal(1);
  });
});
