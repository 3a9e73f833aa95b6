/** The client keeps one thread, comes back soon, and sends nothing twice. */
import { expect } from 'chai';
import { backOff, createClient, type Connection } from '../../../src/web/chat/client.js';
import type { Thread } from '../../../src/web/chat/door.js';
import { createWorld } from './world.js';

function setUp(stored?: Thread) {
  const server = createWorld();
  const seen: string[] = [];
  const states: Connection[] = [];
  let thread = stored;
  let renewals = 0;
  const client = createClient({
    world: server.world,
    thread: { read: () => thread, keep: (next) => (thread = next) },
    renewed: () => (renewals += 1),
    connection: (state) => states.push(state),
    activities: (activities) => seen.push(...activities.map(({ text = '' }) => text)),
  });
  const thrown = (next: Thread) => (thread = next);
  return { ...server, client, seen, states, thread: () => thread, renewals: () => renewals, replace: thrown };
}

describe('the chat client', () => {
  it('starts a conversation at the first opening, and not before', async () => {
    const { client, calls, time, states, thread } = setUp();
    expect(calls).to.deep.equal([]);
    client.start();
    await time.pass(10);
    expect(calls).to.deep.equal(['POST /tokens/generate', 'POST /conversations']);
    expect(states).to.deep.equal(['connecting', 'live']);
    expect(thread()?.conversationId).to.match(/^c/);
  });

  it('goes on with the kept conversation after a reload', async () => {
    const first = setUp();
    first.client.start();
    await first.time.pass(10);
    await first.client.send({ key: 'k1', text: 'Hello' });
    const again = createClient({
      world: first.world,
      thread: { read: first.thread, keep: () => undefined },
      renewed: () => expect.fail('the conversation was thrown away'),
      connection: () => undefined,
      activities: (activities) => first.seen.push(...activities.map(({ text = '' }) => text)),
    });
    again.start();
    await first.time.pass(10);
    expect(first.seen).to.deep.equal(['Hello', 'Hello']);
  });

  it('is back within three seconds of a restart, and misses nothing', async () => {
    const { client, time, faults, drop, logs, seen, states } = setUp();
    client.start();
    await time.pass(10);
    faults.down = true;
    drop();
    await time.pass(8000);
    logs.forEach((log) => log.push({ text: 'said meanwhile', key: 'elsewhere' }));
    faults.down = false;
    await time.pass(3000);
    expect(states.at(-1)).to.equal('live');
    expect(seen).to.deep.equal(['said meanwhile']);
  });

  it('never waits longer than two seconds at first, ten after some minutes, and never less than half its step', () => {
    expect(backOff(0, 0)).to.equal(125);
    expect(backOff(0, 1)).to.equal(250);
    for (let n = 0; n <= 150; n += 1) expect(backOff(n, 1)).to.be.at.most(2000);
    expect(backOff(151, 1)).to.equal(10_000);
  });

  it('gets a new token for the same conversation when the old one expired', async () => {
    const { client, time, faults, thread, logs, renewals } = setUp();
    client.start();
    await time.pass(10);
    const before = thread();
    faults.expired = true;
    expect(await client.send({ key: 'k1', text: 'Hello' })).to.equal('sent');
    expect(thread()?.conversationId).to.equal(before?.conversationId);
    expect(thread()?.token).not.to.equal(before?.token);
    expect([...logs.values()].flat()).to.have.length(1);
    expect(renewals()).to.equal(0);
  });

  it('begins anew, and says so, when the conversation is gone', async () => {
    const { client, time, calls, renewals, thread } = setUp({ conversationId: 'gone', token: 'old' });
    client.start();
    await time.pass(10);
    expect(calls.slice(1)).to.deep.equal(['POST /tokens/generate', 'POST /conversations']);
    expect(renewals()).to.equal(1);
    expect(thread()?.conversationId).not.to.equal('gone');
  });

  it('begins anew when neither the token nor a new one is accepted', async () => {
    const { client, time, faults, renewals, states } = setUp({ conversationId: 'c0', token: 'old' });
    faults.expired = true;
    faults.lost = true;
    client.start();
    await time.pass(10);
    expect(renewals()).to.equal(1);
    expect(states.at(-1)).to.equal('live');
  });

  it('follows another page of the site to its new conversation', async () => {
    const { client, time, drop, logs, replace, renewals, seen } = setUp();
    client.start();
    await time.pass(10);
    logs.set('c99', [{ text: 'from the other page', key: 'o1' }]);
    replace({ conversationId: 'c99', token: 't' });
    drop();
    await time.pass(1000);
    expect(renewals()).to.equal(1);
    expect(seen).to.deep.equal(['from the other page']);
  });

  it('keeps a message once, though its answer was lost and it is sent again', async () => {
    const { client, time, faults, logs } = setUp();
    client.start();
    await time.pass(10);
    faults.loseAnswer = true;
    expect(await client.send({ key: 'k1', text: 'Once', choice: 'person' })).to.equal('failed');
    faults.loseAnswer = false;
    expect(await client.send({ key: 'k1', text: 'Once', choice: 'person' })).to.equal('sent');
    expect([...logs.values()].flat()).to.deep.equal([{ text: 'Once', key: 'k1', choice: 'person' }]);
  });

  for (const [status, outcome] of [
    [413, 'refused'],
    [400, 'refused'],
    [503, 'failed'],
    [404, 'failed'],
  ] as const) {
    it(`says "${outcome}" when the server answers ${status}`, async () => {
      const { client, time, faults } = setUp();
      client.start();
      await time.pass(10);
      faults.postStatus = status;
      expect(await client.send({ key: 'k1', text: 'Hello' })).to.equal(outcome);
    });
  }

  it('says how long to wait when the server answers 429', async () => {
    const { client, time, faults } = setUp();
    client.start();
    await time.pass(10);
    faults.postStatus = 429;
    expect(await client.send({ key: 'k1', text: 'Hello' })).to.deep.equal({ pauseMs: 5000 });
  });

  it('says "failed" before there is any conversation', async () => {
    const { client } = setUp();
    expect(await client.send({ key: 'k1', text: 'Hello' })).to.equal('failed');
  });

  it('connects again when a message was taken and its echo does not come', async () => {
    const { client, time, faults, calls, seen } = setUp();
    client.start();
    await time.pass(10);
    faults.deaf = true;
    await client.send({ key: 'k1', text: 'Hello?' });
    faults.deaf = false;
    const before = calls.length;
    await time.pass(3900);
    expect(calls).to.have.length(before);
    await time.pass(200);
    expect(calls.length).to.be.greaterThan(before);
    expect(seen).to.deep.equal(['Hello?']);
  });

  it('does not connect again when the echo came first', async () => {
    const { client, time, calls } = setUp();
    client.start();
    await time.pass(10);
    await client.send({ key: 'k1', text: 'Hello' });
    const before = calls.length;
    await time.pass(10_000);
    expect(calls).to.have.length(before);
  });

  it('gives up a stream that answered beats and fell silent, but not one that never answered', async () => {
    const { client, time, sockets, states } = setUp();
    client.start();
    await time.pass(60_000);
    const [socket] = sockets;
    expect(states).to.deep.equal(['connecting', 'live']);
    expect(socket?.sent.length).to.be.greaterThan(2);
    socket?.told.frame('');
    await time.pass(39_000);
    expect(states).to.have.length(2);
    await time.pass(2000);
    expect(states.slice(2)).to.deep.equal(['offline', 'live']);
  });

  it('refreshes its token when half of its life is over', async () => {
    const { client, time, calls } = setUp();
    client.start();
    await time.pass(899_000);
    expect(calls).not.to.include('POST /tokens/refresh');
    await time.pass(2000);
    expect(calls).to.include('POST /tokens/refresh');
  });

  it('stays away once stopped', async () => {
    const { client, time, drop, calls } = setUp();
    client.start();
    await time.pass(10);
    client.stop();
    drop();
    const before = calls.length;
    await time.pass(10_000);
    expect(calls).to.have.length(before);
  });
});
