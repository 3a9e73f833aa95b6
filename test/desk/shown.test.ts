/** What each of the team is shown at the desk, and what their calls may carry. */
import { expect } from 'chai';
import type { FeedEvent, Line, TicketView } from '../../src/desk/contract.js';
import type { Person } from '../../src/http/index.js';
import { ana, omar, hoursOf, onFloor, rita, sam } from './floor.js';
import { queueInfo } from '../../src/desk/staff.js';

onFloor('what the desk shows', ({ store, feed, ask, token, ticketOf, note, claims, waiting, held }) => {
  it('gives the entries after a number, and the whole story of a ticket', async () => {
    const id = await held(rita);
    const { seq, generation } = await ticketOf(id);
    const answer = await ask(ana, '/tickets/:id/entries', { id, query: { after: seq - 1, generation } });
    expect(answer).to.include({ generation });
    expect((answer as { entries: readonly unknown[] }).entries).to.have.length(1);
    const view = (await ask(ana, '/tickets/:id', { id })) as TicketView;
    expect(view.ticket).to.include({ id, agentId: 'rita' });
    expect(view.entries).to.have.length(seq);
  });

  it('shows each their own line: what waits in their queues, what they hold, and to a supervisor what others hold', async () => {
    const [waits, holds] = [await waiting(), await held(rita)];
    const line = async (one: Person) => (await ask(one, '/line')) as Line;
    const ids = (rows: readonly { id: string }[] | undefined) => rows?.map(({ id }) => id);
    expect(ids((await line(ana)).waiting)).to.not.include(waits);
    for (const one of [rita, omar, sam]) expect(ids((await line(one)).waiting), one.name).to.include(waits);
    expect(ids((await line(rita)).mine)).to.include(holds);
    expect(ids((await line(omar)).mine)).to.not.include(holds);
    expect(ids((await line(sam)).assigned)).to.include(holds);
    expect(await line(rita)).to.not.have.property('assigned');
    const queuesOf = async (one: Person) => (await line(one)).queues;
    expect(await queuesOf(rita)).to.deep.equal([{ id: 'returns', title: 'Returns', open: true }]);
    expect(await queuesOf(omar)).to.have.length(2);
    expect(await queuesOf(sam)).to.have.length(2);
    expect((await line(ana)).waitingTotal).to.equal(await store().queue.size(['main']));
    expect((await line(rita)).waitingTotal).to.equal(await store().queue.size(['returns']));
    await claims(rita, waits);
  });

  it('tells the open pages of a change as each may see it', async () => {
    const told = new Map<string, FeedEvent[]>();
    const waits: (() => void)[] = [];
    const open = [ana, rita, sam].map((person) => {
      const events: FeedEvent[] = [];
      told.set(person.id, events);
      const supervises = person.role === 'supervisor';
      const served = supervises ? ['main', 'returns'] : person.id === 'ana' ? ['main'] : ['returns'];
      return feed().open({ id: person.id, name: person.name, queues: served, supervises }, (event) => {
        events.push(event);
        for (const wake of waits.splice(0)) wake();
      });
    });
    const heard = async (who: string, wanted: (event: FeedEvent) => boolean) => {
      for (;;) {
        const found = told.get(who)!.find(wanted);
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => waits.push(resolve));
      }
    };
    for (const { id } of [ana, rita, sam]) await heard(id, ({ kind }) => kind === 'line');
    const id = await waiting();
    const isRow = (state: string) => (event: FeedEvent) =>
      event.kind === 'ticket' &&
      event.ticket.id === id &&
      event.ticket.state === state &&
      event.ticket.queue === 'returns';
    await heard('rita', isRow('waiting'));
    await heard('sam', isRow('waiting'));
    const gone = await heard('ana', (event) => event.kind === 'gone' && event.id === id);
    expect(gone).to.deep.include({ waitingTotal: await store().queue.size(['main']) });
    expect(told.get('ana')!.some(isRow('waiting'))).to.equal(false);
    await claims(rita, id);
    await heard('ana', isRow('assigned'));
    for (const close of open) close();
  });

  it('shows who could be given a ticket: colleagues with the seats they have free, and all queues', async () => {
    for (const one of [sam, rita]) await ask(one, '/presence', { body: { state: 'here' } });
    const team = (await ask(rita, '/team')) as {
      colleagues: { id: string; free: number }[];
      queues: { id: string }[];
    };
    expect(team.colleagues.map(({ id }) => id))
      .to.include('sam')
      .and.not.include('rita');
    const free = team.colleagues.find(({ id }) => id === 'sam')?.free;
    expect(free).to.equal(100 - (await store().queue.held('sam')).length);
    expect(team.queues.map(({ id }) => id)).to.deep.equal(['main', 'returns']);
  });

  it('answers a heartbeat with what is held and the queues that are served', async () => {
    const id = await held(rita);
    const beat = (await ask(rita, '/presence', { body: { state: 'here' } })) as {
      held: string[];
      queues: { id: string }[];
    };
    expect(beat.held).to.include(id);
    expect(beat.queues.map((queue) => queue.id)).to.deep.equal(['returns']);
    const here = async () => (await store().queue.colleagues()).find((one) => one.id === 'rita')?.here;
    expect(await here()).to.equal(true);
    await ask(rita, '/presence', { body: { state: 'away' } });
    expect(await here()).to.equal(false);
  });

  it('finds at most eight answers of the knowledge base', async () => {
    const { answers } = (await ask(ana, '/answers', { query: { q: 'delivery' } })) as {
      answers: { id: string; title: string; text: string }[];
    };
    expect(answers.length).to.equal(8);
    for (const one of answers) expect(one).to.have.all.keys('id', 'title', 'text');
  });

  it('keeps to what a call may carry', async () => {
    const id = await held(rita);
    const { epoch } = await ticketOf(id);
    const say = (more: object) => ask(rita, '/tickets/:id/say', { id, body: { ...note(epoch), ...more } });
    for (const more of [
      { text: ' ' },
      { text: 'x'.repeat(8001) },
      { id: 'short' },
      { id: 'x'.repeat(101) },
      { epoch: -1 },
      { epoch: 0.5 },
      { more: 1 },
    ]) {
      expect(await say(more), JSON.stringify(more).slice(0, 40)).to.equal('bad-request');
    }
    for (const more of [
      { text: 'x' },
      { text: 'x'.repeat(8000) },
      { id: `${token()}${'x'.repeat(100)}`.slice(0, 100) },
    ]) {
      expect(await say(more)).to.include({ kind: 'said' });
    }
    for (const body of [
      { token: 'short' },
      { token: 'x'.repeat(101) },
      { token: token(), ticket: 'x'.repeat(401) },
      {},
    ]) {
      expect(await ask(rita, '/claim', { body }), JSON.stringify(body).slice(0, 40)).to.equal('bad-request');
    }
    expect(await say({ id: '8letters' })).to.include({ kind: 'said' });
    for (const length of [8, 100]) {
      expect(await ask(rita, '/claim', { body: { token: 't'.repeat(length), ticket: id } })).to.include({
        kind: 'claimed',
      });
    }
    expect(await ask(rita, '/tickets/:id', { id, query: { generation: 0 } })).to.be.an('object');
    expect(await ask(rita, '/presence', { body: { state: 'asleep' } })).to.equal('bad-request');
    expect(await ask(rita, '/answers', { query: { q: 'x'.repeat(201) } })).to.equal('bad-request');
    expect(await ask(rita, '/tickets/:id/move', { id, body: { epoch, action: 'burn' } })).to.equal('bad-request');
    expect(await ask(rita, '/tickets/:id', { id, query: { generation: -1 } })).to.equal('bad-request');
    expect(await ask(rita, '/tickets/:id/entries', { id, query: { after: -1 } })).to.equal('bad-request');
  });
});

describe('the queues that the desk shows', () => {
  it('are open, or open at a time that is told, or never', () => {
    const now = Date.parse('2026-11-25T03:00:00Z');
    const info = (times: string) => queueInfo(hoursOf(times), { now: () => now });
    const queue = { id: 'main', title: 'Support' };
    expect(info('00:00-24:00')[0]).to.deep.equal({ ...queue, open: true });
    expect(info('09:00-17:00')[0]).to.deep.equal({ ...queue, open: false, opens: 'today at 09:00 GMT' });
    expect(info('closed')[0]).to.deep.equal({ ...queue, open: false });
  });
});
