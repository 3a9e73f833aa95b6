/** Danger and fraud come before everybody else in the line, whoever was there before, and first come first among themselves. */
import { expect } from 'chai';
import { type Effect, freshMood, type Reason, type Receipt } from '../../src/conversation/index.js';
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

  const heavier = (reason: Reason, points: number): Effect => ({
    kind: 'raise',
    boostMs: firstMs,
    reason,
    receipt: { ...receipt, points },
  });
  async function commit(conversation: string, effects: readonly Effect[], who = `customer of ${conversation}`) {
    const activity = `told ${(said += 1)}`;
    const customer = { id: who };
    const heard = await store.conversations.receive({ conversation, channel: 'web', activity, customer, text: 'help' });
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    return (await store.conversations.commit(heard.turn, effects)).kind;
  }
  const tallied = async () => {
    const hours = await store.ledger.hours({ from: Date.now() - 7_200_000, to: Date.now() + 3_600_000 });
    const of = (reason: Reason) => hours.reduce((sum, { counters }) => sum + (counters[`reason:${reason}`] ?? 0), 0);
    return { asked: of('asked'), fraud: of('fraud'), danger: of('danger') };
  };

  it('has the heaviest of its reasons, and is counted by it', async () => {
    const before = await tallied();
    const [robbed, burning] = [await enterLine(store), await enterLine(store)];
    await commit(robbed, [heavier('fraud', 101)]);
    await commit(burning, [heavier('danger', 102)]);
    await commit(burning, [heavier('fraud', 103)]);
    const shown = async (id: string) => {
      const found = await store.queue.ticket(id);
      const record = await store.ledger.episode(id, 1);
      expect(record).to.include({ reason: found?.reason });
      return [found?.reason, found?.receipt?.points];
    };
    expect([await shown(robbed), await shown(burning)]).to.deep.equal([
      ['fraud', 101],
      ['danger', 102],
    ]);
    await commit(robbed, [heavier('danger', 104)]);
    await commit(robbed, [heavier('danger', 105)]);
    expect(await shown(robbed)).to.deep.equal(['danger', 104]);
    const { asked, fraud, danger } = await tallied();
    expect([asked - before.asked, fraud - before.fraud, danger - before.danger]).to.deep.equal([0, 0, 2]);
  });

  describe('somebody who waits in another conversation', () => {
    const remember: Effect = { kind: 'remember', memory: { mood: freshMood, failures: 0 } };
    const told: Effect = { ...heavier('danger', 100), elsewhere: { text: 'my lamp is on fire' } } as Effect;
    const begin = (customer: string) => store.conversations.idFor(customer, () => `web-${crypto.randomUUID()}`);
    const inLine = async (who: string) => {
      const conversation = begin(who);
      await commit(conversation, [{ kind: 'open' }, { kind: 'queue', boostMs: 0, reason: 'asked' }, remember], who);
      return conversation;
    };

    it('moves to the front there, with what was said here as a note, and the case is grave', async () => {
      const who = `person ${crypto.randomUUID()}`;
      await enterLine(store, 15 * 60_000);
      const [first, second] = [await inLine(who), begin(who)];
      expect(await commit(second, [{ kind: 'open' }, told, remember], who)).to.equal('committed');
      const found = (await store.queue.ticket(first))!;
      expect(found).to.deep.include({ state: 'waiting', reason: 'danger', receipt, grave: true });
      expect(found.last).to.include({ role: 'note', text: 'my lamp is on fire' });
      const { tickets } = await store.queue.line(['main'], 1000);
      expect(tickets.find(({ order }) => order > found.order - 1)?.conversation).to.be.a('string');
      expect(tickets.findIndex(({ conversation }) => conversation === first)).to.be.below(
        tickets.findIndex(({ reason }) => reason === 'asked'),
      );
      expect(await store.queue.ticket(second)).to.equal(undefined);
    });

    it('is raised where a person has them already, and that person keeps them', async () => {
      const who = `person ${crypto.randomUUID()}`;
      const [first, second] = [await inLine(who), begin(who)];
      const agent = newAgent();
      await store.queue.claim({ agent, token: crypto.randomUUID(), conversation: first, notice: { text: '' } });
      expect(await commit(second, [{ kind: 'open' }, told, remember], who)).to.equal('committed');
      const found = (await store.queue.ticket(first))!;
      expect(found).to.deep.include({ state: 'assigned', reason: 'danger', grave: true });
      expect(found.agent?.id).to.equal(agent.id);
      expect(found.last).to.include({ role: 'note' });
    });

    it('is decided again when they have left that line meanwhile', async () => {
      const who = `person ${crypto.randomUUID()}`;
      const [first, second] = [await inLine(who), begin(who)];
      await commit(first, [{ kind: 'leave-line' }, remember], who);
      expect(await commit(second, [{ kind: 'open' }, told, remember], who)).to.equal('moved');
    });
  });
});
