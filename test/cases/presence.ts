/** Field study, queue, assignment and presence, 25 to 35: who is there, who may, and what the customer knows of it. */
import { expect } from 'chai';
import type { ClaimAnswer, ClaimBody, TicketRow } from '../../src/desk/contract.js';
import { askAndHear, askForPerson, channels, type Customer } from '../support/customer.js';
import { onEveryChannel, type Shop } from '../support/shop.js';
import { enterLine } from '../support/tickets.js';
import { until } from '../support/until.js';

export function presenceCases(shop: () => Shop): void {
  onEveryChannel(
    '25: who comes back waits for anyone, and not for the agent who helped last and left',
    async (channel) => {
      const { ana, ben } = shop().team;
      await ana.here();
      const customer = await shop().customer(channel);
      await askForPerson(customer);
      await ana.move(await ana.take(customer.conversation), 'close');
      await customer.until(/How far do you agree/);
      await ana.away();
      expect(await askForPerson(customer)).to.match(/nobody is at the desk/);
      const row = (await ben.line()).waiting.find(({ id }) => id === customer.conversation);
      expect(row).to.include({ state: 'waiting' }).and.not.have.property('agent');
      await ben.here();
      const got = await ben.claim({});
      expect(got.kind === 'claimed' && got.ticket.id).to.equal(customer.conversation);
    },
  );

  onEveryChannel(
    '27: the place and the wait are told at once, and again whenever the customer asks',
    async (channel) => {
      await shop().team.ana.here();
      await askForPerson(await shop().customer(channel));
      const customer = await shop().customer(channel);
      expect(await askForPerson(customer)).to.match(/You are second in line\. The wait is about \d+–\d+ minutes\./);
      const from = customer.seen.length;
      await customer.say('Is anybody there?');
      await customer.until(/You are second in line\. The wait is about \d+–\d+ minutes\./, from);
    },
  );

  it('28: the place on the customer’s screen moves up by itself when the line does (web)', async () => {
    const { ana } = shop().team;
    await ana.here();
    const [first, second] = [await shop().web(), await shop().web()];
    await askForPerson(first);
    await askForPerson(second);
    const before = await second.standings.until(({ state }) => state === 'waiting');
    expect(before).to.include({ place: 2 }).and.to.have.property('wait');
    await ana.take(first.conversation);
    await second.standings.until((standing) => standing.state === 'waiting' && standing.place === 1);
    await ana.take(second.conversation);
    await second.standings.until((standing) => standing.state === 'agent' && standing.name === 'Ana Silva');
  });

  it('28: who asks again in Teams is told the place of that moment', async () => {
    const { ana } = shop().team;
    const [first, second] = [await shop().customer('teams'), await shop().customer('teams')];
    await ana.here();
    await askForPerson(first);
    expect(await askForPerson(second)).to.match(/second in line/);
    await ana.take(first.conversation);
    await second.say('And now?');
    await second.until(/You are next in line/);
  });

  onEveryChannel('29: after a ticket has passed on, every event about it names the new owner', async (channel) => {
    const { ana, ben } = shop().team;
    const customer = await shop().customer(channel);
    await ben.here();
    await askForPerson(customer);
    const ticket = await ana.take(customer.conversation);
    const feed = await ana.feed();
    await ana.pass(ticket, { to: 'ben' });
    await customer.say('Are you there, Ben?');
    await feed.row(ticket.id, ({ last }) => last.text === 'Are you there, Ben?');
    feed.close();
    const rows = feed.got.flatMap((event) =>
      event.kind === 'ticket' && event.ticket.id === ticket.id ? [event.ticket] : [],
    );
    expect(rows.map(({ agentId }) => agentId))
      .to.include('ben')
      .and.not.include('ana');
    expect((await ana.line()).mine).to.be.empty;
    expect((await ben.line()).mine.map(({ id }) => id)).to.deep.equal([ticket.id]);
  });

  onEveryChannel(
    '30: nobody writes into another’s chat; only a supervisor takes it over, and everyone sees that',
    async (channel) => {
      const { ana, ben, sam } = shop().team;
      const customer = await shop().customer(channel);
      await askForPerson(customer);
      const ticket = await ana.take(customer.conversation);
      expect(await ben.say(ticket, 'Let me')).to.deep.equal({ kind: 'fenced', by: 'Ana Silva' });
      expect(await sam.say(ticket, 'Let me')).to.deep.equal({ kind: 'fenced', by: 'Ana Silva' });
      const takeOver = { token: crypto.randomUUID(), ticket: ticket.id, takeOver: true };
      expect((await ben.call('POST /desk/claim', takeOver)).status).to.equal(403);
      await sam.take(ticket.id, true);
      expect(await ana.say(ticket, 'But I')).to.deep.equal({ kind: 'fenced', by: 'Sam Reed' });
      await customer.until(/^Sam Reed joined in place of Ana Silva/);
      const notice = (await ana.view(ticket.id)).entries.at(-1);
      expect(notice).to.include({ role: 'system', mark: 'joined', by: 'Sam Reed' });
      expect(customer.seen.join()).not.to.match(/Let me|But I/);
    },
  );

  it('31: the tickets of an agent whose heartbeat stopped go back by themselves, and the customers are told', async () => {
    const hasty = await shop().house.open({ timing: { leaseMs: 100 } });
    const agent = { id: 'asleep', name: 'Asleep', queues: ['main'] };
    const held = await Promise.all(
      channels.map(async (channel) => {
        const customer = await shop().customer(channel);
        await askForPerson(customer);
        const { conversation } = customer;
        const claim = await hasty.queue.claim({
          agent,
          token: crypto.randomUUID(),
          conversation,
          notice: { text: '' },
        });
        return { customer, epoch: claim.kind === 'claimed' ? claim.epoch : 0 };
      }),
    );
    for (const { customer, epoch } of held) {
      await customer.until(/lost the connection\. You keep your place in line/);
      expect(await shop().team.ana.take(customer.conversation)).to.include({ state: 'assigned' });
      const late = { conversation: customer.conversation, id: 'late', agent, epoch, text: 'I am back', note: false };
      expect(await hasty.queue.speak(late)).to.deep.equal({ kind: 'fenced', by: 'Ana Silva' });
    }
  });

  onEveryChannel(
    '32: what is written after the end is answered, and reaches a person when it asks for one',
    async (channel) => {
      const { ana } = shop().team;
      const customer = await shop().customer(channel);
      await askForPerson(customer);
      await ana.move(await ana.take(customer.conversation), 'close');
      await customer.until(/How far do you agree/);
      await askAndHear(customer);
      await askForPerson(customer);
      const view = await ana.view(customer.conversation);
      expect(view).to.include({ episode: 2, contacts: 1 });
      expect(view.ticket).to.include({ state: 'waiting' });
    },
  );

  it('33: every claim has a definite answer, and a repeated one has the same', async () => {
    const { ana, ben } = shop().team;
    const store = await shop().house.open();
    expect(await ana.claim({})).to.deep.equal({ kind: 'empty' });
    expect(await ana.claim({ ticket: 'nobody' })).to.deep.equal({ kind: 'gone' });
    const ids = [await enterLine(store), await enterLine(store), await enterLine(store), await enterLine(store)];
    const claims: readonly (ClaimBody & { readonly ticket: string })[] = ids.map((ticket) => ({
      token: crypto.randomUUID(),
      ticket,
    }));
    const answers: ClaimAnswer[] = [];
    for (const claim of claims) answers.push(await ana.claim(claim));
    expect(answers.map(({ kind }) => kind)).to.deep.equal(['claimed', 'claimed', 'claimed', 'full']);
    for (const [index, claim] of claims.entries()) expect(await ana.claim(claim)).to.deep.equal(answers[index]);
    expect(await ben.claim({ ticket: ids[0] ?? '' })).to.deep.equal({ kind: 'taken', by: 'Ana Silva' });
    const closed = answers[1]?.kind === 'claimed' ? answers[1].ticket : undefined;
    await ana.move(closed as TicketRow, 'close');
    expect(await ben.claim({ ticket: ids[1] ?? '' })).to.deep.equal({ kind: 'gone' });
  });

  onEveryChannel('34: a ticket goes to nobody who may not answer it', async (channel) => {
    const { ana, maya } = shop().team;
    const customer = await shop().customer(channel);
    await askForPerson(customer);
    expect((await maya.call('POST /desk/presence', { state: 'here' })).status).to.equal(403);
    expect((await maya.call('POST /desk/claim', { token: crypto.randomUUID() })).status).to.equal(403);
    const ticket = await ana.take(customer.conversation);
    for (const to of ['maya', 'nobody', 'ana']) {
      const pass = { epoch: ticket.epoch, seen: ticket.seq, to };
      expect((await ana.call(`POST /desk/tickets/${ticket.id}/pass`, pass)).status, to).to.equal(400);
    }
    const away = { epoch: ticket.epoch, to: 'ben' };
    await shop().team.ben.here();
    await shop().team.ben.away();
    expect(await ana.pass(ticket, away)).to.deep.equal({ kind: 'away' });
    expect((await ana.view(ticket.id)).ticket).to.include({ state: 'assigned', agentId: 'ana' });
  });

  onEveryChannel(
    '35: each stretch in the line and with a person has times of its own, and all add up',
    async (channel) => {
      const { ana } = shop().team;
      const customer = await shop().customer(channel);
      const { conversation } = customer;
      await askForPerson(customer);
      await ana.move(await ana.take(conversation), 'hand-back');
      await askAndHear(customer);
      await askForPerson(customer);
      const ticket = await ana.take(conversation);
      const { entries, stints } = await ana.view(conversation);
      const at = (mark: string) => entries.flatMap((entry) => (entry.mark === mark ? [entry.at] : []));
      const [queued, joined, [back = 0]] = [at('queued'), at('joined'), at('handed-back')];
      expect(queued).to.have.length(2);
      const waits = stints.filter(({ kind }) => kind === 'queue').map(({ from, to }) => [from, to]);
      expect(waits).to.deep.equal(queued.map((from, index) => [from, joined[index]]));
      expect(ticket.since).to.equal(queued[1]).and.to.be.at.least(back);
      await ana.move(ticket, 'close');
      await addsUp(customer);
    },
  );

  async function addsUp({ conversation }: Customer): Promise<void> {
    const { ledger } = await shop().house.open();
    await until('the episode has ended', async () => (await ledger.episode(conversation, 1))?.endedAt !== undefined);
    const record = await ledger.episode(conversation, 1);
    const life = Math.round(((record?.endedAt ?? 0) - (record?.bornAt ?? 0)) * 1000);
    const sum = Object.values(record?.stints ?? {}).reduce((all, span) => all + Math.round(span * 1000), 0);
    expect(sum).to.equal(life);
  }
}
