/** What is owed, who was helped, and what a closed case cost: told by the store, on every engine. */
import { expect } from 'chai';
import type { Effect } from '../../src/conversation/index.js';
import { effort } from '../../src/effort/index.js';
import type { Agent } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { enterLine, newAgent, readAll } from '../support/tickets.js';

const notice = { text: '' };
const end: Effect = { kind: 'end' };

onEveryEngine('what is owed', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());

  async function taken(agent = newAgent(), force = false) {
    const conversation = await enterLine(store);
    return { conversation, agent, epoch: await claimed(agent, conversation, force) };
  }
  async function claimed(agent: Agent, conversation: string, force = false): Promise<number> {
    const claim = await store.queue.claim({ agent, token: crypto.randomUUID(), conversation, notice, force });
    if (claim.kind !== 'claimed') throw new Error(claim.kind);
    return claim.epoch;
  }
  /** The customer writes, and the assistant leaves it to the agent. */
  async function writes(conversation: string, text: string, effects: readonly Effect[] = []): Promise<number> {
    const customer = { id: `customer of ${conversation}` };
    const said = { conversation, channel: 'web', activity: crypto.randomUUID(), customer, text } as const;
    const heard = await store.conversations.receive(said);
    if (heard.kind === 'turn') await store.conversations.commit(heard.turn, effects);
    return heard.kind === 'gone' ? 0 : heard.seq;
  }
  const answers = ({ conversation, agent, epoch }: Awaited<ReturnType<typeof taken>>) =>
    store.queue.speak({ conversation, id: crypto.randomUUID(), agent, epoch, text: 'It is on its way.', note: false });
  const newest = async (conversation: string) => (await store.queue.ticket(conversation))!.seq;
  const record = async (conversation: string) => (await store.ledger.episode(conversation, 1))!;
  const count = async (name: string) => {
    const now = Date.now();
    const hours = await store.ledger.hours({ from: now - 3_600_000, to: now + 3_600_000 });
    return hours.reduce((sum, hour) => sum + (hour.counters[name] ?? 0), 0);
  };

  for (const action of ['close', 'hand-back', 'release', 'pass'] as const) {
    it(`is not buried by a ${action} that crosses it: nothing is done, and it is told what was written`, async () => {
      const colleague = newAgent();
      await store.queue.present(colleague, true);
      const held = await taken();
      await answers(held);
      const seen = await newest(held.conversation);
      const seq = await writes(held.conversation, 'no it is NOT fixed, my card was charged twice');
      const act = (read: number) => {
        const what = { ...held, seen: read, notice };
        if (action === 'pass') return store.queue.pass({ ...what, to: colleague });
        if (action === 'release') return store.queue.release({ ...what, action });
        return store.queue.release({ ...what, action, effects: action === 'close' ? [end] : [], why: readAll.why });
      };
      const refused = await act(seen);
      if (refused.kind !== 'wrote') throw new Error(refused.kind);
      expect(refused.entries.map((entry) => `${entry.seq} ${entry.text}`)).to.deep.equal([
        `${seq} no it is NOT fixed, my card was charged twice`,
      ]);
      expect(await store.queue.ticket(held.conversation)).to.include({ state: 'assigned', epoch: held.epoch });
      expect((await act(seq)).kind).to.equal('moved');
    });
  }

  it('is answered, or it is said why not: a fresh ticket is not closed without a word', async () => {
    const held = await taken();
    const close = { ...held, seen: 99, notice, action: 'close', effects: [end] } as const;
    expect(await store.queue.release(close)).to.deep.equal({ kind: 'owed' });
    expect(await store.queue.ticket(held.conversation)).to.include({ state: 'assigned', owed: true });
    const why = { reason: 'elsewhere', words: 'I phoned her' } as const;
    expect(await store.queue.release({ ...close, why })).to.deep.equal({ kind: 'moved' });
    expect(await record(held.conversation)).to.deep.include({ outcome: 'unanswered', closedOwing: why });
    expect(await store.queue.done(held.agent.id, Date.now())).to.equal(0);
  });

  it('makes nobody helped before a person has written a line', async () => {
    const held = await taken();
    await answers(held);
    const closed = await store.queue.release({ ...held, seen: 99, notice, action: 'close', effects: [end] });
    expect(closed).to.deep.equal({ kind: 'moved', helped: true });
    expect(await record(held.conversation)).to.include({ outcome: 'helped' });
    expect(await store.queue.done(held.agent.id, Date.now())).to.equal(1);
  });

  it('is not owed to thanks, and is again to what follows', async () => {
    const held = await taken();
    await answers(held);
    const thanked: readonly Effect[] = [{ kind: 'no-answer' }];
    await writes(held.conversation, 'thanks', thanked);
    expect(await store.queue.ticket(held.conversation)).to.include({ owed: false });
    await writes(held.conversation, 'and the lamp?');
    const ticket = await store.queue.ticket(held.conversation);
    expect(ticket).to.include({ owed: true });
    expect(ticket?.running.stint).to.equal('agent');
  });

  it('is not owed because hands change: the clock of whoever takes over stands still after an answer', async () => {
    const held = await taken();
    await answers(held);
    await claimed(newAgent(), held.conversation, true);
    const ticket = await store.queue.ticket(held.conversation);
    expect(ticket).to.include({ owed: false });
    expect(ticket?.running.stint).to.equal('customer');
  });

  it('costs what its drivers add up to, when somebody is let go in the line as well', async () => {
    const conversation = await enterLine(store);
    await writes(conversation, 'never mind', [{ kind: 'end', outcome: 'gave-up' }]);
    const found = await record(conversation);
    expect(found.effort).to.equal(effort(found)).and.to.be.at.least(15);
  });

  it('is told by the longest wait, not by that of the head', async () => {
    const queue = `line-${crypto.randomUUID().slice(0, 8)}`;
    const moveTo = async (conversation: string) => {
      const agent = newAgent();
      const epoch = await claimed(agent, conversation);
      await store.queue.release({ ...readAll, conversation, agent, epoch, notice, action: 'release', queue });
    };
    const first = await enterLine(store);
    await moveTo(first);
    const { queuedAt } = (await store.queue.ticket(first))!;
    const boosted = await enterLine(store, 480_000);
    await moveTo(boosted);
    expect((await store.queue.line([queue], 9)).tickets[0]?.conversation).to.equal(boosted);
    const { now, oldest } = await timed(queue);
    expect(now - (oldest ?? 0)).to.be.closeTo(queuedAt, 1000);
    await claimed(newAgent([queue]), first);
    const { queuedAt: later } = (await store.queue.ticket(boosted))!;
    const after = await timed(queue);
    expect(after.now - (after.oldest ?? 0)).to.be.closeTo(later, 1000);
    expect(later).to.be.greaterThan(queuedAt);
  });
  async function timed(queue: string) {
    const { oldest } = await store.ledger.live([queue]);
    return { now: Date.now(), oldest };
  }

  it('is counted when it is erased while it is open: the records say what the hours say', async () => {
    const before = await Promise.all([count('outcome:gave-up'), count('effort:n'), count('effort:sum')]);
    const conversation = await enterLine(store);
    await store.erase(`customer of ${conversation}`);
    const now = Date.now();
    const found = (await store.ledger.episodes({ from: now - 60_000, to: now + 60_000 }, 1))[0];
    expect(found).to.include({ outcome: 'gave-up', effort: effort(found!) });
    const after = await Promise.all([count('outcome:gave-up'), count('effort:n'), count('effort:sum')]);
    expect(after.map((sum, at) => sum - (before[at] ?? 0))).to.deep.equal([1, 1, found?.effort]);
  });
});
