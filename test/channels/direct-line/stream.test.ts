import { EventEmitter, once } from 'node:events';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { type ChatServer, startChatServer } from '../../support/chat-server.js';
import { call, generate } from '../../support/direct-line-calls.js';
import { type Frame, seqOf } from '../../support/direct-line-frames.js';
import { createTime } from '../../support/time.js';

describe('the stream of Direct Line', () => {
  const time = createTime();
  let server: ChatServer;

  beforeEach(async () => {
    server = await startChatServer(time);
  });
  afterEach(() => server.close());

  async function join(change: (url: string) => string = (url) => url) {
    const { token } = await generate(server.url);
    const { streamUrl, conversationId } = (await call(server.url, 'POST /conversations', { token, body: {} })).body;
    const socket = new WebSocket(change(streamUrl));
    const frames: Frame[] = [];
    socket.on('message', (data: Buffer) => {
      if (data.length > 0) frames.push(JSON.parse(data.toString()) as Frame);
    });
    return { socket, frames, conversationId, token };
  }
  async function refusedWith(change: (url: string) => string): Promise<number> {
    const { socket } = await join(change);
    socket.on('error', () => undefined);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
    socket.terminate();
    return response.statusCode;
  }

  it('refuses a missing, forged or foreign token, and other addresses', async () => {
    const other = await generate(server.url);
    await call(server.url, 'POST /conversations', { token: other.token, body: {} });
    expect(await refusedWith((url) => url.replace(/&t=.*/, ''))).to.equal(401);
    expect(await refusedWith((url) => `${url}x`)).to.equal(403);
    expect(await refusedWith((url) => url.replace(/web-[^/]+/, other.conversationId))).to.equal(403);
    expect(await refusedWith((url) => url.replace(/web-[^/]+/, 'web-nowhere'))).to.equal(403);
    expect(await refusedWith((url) => url.replace('/stream', '/elsewhere'))).to.equal(404);
    expect(await refusedWith((url) => url.replace('/v3/directline', '/nothing'))).to.equal(404);
  });

  it('needs its own token, which is soon worth nothing', async () => {
    const { token } = await generate(server.url);
    const { streamUrl } = (await call(server.url, 'POST /conversations', { token, body: {} })).body;
    const chat = new WebSocket(streamUrl.replace(/&t=.*/, `&t=${token}`));
    chat.on('error', () => undefined);
    const [, response] = (await once(chat, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).to.equal(403);
    time.move(6 * 60_000);
    const late = new WebSocket(streamUrl);
    late.on('error', () => undefined);
    const [, second] = (await once(late, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(second.statusCode).to.equal(403);
  });

  it('answers the empty frame of a client with an empty frame', async () => {
    const { socket } = await join();
    await once(socket, 'open');
    const beat = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => data.length === 0 && resolve());
    });
    socket.send('');
    await beat;
    socket.terminate();
  });

  it('lets go of a client that does not answer two pings in a row', async () => {
    const { socket, conversationId } = await join();
    await once(socket, 'message');
    socket.removeAllListeners('ping');
    Reflect.set(socket, 'pong', () => undefined);
    const autoPong = socket as unknown as { _autoPong: boolean };
    autoPong._autoPong = false;
    expect(server.chat.listening(conversationId)).to.equal(1);
    time.move(20_000);
    await once(socket, 'ping');
    time.move(20_000);
    await once(socket, 'close');
    expect(server.chat.listening(conversationId)).to.equal(0);
  });

  it('keeps a client that answers', async () => {
    const { socket } = await join();
    await once(socket, 'message');
    for (let round = 0; round < 3; round += 1) {
      const beat = once(socket, 'ping');
      time.move(20_000);
      await beat;
      const answered = once(socket, 'message');
      socket.send(''); // arrives after the pong of the same socket
      await answered;
    }
    expect(socket.readyState).to.equal(socket.OPEN);
    socket.terminate();
  });

  it('closes when the transcript cannot be read, so that the client comes back', async () => {
    const { socket, conversationId } = await join();
    await once(socket, 'message');
    server.chat.broken = new Error('away');
    server.chat.add(conversationId, 'assistant', { text: 'x' });
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).to.equal(1011);
  });

  it('closes every stream when the server stops', async () => {
    const { socket } = await join();
    await once(socket, 'message');
    const closed = once(socket, 'close');
    await server.close();
    const [code] = (await closed) as [number];
    expect([1001, 1006]).to.include(code);
    server = await startChatServer(time);
  });

  const seqs = (frames: readonly Frame[]) => frames.flatMap(({ activities }) => activities.map(seqOf)).filter(Boolean);
  const from1to = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

  it('sends a burst in order, nothing twice and nothing left out', async () => {
    const { socket, frames, conversationId } = await join();
    const last = 600;
    for (let n = 2; n <= last; n += 1) {
      server.chat.add(conversationId, 'assistant', { text: `line ${n}` });
      if (n % 50 === 0) await once(socket, 'message'); // rings fall before, between and after reads
    }
    while (seqs(frames).at(-1) !== last) await once(socket, 'message');
    expect(seqs(frames)).to.deep.equal(from1to(last));
    socket.terminate();
  });

  it('keeps one frame for a reader who stops, cuts them, and has everything when they come back', async () => {
    const { socket, frames, conversationId, token } = await join();
    await once(socket, 'message');
    socket.pause();
    const last = 3000;
    for (let n = 2; n <= last; n += 1) {
      server.chat.add(conversationId, 'assistant', { text: 'x'.repeat(20_000) });
      await new Promise((resolve) => setImmediate(resolve)); // lets the stream read and write in between
    }
    const { reads } = server.chat;
    server.chat.ringAll();
    await new Promise((resolve) => setImmediate(resolve));
    expect(server.chat.reads, 'read while the reader takes nothing').to.equal(reads);
    time.move(20_000);
    time.move(20_000);
    const closed = once(socket, 'close');
    socket.resume();
    expect(((await closed) as [number])[0], 'why it was closed').to.equal(1013);
    const got = seqs(frames);
    expect(got).to.deep.equal(from1to(got.length)).and.to.have.length.below(last);

    const watermark = frames.at(-1)!.watermark;
    const at = `GET /conversations/${conversationId}?watermark=${watermark}`;
    const again = new WebSocket((await call(server.url, at, { token })).body.streamUrl);
    const rest: Frame[] = [];
    again.on('message', (data: Buffer) => rest.push(JSON.parse(data.toString()) as Frame));
    while (seqs(rest).at(-1) !== last) await once(again, 'message');
    expect([...got, ...seqs(rest)]).to.deep.equal(from1to(last));
    again.terminate();
  });

  it('reads once what it sends to many at the same place, and nothing old to who comes after something new', async () => {
    const { socket, conversationId, token } = await join();
    await once(socket, 'message');
    for (let n = 0; n < 100; n += 1) server.chat.add(conversationId, 'assistant', { text: 'x'.repeat(20_000) });
    const crowd = 40;
    const before = server.chat.reads;
    /** Resolves when they have so many lines. */
    const reader = (url: string) => {
      const one = new WebSocket(url);
      const seen: number[] = [];
      const receive = new EventEmitter();
      one.on('message', (data: Buffer) => {
        seen.push(...seqs([JSON.parse(data.toString()) as Frame]));
        receive.emit('more');
      });
      return {
        one,
        async has(count: number): Promise<readonly number[]> {
          while (seen.length < count) await once(receive, 'more');
          return seen;
        },
      };
    };
    const readers = await Promise.all(
      Array.from({ length: crowd }, async () =>
        reader((await call(server.url, `GET /conversations/${conversationId}`, { token })).body.streamUrl),
      ),
    );
    for (const { has } of readers) expect(await has(101)).to.deep.equal(from1to(101));
    expect(server.chat.reads - before, 'reads for all of them').to.be.below(crowd * 5);
    server.chat.add(conversationId, 'assistant', { text: 'new' });
    for (const { has } of readers) expect(await has(102)).to.deep.equal(from1to(102));
    for (const { one } of readers) one.terminate();
    socket.terminate();
  });

  it('tells a status when it has changed, and not again with what else is new', async () => {
    const { socket, frames, conversationId } = await join();
    await once(socket, 'message');
    const statuses = () => frames.flatMap(({ activities }) => activities.flatMap(({ value }) => value?.state ?? []));
    const heard = async (state: string) => {
      while (statuses().at(-1) !== state) await once(socket, 'message');
    };
    const says = async (text: string) => {
      server.chat.add(conversationId, 'assistant', { text });
      while (!frames.some(({ activities }) => activities.some((one) => one.text === text)))
        await once(socket, 'message');
    };
    await heard('assistant');
    await says('one');
    server.chat.move(conversationId, { state: 'waiting', place: 2, since: 1 });
    await heard('waiting');
    await says('two');
    server.chat.ringAll();
    await says('three');
    server.chat.move(conversationId, { state: 'agent', name: 'Ana' });
    await heard('agent');
    await says('four');
    server.chat.move(conversationId, { state: 'assistant' });
    await heard('assistant');
    await says('five');
    expect(statuses()).to.deep.equal(['assistant', 'waiting', 'agent', 'assistant']);
    socket.terminate();
  });

  it('looks at the place in the line again while something moves in it', async () => {
    const { socket, frames, conversationId } = await join();
    await once(socket, 'message');
    const other = await join();
    await once(other.socket, 'message');
    const waiting = { state: 'waiting', place: 2, since: 1 } as const;
    server.chat.move(conversationId, waiting);
    const places = () => frames.flatMap(({ activities }) => activities.flatMap(({ value }) => value?.place ?? []));
    while (places().at(-1) !== 2) await once(socket, 'message');
    server.chat.place(conversationId, { ...waiting, place: 1 }); // nothing rings for this one …
    server.chat.move(other.conversationId, { state: 'agent', name: 'Ana' }); // … but the one before it was taken
    time.move(1000);
    while (places().at(-1) !== 1) await once(socket, 'message');
    expect(places()).to.deep.equal([2, 1]);
    socket.terminate();
    other.socket.terminate();
  });
});
