/** Field study, queue, assignment and presence, 15 to 24: who gets a ticket, and where it is when nobody has it. */
import { expect } from 'chai';
import { standing } from '../../src/bot/index.js';
import { createDeskFeed } from '../../src/desk/index.js';
import { checkHours } from '../../src/queue/index.js';
import { askAndHear, askForPerson } from '../support/customer.js';
import type { DeskMember } from '../support/desk-member.js';
import { knowledge } from '../support/mind.js';
import { onEveryChannel, seats, type Shop } from '../support/shop.js';
import { quiet } from '../support/stores.js';
import { enterLine, readAll } from '../support/tickets.js';
import { until } from '../support/until.js';
import { createTime } from '../support/time.js';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => `  ${day}: 09:00-17:00`);
const officeHours = `zone: Europe/London
week:
${weekdays.join('\n')}
  saturday: closed
  sunday: closed
queues:
  main: { title: Support }
`;

export function lineCases(shop: () => Shop): void {
  onEveryChannel('15: two agents who claim at once: one has it, the other is told who', async (channel) => {
    const { ana, ben } = shop().team;
    const customer = await shop().customer(channel);
    await askForPerson(customer);
    const ticket = customer.conversation;
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all([ana.claim({ ticket }), ben.claim({ ticket })]);
      const winner = answers.findIndex(({ kind }) => kind === 'claimed');
      const name = ['Ana Silva', 'Ben Okafor'][winner];
      expect(answers[1 - winner]).to.deep.equal({ kind: 'taken', by: name });
      const view = await ana.view(ticket);
      expect(view.ticket.agent).to.equal(name);
      await ([ana, ben][winner] as DeskMember).move(view.ticket, 'release');
    }
  });

  it('16: claims that arrive together never exceed the cap, and ten seats are ten and not "1" and "0"', async () => {
    const { ana } = shop().team;
    await ana.here();
    const ten = await shop().house.open({ capacity: 10 });
    for (let n = 0; n < 12; n += 1) await enterLine(ten);
    const answers = await Promise.all(Array.from({ length: 8 }, () => ana.claim({})));
    expect(answers.filter(({ kind }) => kind === 'claimed')).to.have.length(seats);
    expect(answers.filter(({ kind }) => kind === 'full')).to.have.length(8 - seats);
    for (const ticket of (await ana.line()).mine) await ana.move(ticket, 'release');

    const agent = { id: 'ten-seats', name: 'Ten Seats', queues: ['main'] };
    const claim = () => ten.queue.claim({ agent, token: crypto.randomUUID(), notice: { text: '' } });
    const kinds = (await Promise.all(Array.from({ length: 12 }, claim))).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'claimed')).to.have.length(10);
    expect(kinds.filter((kind) => kind === 'full')).to.have.length(2);
  });

  onEveryChannel('17: who comes while everyone is away is nobody’s, and can be taken and closed', async (channel) => {
    const { ana } = shop().team;
    const customer = await shop().customer(channel);
    expect(await askForPerson(customer)).to.match(/nobody is at the desk/);
    const row = (await ana.line()).waiting.find(({ id }) => id === customer.conversation);
    expect(row).to.include({ state: 'waiting' }).and.not.have.any.keys('agent', 'agentId');
    const ticket = await ana.take(customer.conversation);
    expect(await ana.say(ticket, 'Good morning.')).to.have.property('kind', 'said');
    expect(await ana.move(ticket, 'close')).to.deep.equal({ kind: 'moved', helped: true });
    await customer.until(/Ana Silva closed this conversation/);
    expect((await ana.line()).waiting).to.be.empty;
  });

  onEveryChannel(
    '18: a supervisor closes what is stuck, waiting or held; the customer is told and heard again',
    async (channel) => {
      const { ana, sam } = shop().team;
      const [waits, held] = [await shop().customer(channel), await shop().customer(channel)];
      await askForPerson(waits);
      await askForPerson(held);
      await ana.take(held.conversation);
      for (const customer of [waits, held]) {
        const { ticket } = await sam.view(customer.conversation);
        const force = { epoch: ticket.epoch, seen: ticket.seq, action: 'close', force: true };
        expect((await ana.call(`POST /desk/tickets/${ticket.id}/move`, force)).status).to.equal(403);
        expect(await sam.move(ticket, 'close', true)).to.deep.equal({ kind: 'moved' });
        await customer.until(/Sam Reed closed this conversation/);
        await askAndHear(customer);
      }
      expect((await ana.line()).mine).to.be.empty;
    },
  );

  onEveryChannel('19: what an agent leaves or loses goes back into the queue it was in', async (channel) => {
    const { ana, ben } = shop().team;
    const customer = await shop().customer(channel);
    await askForPerson(customer);
    const { since, order, id } = await ana.take(customer.conversation);
    await ana.pass((await ana.view(id)).ticket, { queue: 'returns' });
    await ben.move(await ben.take(id), 'release');
    const place = { state: 'waiting', queue: 'returns', since, order };
    expect((await ben.view(id)).ticket).to.include(place);

    const hasty = await shop().house.open({ timing: { leaseMs: 100 } });
    const agent = { id: 'gone', name: 'Gone', queues: ['returns'] };
    await hasty.queue.claim({ agent, token: crypto.randomUUID(), conversation: id, notice: { text: '' } });
    await until('the ticket waits again', async () => {
      await hasty.queue.sweep('They lost the connection.');
      return (await hasty.queue.ticket(id))?.state === 'waiting';
    });
    expect((await ben.view(id)).ticket).to.include(place);
  });

  onEveryChannel('20: who passes a ticket on has let go of all of it before the next one gets it', async (channel) => {
    const { ana, ben } = shop().team;
    await ana.here();
    const customer = await shop().customer(channel);
    await askForPerson(customer);
    const ticket = await ana.take(customer.conversation);
    expect(await ana.pass(ticket, { queue: 'orders' })).to.deep.equal({ kind: 'moved' });
    expect((await ana.line()).mine).to.be.empty;
    expect(await ana.say(ticket, 'One more thing')).to.deep.equal({ kind: 'fenced' });
    const { body } = await ben.call<{ colleagues: { id: string; free: number }[] }>('GET /desk/team');
    expect(body.colleagues.find(({ id }) => id === 'ana')).to.include({ free: seats });
    await ben.here();
    const got = await ben.claim({});
    expect(got.kind === 'claimed' && got.ticket.id).to.equal(ticket.id);
    expect(await ana.say(ticket, 'One more thing')).to.deep.equal({ kind: 'fenced', by: 'Ben Okafor' });
    await askQuietly();

    async function askQuietly(): Promise<void> {
      await ben.say((await ben.view(ticket.id)).ticket, 'Hello.');
      await customer.until(/^Hello\.$/);
      expect(customer.seen).not.to.include('One more thing');
    }
  });

  onEveryChannel(
    '21: what came while all were offline is the first thing the next agent sees, with the contact',
    async (channel) => {
      const customer = await shop().customer(channel);
      await askForPerson(customer);
      await customer.say('Leave a message', { value: 'leave-message' });
      await customer.until(/Write your message/);
      await customer.say('My lamp came broken.');
      await customer.until(/How can we reach you/);
      await customer.say('eve@example.org');
      await customer.until(/Your message is kept/);
      const feed = await shop().team.ana.feed();
      const first = await feed.until(({ kind }) => kind === 'line');
      feed.close();
      const line = first.kind === 'line' ? first.line : undefined;
      expect(line?.waitingTotal).to.equal(1);
      expect(line?.waiting[0]).to.include({ id: customer.conversation, contact: 'eve@example.org' });
    },
  );

  onEveryChannel('22: an open preview is told at once who took it, and is closed with the ticket', async (channel) => {
    const { ana, ben } = shop().team;
    const customer = await shop().customer(channel);
    await askForPerson(customer);
    const { ticket: preview } = await ben.view(customer.conversation);
    const feed = await ben.feed();
    const ticket = await ana.take(customer.conversation);
    const told = await feed.row(ticket.id, ({ state }) => state === 'assigned');
    expect(told).to.include({ agent: 'Ana Silva', agentId: 'ana' });
    expect(await ben.say(preview, 'Hello')).to.deep.equal({ kind: 'fenced', by: 'Ana Silva' });
    await ana.move(ticket, 'close');
    await feed.until((event) => event.kind === 'gone' && event.id === ticket.id);
    feed.close();
    for (const part of ['', '/entries']) {
      expect((await ben.call(`GET /desk/tickets/${ticket.id}${part}`)).status).to.equal(404);
    }
  });

  it('23: the desk opens by the clock, in a server that was started while it was closed', async () => {
    const checked = checkHours({ name: 'hours.yaml', text: officeHours });
    if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
    const hours = checked.value;
    const time = createTime(Date.parse('2026-11-27T18:00Z')); // Friday evening
    const { queue, changes } = await shop().house.open();
    const feed = createDeskFeed({
      queue,
      changes: changes,
      hours,
      health: () => ({}),
      clock: time.clock,
      timers: time,
      log: quiet,
    });
    const member = { id: 'ana', name: 'Ana', queues: ['main'], supervises: false };
    const conversation = await enterLine(await shop().house.open());
    await shop().team.ana.here();
    const told = async () => ({
      desk: (await feed.line(member)).queues[0],
      customer: await standing({ queue, hours, clock: time.clock, speech: knowledge.speech }, conversation),
    });
    const closed = await told();
    expect(closed.desk).to.deep.equal({ id: 'main', title: 'Support', open: false, opens: 'Monday at 09:00 GMT' });
    expect(closed.customer).to.include({ opens: 'Monday at 09:00 GMT' }).and.not.have.property('wait');
    time.move(63 * 3_600_000); // Monday, nine o'clock
    const open = await told();
    feed.close();
    expect(open.desk).to.deep.equal({ id: 'main', title: 'Support', open: true });
    expect(open.customer).to.have.property('wait');
    expect(open.customer).not.to.have.property('opens');
  });

  onEveryChannel('24: silence is counted from the last event, also for who never wrote a word', async (channel) => {
    const { ana } = shop().team;
    await ana.here();
    const customer = await shop().customer(channel);
    await customer.say('Talk to a person', { value: 'person' });
    await customer.until(/getting a person/);
    const conversation = customer.conversation;
    const hasty = await shop().house.open({ timing: { lineIdleMs: 1 } });
    const agent = { id: 'short', name: 'Short', queues: ['main'] };
    const claim = await hasty.queue.claim({ agent, token: crypto.randomUUID(), conversation, notice: { text: '' } });
    const epoch = claim.kind === 'claimed' ? claim.epoch : 0;
    await hasty.queue.release({ ...readAll, conversation, agent, epoch, action: 'release', notice: { text: '' } });
    await customer.until(/I have not heard from you for a while/);
  });
}
