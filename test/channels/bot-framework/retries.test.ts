import { expect } from 'chai';
import { pauseMs } from '../../../src/post/backoff.js';
import type { Pushed } from '../../../src/post/index.js';
import { undeliveredNote } from '../../../src/post/undelivered.js';
import { conversation, deliveryHouse, failed, said, say, settle } from '../../support/delivery-house.js';

describe('what Teams does not take', () => {
  it('tries again after 1, 2, 4 … 300 seconds, and sends nothing out of order meanwhile', async () => {
    const { chat, channel, time, delivery } = deliveryHouse();
    channel.answer = () => Promise.resolve(failed());
    await delivery.start();
    await chat.receive(said);
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
    await chat.receive(said);
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
    await chat.receive(said);
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
    await chat.receive(said);
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
    await chat.receive(said);
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
    await chat.receive(said);
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

  it('counts tries and hours for the message that is tried, not for those before it', async () => {
    const { chat, channel, time, delivery } = deliveryHouse();
    let taken = '';
    const send = channel.send.bind(channel);
    channel.send = (letter) => {
      channel.answer = () => Promise.resolve(letter.entry.text === taken ? { kind: 'sent' } : failed());
      return send(letter);
    };
    await delivery.start();
    await chat.receive(said);
    say(chat, 'first');
    await settle();
    say(chat, 'second');
    for (let minutes = 0; minutes < 359; minutes += 1) {
      time.move(60_000);
      await settle();
    }
    expect(chat.post.notes).to.deep.equal([]);
    taken = 'first';
    for (let minutes = 0; chat.post.cursor(conversation) < 2; minutes += 1) {
      time.move(1000);
      await settle();
    }
    const count = () => channel.texts.filter((text) => text === 'second').length;
    expect([count(), chat.post.notes.length]).to.deep.equal([1, 0]);
    time.move(1000);
    await settle();
    expect([count(), chat.post.notes.length]).to.deep.equal([2, 0]);
    time.move(2000);
    await settle();
    expect(count()).to.equal(3);
  });

  it('gives a message up at the first try after six hours', async () => {
    const { chat, channel, time, delivery } = deliveryHouse();
    channel.answer = () => Promise.resolve(failed(60 * 60_000));
    await delivery.start();
    await chat.receive(said);
    say(chat, 'never');
    await settle();
    for (let hours = 1; hours <= 6; hours += 1) {
      expect(chat.post.notes, `${hours} hours`).to.deep.equal([]);
      time.move(60 * 60_000);
      await settle();
    }
    expect(chat.post.notes).to.have.length(1);
  });

  it('tells the team so when the channel never answered', async () => {
    const { chat, channel, time, delivery } = deliveryHouse();
    channel.answer = () => new Promise(() => undefined);
    await delivery.start();
    await chat.receive(said);
    say(chat, 'hangs');
    await settle();
    for (let minutes = 0; chat.post.notes.length === 0 && minutes < 600; minutes += 1) {
      time.move(60_000);
      await settle();
      await settle();
    }
    expect(chat.post.notes[0]?.text).to.contain('6 hours (no answer)');
  });

  it('waits fifteen seconds for an answer', async () => {
    const { chat, channel, time, delivery } = deliveryHouse();
    channel.answer = () => new Promise(() => undefined);
    await delivery.start();
    await chat.receive(said);
    say(chat, 'hangs');
    await settle();
    for (const [move, tries] of [
      [14_999, 1],
      [1, 1],
      [999, 1],
      [1, 2],
    ] as const) {
      time.move(move);
      await settle();
      await settle();
      expect(channel.texts).to.have.length(tries);
    }
  });
});

describe('the pause before the next try', () => {
  it('is twice as long each time, from a second up to five minutes, half of it by chance', () => {
    const whole = [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].map((seconds) => seconds * 1000);
    expect(whole.map((_, i) => pauseMs(i + 1, 1))).to.deep.equal(whole);
    expect(whole.map((_, i) => pauseMs(i + 1, 0))).to.deep.equal(whole.map((one) => one / 2));
    expect(pauseMs(3, 0.5)).to.equal(3000);
    expect(pauseMs(10_000, 1)).to.equal(300_000);
  });

  it('is never less than the channel asked for, up to an hour', () => {
    expect(pauseMs(1, 1, 90_000)).to.equal(90_000);
    expect(pauseMs(9, 1, 90_000)).to.equal(256_000);
    expect(pauseMs(1, 1, 60 * 60_000)).to.equal(60 * 60_000);
    expect(pauseMs(1, 1, 24 * 60 * 60_000)).to.equal(60 * 60_000);
  });
});

describe('the note about a message that was not delivered', () => {
  const noteOf = (text: string, status = 400) =>
    undeliveredNote(
      { seq: 7, at: 0, role: 'assistant', stint: 'bot', text },
      {
        result: { kind: 'refused', status, why: '' },
        hours: 6,
        title: 'Teams',
      },
    );

  it('quotes the first 120 letters', () => {
    const [most, more] = ['x'.repeat(120), 'x'.repeat(121)];
    expect(noteOf(most).text).to.contain(`“${most}”`);
    expect(noteOf(more).text).to.contain(`“${most}…”`);
    expect(noteOf('hello')).to.include({ mark: 'undelivered', by: 'Delivery', about: 7 });
  });

  it('says why, as far as the status tells', () => {
    for (const [status, words] of [
      [403, 'blocked or removed'],
      [404, 'does not exist any more'],
      [410, 'does not exist any more'],
      [413, 'too large'],
      [400, 'Teams refused the message'],
    ] as const) {
      expect(noteOf('hello', status).text).to.contain(words).and.contain(`(${status})`);
    }
  });
});
