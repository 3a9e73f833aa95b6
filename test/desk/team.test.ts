/** What becomes of a ticket when one of the team asks for it, by role, by the queues they serve, and by who holds it. */
import { expect } from 'chai';
import type { Person } from '../../src/http/index.js';
import { ana, omar, onFloor, rita, sam } from './floor.js';
import { readOne } from '../support/tickets.js';

onFloor('the team at the desk', ({ store, routes, ask, token, ticketOf, note, written, claims, waiting, held }) => {
  it('is for agents and supervisors who have signed in, in every one of its routes', async () => {
    expect(routes()).to.have.length.above(8);
    for (const { path, roles } of routes()) expect(roles, path).to.deep.equal(['agent', 'supervisor']);
    expect(await ask(undefined, '/line')).to.equal('unauthorized');
  });

  for (const place of ['/tickets/:id', '/tickets/:id/entries']) {
    it(`lets nobody read at ${place} what waits in a queue they do not serve, and everybody what somebody holds`, async () => {
      const id = await waiting();
      expect(await ask(ana, place, { id })).to.equal('forbidden');
      for (const one of [rita, omar, sam]) expect(await ask(one, place, { id }), one.name).to.be.an('object');
      await claims(rita, id);
      expect(await ask(ana, place, { id })).to.be.an('object');
    });

    it(`says at ${place} that a ticket is closed, or that it was erased`, async () => {
      expect(await ask(sam, place, { id: 'web-nowhere' })).to.equal('gone');
      const id = await held(rita);
      const { generation, epoch } = await ticketOf(id);
      await ask(rita, '/tickets/:id/move', { id, body: { ...readOne, epoch, action: 'close' } });
      expect(await ask(rita, place, { id })).to.equal('not-found');
      expect(await ask(rita, place, { id, query: { generation } })).to.equal('not-found');
      expect(await ask(rita, place, { id, query: { generation: generation - 1 } })).to.equal('gone');
    });
  }

  it('lets nobody write a note on what waits in a queue they do not serve', async () => {
    const id = await waiting();
    const { epoch } = await ticketOf(id);
    expect(await ask(ana, '/tickets/:id/say', { id, body: note(epoch) })).to.equal('forbidden');
    expect(await written(id)).to.equal(0);
    expect(await ask(rita, '/tickets/:id/say', { id, body: note(epoch) })).to.include({ kind: 'said' });
    expect(await ask(sam, '/tickets/:id/say', { id, body: note(epoch) })).to.include({ kind: 'said' });
    await claims(rita, id);
    expect(await ask(ana, '/tickets/:id/say', { id, body: note() })).to.include({ kind: 'said' });
    expect(await written(id)).to.equal(3);
  });

  it('keeps no note of somebody who saw a ticket that went to a queue they do not serve before it was written', async () => {
    const id = await held(rita);
    const { epoch } = await ticketOf(id);
    const speech = { conversation: id, id: token(), epoch, text: 'for the team', note: true };
    const move = { conversation: id, agent: rita, epoch, seen: 1, action: 'release', notice: { text: '' } } as const;
    expect(await store().queue.release(move)).to.deep.equal({ kind: 'moved' });
    expect(await store().queue.speak({ ...speech, agent: { ...ana, queues: ['main'] } })).to.include({
      kind: 'fenced',
    });
    expect(await written(id)).to.equal(0);
    expect(await store().queue.speak({ ...speech, agent: { ...rita, queues: ['returns'] } })).to.include({
      kind: 'said',
    });
  });

  it('refuses whoever says that they have seen what is not written yet', async () => {
    const id = await held(rita);
    const { epoch, seq } = await ticketOf(id);
    const ahead = { epoch, seen: seq + 1 };
    const close = { ...ahead, why: readOne.why, action: 'close' };
    expect(await ask(rita, '/tickets/:id/move', { id, body: close })).to.equal('bad-request');
    expect(await ask(rita, '/tickets/:id/pass', { id, body: { ...ahead, queue: 'main' } })).to.equal('bad-request');
    expect(await ticketOf(id)).to.include({ epoch, seq, state: 'assigned' });
    expect(await ask(rita, '/tickets/:id/move', { id, body: { ...close, seen: seq } })).to.include({ kind: 'moved' });
  });

  it('lets nobody but its holder speak to the customer', async () => {
    const id = await held(rita);
    const { epoch } = await ticketOf(id);
    const say = (one: Person) => ask(one, '/tickets/:id/say', { id, body: { ...note(epoch), note: false } });
    for (const other of [ana, omar, sam]) expect(await say(other)).to.deep.equal({ kind: 'fenced', by: 'Rita' });
    expect(await say(rita)).to.include({ kind: 'said' });
  });

  it('lets only a note correct how a message reads', async () => {
    const id = await held(rita);
    const { epoch } = await ticketOf(id);
    const corrects = { about: 1, reads: 'calm' };
    const say = (more: object) => ask(rita, '/tickets/:id/say', { id, body: { ...note(epoch), ...more } });
    expect(await say({ note: false, corrects })).to.equal('bad-request');
    expect(await say({ corrects })).to.include({ kind: 'said' });
  });

  it('gives what waits only to those who serve its queue', async () => {
    const id = await waiting();
    expect(await claims(ana, id)).to.equal('forbidden');
    expect(await claims(rita, id)).to.include({ kind: 'claimed' });
    expect(await claims(ana, id)).to.deep.equal({ kind: 'taken', by: 'Rita' });
  });

  it('lets only a supervisor take a ticket over, and only one that is named', async () => {
    const id = await held(rita);
    const take = (one: Person, body: object) =>
      ask(one, '/claim', { body: { token: token(), takeOver: true, ...body } });
    expect(await take(omar, { ticket: id })).to.equal('forbidden');
    expect(await take(sam, {})).to.equal('bad-request');
    expect((await ticketOf(id)).agent?.id).to.equal('rita');
    expect(await take(sam, { ticket: id })).to.include({ kind: 'claimed' });
    expect((await ticketOf(id)).agent?.id).to.equal('sam');
    const seams = (await store().conversations.entries(id, 0)).filter(({ mark }) => mark === 'joined');
    expect(seams.at(-1)?.text).to.contain('Sam').and.contain('Rita');
  });

  it('lets only a supervisor move what somebody else holds', async () => {
    const id = await held(rita);
    const { epoch } = await ticketOf(id);
    const move = (one: Person, force?: true) =>
      ask(one, '/tickets/:id/move', { id, body: { ...readOne, epoch, action: 'close', ...(force ? { force } : {}) } });
    expect(await move(omar, true)).to.equal('forbidden');
    expect(await move(rita, true)).to.equal('forbidden');
    expect(await move(omar)).to.deep.equal({ kind: 'fenced', by: 'Rita' });
    expect(await move(sam)).to.deep.equal({ kind: 'fenced', by: 'Rita' });
    expect(await move(sam, true)).to.deep.equal({ kind: 'moved' });
    expect(await store().queue.ticket(id)).to.equal(undefined);
    expect(await move(rita)).to.equal('not-found');
    expect(
      await ask(sam, '/tickets/:id/move', { id: 'web-nowhere', body: { ...readOne, epoch, action: 'close' } }),
    ).to.equal('not-found');
  });

  it('passes a ticket to a queue that is there or a colleague who is there, and to nobody else', async () => {
    const id = await held(rita);
    const { epoch } = await ticketOf(id);
    const pass = (to: object) => ask(rita, '/tickets/:id/pass', { id, body: { seen: readOne.seen, epoch, ...to } });
    await ask(rita, '/presence', { body: { state: 'here' } });
    for (const to of [{ to: 'rita' }, { to: 'nobody' }, { queue: 'nowhere' }, {}]) {
      expect(await pass(to), JSON.stringify(to)).to.equal('bad-request');
    }
    await ask(ana, '/presence', { body: { state: 'here' } });
    expect(await pass({ to: 'ana' })).to.deep.equal({ kind: 'moved' });
    expect((await ticketOf(id)).agent).to.deep.equal({ id: 'ana', name: 'Ana' });
    expect(await pass({ queue: 'main' })).to.deep.equal({ kind: 'fenced', by: 'Ana' });
    const next = { seen: readOne.seen, epoch: (await ticketOf(id)).epoch, queue: 'main' };
    expect(await ask(ana, '/tickets/:id/pass', { id, body: next })).to.deep.equal({ kind: 'moved' });
    expect(await ticketOf(id)).to.include({ state: 'waiting', queue: 'main' });
    await claims(ana, id);
  });
});
