/** What a customer is told of the line is what the line is: the place by the store, the wait by the rule of the house. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { Effect } from '../../src/conversation/index.js';
import { waitPace, waitRange } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

onEveryEngine('the words about a place', (start) => {
  let house: StoreHouse;
  let store: Store;
  let customers = 0;
  before(async () => {
    house = await start();
    store = await house.open();
    customers = 0;
  });
  after(() => house.close());

  /** Enters the line and answers what was said. */
  async function enter(text: string, facts?: { agents: number; pace: number }): Promise<string> {
    const conversation = `c${(customers += 1)}`;
    const said = { conversation, channel: 'web', activity: 'a', customer: { id: conversation }, text: 'help' } as const;
    const heard = await store.conversations.receive(said);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    const promised = facts && waitPace(facts);
    const effects: readonly Effect[] = [
      { kind: 'open' },
      { kind: 'queue', boostMs: 0, reason: 'asked', ...(promised === undefined ? {} : { promised }) },
      { kind: 'say', reply: { text }, place: { ordinals: ['next', 'second', 'number {number}'] } },
    ];
    expect((await store.conversations.commit(heard.turn, effects)).kind).to.equal('committed');
    return (await store.conversations.entries(conversation, 0)).find(({ role }) => role === 'assistant')?.text ?? '';
  }

  it('are filled in wherever they stand, and nothing else is', async () => {
    expect(await enter('{ordinal}, {other}, {ordinal}{ordinal}')).to.equal('next, {other}, nextnext');
    expect(await enter('{ordinal} {low}')).to.equal('second {low}');
    expect(await enter('né {ordinal} 漢')).to.equal('né number 3 漢');
  });

  it('promise each place the wait that the rule of the house says', async () => {
    const facts = fc.record({ agents: fc.integer({ min: 1, max: 30 }), pace: fc.nat(3_600_000) });
    for (const { agents, pace } of fc.sample(facts, 60)) {
      const ahead = customers;
      const { low, high } = waitRange({ ahead, agents, pace })!;
      expect(await enter('{low}–{high}', { agents, pace })).to.equal(`${low / 60_000}–${high / 60_000}`);
    }
  });
});
