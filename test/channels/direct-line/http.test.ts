/** What the Direct Line addresses answer when something is wrong, and when all is well. */
import { expect } from 'chai';
import { createTokens } from '../../../src/http/index.js';
import { type ChatServer, secret, startChatServer } from '../../support/chat-server.js';
import { call, generate, wrong } from '../../support/direct-line-calls.js';
import { createTime } from '../../support/time.js';

describe('Direct Line', () => {
  const time = createTime();
  let server: ChatServer;

  beforeEach(async () => {
    server = await startChatServer(time);
  });
  afterEach(() => server.close());

  it('gives a token that lives long enough for clients that renew every 15 minutes', async () => {
    const { conversationId, token, expires_in: seconds } = await generate(server.url);
    expect(conversationId).to.match(/^web-/);
    expect(seconds).to.equal(4 * 3600);
    time.move(29 * 60_000);
    expect((await call(server.url, 'POST /conversations', { token, body: {} })).status).to.equal(201);
  });

  it('begins a conversation once and greets once', async () => {
    const { token, conversationId } = await generate(server.url);
    const answers = [
      await call(server.url, 'POST /conversations', { token, body: {} }),
      await call(server.url, 'POST /conversations', { token, body: {} }),
    ];
    expect(answers.map(({ status }) => status)).to.deep.equal([201, 200]);
    expect(answers.map(({ body }) => body.conversationId)).to.deep.equal([conversationId, conversationId]);
    expect(server.chat.greeted.map((said) => said.conversation)).to.deep.equal([conversationId]);
  });

  it('begins a conversation on first use, whatever that is', async () => {
    const { token, conversationId } = await generate(server.url);
    const read = await call(server.url, `GET /conversations/${conversationId}/activities`, { token });
    expect(read.body.activities.map(({ text }) => text)).to.deep.equal(['Welcome']);
    const other = await generate(server.url);
    expect(
      (await call(server.url, `GET /conversations/${other.conversationId}`, { token: other.token })).status,
    ).to.equal(200);
    expect(server.chat.greeted).to.have.length(2);
  });

  it('offers the starters as they are now, not as they were at the start', async () => {
    let title = 'Opening hours';
    const widget = {
      brand: 'Shop',
      welcome: 'Welcome',
      get starters() {
        return [{ title, value: title }];
      },
    };
    const changing = await startChatServer({ widget });
    const starters = async () => {
      const answer = await fetch(`${changing.url}/widget/settings`);
      return ((await answer.json()) as { starters: readonly { title: string }[] }).starters.map((one) => one.title);
    };
    expect(await starters()).to.deep.equal(['Opening hours']);
    title = 'Returns';
    expect(await starters()).to.deep.equal(['Returns']);
    await changing.close();
  });

  describe('refuses', () => {
    const places: readonly (readonly [string, string])[] = [
      ['POST', '/tokens/refresh'],
      ['POST', '/conversations'],
      ['GET', '/conversations/ID'],
      ['GET', '/conversations/ID/activities'],
      ['POST', '/conversations/ID/activities'],
      ['POST', '/conversations/ID/upload'],
    ];
    for (const [method, path] of places) {
      it(`${method} ${path} without a token, or with a bad one`, async () => {
        const { conversationId } = await generate(server.url);
        const at = path.replace('ID', conversationId);
        const body = method === 'POST' ? { type: 'message', text: 'x' } : undefined;
        const ask = (token: string | undefined) => call(server.url, `${method} ${at}`, { token, body });
        const forged = createTokens({ secrets: () => [`not ${secret}`], clock: time.clock });
        const ours = createTokens({ secrets: () => [secret], clock: time.clock });
        const claims = { conversation: conversationId, user: 'u' };
        expect(wrong(await ask(undefined))).to.equal('401 unauthorized');
        expect(wrong(await ask('abc'))).to.equal('403 forbidden');
        expect(wrong(await ask(await forged.sign('chat', claims, 60)))).to.equal('403 forbidden');
        expect(wrong(await ask(await ours.sign('session', claims, 60)))).to.equal('403 forbidden');
        expect(wrong(await ask(await ours.sign('stream', claims, 60)))).to.equal('403 forbidden');
        const brief = await ours.sign('chat', claims, 60);
        time.move(61_000);
        expect(wrong(await ask(brief))).to.equal('403 forbidden');
        expect(server.chat.heard).to.have.length(0);
      });
    }

    it('the token of another conversation, and does not tell whether there is one', async () => {
      const [mine, other] = [await generate(server.url), await generate(server.url)];
      await call(server.url, 'POST /conversations', { token: other.token, body: {} });
      const body = { type: 'message', text: 'x' };
      for (const [method, tail] of [
        ['GET', ''],
        ['GET', '/activities'],
        ['POST', '/activities'],
      ] as const) {
        const sent = method === 'POST' ? body : undefined;
        const at = (id: string) =>
          call(server.url, `${method} /conversations/${id}${tail}`, { token: mine.token, body: sent });
        expect(wrong(await at(other.conversationId))).to.equal('403 forbidden');
        expect((await at('web-nowhere')).body).to.deep.equal((await at(other.conversationId)).body);
      }
      expect(server.chat.heard).to.have.length(0);
    });

    it('what is not an activity', async () => {
      const { token, conversationId } = await generate(server.url);
      const say = (body: unknown) =>
        call(server.url, `POST /conversations/${conversationId}/activities`, { token, body: body });
      expect(wrong(await say('{'))).to.equal('400 bad-request');
      expect(wrong(await say([]))).to.equal('400 bad-request');
      expect(wrong(await say({ text: 'no type' }))).to.equal('400 bad-request');
      expect(wrong(await say({ type: 'message', text: 7 }))).to.equal('400 bad-request');
      expect(wrong(await say({ type: 'message', text: 'x'.repeat(300_000) }))).to.equal('413 too-large');
      expect(server.chat.heard).to.have.length(0);
    });

    it('files, and says what to do instead', async () => {
      const { token, conversationId } = await generate(server.url);
      const form = new FormData();
      form.append('file', new Blob(['x']), 'x.txt');
      const options = { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form };
      const answer = await fetch(`${server.url}/v3/directline/conversations/${conversationId}/upload`, options);
      const { error } = (await answer.json()) as { error: { code: string; message: string } };
      expect(answer.status).to.equal(400);
      expect(error.message).to.contain('Files are not taken');
    });
  });

  it('lets the pages of other sites in', async () => {
    const answer = await fetch(`${server.url}/v3/directline/conversations`, {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.status).to.equal(204);
    expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
    expect(answer.headers.get('access-control-allow-headers')).to.contain('authorization');
    const { headers } = await call(server.url, 'POST /tokens/generate');
    expect(headers.get('access-control-allow-origin')).to.equal('*');
  });

  it('takes typing and events without keeping them', async () => {
    const { token, conversationId } = await generate(server.url);
    const answer = await call(server.url, `POST /conversations/${conversationId}/activities`, {
      token,
      body: { type: 'typing' },
    });
    expect(answer.status).to.equal(200);
    expect(server.chat.heard).to.have.length(0);
  });

  it('says so when a message could not be kept, and not why', async () => {
    const { token, conversationId } = await generate(server.url);
    server.chat.broken = new Error('the store is away');
    const body = { type: 'message', text: 'x' };
    const answer = await call(server.url, `POST /conversations/${conversationId}/activities`, { token, body: body });
    expect(wrong(answer)).to.equal('500 internal');
    expect(JSON.stringify(answer.body)).to.not.contain('away');
  });

  it('shows a client whose number is beyond the end everything that is there', async () => {
    const { token, conversationId } = await generate(server.url);
    await call(server.url, 'POST /conversations', { token, body: {} });
    const at = `/conversations/${conversationId}/activities?watermark=99`;
    expect((await call(server.url, `GET ${at}`, { token })).body).to.deep.include({ watermark: '1' });
    server.chat.forget(conversationId);
    const anew = (await call(server.url, `GET ${at}`, { token })).body;
    expect(anew.activities.map(({ text }) => text)).to.deep.equal(['Welcome']);
  });
});
