/** A case that is reopened, from the desk's call to what the customer reads and what their old choices still do. */
import { expect } from 'chai';
import type { ClosedList, ClosedView, ReopenAnswer } from '../../src/desk/closed/contract.js';
import { askForPerson } from '../support/customer.js';
import { type DeskMember, signIn } from '../support/desk-member.js';
import { type ServerProcess, startServer } from '../support/server.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { startWebCustomer } from '../support/web-customer.js';

const closed = /Ana Silva closed this conversation/;
const survey = /made it easy/;

onEveryEngine('a case that is reopened', (start) => {
  let house: StoreHouse;
  let server: ServerProcess;
  let ana: DeskMember;
  let ben: DeskMember;
  before(async () => {
    house = await start();
    server = await startServer(house.env);
    [ana, ben] = await Promise.all([signIn(server.url, 'ana'), signIn(server.url, 'ben')]);
  });
  after(async () => {
    await server.stop();
    await house.close();
  });

  it('goes on under the customer’s eyes, and the survey of its close is withdrawn', async () => {
    const customer = await startWebCustomer(server.url);
    await askForPerson(customer);
    const ticket = await ana.take(customer.conversation);
    await ana.say(ticket, 'It is on its way.');
    await customer.until(/on its way/);
    const { doneToday } = await ana.line();
    await ana.move(ticket, 'close');
    await customer.until(survey);

    const lately = async (by: DeskMember) => (await by.call<ClosedList>('GET /desk/closed')).body.cases;
    expect((await lately(ana)).map(({ id }) => id)).to.include(customer.conversation);
    expect(await lately(ben)).to.deep.equal([]);
    const [row] = await lately(ana);
    if (row === undefined) throw new Error('It was not found again.');
    const path = `/desk/closed/${encodeURIComponent(`${row.episode}:${row.id}`)}`;
    expect(await ben.call(`GET ${path}`)).to.include({ status: 403 });
    const { body: view } = await ana.call<ClosedView>(`GET ${path}`);
    expect(view.case).to.include({ asked: true, outcome: 'helped' });
    expect(view.entries.map(({ text }) => text)).to.include('It is on its way.');
    const { episode, epoch, seq: seen } = view.case;
    const wish = { token: crypto.randomUUID(), episode, epoch, seen };
    const reopen = (by: DeskMember) =>
      by.call<ReopenAnswer>(`POST /desk/tickets/${encodeURIComponent(customer.conversation)}/reopen`, wish);

    expect(await reopen(ben)).to.deep.include({ status: 403 });
    const { body } = await reopen(ana);
    if (body.kind !== 'reopened') throw new Error(body.kind);
    expect(body.doneToday).to.equal(doneToday);
    expect(body.ticket.epoch).to.be.greaterThan(ticket.epoch);
    await customer.until(/^Ana Silva has reopened this conversation.*You need not say how easy it was/);
    expect((await ana.line()).mine.map(({ id }) => id)).to.include(customer.conversation);
    expect(await lately(ana)).to.deep.equal([]);

    await customer.say('7', { value: '7' });
    await customer.until(/earlier moment.*Ana Silva is with you now/);
    expect((await ana.view(customer.conversation)).ticket.owed, 'a late choice is no word').to.equal(undefined);
    await ana.say(body.ticket, 'One more thing.');
    await customer.until(/One more thing/);

    const from = customer.seen.length;
    await ana.move(body.ticket, 'close');
    await customer.until(closed, from);
    expect(customer.seen.filter((text) => closed.test(text))).to.have.length(2);
    expect(
      customer.seen.filter((text) => /reopened/.test(text)),
      'told once',
    ).to.have.length(1);
    expect((await ana.line()).doneToday).to.equal(doneToday + 1);
    await customer.say('Thank you!');
    await customer.until(/welcome|pleasure|glad/i, from);
    expect(
      customer.seen.filter((text) => survey.test(text)),
      'asked once',
    ).to.have.length(1);
    customer.leave();
  });
});
