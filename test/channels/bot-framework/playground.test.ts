/** The contract with Microsoft's stand-in for Teams. */
import { expect } from 'chai';
import { type ChatServer, startChatServer } from '../../support/chat-server.js';
import { type Playground, startPlayground } from '../../support/playground.js';

interface Card {
  readonly body: readonly { readonly type: string; readonly text?: string; readonly columns?: readonly unknown[] }[];
}

describe('the Agents Playground as Teams', () => {
  let server: ChatServer;
  let teams: Playground;

  before(async () => {
    server = await startChatServer();
    teams = await startPlayground(`${server.url}/api/messages`);
  });
  after(async () => {
    await teams.close();
    await server.close();
  });

  it('greets whoever adds the bot, once', async () => {
    await teams.install();
    await teams.until(({ text }) => text === 'Welcome');
    await teams.install();
    await teams.say('after the greeting');
    await teams.until(({ text }) => text === 'You said: after the greeting');
    expect(teams.shown.filter(({ text }) => text === 'Welcome')).to.have.length(1);
    expect(server.chat.greeted[0]).to.deep.include({ channel: 'teams', customer: { id: account } });
  });

  it('hears and is answered', async () => {
    await teams.say('where is my order?');
    await teams.until(({ text }) => text === 'You said: where is my order?');
    expect(server.chat.heard.at(-1)).to.deep.include({
      conversation: `teams-${teams.chat}`,
      channel: 'teams',
      customer: customerOf(teams),
      text: 'where is my order?',
    });
  });

  it('shows choices as buttons, and a pressed one comes back as what was chosen', async () => {
    server.chat.reply = () => ({ text: 'Which?', choices: [{ title: 'My order', value: 'order' }] });
    await teams.say('help');
    const card = await teams.until(({ attachments = [] }) => attachments.length > 0);
    await teams.until(({ text }) => text === 'Which?'); // Teams shows a card below its text, as a message of its own
    server.chat.reply = (said) => ({ text: `Chosen: ${said.value ?? 'nothing'}` });
    await teams.submit(card, { choice: 'order', title: 'My order' });
    await teams.until(({ text }) => text === 'Chosen: order');
    expect(server.chat.heard.at(-1)).to.include({ text: 'My order', value: 'order' });
  });

  it('shows the survey as one row of seven', async () => {
    const choices = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ title: String(n), value: `ces:${n}` }));
    const isScale = ({ attachments }: { attachments?: readonly { content: unknown }[] }) =>
      ((attachments?.[0]?.content as Card | undefined)?.body[0]?.columns ?? []).length === 7;
    server.chat.add(`teams-${teams.chat}`, 'assistant', { text: 'How easy was it?', choices, form: 'scale' });
    await teams.until(isScale);
  });

  it('shows a person by name, without being asked', async () => {
    server.chat.add(`teams-${teams.chat}`, 'note', { text: 'difficult customer' });
    server.chat.add(`teams-${teams.chat}`, 'agent', { text: 'Ana here, I have your order.', by: 'Ana' });
    await teams.until(({ text }) => text === 'Ana: Ana here, I have your order.');
    expect(JSON.stringify(teams.shown)).to.not.contain('difficult');
  });

  it('gets what was said while the server was away', async () => {
    const { chat, port } = server;
    await server.close();
    chat.add(`teams-${teams.chat}`, 'agent', { text: 'Still here.', by: 'Ana' });
    server = await startChatServer({ chat, port });
    await teams.until(({ text }) => text === 'Ana: Still here.');
  });
});

/** Who the Playground's one person is: their account in their organisation, which is the same in every chat. */
const account = '00000000-0000-0000-0000-0000000000020@00000000-0000-0000-0000-0000000000001';
const customerOf = ({ user }: Playground) => ({ id: account, name: user.name });
