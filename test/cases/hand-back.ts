/** Field study, hand-off and hand-back, 8 to 14: what comes after the person, and before the next one. */
import { expect } from 'chai';
import { wordsOfChannel } from '../../src/conversation/index.js';
import { askAndHear, askForPerson, type Customer } from '../support/customer.js';
import type { DeskMember } from '../support/desk-member.js';
import { onEveryChannel, type Shop } from '../support/shop.js';

/** The customer is helped by this person, who then lets go. */
async function help(customer: Customer, agent: DeskMember, action: 'hand-back' | 'close'): Promise<void> {
  await askForPerson(customer);
  const ticket = await agent.take(customer.conversation);
  await agent.say(ticket, 'Let me see.');
  const from = customer.seen.length;
  await agent.move(ticket, action);
  await customer.until(action === 'close' ? /How far do you agree/ : /handed you back/, from);
}

const rated = async (customer: Customer): Promise<void> => {
  await customer.until(/How far do you agree/);
  await customer.say('7', { value: '7' });
  await customer.until(/You can skip this/);
};

export function handBackCases(shop: () => Shop): void {
  const records = async ({ conversation }: Customer, episode = 1) =>
    (await shop().house.open()).ledger.episode(conversation, episode);

  onEveryChannel('8: the hand-back is said, and the assistant answers the very next question', async (channel) => {
    const customer = await shop().customer(channel);
    await help(customer, shop().team.ana, 'hand-back');
    await askAndHear(customer);
    expect(customer.seen.slice(-2)[0]).to.equal('Ana Silva handed you back to the assistant.');
  });

  onEveryChannel('9: the same person can be handed off again and again', async (channel) => {
    const { team } = shop();
    const customer = await shop().customer(channel);
    for (const action of ['hand-back', 'hand-back', 'close', 'close'] as const) await help(customer, team.ben, action);
    expect(customer.seen.filter((text) => /^Ben Okafor joined/.test(text))).to.have.length(4);
    expect(await records(customer, 1)).to.deep.include({ outcome: 'helped' });
    expect(await records(customer, 2)).to.deep.include({ outcome: 'helped' });
  });

  onEveryChannel('10: the survey follows a close at once, and a hand-back when the answer helped', async (channel) => {
    const { team } = shop();
    const closed = await shop().customer(channel);
    await help(closed, team.ana, 'close');
    await rated(closed);
    expect(await records(closed)).to.include({ outcome: 'helped', ces: 7 });

    const handedBack = await shop().customer(channel);
    await help(handedBack, team.ana, 'hand-back');
    await askAndHear(handedBack);
    await handedBack.say('That answers it', { value: 'solved' });
    await rated(handedBack);
    expect(await records(handedBack)).to.include({ outcome: 'solved', ces: 7 });
  });

  onEveryChannel(
    '11: who is handed back goes on in the same case, and the next person reads all of it',
    async (channel) => {
      const { team } = shop();
      const customer = await shop().customer(channel);
      await askAndHear(customer);
      await help(customer, team.ana, 'hand-back');
      await askAndHear(customer);
      await askForPerson(customer);
      const { id } = await team.ben.take(customer.conversation);
      const view = await team.ben.view(id);
      expect(view).to.include({ episode: 1, contacts: 0 });
      const marks = view.entries.flatMap(({ mark }) => (mark === undefined ? [] : [mark]));
      expect(marks).to.deep.equal(['queued', 'joined', 'handed-back', 'queued', 'joined']);
      expect(view.entries.map(({ text }) => text)).to.include('Let me see.');
      expect(view.entries.map(({ seq }) => seq)).to.deep.equal(view.entries.map((_, index) => index + 1));
    },
  );

  onEveryChannel(
    '12: there always is a queue: a new ticket has one, and an unknown one is refused',
    async (channel) => {
      const { team } = shop();
      const customer = await shop().customer(channel);
      await askForPerson(customer);
      const ticket = await team.ana.take(customer.conversation);
      expect(ticket.queue).to.equal('main');
      const body = { epoch: ticket.epoch, seen: ticket.seq, queue: 'no-such-department' };
      const answer = await team.ana.call<{ error: { message: string } }>(`POST /desk/tickets/${ticket.id}/pass`, body);
      expect(answer.status).to.equal(400);
      expect(answer.body.error.message).to.equal('There is no queue no-such-department.');
      expect((await team.ana.view(ticket.id)).ticket).to.include({ state: 'assigned', queue: 'main' });
    },
  );

  onEveryChannel('13: every agent at the desk hears of a ticket the moment it enters the line', async (channel) => {
    const { team } = shop();
    const feeds = [await team.ana.feed(), await team.ben.feed()];
    const customer = await shop().customer(channel);
    await askForPerson(customer);
    for (const feed of feeds) {
      const row = await feed.row(customer.conversation);
      expect(row).to.include({ state: 'waiting', reason: 'asked' });
      expect(row.channel).to.deep.equal(wordsOfChannel(channel));
      feed.close();
    }
  });

  onEveryChannel(
    '14: three answers in a row that did not help end with a person, not with a fourth try',
    async (channel) => {
      const { team } = shop();
      const customer = await shop().customer(channel);
      const questions = ['How many moons does Jupiter have?', 'Who painted the night watch?', 'Is the earth round?'];
      for (const question of questions) {
        const from = customer.seen.length;
        await customer.say(question);
        await customer.until(/./, from);
      }
      expect(customer.seen.at(-1)).to.match(/in the line for a person|getting a person/);
      const [row] = (await team.sam.line()).waiting;
      expect(row).to.include({ id: customer.conversation, reason: 'unanswered' });
    },
  );
}
