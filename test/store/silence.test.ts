/** Agents who do not answer, and customers of whom nothing is heard or seen. */
import { expect } from 'chai';
import type { Effect } from '../../src/conversation/index.js';
import type { Agent } from '../../src/queue/index.js';
import type { Store, Timing } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { newAgent as someone } from '../support/tickets.js';
import { readAll } from '../support/tickets.js';

const notice = { text: '' };
const ended: readonly Effect[] = [{ kind: 'end', outcome: 'helped' }];
let count = 0;
const next = (prefix: string) => `${prefix}-${(count += 1)}`;

onEveryEngine('customers and agents who fall silent', (start) => {
  let house: StoreHouse;
  before(async () => (house = await start()));
  after(() => house.close());

  async function waiting(timing: Partial<Timing>): Promise<{ store: Store; conversation: string }> {
    const store = await house.open({ timing });
    const conversation = next('silent');
    const said = {
      conversation,
      channel: 'web',
      activity: next('a'),
      customer: { id: `customer of ${conversation}` },
      text: 'help',
    } as const;
    const heard = await store.conversations.receive(said);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    const effects: readonly Effect[] = [{ kind: 'open' }, { kind: 'queue', boostMs: 0, reason: 'asked' }];
    await store.conversations.commit(heard.turn, effects);
    return { store, conversation };
  }
  const overdue = async (store: Store, conversation: string) =>
    (await store.conversations.overdue(50)).find((turn) => turn.said.conversation === conversation);

  /** Heartbeats until the ticket is swept, or for so long; milliseconds. */
  async function beating(store: Store, agent: Agent, patience: number): Promise<readonly string[]> {
    let swept: readonly string[] = [];
    for (const end = Date.now() + patience; swept.length === 0 && Date.now() < end;) {
      await store.queue.present(agent, true);
      swept = await store.queue.sweep('They did not answer.');
    }
    return swept;
  }

  it('an agent who is there but does not answer loses the ticket to the next, at its old place', async () => {
    const { store, conversation } = await waiting({ leaseMs: 800, patienceMs: 0 });
    const agent = someone();
    await store.queue.claim({ agent, token: next('token'), conversation, notice });
    // heartbeats go on for many leases, and do not save it
    expect(await beating(store, agent, 5000)).to.deep.equal([conversation]);
    expect(await store.queue.ticket(conversation)).to.include({ conversation, state: 'waiting' });
    expect(await store.queue.held(agent.id)).to.deep.equal([]);
  });

  it('an agent keeps by heartbeats what they have answered, and what has not waited for long', async () => {
    const answered = await waiting({ leaseMs: 400, patienceMs: 0 });
    const fresh = await waiting({ leaseMs: 400, patienceMs: 60_000 });
    for (const [{ store, conversation }, says] of [
      [answered, true],
      [fresh, false],
    ] as const) {
      const agent = someone();
      const claim = await store.queue.claim({ agent, token: next('token'), conversation, notice });
      const epoch = claim.kind === 'claimed' ? claim.epoch : 0;
      if (says) await store.queue.speak({ conversation, id: next('s'), agent, epoch, text: 'hello', note: false });
      expect(await beating(store, agent, 1000)).to.deep.equal([]);
      expect(await store.queue.ticket(conversation)).to.include({ state: 'assigned' });
      await store.queue.release({ ...readAll, conversation, agent, epoch, action: 'close', notice, effects: ended });
    }
  });

  it('a customer whose agent was lost is looked after like everybody in the line', async () => {
    const { store, conversation } = await waiting({ leaseMs: 50, lineIdleMs: 1 });
    await store.queue.claim({ agent: someone(), token: next('token'), conversation, notice });
    while (!(await store.queue.sweep('')).includes(conversation));
    let turn = await overdue(store, conversation);
    for (const end = Date.now() + 5000; turn === undefined && Date.now() < end;) {
      turn = await overdue(store, conversation);
    }
    expect(turn?.episode?.state).to.equal('waiting');
  });

  it('a customer in the line is looked after when nothing is heard of them', async () => {
    const { store, conversation } = await waiting({ lineIdleMs: 1 });
    let turn = await overdue(store, conversation);
    while (turn === undefined) turn = await overdue(store, conversation);
    expect(turn).to.include({ seq: 0 });
    expect(turn.episode?.state).to.equal('waiting');
  });

  it('an open page is a sign of life', async () => {
    const { store, conversation } = await waiting({ lineIdleMs: 1 });
    const patient = await house.open({ timing: { lineIdleMs: 3_600_000 } });
    await patient.queue.seen(conversation);
    expect(await overdue(store, conversation)).to.equal(undefined);
  });
});
