import { once } from 'node:events';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { type ChatServer, startChatServer } from '../../support/chat-server.js';
import { call, generate } from '../../support/direct-line-calls.js';
import { createTime } from '../../support/time.js';

type Shown = readonly (number | 'status')[];

interface Frame {
  readonly activities: readonly { readonly type: string; readonly channelData?: { readonly seq: number } }[];
}

/** What a frame shows: numbers of entries, and the status. */
const shownBy = (data: Buffer): Shown =>
  (JSON.parse(data.toString()) as Frame).activities.map(({ channelData }) => channelData?.seq ?? 'status');

describe('the frames of a stream', () => {
  const time = createTime();
  let server: ChatServer;
  let socket: WebSocket;
  let frames: Shown[];
  let say: () => Promise<void>;

  beforeEach(async () => {
    server = await startChatServer(time);
    const { token } = await generate(server.url);
    const { streamUrl, conversationId } = (await call(server.url, 'POST /conversations', { token, body: {} })).body;
    socket = new WebSocket(streamUrl);
    frames = [];
    socket.on('message', (data: Buffer) => frames.push(shownBy(data)));
    await once(socket, 'message');
    say = async () => {
      const body = { type: 'message', text: 'hello', from: { id: 'me' } };
      await call(server.url, `POST /conversations/${conversationId}/activities`, { token, body });
    };
  });
  afterEach(async () => {
    socket.terminate();
    await server.close();
  });

  it('show the greeting with the status, and a message with its answer', async () => {
    await Promise.all([once(socket, 'message'), say()]);
    expect(frames).to.deep.equal([
      [1, 'status'],
      [2, 3],
    ]);
  });

  it('show a message alone whose answer is late', async () => {
    server.chat.soon = () => undefined;
    await say();
    const shown = once(socket, 'message');
    time.move(100);
    await shown;
    expect(frames.at(-1)).to.deep.equal([2]);
  });
});
