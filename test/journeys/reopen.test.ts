/** A case that is reopened, from the desk's call to what the customer reads and what their old choices still do. */
import { expect } from 'chai';
import type { ClosedList, ClosedView, ReopenAnswer } from '../../src/desk/closed/contract.js';
import type { EpisodeView, Summary } from '../../src/insights/contract.js';
import { askForPerson } from '../support/customer.js';
import { type DeskMember, signIn } from '../support/desk-member.js';
import { type ServerProcess, startServer } from '../support/server.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { startWebCustomer } from '../support/web-customer.js';

const closed = /Ana Silva closed this conversation/;
const closedBySam = /^Sam.* closed this conversation/;
const survey = /made it easy to get this sorted/;

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

  it('counts in the figures as one case, ended once, and is not asked again once it has answered', async () => {
    const maya = await signIn(server.url, 'maya');
    const sam = await signIn(server.url, 'sam');
    const since = Date.now() - 7_200_000;
    const figures = async () => {
      const path = `GET /insights/summary?from=${since}&to=${Date.now() + 3_600_000}`;
      const { ended, episodes, outcomes, effort, ces } = (await maya.call<Summary>(path)).body;
      return { ended, episodes, outcomes, effort, ces };
    };
    const customer = await startWebCustomer(server.url);
    await askForPerson(customer);
    const ticket = await ana.take(customer.conversation);
    await ana.say(ticket, 'It is on its way.');
    await customer.until(/on its way/);
    await ana.move(ticket, 'close');
    await customer.until(survey);
    await customer.say('6', { value: '6' });
    await customer.until(/Is there anything/);
    const before = await figures();

    const id = encodeURIComponent(`1:${customer.conversation}`);
    const { case: row } = (await sam.call<ClosedView>(`GET /desk/closed/${id}`)).body;
    expect(row).to.include({ ces: 6, agent: 'Ana Silva' });
    const wish = { token: crypto.randomUUID(), episode: row.episode, epoch: row.epoch };
    const path = `POST /desk/tickets/${encodeURIComponent(customer.conversation)}/reopen`;
    const unread = await sam.call<ReopenAnswer>(path, { ...wish, seen: ticket.seq });
    expect(unread.body.kind, 'the score was not read').to.equal('wrote');
    const { body } = await sam.call<ReopenAnswer>(path, { ...wish, seen: row.seq });
    if (body.kind !== 'reopened') throw new Error(body.kind);
    await customer.until(/with you again\. What you said of how easy it was is kept, and you are not asked again/);
    const open = await figures();
    expect(open.ended).to.equal(before.ended - 1);
    expect(open.outcomes.helped).to.equal(before.outcomes.helped - 1);
    // a survey belongs to the end of its case, and there is none now
    expect([open.ces.asked, open.ces.n]).to.deep.equal([before.ces.asked - 1, before.ces.n - 1]);

    const from = customer.seen.length;
    await sam.say(body.ticket, 'One more thing.');
    await customer.until(/One more thing/);
    await sam.move(body.ticket, 'close');
    await customer.until(closedBySam, from);
    const after = await figures();
    expect({ ...after, effort: {} }).to.deep.equal({ ...before, effort: {} });
    expect(after.effort.n).to.equal(before.effort.n);
    const { episode, spans, business } = (await maya.call<EpisodeView>(`GET /insights/episodes/${id}`)).body;
    expect(episode).to.include({ outcome: 'helped', ces: 6, state: 'closed' });
    expect(episode.effort).to.equal(episode.drivers.reduce((sum, { points }) => sum + points, 0));
    const life = (episode.endedAt ?? 0) - episode.bornAt;
    expect(Object.values(episode.stints).reduce((sum, ms) => sum + ms, 0)).to.be.closeTo(life, 1);
    expect(spans.reduce((sum, { from: begins, to }) => sum + to - begins, 0)).to.be.closeTo(life, 1);
    expect(business.queue).to.be.at.most(episode.stints.queue + 1);
    expect(business.agent).to.be.at.most(episode.stints.agent + 1);
    expect(
      customer.seen.filter((text) => survey.test(text)),
      'asked once',
    ).to.have.length(1);
    customer.leave();
  });
});
