import { expect } from 'chai';
import { type ChatServer, startChatServer } from '../../support/chat-server.js';
import { type Identity, startIdentity } from '../../support/identity.js';

/** Without an app id, as on one's own machine: no token is asked for. */
describe('/api/messages', () => {
  let channel: Identity;
  let server: ChatServer;

  beforeEach(async () => {
    channel = await startIdentity();
    server = await startChatServer();
  });
  afterEach(async () => {
    await server.close();
    await channel.close();
  });

  async function send(changes: object, headers: Record<string, string> = {}): Promise<number> {
    const activity = {
      type: 'message',
      id: 'a1',
      text: 'hi',
      channelId: 'msteams',
      serviceUrl: channel.serviceUrl,
      conversation: { id: 'c1' },
      from: { id: 'u', name: 'Eve' },
      recipient: { id: 'b' },
    };
    const answer = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ ...activity, ...changes }),
    });
    await answer.arrayBuffer();
    return answer.status;
  }

  it('keeps a message that is delivered twice once', async () => {
    expect([await send({}), await send({})]).to.deep.equal([200, 200]);
    expect(server.chat.heard).to.have.length(1);
  });

  it('remembers how to reach the sender, and uses the newest way', async () => {
    await send({});
    await send({ id: 'a2', serviceUrl: 'http://127.0.0.1:9/moved/' });
    const references = server.chat.heard.map(({ reference = '' }) => JSON.parse(reference) as { serviceUrl: string });
    expect(references.map(({ serviceUrl }) => serviceUrl)).to.deep.equal([
      channel.serviceUrl,
      'http://127.0.0.1:9/moved/',
    ]);
    expect(references[0]).to.deep.include({ channelId: 'msteams', user: { id: 'u', name: 'Eve' } });
  });

  it('knows a person of an organisation by their id there, and where several write', async () => {
    const from = { id: 'u', name: 'Eve', aadObjectId: 'eve-in-the-directory' };
    await send({ from, conversation: { id: 'c', tenantId: 'shop' } });
    const entities = [{ type: 'mention', text: '@b', mentioned: { id: 'b' } }];
    await send({
      id: 'a2',
      from,
      entities,
      conversation: { id: 'd', tenantId: 'shop', conversationType: 'groupChat' },
    });
    await send({ id: 'a3', entities, conversation: { id: 'e', isGroup: true } });
    expect(server.chat.heard.map(({ customer, group = false }) => [customer.id, group])).to.deep.equal([
      ['eve-in-the-directory@shop', false],
      ['eve-in-the-directory@shop', true],
      ['u', true],
    ]);
  });

  it('takes nobody of another organisation, and no conversation of another channel or organisation, for the same', async () => {
    const from = { id: 'u', name: 'Eve', aadObjectId: 'the-same' };
    await send({ from, conversation: { id: 'c', tenantId: 'shop' } });
    await send({ id: 'a2', from, conversation: { id: 'd', tenantId: 'bank' } });
    const places = ['telegram', 'slack'].flatMap((channelId) =>
      ['shop', 'bank'].map((tenantId) => ({ channelId, conversation: { id: '12345', tenantId } })),
    );
    for (const [n, place] of places.entries()) await send({ id: `b${n}`, ...place });
    await send({ id: 'b9', conversation: { id: '12345' } });
    const { heard } = server.chat;
    expect(new Set(heard.slice(0, 2).map(({ customer }) => customer.id)).size).to.equal(2);
    expect(new Set(heard.slice(2).map(({ conversation }) => conversation)).size).to.equal(places.length + 1);
  });

  it('keeps of several nobody in how they are reached', async () => {
    const entities = [{ type: 'mention', text: '@b', mentioned: { id: 'b' } }];
    await send({ entities, conversation: { id: 'c', isGroup: true } });
    const [heard] = server.chat.heard;
    expect(heard?.reference).to.include('"c"').and.not.include('Eve');
  });

  it('shortens a long conversation id, always to the same', async () => {
    const conversation = { id: 'x'.repeat(900) };
    await send({ conversation });
    await send({ conversation, id: 'a2' });
    const [first, second] = server.chat.heard.map((said) => said.conversation);
    expect(first)
      .to.match(/^teams-[0-9a-f]{64}$/)
      .and.to.equal(second);
  });

  it('greets a person who was added, and not in the name of the bot', async () => {
    const members = [{ id: 'b' }, { id: 'u', name: 'Eve' }];
    expect(await send({ type: 'conversationUpdate', from: { id: 'b' }, membersAdded: members })).to.equal(200);
    expect(server.chat.greeted.map(({ customer }) => customer)).to.deep.equal([{ id: 'u', name: 'Eve' }]);
  });

  const told = () => server.chat.deeds.map(({ what, said }) => [what, said.activity, said.text]);

  it('tells what a customer does beside writing', async () => {
    await send({ type: 'messageUpdate', channelData: { eventType: 'editMessage' }, text: 'order 4712' });
    await send({ type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' }, text: '' });
    await send({ type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' }, text: 'order 4712' });
    await send({ type: 'messageReaction', id: 'a2', text: '', reactionsAdded: [{ type: 'like' }], replyToId: 'r1' });
    await send({ type: 'messageReaction', id: 'a3', text: '', reactionsRemoved: [{ type: '1f44b_wavinghand' }] });
    expect(told()).to.deep.equal([
      ['edited', 'a1', 'order 4712'],
      ['deleted', 'a1', ''],
      ['restored', 'a1', 'order 4712'],
      ['reacted', 'a2', 'Reacted with 👍'],
      ['reacted', 'a3', 'Took back wavinghand'],
    ]);
    expect(server.chat.heard).to.have.length(0);
  });

  for (const [what, activity, gone] of [
    ['the app is removed', { type: 'installationUpdate', action: 'remove' }, true],
    ['the app is updated', { type: 'installationUpdate', action: 'add-upgrade' }, false],
    ['the bot is taken out', { type: 'conversationUpdate', membersRemoved: [{ id: 'b' }] }, true],
    ['the customer leaves', { type: 'conversationUpdate', membersRemoved: [{ id: 'u' }] }, true],
    ['one of several leaves', { type: 'conversationUpdate', membersRemoved: [{ id: 'u' }], group: true }, false],
    ['the channel ends it', { type: 'endOfConversation' }, true],
  ] as const) {
    it(`${gone ? 'ends' : 'does not end'} the case when ${what}`, async () => {
      const conversation = { id: 'c1', isGroup: 'group' in activity };
      expect(await send({ ...activity, text: '', conversation })).to.equal(200);
      expect(server.chat.deeds.some((deed) => deed.what === 'gone')).to.equal(gone);
    });
  }

  const group = { id: 'g', conversationType: 'groupChat', isGroup: true };
  const mention = { type: 'mention', text: '<at>Help</at>', mentioned: { id: 'b' } };
  const quote = { contentType: 'text/html', content: '<blockquote itemid="b">Words</blockquote><p>yes</p>' };
  for (const [what, changes, heard] of [
    ['is called by a mention', { conversation: group, text: '<at>Help</at> hi', entities: [mention] }, true],
    ['is not spoken to', { conversation: group }, false],
    ['hears somebody else called', { conversation: group, entities: [{ ...mention, mentioned: { id: 'x' } }] }, false],
    ['has its button pressed', { conversation: group, value: { choice: 'person' } }, true],
    ['is quoted', { conversation: group, attachments: [quote] }, true],
    ['is replied to in its thread', { conversation: { ...group, conversationType: 'channel' }, replyToId: 'r' }, true],
    ['is called by its name elsewhere', { conversation: group, channelId: 'slack', text: '@b hi' }, true],
    ['is written to by another bot', { from: { id: '28:other' } }, false],
    ['is written to by a bot that says so', { from: { id: 'u', role: 'bot' } }, false],
  ] as const) {
    it(`${heard ? 'answers' : 'does not answer'} where it ${what}`, async () => {
      expect(await send(changes)).to.equal(200);
      expect(server.chat.heard).to.have.length(heard ? 1 : 0);
    });
  }

  it('greets a group once it is added itself, and nobody who comes later', async () => {
    const update = { type: 'conversationUpdate', conversation: group, text: '' };
    await send({ ...update, membersAdded: [{ id: 'u2', name: 'Bob' }] });
    expect(server.chat.greeted).to.have.length(0);
    await send({ ...update, membersAdded: [{ id: 'b' }] });
    expect(server.chat.greeted).to.have.length(1);
  });

  it('does nothing with what it does not know, and says so to calls that want an answer', async () => {
    expect(await send({ type: 'typing' })).to.equal(200);
    expect(await send({ type: 'invoke', name: 'task/fetch' })).to.equal(501);
    expect(server.chat.heard).to.have.length(0);
  });

  it('refuses what is not an activity', async () => {
    expect(await send({ type: 7 })).to.equal(400);
    expect(await send({ from: undefined })).to.equal(400);
    expect(await send({ conversation: undefined })).to.equal(400);
    expect(await send({}, { 'content-type': 'text/plain' })).to.be.oneOf([400, 415]);
    expect(server.chat.heard).to.have.length(0);
  });

  it('never says that it kept what it could not keep, so that the channel sends it again', async () => {
    server.chat.broken = new Error('the store is away');
    expect(await send({})).to.be.within(500, 599);
    server.chat.broken = undefined;
    expect(await send({})).to.equal(200);
    expect(server.chat.heard).to.have.length(1);
  });
});
