/** What opens a conversation: for hours, again by a secret that is good for one use, and not at all once it is erased. */
import { once } from 'node:events';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { type ChatServer, startChatServer } from '../../support/chat-server.js';
import { createClient } from '../../support/direct-line.js';
import { call, generate, wrong } from '../../support/direct-line-calls.js';

/** ConnectionStatus.Ended of Microsoft's client. */
const ended: ReadonlySet<number> = new Set([5]);
const message = { type: 'message', text: 'x' };

describe('a chat token', () => {
  let now = Date.now();
  const wait = (hours: number) => (now += hours * 3_600_000);
  let server: ChatServer;

  beforeEach(async () => {
    server = await startChatServer({ clock: { now: () => now } });
  });
  afterEach(() => server.close());

  async function begin(renewable = true) {
    const { token, conversationId: id } = await generate(server.url);
    const { body } = await call(server.url, 'POST /conversations', { token, body: { renewable } });
    return { first: token, id, ...body };
  }
  const refresh = (token: string) => call(server.url, 'POST /tokens/refresh', { token });
  const reads = (id: string, token: string) => call(server.url, `GET /conversations/${id}/activities`, { token });

  it('lives four hours, and renews itself while it lives', async () => {
    const { id, token } = await begin();
    wait(3.9);
    const { body } = await refresh(token);
    expect((await reads(id, body.token)).status).to.equal(200);
    wait(0.2);
    expect(wrong(await reads(id, token))).to.equal('403 forbidden');
    expect(wrong(await refresh(token))).to.equal('403 forbidden');
    expect((await reads(id, body.token)).status).to.equal(200);
  });

  it('that ran out over a weekend is had again by the renewal, which gives the next one', async () => {
    const { id, renewal } = await begin();
    wait(3 * 24);
    const { status, body } = await refresh(renewal!);
    expect(status).to.equal(200);
    expect(body.renewal).to.be.a('string').and.not.equal(renewal);
    expect((await reads(id, body.token)).body.activities.map(({ text }) => text)).to.deep.equal(['Welcome']);
    wait(31 * 24);
    expect(wrong(await refresh(body.renewal!))).to.equal('403 forbidden');
  });

  it('is not taken for a renewal, nor a renewal for it; who does not ask for one has none', async () => {
    const { id, token, renewal } = await begin();
    expect((await refresh(token)).body).to.not.have.property('renewal');
    expect(wrong(await reads(id, renewal!))).to.equal('403 forbidden');
    expect(await begin(false)).to.not.have.property('renewal');
  });

  for (const name of ['first', 'token', 'renewal'] as const) {
    it(`opens nothing once its conversation is erased (${name})`, async () => {
      const { id, ...tokens } = await begin();
      const token = tokens[name]!;
      server.chat.erase(id);
      const greeted = server.chat.greeted.length;
      expect(wrong(await refresh(token))).to.equal('404 gone');
      if (name === 'renewal') return;
      expect(wrong(await reads(id, token))).to.equal('404 gone');
      expect(wrong(await call(server.url, `GET /conversations/${id}`, { token }))).to.equal('404 gone');
      expect(wrong(await call(server.url, 'POST /conversations', { token, body: {} }))).to.equal('404 gone');
      const say = await call(server.url, `POST /conversations/${id}/activities`, { token, body: message });
      expect(wrong(say)).to.equal('404 gone');
      expect([server.chat.greeted.length, server.chat.heard.length]).to.deep.equal([greeted, 0]);
    });
  }

  it('of an open stream is told that its conversation is gone', async () => {
    const { id, streamUrl } = await begin();
    const socket = new WebSocket(streamUrl);
    await once(socket, 'message');
    server.chat.erase(id);
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).to.equal(4404);
  });

  for (const webSocket of [true, false]) {
    it(`in Microsoft's client ${webSocket ? 'over a socket' : 'by polling'} ends with the conversation`, async () => {
      const { token, conversationId: id } = await generate(server.url);
      const client = createClient({ domain: `${server.url}/v3/directline`, webSocket, token });
      await client.until((one) => 'text' in one && one.text === 'Welcome');
      const over = new Promise<void>((resolve) => {
        client.line.connectionStatus$.subscribe((status) => ended.has(status) && resolve());
      });
      const failed = new Promise<void>((resolve) => client.line.activity$.subscribe({ error: () => resolve() }));
      server.chat.erase(id);
      await (webSocket ? failed : over);
      client.end();
      expect(server.chat.ids).to.not.include(id);
    });
  }
});
