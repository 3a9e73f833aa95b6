import { expect } from 'chai';
import { type ChatServer, startChatServer } from '../../support/chat-server.js';
import { call, wrong } from '../../support/direct-line-calls.js';

const DIRECT_LINE_SECRET = 'only-the-site-and-its-server-know-this-secret';

describe('a customer whom the site names', () => {
  let server: ChatServer;
  beforeEach(async () => (server = await startChatServer({ settings: { DIRECT_LINE_SECRET } })));
  afterEach(() => server.close());

  it('speaks under their own id and name, and as a VIP, in every message', async () => {
    const body = { user: { id: 'customer-7', name: 'Zoë Holm' }, vip: true };
    const granted = (await call(server.url, 'POST /tokens/generate', { token: DIRECT_LINE_SECRET, body })).body;
    const message = { type: 'message', text: 'hello', from: { id: 'whoever' } };
    const at = `POST /conversations/${granted.conversationId}/activities`;
    const renewed = (await call(server.url, 'POST /tokens/refresh', { token: granted.token })).body;
    for (const token of [granted.token, renewed.token]) await call(server.url, at, { token, body: message });
    expect(server.chat.heard.map((said) => said.customer)).to.deep.equal([
      { id: 'customer-7', name: 'Zoë Holm', vip: true },
      { id: 'customer-7', name: 'Zoë Holm', vip: true },
    ]);
  });

  it('cannot be claimed without the secret, by whatever body', async () => {
    const body = { user: { id: 'customer-7' }, vip: true };
    expect(wrong(await call(server.url, 'POST /tokens/generate', { token: 'another secret', body }))).to.equal(
      '403 forbidden',
    );
    const { token, conversationId } = (await call(server.url, 'POST /tokens/generate', { body })).body;
    const at = `POST /conversations/${conversationId}/activities`;
    await call(server.url, at, { token, body: { type: 'message', text: 'hello' } });
    expect(server.chat.heard[0]?.customer).to.have.keys('id');
    expect(server.chat.heard[0]?.customer.id).to.match(/^dl_/);
  });

  it('goes on where they were a visitor, and never where somebody else is known', async () => {
    const visit = (await call(server.url, 'POST /tokens/generate')).body;
    const signIn = (id: string, token: string) =>
      call(server.url, 'POST /tokens/generate', { token: DIRECT_LINE_SECRET, body: { user: { id }, token } });
    const known = (await signIn('customer-7', visit.token)).body;
    expect(known.conversationId).to.equal(visit.conversationId);
    const at = `POST /conversations/${known.conversationId}/activities`;
    await call(server.url, at, { token: known.token, body: { type: 'message', text: 'it is me' } });
    expect(server.chat.heard.map(({ customer }) => customer.id)).to.deep.equal(['customer-7']);

    expect((await signIn('customer-8', known.token)).body.conversationId).not.to.equal(visit.conversationId);
    expect(wrong(await signIn('customer-8', 'no token'))).to.equal('403 forbidden');
    const alone = await call(server.url, 'POST /tokens/generate', { body: { token: visit.token } });
    expect(alone.body.conversationId).not.to.equal(visit.conversationId);
  });

  it('must have an id', async () => {
    const body = { user: { name: 'nobody' } };
    const answer = await call(server.url, 'POST /tokens/generate', { token: DIRECT_LINE_SECRET, body });
    expect(wrong(answer)).to.equal('400 bad-request');
    expect(answer.body.error?.message).to.include('user.id');
  });

  it('is taken from a body as Microsoft writes it, and never lost by a key that nobody reads', async () => {
    const ask = (body: object) => call(server.url, 'POST /tokens/generate', { token: DIRECT_LINE_SECRET, body });
    const { token } = (await ask({ User: { Id: 'cust-77', Name: '' } })).body;
    expect(JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())).to.include({ user: 'cust-77' });
    for (const body of [
      { usr: { id: 'x' } },
      { user: { id: 'x', nmae: 'Eve' } },
      { trustedOrigins: ['https://a.example'] },
    ]) {
      expect((await ask(body)).status, JSON.stringify(body)).to.equal(400);
    }
  });
});
