/** Agents who do not answer, and customers of whom nothing is heard or seen. */
import { expect } from 'chai';
import type { Effect } from '../../src/conversation/index.js';
import type { Store, Timing } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { newAgent as someone } from '../support/tickets.js';

const seam = { text: '' };
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
    const heard = await store.conversations.hear(said);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    const effects: readonly Effect[] = [{ kind: 'open' }, { kind: 'queue', boostMs: 0, reason: 'asked' }];
    await store.conversations.settle(heard.turn, effects);
    return { store, conversation };
  }
  const overdue = async (store: Store, conversation: string) =>
    (await store.conversations.overdue(50)).find((turn) => turn.said.conversation === conversation);

  it('an agent who is there but does not answer loses the ticket to the next, at its old place', async () => {
    const { store, conversation } = await waiting({ leaseMs: 100, patienceMs: 0 });
    const agent = someone();
    await store.queue.claim({ agent, token: next('token'), conversation, seam });
    await store.queue.present(agent, true); // a heartbeat does not save it
    let swept: readonly string[] = [];
    while (swept.length === 0) swept = await store.queue.sweep('They did not answer.');
    expect(await store.queue.ticket(conversation)).to.include({ conversation, state: 'waiting' });
    expect(await store.queue.held(agent.id)).to.deep.equal([]);
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
