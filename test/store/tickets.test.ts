import { expect } from 'chai';
import { type Effect, freshMood, type Said } from '../../src/conversation/index.js';
import { effort } from '../../src/effort/index.js';
import type { Agent } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { readAll } from '../support/tickets.js';

const queues = ['main'];
const ana: Agent = { id: 'ana', name: 'Ana', queues };
const ben: Agent = { id: 'ben', name: 'Ben', queues };
const notice = { text: 'joined', mark: 'joined' } as const;
const memory = { mood: freshMood, failures: 0 };
let count = 0;
const next = () => `id-${(count += 1)}`;
const said = (conversation: string, text = 'help'): Said => ({
  conversation,
  channel: 'web',
  activity: next(),
  customer: { id: `customer of ${conversation}` },
  text,
});
const ticket: readonly Effect[] = [
  { kind: 'open' },
  { kind: 'queue', boostMs: 0, reason: 'asked' },
  { kind: 'say', reply: { text: 'One moment.' } },
  { kind: 'remember', memory },
];

async function hearAndSettle(store: Store, message: Said, effects: readonly Effect[]): Promise<void> {
  const heard = await store.conversations.receive(message);
  if (heard.kind !== 'turn') throw new Error(heard.kind);
  expect((await store.conversations.commit(heard.turn, effects)).kind).to.equal('committed');
}

async function escalated(store: Store, boostMs = 0): Promise<string> {
  const conversation = `web-${next()}`;
  const effects = ticket.map((effect) => (effect.kind === 'queue' ? { ...effect, boostMs } : effect));
  await hearAndSettle(store, said(conversation), effects);
  return conversation;
}

async function claimed(store: Store, conversation: string, agent = ana): Promise<number> {
  const claim = await store.queue.claim({ agent, token: next(), conversation, notice });
  if (claim.kind !== 'claimed') throw new Error(claim.kind);
  return claim.epoch;
}

onEveryEngine('tickets', (start) => {
  let house: StoreHouse;
  let store: Store;
  let other: Store;

  before(async () => {
    house = await start();
    [store, other] = [await house.open({ capacity: 500 }), await house.open({ capacity: 500 })];
  });
  after(() => house.close());

  it('go to exactly one of two agents who claim at once, 200 times over', async () => {
    const won = { ana: 0, ben: 0 };
    for (let round = 0; round < 200; round += 1) {
      const conversation = await escalated(store);
      const answers = await Promise.all([
        store.queue.claim({ agent: ana, token: next(), conversation, notice }),
        other.queue.claim({ agent: ben, token: next(), conversation, notice }),
      ]);
      expect(answers.map((answer) => answer.kind).sort()).to.deep.equal(['claimed', 'taken']);
      const holder = (await store.queue.ticket(conversation))?.agent;
      const [first, second] = answers;
      expect((holder?.id === 'ana' ? first : second).kind).to.equal('claimed');
      won[holder?.id === 'ana' ? 'ana' : 'ben'] += 1;
      expect(answers.find((answer) => answer.kind === 'taken')).to.deep.equal({ kind: 'taken', by: holder?.name });
    }
    expect(won.ana + won.ben).to.equal(200);
  });

  it('are served in the order of arrival less boost', async () => {
    const calm = await escalated(store);
    const later = await escalated(store);
    const upset = await escalated(store, 60_000);
    const order = (await store.queue.line(queues, 10)).tickets.map((one) => one.conversation);
    expect(order).to.deep.equal([upset, calm, later]);
    for (const expected of order) {
      const claim = await store.queue.claim({ agent: ana, token: next(), notice });
      expect(claim).to.include({ kind: 'claimed', conversation: expected });
    }
    expect((await store.queue.claim({ agent: ana, token: next(), notice })).kind).to.equal('empty');
  });

  it('give a resent claim its first answer', async () => {
    const conversation = await escalated(store);
    const claim = { agent: ana, token: next(), notice };
    expect(await store.queue.claim(claim)).to.deep.equal(await other.queue.claim(claim));
    expect((await store.queue.ticket(conversation))?.agent?.id).to.equal('ana');
  });

  it('give a resent claim its first answer also when it took the last seat', async () => {
    const single = await house.open({ capacity: 1 });
    const agent = { id: `single-${next()}`, name: 'Single', queues };
    await escalated(store);
    const claim = { agent, token: next(), notice };
    const first = await single.queue.claim(claim);
    expect(first.kind).to.equal('claimed');
    expect(await single.queue.claim(claim)).to.deep.equal(first);
    expect((await single.queue.claim({ ...claim, token: next() })).kind).to.equal('full');
  });

  it('leave no question unanswered when they are handed back', async () => {
    const conversation = await escalated(store);
    const epoch = await claimed(store, conversation);
    await hearAndSettle(store, said(conversation, 'and the other lamp?'), [{ kind: 'remember', memory }]);
    const effects: readonly Effect[] = [{ kind: 'remember', memory }];
    await store.queue.release({
      ...readAll,
      conversation,
      agent: ana,
      epoch,
      notice: { text: '' },
      action: 'hand-back',
      effects,
    });
    const owed = (await store.conversations.overdue(10)).find((turn) => turn.said.conversation === conversation);
    expect(owed?.said.text).to.equal('and the other lamp?');
    const committed = await store.conversations.commit(owed!, [{ kind: 'say', reply: { text: 'Here it is.' } }]);
    expect(committed.kind).to.equal('committed');
    expect((await store.conversations.entries(conversation, 0)).at(-1)?.text).to.equal('Here it is.');
  });

  it('refuse every write of an agent who does not hold them any more', async () => {
    const conversation = await escalated(store);
    const old = await claimed(store, conversation);
    const letGo = { ...readAll, conversation, agent: ana, epoch: old, notice: { text: '' } };
    expect((await store.queue.release({ ...letGo, action: 'release' })).kind).to.equal('moved');
    const now = await claimed(store, conversation, ben);
    expect(now).to.be.greaterThan(old);
    const speech = { conversation, id: next(), agent: ana, epoch: old, text: 'late', note: false };
    expect(await store.queue.speak(speech)).to.deep.equal({ kind: 'fenced', by: 'Ben' });
    expect(
      await store.queue.release({ ...letGo, action: 'close', effects: [{ kind: 'end', outcome: 'helped' }] }),
    ).to.deep.equal({
      kind: 'fenced',
      by: 'Ben',
    });
    expect((await store.queue.ticket(conversation))?.agent?.id).to.equal('ben');
  });

  it('keep their place when they are released', async () => {
    const first = await escalated(store);
    await escalated(store);
    const epoch = await claimed(store, first);
    await store.queue.release({ ...readAll, conversation: first, agent: ana, epoch, notice, action: 'release' });
    expect((await store.queue.line(queues, 10)).tickets[0]?.conversation).to.equal(first);
    while ((await store.queue.claim({ agent: ana, token: next(), notice })).kind === 'claimed');
  });

  it('take what an agent writes once, however often it is sent', async () => {
    const conversation = await escalated(store);
    const epoch = await claimed(store, conversation);
    const speech = { conversation, id: next(), agent: ana, epoch, text: 'hello', note: false };
    const first = await store.queue.speak(speech);
    expect(await other.queue.speak(speech)).to.deep.equal(first);
    const entries = await store.conversations.entries(conversation, 0);
    expect(entries.filter((entry) => entry.text === 'hello')).to.have.length(1);
  });

  it('never exceed an agent’s capacity, over any number of processes', async () => {
    const stores = await Promise.all([
      house.open({ capacity: 3 }),
      house.open({ capacity: 3 }),
      house.open({ capacity: 3 }),
    ]);
    const agent = { id: `busy-${next()}`, name: 'Busy', queues };
    for (let i = 0; i < 12; i += 1) await escalated(store);
    const asked = Array.from({ length: 30 }, (_, i) => stores[i % 3]!.queue.claim({ agent, token: next(), notice }));
    const kinds = (await Promise.all(asked)).map((answer) => answer.kind);
    expect(kinds.filter((kind) => kind === 'claimed')).to.have.length(3);
    expect(kinds.filter((kind) => kind === 'full')).to.have.length(27);
    expect(await store.queue.held(agent.id)).to.have.length(3);
    while ((await store.queue.claim({ agent: ana, token: next(), notice })).kind === 'claimed');
  });

  it('hold clocks that add up to the life of the episode, and to the spans of its transcript', async () => {
    const conversation = await escalated(store);
    const epoch = await claimed(store, conversation);
    await store.queue.speak({ conversation, id: next(), agent: ana, epoch, text: 'hello', note: false });
    await hearAndSettle(store, said(conversation, 'thanks'), [{ kind: 'remember', memory }]);
    const effects: readonly Effect[] = [{ kind: 'end', outcome: 'helped' }];
    await store.queue.release({
      ...readAll,
      conversation,
      agent: ana,
      epoch,
      notice: { text: '' },
      action: 'close',
      effects,
    });
    const record = await store.ledger.episode(conversation, 1);
    const life = Math.round(((record?.endedAt ?? 0) - (record?.bornAt ?? 0)) * 1000);
    const stints = Object.values(record?.stints ?? {}).reduce((sum, span) => sum + Math.round(span * 1000), 0);
    expect(stints).to.equal(life);
    expect(record).to.include({ outcome: 'helped', effort: effort(record!), state: 'closed' });
  });

  it('are left by their customer at once', async () => {
    const conversation = await escalated(store);
    await hearAndSettle(store, said(conversation, 'Leave the line'), [
      { kind: 'leave-line' },
      { kind: 'remember', memory },
    ]);
    expect(await store.queue.ticket(conversation)).to.equal(undefined);
    expect((await store.queue.claim({ agent: ana, token: next(), notice, conversation })).kind).to.equal('gone');
  });
});

onEveryEngine('tickets of an agent who falls silent', (start) => {
  let house: StoreHouse;
  before(async () => (house = await start()));
  after(() => house.close());

  it('go back to their old place, and the agent is told what was lost', async () => {
    const store = await house.open({ timing: { leaseMs: 100 } });
    const first = await escalated(store);
    await escalated(store);
    const epoch = await claimed(store, first);
    let swept: readonly string[] = [];
    while (swept.length === 0) swept = await store.queue.sweep('The agent lost the connection.');
    expect(swept).to.deep.equal([first]);
    expect((await store.queue.line(queues, 10)).tickets[0]?.conversation).to.equal(first);
    expect(await store.queue.sweep('again')).to.deep.equal([]);
    const speech = { conversation: first, id: next(), agent: ana, epoch, text: 'I am back', note: false };
    expect((await store.queue.speak(speech)).kind).to.equal('fenced');
    const marks = (await store.conversations.entries(first, 0)).map((entry) => entry.mark);
    expect(marks.filter((mark) => mark === 'expired')).to.have.length(1);
  });

  it('stay with an agent who keeps sending heartbeats', async () => {
    const store = await house.open();
    const conversation = await escalated(store);
    await claimed(store, conversation);
    expect(await store.queue.present(ana, true)).to.include(conversation);
    expect(await store.queue.sweep('lost')).to.deep.equal([]);
    expect((await store.queue.ticket(conversation))?.agent?.id).to.equal('ana');
  });
});
