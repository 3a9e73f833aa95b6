/** Who said that they are away, or has signed out, is given nothing: not the next of the line, not one that is passed. What they ask for by name is theirs. */
import { expect } from 'chai';
import type { ClaimAnswer } from '../../src/desk/contract.js';
import type { Agent } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { type DeskMember, signIn } from '../support/desk-member.js';
import { startServer, type ServerProcess } from '../support/server.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { enterLine } from '../support/tickets.js';

const ana: Agent = { id: 'ana', name: 'Ana Silva', queues: ['main', 'returns', 'orders'] };
const away: ClaimAnswer['kind'] = 'away';

onEveryEngine('who is away', (start) => {
  let house: StoreHouse;
  let server: ServerProcess;
  let store: Store;
  /** Their heartbeat lasts a millisecond. */
  let hasty: Store;
  const members: Record<string, DeskMember> = {};
  const of = (id: string) => members[id]!;

  before(async () => {
    house = await start();
    server = await startServer(house.env);
    [store, hasty] = [await house.open(), await house.open({ timing: { leaseMs: 1 } })];
    for (const id of ['ana', 'ben', 'sam']) members[id] = await signIn(server.url, id);
  });
  after(async () => {
    await server.stop();
    await house.close();
  });

  /** How Ana comes to be where she is, and what a claim of the next is answered there. */
  const states: readonly (readonly [what: string, come: () => Promise<unknown>, answer: ClaimAnswer['kind']])[] = [
    ['has not been at the desk yet', () => Promise.resolve(), 'claimed'],
    ['is here', () => of('ana').here(), 'claimed'],
    ['is away', () => of('ana').away(), away],
    ['is away, and says so again', () => of('ana').away(), away],
    ['is back', () => of('ana').here(), 'claimed'],
    ['has fallen silent', () => hasty.queue.present(ana, true), 'claimed'],
  ];
  const ways: readonly (readonly [what: string, body: (ticket: string) => { readonly ticket?: string }])[] = [
    ['the next', () => ({})],
    ['the one asked for', (ticket) => ({ ticket })],
  ];

  for (const [what, come, next] of states) {
    for (const [way, body] of ways) {
      const answer = way === 'the next' ? next : 'claimed';
      it(`who ${what} asks for ${way}: ${answer}`, async () => {
        await come();
        const ticket = await enterLine(store);
        const got = await of('ana').claim(body(ticket));
        expect(got.kind).to.equal(answer);
        expect((await store.queue.ticket(ticket))?.state).to.equal(answer === 'claimed' ? 'assigned' : 'waiting');
        await of('sam').here();
        await of('sam').move(await of('sam').take(ticket, true), 'close');
      });
    }
  }

  it('gets the first answer again for a claim made before, and keeps what they hold', async () => {
    await of('ana').here();
    const ticket = await enterLine(store);
    const wish = { token: crypto.randomUUID(), ticket };
    const first = await of('ana').claim(wish);
    await of('ana').away();
    expect(first.kind).to.equal('claimed');
    expect(await of('ana').claim(wish)).to.deep.equal(first);
    if (first.kind === 'claimed') expect((await of('ana').say(first.ticket, 'Still with you.')).kind).to.equal('said');
  });

  it('takes over as a supervisor all the same', async () => {
    const ticket = await enterLine(store);
    await of('ben').take(ticket);
    await of('sam').away();
    expect((await of('sam').take(ticket, true)).agentId).to.equal('sam');
  });

  it('is passed nothing, by their own word or by signing out alone, until a page of theirs is there again', async () => {
    const given = await of('ben').take(await enterLine(store));
    const to = { to: 'ana' };
    await of('ana').here();
    await of('ana').away();
    expect(await of('ben').pass(given, to)).to.deep.equal({ kind: 'away' });
    await of('ana').here();
    expect((await of('ana').call('POST /sign-out', {})).status).to.equal(200);
    expect(await of('ben').pass(given, to)).to.deep.equal({ kind: 'away' });
    expect((await of('ben').view(given.id)).ticket).to.include({ state: 'assigned', agentId: 'ben' });
    members['ana'] = await signIn(server.url, 'ana');
    await of('ana').here();
    expect(await of('ben').pass(given, to)).to.deep.equal({ kind: 'moved' });
  });
});
