/** Danger and fraud come before everybody else in the line, whoever was there before, and first come first among themselves. */
import { expect } from 'chai';
import type { Effect, Receipt } from '../../src/conversation/index.js';
import { firstMs } from '../../src/escalation/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { enterLine, newAgent } from '../support/tickets.js';

const receipt: Receipt = { policy: '3', turn: 2, points: 100, bar: 100, signals: [] };
const raise: Effect = { kind: 'raise', boostMs: firstMs, reason: 'danger', receipt };

onEveryEngine('who comes first', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());

  let said = 0;
  async function turnsOut(conversation: string): Promise<void> {
    const customer = { id: `customer of ${conversation}` };
    const activity = `danger ${(said += 1)}`;
    const heard = await store.conversations.receive({ conversation, channel: 'web', activity, customer, text: 'fire' });
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    expect((await store.conversations.commit(heard.turn, [raise])).kind).to.equal('committed');
  }

  it('is whoever is in danger, in the order they came, and a repeat moves nobody', async () => {
    const angry = await enterLine(store, 15 * 60_000);
    const earlier = await enterLine(store);
    const later = await enterLine(store);
    await turnsOut(later);
    await turnsOut(earlier);
    const { order } = (await store.queue.ticket(later))!;
    await turnsOut(later);
    expect((await store.queue.ticket(later))?.order).to.equal(order);
    expect((await store.queue.ticket(later))?.reason).to.equal('danger');

    const agent = newAgent();
    const served: string[] = [];
    for (const token of ['one', 'two', 'three']) {
      const claimed = await store.queue.claim({ agent, token: `${agent.id} ${token}`, notice: { text: '' } });
      served.push(claimed.kind === 'claimed' ? claimed.conversation : claimed.kind);
    }
    expect(served).to.deep.equal([earlier, later, angry]);

    await turnsOut(angry);
    const held = (await store.queue.ticket(angry))!;
    expect([held.state, held.reason, held.receipt?.points]).to.deep.equal(['assigned', 'danger', 100]);
  });
});
