/** Field study, transport and duplicates, 36 to 43: what the wires lose, repeat and delay. */
import { expect } from 'chai';
import { askAndHear, askForPerson } from '../support/customer.js';
import { call } from '../support/direct-line-calls.js';
import { onEveryChannel, type Shop } from '../support/shop.js';

const numbers = [1, 2, 3, 4, 5];

export function transportCases(shop: () => Shop): void {
  it('37: a customer on the web who was cut off gets what they missed, once and in order', async () => {
    const { ana } = shop().team;
    const customer = await shop().web();
    await askForPerson(customer);
    const ticket = await ana.take(customer.conversation);
    await customer.until(/Ana Silva joined/);
    for (const round of ['first', 'second']) {
      await customer.cut();
      for (const number of numbers) await ana.say(ticket, `${round} ${number}`);
      await customer.connect();
      await customer.until(new RegExp(`${round} 5`));
    }
    const said = customer.seen.slice(-10);
    expect(said).to.deep.equal(['first', 'second'].flatMap((round) => numbers.map((number) => `${round} ${number}`)));
    const ids = customer.shown.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('37: an agent reads on from the last number they have', async () => {
    const { ana } = shop().team;
    const customer = await shop().customer('web');
    await askForPerson(customer);
    const { id, seq } = await ana.take(customer.conversation);
    for (const number of numbers) await customer.say(`missed ${number}`);
    const path = `GET /desk/tickets/${id}/entries?after=${seq}`;
    const { entries } = (await ana.call<{ entries: { seq: number; text: string }[] }>(path)).body;
    expect(entries.map((entry) => entry.seq)).to.deep.equal(numbers.map((number) => seq + number));
    expect(entries.map(({ text }) => text)).to.deep.equal(numbers.map((number) => `missed ${number}`));
  });

  onEveryChannel(
    '39: a message that is delivered five times at once is kept once and answered once',
    async (channel) => {
      const customer = await shop().customer(channel);
      const from = customer.seen.length;
      const id = crypto.randomUUID();
      await Promise.all(numbers.map(() => customer.say('Do you repair things?', { id })));
      await customer.until(/./, from);
      await customer.say('Do you repair things?', { id });
      await askAndHear(customer);
      expect(customer.seen).to.have.length(from + 2);
      const entries = await (await shop().house.open()).conversations.entries(customer.conversation, 0);
      expect(entries.filter(({ text }) => text === 'Do you repair things?')).to.have.length(1);
    },
  );

  onEveryChannel('39: what an agent sends twice is read once', async (channel) => {
    const { ana } = shop().team;
    const customer = await shop().customer(channel);
    await askForPerson(customer);
    const ticket = await ana.take(customer.conversation);
    const id = crypto.randomUUID();
    const answers = await Promise.all(numbers.map(() => ana.say(ticket, 'Only once.', { id })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).to.equal(1);
    await ana.say(ticket, 'And then.');
    await customer.until(/^And then\.$/);
    expect(customer.seen.slice(-2)).to.deep.equal(['Only once.', 'And then.']);
  });

  it('40: Teams is acknowledged before it has taken the answer, so nothing is sent again; and a repeat is not answered', async () => {
    const customer = await shop().customer('teams');
    const from = customer.seen.length;
    const release = shop().teams.hold();
    const id = crypto.randomUUID();
    await customer.say('How long does delivery take?', { id }); // resolves although no answer can get through
    await customer.until(/two to four working days/, from);
    await customer.say('How long does delivery take?', { id });
    release();
    await customer.say('Do you repair things?');
    await customer.until(/./, from + 1);
    expect(customer.seen.slice(from).filter((text) => /two to four/.test(text))).to.have.length(1);
  });

  it('41: the way to a customer outlives the server: both channels are reached after it was killed', async () => {
    const { ana } = shop().team;
    const web = await shop().web();
    const customers = [web, await shop().customer('teams')];
    for (const customer of customers) await askForPerson(customer);
    const tickets = await Promise.all(customers.map(({ conversation }) => ana.take(conversation)));
    for (const customer of customers) await customer.until(/Ana Silva joined/);
    await shop().restart();
    for (const ticket of tickets) expect(await ana.say(ticket, 'Still with you.')).to.have.property('kind', 'said');
    await web.connect();
    for (const customer of customers) await customer.until(/^Still with you\.$/);
  }).timeout(60_000); // a whole server starts in it

  it('42: a page that is loaded again goes on in its own conversation, and nobody else can', async () => {
    const { url } = shop();
    const [customer, other] = [await shop().web(), await shop().web()];
    await askAndHear(customer);
    const { conversation, token } = customer;
    const again = await call(url, 'POST /conversations', { token });
    expect([again.status, again.body.conversationId]).to.deep.equal([200, conversation]);
    const { body } = await call(url, `GET /conversations/${conversation}/activities`, { token });
    const texts = body.activities.map(({ text = '' }) => text);
    expect(texts).to.deep.equal(customer.shown.map(({ text }) => text));
    for (const wrong of [other.token, `${token.slice(0, -4)}AAAA`, '']) {
      const { status } = await call(url, `GET /conversations/${conversation}/activities`, { token: wrong });
      expect(status).to.be.oneOf([401, 403]);
    }
  });

  onEveryChannel(
    '43: an agent whose feed was cut is told the whole line, with all that came meanwhile',
    async (channel) => {
      const { ana } = shop().team;
      const feed = await ana.feed();
      feed.close();
      const customer = await shop().customer(channel);
      await askForPerson(customer);
      const again = await ana.feed();
      const first = await again.until(({ kind }) => kind === 'line');
      again.close();
      expect(first.kind === 'line' && first.line.waiting.map(({ id }) => id)).to.deep.equal([customer.conversation]);
    },
  );
}
