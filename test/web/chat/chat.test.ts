/** The chat as a whole, without a browser: what is written is sent once, in order, whenever that becomes possible. */
import { expect } from 'chai';
import { setUp } from './set-up.js';
import { createWorld } from './world.js';

describe('the chat', () => {
  it('asks and stores nothing before it is opened', async () => {
    const { calls, held, time } = setUp();
    await time.pass(1000);
    expect(calls).to.deep.equal([]);
    expect(held).to.deep.equal({});
  });

  it('sends what was written while it was still connecting', async () => {
    const { chat, time, texts, outbox } = setUp();
    chat.start();
    chat.say('Quick');
    expect(outbox()).to.deep.equal([['Quick', 'sending']]);
    await time.pass(50);
    expect(texts()).to.deep.equal(['Quick']);
    expect(outbox()).to.deep.equal([]);
  });

  it('keeps what is written offline, and sends it in order when the server is back', async () => {
    const { chat, time, faults, drop, texts, outbox } = setUp();
    chat.start();
    await time.pass(50);
    faults.down = true;
    drop();
    chat.say('one');
    chat.say('two');
    expect(outbox()).to.deep.equal([
      ['one', 'failed'],
      ['two', 'failed'],
    ]);
    faults.down = false;
    await time.pass(3000);
    expect(texts()).to.deep.equal(['one', 'two']);
    expect(outbox()).to.deep.equal([]);
  });

  it('tries again by hand with the same key', async () => {
    const { chat, time, faults, logs, outbox } = setUp();
    chat.start();
    await time.pass(50);
    faults.postStatus = 503;
    chat.choose({ title: 'Talk to a person', value: 'person' });
    await time.pass(50);
    expect(outbox()).to.deep.equal([['Talk to a person', 'failed']]);
    faults.postStatus = 200;
    const key = chat.state.value.outbox[0]?.key ?? '';
    chat.again();
    await time.pass(50);
    expect([...logs.values()].flat()).to.deep.equal([{ text: 'Talk to a person', key, choice: 'person' }]);
    expect(outbox()).to.deep.equal([]);
  });

  it('tries again by itself when the server is in trouble, ever later, in order and once', async () => {
    const { chat, time, faults, calls, texts, outbox } = setUp();
    chat.start();
    await time.pass(50);
    faults.postStatus = 503;
    chat.say('Talk to a person');
    chat.say('please');
    await time.pass(60_000);
    expect(outbox().map(([, state]) => state)).to.deep.equal(['failed', 'failed']);
    expect(calls.length).to.be.below(30);
    faults.postStatus = 200;
    await time.pass(30_000);
    expect(texts()).to.deep.equal(['Talk to a person', 'please']);
    expect(outbox()).to.deep.equal([]);
  });

  it('lets nothing overtake what failed', async () => {
    const { chat, time, faults, texts, outbox } = setUp();
    chat.start();
    await time.pass(50);
    faults.postStatus = 503;
    chat.say('one');
    await time.pass(50);
    faults.postStatus = 200;
    chat.say('two');
    await time.pass(50);
    expect(texts()).to.deep.equal(['one', 'two']);
    expect(outbox()).to.deep.equal([]);
  });

  it('waits out a limit and sends by itself what it kept, in order and once, asking nothing meanwhile', async () => {
    const { chat, time, faults, texts, calls, outbox } = setUp();
    chat.start();
    await time.pass(50);
    faults.limitedTill = time.now() + 7000;
    chat.say('one');
    await time.pass(10);
    chat.say('two');
    await time.pass(10);
    expect(outbox()).to.deep.equal([
      ['one', 'held'],
      ['two', 'held'],
    ]);
    const asked = calls.length;
    await time.pass(6900);
    expect(calls).to.have.length(asked);
    await time.pass(200);
    expect(texts()).to.deep.equal(['one', 'two']);
    expect(outbox()).to.deep.equal([]);
  });

  it('waits again when the pause was not enough, and loses nothing over a reload in the middle of it', async () => {
    const first = setUp();
    first.chat.start();
    await first.time.pass(50);
    first.faults.limitedTill = first.time.now() + 5000;
    for (const text of ['one', 'two', 'three']) first.chat.say(text);
    await first.time.pass(100);
    first.faults.limitedTill += 4000;
    await first.time.pass(5000);
    expect(first.texts()).to.deep.equal([]);
    const second = setUp(first.held, first);
    second.chat.start();
    await first.time.pass(9000);
    expect(second.texts()).to.deep.equal(['one', 'two', 'three']);
    expect(second.outbox()).to.deep.equal([]);
  });

  it('begins only when it may, when too many begin at once', async () => {
    const { chat, time, faults, calls, texts } = setUp();
    faults.limitedTill = 30_000;
    chat.start();
    chat.say('Hello');
    await time.pass(29_900);
    expect(calls).to.deep.equal(['POST /tokens/generate']);
    await time.pass(500);
    expect(texts()).to.deep.equal(['Hello']);
  });

  it('gives what was refused back to be changed, before what was typed since', async () => {
    const { chat, time, faults, outbox } = setUp();
    chat.start();
    await time.pass(50);
    faults.postStatus = 413;
    chat.say('far too long');
    await time.pass(50);
    chat.draft.value = 'and more';
    chat.takeBack(chat.state.value.outbox[0]?.key ?? '');
    expect(outbox()).to.deep.equal([]);
    expect(chat.draft.value).to.equal('far too long\nand more');
  });

  it('asks for its settings again when the server is back', async () => {
    let asked = 0;
    const settings = () => {
      asked += 1;
      return asked === 1
        ? Promise.reject(new Error('Nobody answers.'))
        : Promise.resolve({ brand: 'Shop', welcome: 'Hello', starters: [] });
    };
    const { chat, time, faults } = setUp({}, createWorld(), settings);
    faults.down = true;
    chat.start();
    await time.pass(5000);
    expect(chat.settings.value).to.equal(undefined);
    faults.down = false;
    await time.pass(5000);
    expect(chat.settings.value?.brand).to.equal('Shop');
    expect(asked).to.equal(2);
  });

  it('finds thread, unsent words and draft again after a reload', async () => {
    const first = setUp();
    first.chat.start();
    await first.time.pass(50);
    first.chat.say('Hello');
    await first.time.pass(50);
    first.faults.down = true;
    first.drop();
    first.chat.say('Not yet');
    first.chat.draft.value = 'half a';
    const second = setUp(first.held, first);
    expect(second.chat.draft.value).to.equal('half a');
    expect(second.outbox()).to.deep.equal([['Not yet', 'failed']]);
    first.faults.down = false;
    second.chat.start();
    await first.time.pass(3000);
    expect(second.texts()).to.deep.equal(['Hello', 'Not yet']);
    expect(second.chat.state.value.lines.map(({ text }) => text)).to.deep.equal(['Hello', 'Not yet']);
  });

  it('looks for the server at once when it is woken while offline', async () => {
    const { chat, time, faults, drop } = setUp();
    chat.start();
    await time.pass(50);
    faults.down = true;
    drop();
    await time.pass(20_000);
    faults.down = false;
    chat.wake();
    await time.pass(5);
    expect(chat.connection.value).to.equal('live');
  });

  it('stops showing dots when no answer came for ten seconds', async () => {
    const { chat, time } = setUp();
    chat.start();
    await time.pass(50);
    chat.say('Hello');
    await time.pass(50);
    const before = chat.clock.value;
    expect(chat.state.value.typing).to.be.at.least(before);
    await time.pass(10_000);
    expect(chat.clock.value - (chat.state.value.typing ?? 0)).to.be.at.least(10_000);
  });
});
