/** What a channel refuses for good or for the moment, and what the team is told of it. */
import { expect } from 'chai';
import type { TicketView } from '../../../src/desk/contract.js';
import { type Connector, sayInTeams, startConnector } from '../../support/connector.js';
import { type ServerProcess, startServer } from '../../support/server.js';
import { type EngineCase, onEveryEngine, type StoreHouse } from '../../support/stores.js';
import { byAna, createDesk, type Desk, json } from './desk.js';

function inShop(start: EngineCase['start']): void {
  let house: StoreHouse;
  let channel: Connector;
  let server: ServerProcess;
  let desk: Desk;

  before(async () => {
    house = await start();
    channel = await startConnector();
    server = await startServer({ ...house.env, LOG_LEVEL: 'silent' });
    desk = await createDesk(() => server.url);
  });
  after(async () => {
    await server.stop();
    await channel.close();
    await house.close();
  });
  const say = (conversation: string, text: string) =>
    sayInTeams(server.url, { serviceUrl: channel.serviceUrl, conversation, text });
  const notes = ({ entries }: TicketView) => entries.filter(({ role }) => role === 'note');

  it('brings a customer who was owed an answer into the line, with the reason', async () => {
    channel.answer = () => ({ status: 403 });
    await say('blocked', 'how long does delivery take?');
    const row = await desk.waiting('teams-blocked');
    expect(row.reason).to.equal('undelivered');
    const view = await desk.view('teams-blocked');
    expect(notes(view)).to.have.length(1);
    const [note] = notes(view);
    expect(note?.text).to.contain('blocked').and.contain('403');
    const about = view.entries.find(({ seq }) => seq === note?.about);
    expect(about?.role).to.equal('assistant');
  });

  it('is told in the ticket when there is one', async () => {
    channel.answer = () => ({ status: 200 });
    await say('held', 'I want to talk to a person');
    await desk.waiting('teams-held');
    const epoch = await desk.claim('teams-held');
    channel.answer = ({ text }) => ({ status: text.includes('too much') ? 413 : 200 });
    await desk.say('teams-held', epoch, 'too much');
    await desk.say('teams-held', epoch, 'better');
    await channel.until(({ text }) => text === byAna('better'));
    const view = await desk.view('teams-held');
    expect(notes(view).map(({ text }) => text)).to.satisfy(([only]: string[]) => only?.includes('“too much”'));
    expect(view.ticket).to.include({ state: 'assigned', epoch });
  });

  it('is sent again when the channel asks for time', async () => {
    let asked = false;
    channel.answer = ({ to }) => {
      if (to !== 'busy' || asked) return { status: 200 };
      asked = true;
      return { status: 429, headers: { 'retry-after': '1' } };
    };
    const begin = performance.now();
    await say('busy', 'how long does delivery take?');
    const times = () => channel.got.filter(({ to }) => to === 'busy');
    await channel.until(() => times().length >= 2);
    expect(times()[0]?.text).to.equal(times()[1]?.text);
    expect(performance.now() - begin).to.be.above(1000);
  });

  it('does not call anybody to a customer who was owed nothing', async () => {
    channel.answer = () => ({ status: 403 });
    const members = { type: 'conversationUpdate', membersAdded: [{ id: 'user-quiet' }], id: 'u1' };
    const from = { channelId: 'msteams', serviceUrl: channel.serviceUrl, conversation: { id: 'quiet' } };
    const who = { from: { id: 'user-quiet' }, recipient: { id: 'bot' } };
    const body = JSON.stringify({ ...members, ...from, ...who });
    await (await fetch(`${server.url}/api/messages`, { method: 'POST', headers: json, body })).arrayBuffer();
    await channel.until(({ to }) => to === 'quiet');
    await say('after', 'how long does delivery take?');
    await desk.waiting('teams-after');
    expect((await desk.line()).waiting.map(({ id }) => id)).to.not.include('teams-quiet');
  });
}

export const refusals = (engine: EngineCase): void =>
  onEveryEngine('a message that Teams does not take', inShop, [engine]);
