import { expect } from 'chai';
import type { Middleware } from 'botbuilder';
import { type ChatServer, startChatServer } from '../support/chat-server.js';
import { call, generate } from '../support/direct-line-calls.js';

/** Shouts, and lets nothing through that has "secret" in it. */
const shout: Middleware = {
  async onTurn(context, next) {
    const { text } = context.activity;
    if (text.includes('secret')) return;
    context.activity.text = text.toUpperCase();
    await next();
  },
};

async function teams(url: string, text: string): Promise<number> {
  const people = { from: { id: 'u' }, recipient: { id: 'b' }, conversation: { id: 'c1' } };
  const place = { channelId: 'msteams', serviceUrl: 'http://127.0.0.1:9/' };
  const answer = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', id: text, text, ...people, ...place }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

async function web(url: string, text: string): Promise<number> {
  const { token, conversationId } = await generate(url);
  await call(url, 'POST /conversations', { token });
  const body = { type: 'message', text, from: { id: 'u' } };
  return (await call(url, `POST /conversations/${conversationId}/activities`, { token, body })).status;
}

describe('middleware of the adapter', () => {
  let server: ChatServer;
  beforeEach(async () => (server = await startChatServer({ middleware: [shout] })));
  afterEach(() => server.close());

  for (const [channel, write] of Object.entries({ teams, web })) {
    it(`changes what the assistant hears (${channel})`, async () => {
      expect(await write(server.url, 'hello')).to.equal(200);
      expect(server.chat.heard.map(({ text }) => text)).to.deep.equal(['HELLO']);
    });

    it(`drops what it does not let through, and the channel is answered (${channel})`, async () => {
      expect(await write(server.url, 'my secret')).to.equal(200);
      expect(server.chat.heard).to.deep.equal([]);
    });
  }
});
