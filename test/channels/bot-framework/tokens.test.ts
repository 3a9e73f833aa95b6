import { expect } from 'chai';
import { UnsecuredJWT } from 'jose';
import { type ChatServer, startChatServer } from '../../support/chat-server.js';
import { appId, type Identity, startIdentity, type Token } from '../../support/identity.js';

describe('a token at /api/messages', () => {
  let identity: Identity;
  let server: ChatServer;
  const print = process.stderr.write.bind(process.stderr);

  before(async () => {
    identity = await startIdentity();
    const settings = { MicrosoftAppId: appId, MicrosoftAppPassword: 'pw' };
    const trust = (url: string) => url.startsWith(new URL(identity.serviceUrl).origin); // its connector is on this computer
    server = await startChatServer({ settings, authentication: identity.authentication, trust });
    process.stderr.write = () => true; // the SDK prints every token it refuses
  });
  after(async () => {
    process.stderr.write = print;
    await server.close();
    await identity.close();
  });

  const activity = () => ({
    type: 'message',
    id: crypto.randomUUID(),
    text: 'hi',
    channelId: 'msteams',
    serviceUrl: identity.serviceUrl,
    conversation: { id: 'c1' },
    from: { id: 'u' },
    recipient: { id: 'b' },
  });

  async function send(token: string | undefined, changes: object = {}) {
    const before = server.chat.heard.length;
    const answer = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ ...activity(), ...changes }),
    });
    return { status: answer.status, body: await answer.text(), turns: server.chat.heard.length - before };
  }

  async function refused(token: string | undefined, changes: object = {}) {
    const { status, body, turns } = await send(token, changes);
    expect({ status, turns }).to.deep.equal({ status: 401, turns: 0 });
    expect(JSON.parse(body)).to.deep.equal({
      error: { code: 'unauthorized', message: 'The token of this request was not accepted.' },
    });
  }

  it('that is good lets the message in', async () => {
    expect(await send(await identity.sign())).to.include({ status: 200, turns: 1 });
  });

  it('that expired within the five minutes allowed for clocks is good', async () => {
    expect(await send(await identity.sign({ expires: -240 }))).to.include({ status: 200, turns: 1 });
  });

  it('that is missing or garbage is refused', async () => {
    await refused(undefined);
    await refused('abc');
    await refused('a.b.c');
  });

  const wrong: Readonly<Record<string, (id: Identity) => Token>> = {
    'is for another bot': () => ({ claims: { aud: 'somebody' } }),
    'comes from another issuer': () => ({ claims: { iss: 'https://evil.example' } }),
    'expired ten minutes ago': () => ({ expires: -600 }),
    'never expires': () => ({ expires: null }),
    'is for another service': () => ({ claims: { serviceurl: 'https://evil.example/' } }),
    'is signed with an unknown key': () => ({ kid: 'zz' }),
    'is forged under the name of a known key': ({ stranger }) => ({ key: stranger.privateKey }),
    'is not valid yet': () => ({ claims: { nbf: Math.floor(Date.now() / 1000) + 3600 } }),
    'is signed with the public key as a shared secret': ({ publicKey }) => ({ key: publicKey, alg: 'HS256' }),
  };
  for (const [what, token] of Object.entries(wrong)) {
    it(`that ${what} is refused`, async () => {
      await refused(await identity.sign(token(identity)));
    });
  }

  it('without a signature is refused', async () => {
    const claims = { iss: 'https://api.botframework.com', aud: appId, serviceurl: identity.serviceUrl, exp: 4e9 };
    await refused(new UnsecuredJWT(claims).encode());
  });

  const changes: Readonly<Record<string, object>> = {
    'of a channel the key does not stand for': { channelId: 'slack' },
    'of an activity that names no channel': { channelId: undefined },
    'of an activity without a service URL': { serviceUrl: '' },
    'of an activity that names the web channel': { channelId: 'webchat' },
    'of an activity that names Direct Line': { channelId: 'directline' },
    'of an activity that names the local service': { serviceUrl: 'urn:warmline:web' },
    'of an activity that names the App Service channel': { channelId: 'AseChannel' },
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`${what} is refused`, async () => {
      await refused(await identity.sign(), change);
    });
  }

  it('answers are sent with the token of the bot', async () => {
    await send(await identity.sign(), { text: 'knock', conversation: { id: 'c2' } });
    const answer = await identity.sent.until(({ body }) => body.text === 'You said: knock');
    expect(answer.authorization).to.equal('Bearer OUT');
    expect(answer.path).to.equal('/connector/v3/conversations/c2/activities');
  });
});
