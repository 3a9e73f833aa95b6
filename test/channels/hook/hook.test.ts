import { expect } from 'chai';
import { createHmac } from 'node:crypto';
import { type ChatServer, startChatServer } from '../../support/chat-server.js';
import { hookSecret, startHook, write } from '../../support/hook.js';

/** The contract of the web hook, over sockets in both directions. */
describe('the web hook', () => {
  let hook: Awaited<ReturnType<typeof startHook>>;
  let server: ChatServer;

  const later = (milliseconds: number, act: () => void) => {
    const timer = setTimeout(act, Math.min(milliseconds, 2000)).unref();
    return () => clearTimeout(timer);
  };
  beforeEach(async () => {
    hook = await startHook();
    server = await startChatServer({ settings: { HOOK_SECRET: hookSecret, HOOK_URL: hook.url }, later });
    server.chat.now = Date.now;
  });
  afterEach(async () => {
    await server.close();
    await hook.close();
  });
  const texts = () => hook.inbox.got.map(({ reply }) => reply.text);

  it('keeps a message, and posts what the assistant says to it', async () => {
    expect(await write(server.url, { text: 'where is it?' })).to.deep.equal({ status: 201, seq: 1 });
    const { reply } = await hook.inbox.until(() => true);
    expect(reply).to.deep.include({ type: 'message', conversation: 'c1', seq: 2, from: 'assistant' });
    expect(server.chat.heard[0]).to.deep.include({
      conversation: 'hook-c1',
      channel: 'hook',
      customer: { id: 'hook-u1', name: 'Eve' },
      text: 'where is it?',
    });
  });

  it('signs what it posts as the standard says', async () => {
    await write(server.url);
    const { headers, body } = await hook.inbox.until(() => true);
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const key = Buffer.from(hookSecret.replace('whsec_', ''), 'base64');
    const expected = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers['webhook-signature']).to.equal(`v1,${expected}`);
    expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).to.be.below(5);
  });

  it('counts a message that is posted twice once', async () => {
    const at = Date.now();
    expect(await write(server.url, { id: 'm1', at })).to.deep.equal({ status: 201, seq: 1 });
    expect(await write(server.url, { id: 'm1', at })).to.deep.equal({ status: 200, seq: 1 });
    expect(server.chat.heard).to.have.length(1);
  });

  const minutes = 60_000;
  for (const [what, written] of [
    ['another secret', { secret: `whsec_${Buffer.alloc(32).toString('base64')}` }],
    ['another body', { forged: '{"conversation":"c1","customer":{"id":"u2"},"text":"hello"}' }],
    ['another id', { headers: { 'webhook-id': 'm2' } }],
    ['a signature of another version', { headers: { 'webhook-signature': 'v2,abc' } }],
    ['no signature', { headers: { 'webhook-signature': '' } }],
    ['a time long ago', { offMs: -6 * minutes }],
    ['a time to come', { offMs: 6 * minutes }],
    ['a time that is none', { headers: { 'webhook-timestamp': 'now' } }],
  ] as const) {
    it(`refuses ${what}`, async () => {
      expect((await write(server.url, written)).status).to.equal(401);
      expect(server.chat.heard).to.deep.equal([]);
    });
  }

  it('takes a request with one right signature among several, as while a secret is changed', async () => {
    const { sign } = await import('../../../src/channels/hook/signature.js');
    const at = Date.now();
    const body = Buffer.from(
      JSON.stringify({ conversation: 'c1', customer: { id: 'u1', name: 'Eve' }, text: 'hello' }),
    );
    const right = sign(hookSecret, { id: 'm1', at }, body)['webhook-signature'];
    const signatures = `v1,${Buffer.alloc(32).toString('base64')} ${right}`;
    const { status } = await write(server.url, { id: 'm1', at, headers: { 'webhook-signature': signatures } });
    expect(status).to.equal(201);
  });

  it('refuses a signed body that is not a message', async () => {
    expect((await write(server.url, { text: ' ' })).status).to.equal(400);
    expect((await write(server.url, { conversation: 'with space' })).status).to.equal(400);
  });

  it('posts in order, and again under the same id, until it is taken', async () => {
    hook.answers.push({ status: 503 }, { status: 500 });
    server.chat.reply = () => undefined;
    await write(server.url);
    server.chat.add('hook-c1', 'assistant', { text: 'one' });
    server.chat.add('hook-c1', 'agent', { text: 'two', by: 'Ana' });
    await hook.inbox.until(({ reply }) => reply.text === 'Ana: two');
    expect(texts()).to.deep.equal(['one', 'one', 'one', 'Ana: two']);
    const ids = hook.inbox.got.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids.slice(0, 3)).size).to.equal(1);
    expect(new Set(ids).size).to.equal(2);
  }).timeout(20_000);

  it('goes nowhere else, wherever it is sent', async () => {
    const other = await startHook();
    hook.answers.push({ status: 307, headers: { location: other.url } });
    await write(server.url);
    await hook.inbox.until(() => hook.inbox.got.length === 2);
    expect(other.inbox.got).to.deep.equal([]);
    await other.close();
  }).timeout(20_000);

  it('never posts a note of the team', async () => {
    server.chat.reply = () => undefined;
    await write(server.url);
    server.chat.add('hook-c1', 'note', { text: 'difficult' });
    server.chat.add('hook-c1', 'assistant', { text: 'after it' });
    await hook.inbox.until(() => true);
    expect(texts()).to.deep.equal(['after it']);
  });

  it('numbers the choices', async () => {
    server.chat.reply = () => undefined;
    await write(server.url);
    const choices = [
      { title: 'A person, please', value: 'person' },
      { title: 'Not now', value: 'not-now' },
    ];
    server.chat.add('hook-c1', 'assistant', { text: 'Shall I?', choices });
    await hook.inbox.until(() => true);
    expect(texts()).to.deep.equal(['Shall I?\n\n1. A person, please\n2. Not now']);
  });

  it('does not share a transcript with another channel, whatever its ids are', async () => {
    await write(server.url, { conversation: 'c1' });
    await write(server.url, { conversation: 'teams-c1' });
    const ids = server.chat.heard.map(({ conversation }) => conversation);
    expect(ids).to.deep.equal(['hook-c1', 'hook-teams-c1']);
  });

  it('is not there where it is not set up', async () => {
    const without = await startChatServer();
    expect((await write(without.url)).status).to.equal(404);
    await without.close();
  });
});
