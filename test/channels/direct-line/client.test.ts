/** The contract with Microsoft's client, over a socket and by polling. */
import { expect } from 'chai';
import type { Activity } from 'botframework-directlinejs';
import { type ChatServer, startChatServer } from '../../support/chat-server.js';
import { type Client, createClient } from '../../support/direct-line.js';

interface Data {
  readonly clientActivityID?: string;
  readonly seq?: number;
}
const data = (activity: Activity): Data => (activity.channelData ?? {}) as Data;
const text = (activity: Activity) => ('text' in activity ? activity.text : undefined);
const says = (words: string) => (activity: Activity) => text(activity) === words;
const status = (activity: Activity) =>
  activity.type === 'event' ? ((activity as { value?: { state?: string } }).value?.state ?? '') : '';

async function generate(url: string): Promise<{ token: string; conversationId: string }> {
  const answer = await fetch(`${url}/v3/directline/tokens/generate`, { method: 'POST' });
  return (await answer.json()) as { token: string; conversationId: string };
}

for (const webSocket of [true, false]) {
  describe(`botframework-directlinejs ${webSocket ? 'over a socket' : 'by polling'}`, () => {
    let server: ChatServer;
    let client: Client;
    let conversation: string;

    const connect = (more: object = {}) => createClient({ domain: `${server.url}/v3/directline`, webSocket, ...more });

    beforeEach(async () => {
      server = await startChatServer();
      const { token, conversationId } = await generate(server.url);
      conversation = conversationId;
      client = connect({ token });
    });
    afterEach(async () => {
      client.end();
      await server.close();
    });

    it('is greeted once, hears its own words with their id, then the answer', async () => {
      await client.until(says('Welcome'));
      const id = await client.post('hello', { channelData: { clientActivityID: 'mine-1' } });
      await client.until(says('You said: hello'));
      expect(server.chat.greeted).to.have.length(1);
      const echo = await client.until(says('hello'));
      expect(echo.id).to.equal(id).and.to.equal(`${conversation}|0000002`);
      expect(data(echo).clientActivityID).to.equal('mine-1');
      const messages = client.got.filter(({ type }) => type === 'message');
      expect(messages.map((one) => data(one).seq)).to.deep.equal([1, 2, 3]);
    });

    it('speaks as the customer of its token, whoever it claims to be', async () => {
      await client.post('hello', { from: { id: 'somebody-else', name: 'Eve' } });
      const said = server.chat.heard[0]!;
      expect(said.customer.id).to.match(/^dl_/);
      expect(said.customer).to.not.have.property('name');
      expect((await client.until(says('hello'))).from).to.deep.include({ id: said.customer.id, role: 'user' });
    });

    it('says a message once when it is sent twice', async () => {
      const same = { channelData: { clientActivityID: 'again' } };
      const first = await client.post('once', same);
      expect(await client.post('once', same)).to.equal(first);
      await client.until(says('You said: once'));
      expect(server.chat.heard).to.have.length(1);
    });

    it('takes up its conversation after a reload, from the beginning or from its number', async () => {
      await client.post('before');
      await client.until(says('You said: before'));
      const { token } = await generate(server.url); // a token of another conversation does not open this one
      const fresh = (await fetch(`${server.url}/v3/directline/tokens/refresh`, {
        method: 'POST',
        headers: { authorization: `Bearer ${tokenOf(client)}` },
      }).then((answer) => answer.json())) as { token: string };
      expect(token).to.not.equal(fresh.token);
      client.end();
      client = connect({ token: fresh.token, conversationId: conversation, watermark: '2' });
      await client.until(says('You said: before'));
      expect(client.got.filter(({ type }) => type === 'message')).to.have.length(1);
      client.end();
      client = connect({ token: fresh.token, conversationId: conversation });
      await client.until(says('You said: before'));
      expect(client.got.filter(({ type }) => type === 'message').map(text)).to.deep.equal([
        'Welcome',
        'before',
        'You said: before',
      ]);
    });

    it('never sees notes nor seams that are not for it', async () => {
      await client.until(says('Welcome'));
      server.chat.add(conversation, 'note', { text: 'difficult customer' });
      server.chat.add(conversation, 'system', { text: 'queued', mark: 'queued' });
      server.chat.add(conversation, 'system', { text: 'Ana has joined', mark: 'joined', by: 'Ana' });
      server.chat.add(conversation, 'agent', { text: 'Hello, Ana here', by: 'Ana' });
      const agent = await client.until(says('Hello, Ana here'));
      expect(agent.from.name).to.equal('Ana');
      expect(client.got.filter(({ type }) => type === 'message').map(text)).to.deep.equal([
        'Welcome',
        'Ana has joined',
        'Hello, Ana here',
      ]);
    });

    it('gets choices as suggested actions', async () => {
      server.chat.reply = () => ({ text: 'Which?', choices: [{ title: 'My order', value: 'order' }] });
      await client.post('help');
      const asked = await client.until(says('Which?'));
      const { suggestedActions } = asked as { suggestedActions?: unknown };
      expect(suggestedActions).to.deep.equal({
        to: [],
        actions: [{ type: 'imBack', title: 'My order', value: 'My order' }],
      });
      await client.post('My order', { channelData: { choice: 'order' } });
      expect(server.chat.heard.at(-1)).to.include({ text: 'My order', value: 'order' });
    });

    it('goes on after the server was restarted with what it knew', async () => {
      // this client hands on two frames of one millisecond in any order, so the answer comes after the echo was seen
      server.chat.reply = () => undefined;
      const exchange = async (text: string) => {
        await client.post(text);
        await client.until(says(text));
        server.chat.add(conversation, 'assistant', { text: `You said: ${text}` });
        await client.until(says(`You said: ${text}`));
      };
      await exchange('one');
      const { chat, port } = server;
      await server.close();
      chat.add(conversation, 'agent', { text: 'said while you were away', by: 'Ana' });
      server = await startChatServer({ chat, port });
      if (!webSocket) {
        // a poller that met the closed port has ended its stream; the page connects again
        const token = tokenOf(client);
        client.end();
        client = connect({ token, conversationId: conversation, watermark: '3' });
      }
      await client.until(says('said while you were away'));
      await exchange('two');
      const seqs = client.got.filter(({ type }) => type === 'message').map((one) => data(one).seq!);
      expect(seqs).to.deep.equal([...new Set(seqs)].sort((a, b) => a - b));
    });

    it('gets a long backlog as it stands in the transcript, by numbers and by times', async () => {
      await client.until(says('Welcome'));
      for (let n = 1; n <= 91; n += 1)
        server.chat.add(conversation, n % 2 ? 'assistant' : 'agent', { text: `line ${n}` });
      const token = tokenOf(client);
      client.end();
      client = connect({ token, conversationId: conversation, watermark: '0' });
      await client.until(says('line 91'));
      const lines = client.got.filter(({ type }) => type === 'message');
      const seqs = lines.map((one) => data(one).seq!);
      expect(seqs).to.deep.equal(Array.from({ length: 92 }, (_, n) => n + 1));
      const times = lines.map((one) => Date.parse((one as { timestamp?: string }).timestamp ?? ''));
      expect(times.every((time, n) => n === 0 || time > times[n - 1]!)).to.equal(true);
    });

    if (webSocket) {
      it('is told the status at once and when it changes', async () => {
        await client.until((one) => status(one) === 'assistant');
        server.chat.move(conversation, { state: 'waiting', place: 2, since: 1 });
        await client.until((one) => status(one) === 'waiting');
        server.chat.move(conversation, { state: 'agent', name: 'Ana' });
        await client.until((one) => status(one) === 'agent');
        expect(client.got.map(status).filter(Boolean)).to.deep.equal(['assistant', 'waiting', 'agent']);
      });
    }
  });
}

/** The client keeps its token private; it renews it by itself. */
function tokenOf(client: Client): string {
  return (client.line as unknown as { token: string }).token;
}
