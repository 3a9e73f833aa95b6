/** Where a customer stands, over the store: with the assistant, in the line, or with a person. */
import { expect } from 'chai';
import { knowledge } from '../support/mind.js';
import { systemClock } from '../../src/base/index.js';
import { standing } from '../../src/bot/index.js';
import { checkHours, type Hours, waitRange } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { embedded, onEveryEngine, type StoreHouse } from '../support/stores.js';
import { enterLine, newAgent } from '../support/tickets.js';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
function openOn(times: string): Hours {
  const text = [
    'zone: UTC',
    'week:',
    ...days.map((day) => `  ${day}: ${times}`),
    'queues: { main: { title: Support } }',
  ];
  const checked = checkHours({ name: 'hours.yaml', text: text.join('\n') });
  if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
  return checked.value;
}
const always = openOn('00:00-24:00');

onEveryEngine(
  'where a customer stands',
  (start) => {
    let house: StoreHouse;
    let store: Store;
    beforeEach(async () => {
      house = await start();
      store = await house.open();
    });
    afterEach(() => house.close());

    const where = (conversation: string, hours = always, clock = systemClock) =>
      standing({ queue: store.queue, hours, clock, speech: knowledge.speech }, conversation);

    it('is with the assistant as long as no person is needed', async () => {
      expect(await where('web-nobody')).to.deep.equal({ state: 'assistant' });
    });

    it('is in the line, at a place, since a time, with the wait that may be promised', async () => {
      await enterLine(store);
      const second = await enterLine(store);
      const { queuedAt: since } = (await store.queue.ticket(second))!;
      expect(await where(second)).to.deep.equal({ state: 'waiting', place: 2, since });
      await store.queue.present(newAgent(), true);
      const wait = waitRange({ ahead: 1, agents: 1, pace: 0 });
      expect(await where(second)).to.deep.equal({ state: 'waiting', place: 2, since, wait });
    });

    it('is in the line of a closed desk, which opens at a time or never, and nothing is promised', async () => {
      const conversation = await enterLine(store);
      await store.queue.present(newAgent(), true);
      const { queuedAt: since } = (await store.queue.ticket(conversation))!;
      const night = { now: () => Date.parse('2026-11-25T03:00:00Z') };
      const closed = { state: 'waiting', place: 1, since } as const;
      expect(await where(conversation, openOn('09:00-17:00'), night)).to.deep.equal({
        ...closed,
        opens: 'today at 09:00 UTC',
      });
      expect(await where(conversation, openOn('closed'), night)).to.deep.equal({ ...closed, opens: '' });
    });

    it('is in the line, but need not sit in it, when they left a message', async () => {
      const conversation = await enterLine(store);
      const customer = { id: `customer of ${conversation}` };
      const said = { conversation, channel: 'web', activity: 'b', customer, text: 'me@example.org' } as const;
      const heard = await store.conversations.receive(said);
      if (heard.kind !== 'turn') throw new Error(heard.kind);
      await store.conversations.commit(heard.turn, [{ kind: 'contact', text: 'me@example.org' }]);
      expect(await where(conversation)).to.include({ state: 'waiting', reachable: true });
    });

    it('is with a person, by name', async () => {
      const conversation = await enterLine(store);
      const agent = { ...newAgent(), name: 'Ana' };
      await store.queue.claim({ agent, token: 'a token of ana', conversation, notice: { text: '' } });
      expect(await where(conversation)).to.deep.equal({ state: 'agent', name: 'Ana' });
    });
  },
  [embedded],
);
