import { expect } from 'chai';
import type { Pushed } from '../../../src/post/index.js';
import { conversation, deliveryHouse, failed, said, say, settle } from '../../support/delivery-house.js';

describe('what Teams does not take', () => {
  it('tries again after 1, 2, 4 … 300 seconds, and sends nothing out of order meanwhile', async () => {
    const { chat, channel, time, delivery } = deliveryHouse();
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
    const { chat, channel, time, delivery } = deliveryHouse();
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
    const { chat, channel, time, open, delivery } = deliveryHouse();
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
    const { chat, channel, delivery } = deliveryHouse();
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
    const { chat, channel, time, delivery } = deliveryHouse();
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
    const { chat, channel, time, delivery } = deliveryHouse();
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
});
