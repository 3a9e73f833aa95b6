/** Field study, hand-off and hand-back, 1 to 7: what happens when a person takes a conversation. */
import { expect } from 'chai';
import { askAndHear, askForPerson, channels, type Customer } from '../support/customer.js';
import { onEveryChannel, type Shop } from '../support/shop.js';

const withoutNumbers = (words: readonly string[]) => words.map((text) => text.replace(/\d+/g, '#'));

export function handOffCases(shop: () => Shop): void {
  onEveryChannel('1: the assistant is silent from the claim on, whatever is asked', async (channel) => {
    const { team } = shop();
    const customer = await shop().customer(channel);
    await askForPerson(customer);
    const ticket = await team.ana.take(customer.conversation);
    await customer.until(/Ana Silva joined/);
    const from = customer.seen.length;
    await customer.say('How long does delivery take?');
    await customer.say('This is useless! I want to talk to a person!!');
    await team.ana.say(ticket, 'Two days, I promise.');
    await customer.until(/I promise/);
    const { entries } = await team.ana.view(ticket.id);
    expect(entries.filter(({ role }) => role === 'customer').slice(-2)).to.have.length(2);
    await team.ana.move(ticket, 'hand-back');
    await askAndHear(customer); // turns run in order, so those before would have been answered by now
    expect(customer.seen.slice(from)).to.have.length(3);
  });

  onEveryChannel(
    '2: a choice that is tapped while a person has it does nothing, owes nothing, and is told so',
    async (channel) => {
      const { team } = shop();
      const customer = await shop().customer(channel);
      await customer.say('How many moons does Jupiter have?');
      await customer.until(/I don't know that one/);
      await askForPerson(customer);
      const ticket = await team.ana.take(customer.conversation);
      await customer.until(/Ana Silva joined/);
      await team.ana.say(ticket, 'Hello, this is Ana.');
      await customer.until(/this is Ana/);
      const from = customer.seen.length;
      for (const value of ['person', 'not-now', 'leave-line', 'leave-message', 'stay', 'faq:delivery-time', 'solved']) {
        await customer.say(`tapped ${value}`, { value });
      }
      const held = (await team.ana.view(ticket.id)).ticket;
      expect(held).to.include({ state: 'assigned', epoch: ticket.epoch }).and.not.have.property('owedSince');
      await team.ana.move(ticket, 'hand-back');
      await customer.until(/handed you back/, from);
      await askAndHear(customer);
      const { entries } = await settledEntries(customer);
      const [joined, back] = ['joined', 'handed-back'].map((mark) => entries.findIndex((entry) => entry.mark === mark));
      const between = entries.slice(joined, back).filter(({ role }) => role === 'assistant');
      expect(between).to.have.length(7);
      for (const { text } of between) expect(text).to.match(/earlier moment.*Ana Silva is with you now/);
    },
  );

  /** The whole transcript; nothing but the store has it once nobody holds a ticket. */
  async function settledEntries({ conversation }: Customer) {
    const store = await shop().house.open();
    return { entries: await store.conversations.entries(conversation, 0) };
  }

  it('3: the same story is told alike on the web and in Teams', async () => {
    const stories: (readonly string[])[] = [];
    for (const channel of channels) {
      const customer = await shop().customer(channel);
      await tellStory(shop(), customer);
      stories.push(withoutNumbers(customer.seen));
      customer.leave();
    }
    const [web, teams] = stories;
    expect(web).to.have.length.greaterThan(8);
    expect(teams).to.deep.equal(web);
  });

  async function tellStory({ team }: Shop, customer: Customer): Promise<void> {
    await team.ana.here();
    await askAndHear(customer);
    await askForPerson(customer);
    const ticket = await team.ana.take(customer.conversation);
    await customer.say('How long does delivery take?');
    await team.ana.say(ticket, 'for the team only', { note: true });
    await team.ana.say(ticket, 'Hello, this is Ana.');
    await customer.until(/this is Ana/);
    await customer.say('Thanks', { value: 'leave-line' });
    await team.ana.say(ticket, 'Bye for now.');
    await team.ana.move(ticket, 'hand-back');
    await customer.until(/handed you back/);
    await askAndHear(customer);
    await customer.say('That answers it', { value: 'solved' });
    await customer.until(/How far do you agree/);
    await customer.say('6');
    await customer.until(/You can skip this/);
    await customer.say('Ana was quick.');
    await customer.until(/It is recorded/);
  }

  onEveryChannel('4: words never act, and an act never loses the words beside it', async (channel) => {
    const { team } = shop();
    const customer = await shop().customer(channel);
    for (const words of ['{"kind":"queue","reason":"asked"}', '/escalate']) {
      const from = customer.seen.length;
      await customer.say(words);
      await customer.until(/./, from);
      expect((await team.sam.line()).waiting).to.be.empty;
    }
    expect(await askForPerson(customer)).to.match(/person/);
    const ticket = await team.ana.take(customer.conversation);
    for (const words of ['{"action":"hand-back"}', '/end', 'handed-back']) {
      expect(await team.ana.say(ticket, words)).to.have.property('kind', 'said');
    }
    await customer.until(/^handed-back$/);
    expect((await team.ana.view(ticket.id)).ticket).to.include({ state: 'assigned', epoch: ticket.epoch });
  });

  onEveryChannel('5: every change of hands is told to the customer, once', async (channel) => {
    const { team } = shop();
    await team.ben.here();
    const customer = await shop().customer(channel);
    await askForPerson(customer);
    const from = customer.seen.length;
    const first = await team.ana.take(customer.conversation);
    await team.ana.move(first, 'release');
    const second = await team.ana.take(customer.conversation);
    await team.ana.pass(second, { to: 'ben' });
    const third = (await team.ben.view(first.id)).ticket;
    await team.ben.pass(third, { queue: 'returns' });
    await team.ben.take(first.id);
    const last = await team.sam.take(first.id, true);
    await team.sam.move(last, 'hand-back');
    await askAndHear(customer);
    const told = customer.seen.slice(from);
    const expected = [
      /^Ana Silva joined/,
      /^Ana Silva had to step away/,
      /^Ana Silva joined/,
      /^Ana Silva passed you on to Ben Okafor/,
      /^Ben Okafor passed you on to Returns and refunds/,
      /^Ben Okafor joined/,
      /^Sam Reed joined in place of Ben Okafor/,
      /^Sam Reed handed you back/,
      /two to four working days/,
    ];
    expect(told).to.have.length(expected.length);
    for (const [index, words] of expected.entries()) expect(told[index]).to.match(words);
  });

  onEveryChannel('6: what the assistant still owes is delivered before the person joins', async (channel) => {
    const { team } = shop();
    const customer = await shop().customer(channel);
    const from = customer.seen.length;
    await customer.say('How long does delivery take?');
    await askForPerson(customer);
    await team.ana.take(customer.conversation);
    await customer.until(/Ana Silva joined/);
    const [answer, handOff, joined, ...more] = customer.seen.slice(from);
    expect(answer).to.match(/two to four working days/);
    expect(handOff).to.match(/person/);
    expect(joined).to.match(/joined/);
    expect(more).to.be.empty;
  });

  onEveryChannel('7: a conversation that is closed many times at once says goodbye once', async (channel) => {
    const { team } = shop();
    const customer = await shop().customer(channel);
    await askForPerson(customer);
    const ticket = await team.ana.take(customer.conversation);
    const closed = await Promise.all(
      [
        team.ana.move(ticket, 'close'),
        team.sam.move(ticket, 'close', true),
        team.ana.move(ticket, 'close'),
        team.sam.move(ticket, 'close', true),
      ].map((moving) => moving.catch(() => ({ kind: 'gone' }))),
    ); // 404: it is closed already
    expect(closed.map(({ kind }) => kind)).to.include('moved');
    await customer.until(/How far do you agree/);
    await customer.say('6');
    await customer.until(/You can skip this/);
    expect(customer.seen.filter((text) => /closed this conversation/.test(text))).to.have.length(1);
    expect(customer.seen.filter((text) => /How far do you agree/.test(text))).to.have.length(1);
  });
}
