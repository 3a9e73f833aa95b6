/** What the desk shows of a person beyond the ticket: their other cases, and who may read them. */
import { expect } from 'chai';
import { randomIds } from '../../src/base/index.js';
import { type Effect, freshMood } from '../../src/conversation/index.js';
import type { TicketView } from '../../src/desk/contract.js';
import type { EarlierView, PersonHistory } from '../../src/desk/history/contract.js';
import { ana, onFloor, rita, sam } from './floor.js';

const remember: Effect = { kind: 'remember', memory: { mood: freshMood, failures: 0 } };
const ticket: readonly Effect[] = [{ kind: 'open' }, { kind: 'queue', boostMs: 0, reason: 'asked' }, remember];
const ended: readonly Effect[] = [{ kind: 'open' }, { kind: 'end', outcome: 'solved' }, remember];

interface Case {
  readonly effects?: readonly Effect[];
  readonly name?: string;
  readonly id?: string;
}

onFloor('the history of a person', ({ store, ask }) => {
  /** One case, in a conversation of its own or in this one. */
  async function begin(
    person: string,
    text: string,
    { effects = ended, name = 'Zoë', id = `web-${randomIds.next()}` }: Case = {},
  ) {
    const said = { conversation: id, channel: 'web', activity: randomIds.next(), text } as const;
    const heard = await store().conversations.receive({ ...said, customer: { id: person, name } });
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    expect((await store().conversations.commit(heard.turn, effects)).kind).to.equal('committed');
    return id;
  }
  const history = async (id: string) => (await ask(ana, '/tickets/:id/history', { id })) as PersonHistory;

  it('is that of all their conversations, newest first, without the case itself and nobody else’s', async () => {
    const first = await begin('loyal', 'one', { name: 'Zo' });
    const contact: Effect = { kind: 'contact', text: 'zoe@example.org' };
    const second = await begin('loyal', 'two', { effects: [...ended.slice(0, 1), contact, ...ended.slice(1)] });
    await begin('stranger', 'other');
    const id = await begin('loyal', 'three', { effects: ticket });
    const found = await history(id);
    expect(found.cases.map((one) => one.id)).to.deep.equal([`1:${second}`, `1:${first}`]);
    expect(found.cases[0]).to.include({ state: 'closed', outcome: 'solved', readable: true, effort: 12 }); // they came again
    expect(found.cases[0]?.channel.short).to.equal('Web');
    expect(found).to.deep.include({ more: false, names: ['Zoë', 'Zo'], contacts: ['zoe@example.org'] });
  });

  it('is bounded, and says when there is more', async () => {
    for (let n = 0; n < 10; n += 1) await begin('often', 'again');
    const id = await begin('often', 'now', { effects: ticket });
    expect(await history(id))
      .to.include({ more: false })
      .and.to.have.property('cases')
      .with.length(10);
    await begin('often', 'and once more');
    expect(await history(id))
      .to.include({ more: true })
      .and.to.have.property('cases')
      .with.length(10);
  });

  it('opens the words of one case, and of no other case of its conversation', async () => {
    const talk = await begin('reader', 'the first case');
    await begin('reader', 'the second case', { id: talk });
    const id = await begin('reader', 'now', { effects: ticket });
    const [second, first] = (await history(id)).cases;
    const open = async (one = '') =>
      (await ask(ana, '/tickets/:id/history/:case', { id, earlier: one })) as EarlierView;
    const texts = async (one?: string) =>
      (await open(one)).entries.flatMap(({ role, text }) => (role === 'customer' ? [text] : []));
    expect(await texts(first?.id)).to.deep.equal(['the first case']);
    expect(await texts(second?.id)).to.deep.equal(['the second case']);
    expect((await open(first?.id)).entries[0]).to.not.have.property('activity');
  });

  it('opens no case of somebody else, and none that waits where the reader does not serve', async () => {
    const other = await begin('somebody else', 'private');
    const id = await begin('curious', 'now', { effects: ticket });
    const open = (person: typeof ana, one: string) => ask(person, '/tickets/:id/history/:case', { id, earlier: one });
    expect(await open(ana, `1:${other}`)).to.equal('not-found');
    expect(await open(ana, 'nonsense')).to.equal('not-found');
    expect(await open(rita, `1:${id}`)).to.equal('forbidden');
    expect(await ask(rita, '/tickets/:id/history', { id })).to.equal('forbidden');
    expect(await open(sam, `1:${id}`)).to.have.property('entries');
    expect(await ask(ana, '/tickets/:id/history', { id: other })).to.equal('not-found');
  });

  it('lists a case that waits where the reader does not serve, and opens it only to who serves there', async () => {
    const single = await begin('two at once', 'one', { effects: ticket });
    const agent = { id: 'omar', name: 'Omar', queues: ['main', 'returns'] };
    const base = { conversation: single, agent, notice: { text: '' } };
    const claimed = await store().queue.claim({ ...base, token: randomIds.next() });
    if (claimed.kind !== 'claimed') throw new Error(claimed.kind);
    const moved = { ...base, epoch: claimed.epoch, seen: 99, action: 'release', queue: 'returns' } as const;
    expect(await store().queue.release(moved)).to.deep.equal({ kind: 'moved' });
    // what several write in has a place of its own
    const club = { conversation: randomIds.next(), channel: 'teams', group: true } as const;
    const said = { ...club, activity: randomIds.next(), text: 'two', customer: { id: 'two at once' } };
    const heard = await store().conversations.receive(said);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    await store().conversations.commit(heard.turn, ticket);
    for (const [person, readable] of [
      [ana, false],
      [sam, true],
    ] as const) {
      const found = (await ask(person, '/tickets/:id/history', { id: club.conversation })) as PersonHistory;
      expect(found.cases.map((one) => [one.id, one.readable])).to.deep.equal([[`1:${single}`, readable]]);
      const opened = await ask(person, '/tickets/:id/history/:case', { id: club.conversation, earlier: `1:${single}` });
      if (readable) expect(opened).to.have.property('entries');
      else expect(opened).to.equal('forbidden');
    }
  });

  it('is of whoever opened the case where several write, and says so', async () => {
    await begin('opener', 'before', { name: 'Zoë' });
    const club = { conversation: randomIds.next(), channel: 'teams', group: true } as const;
    for (const [id, effects] of [
      ['opener', ticket.slice(0, 1)],
      ['second', ticket.slice(1)],
    ] as const) {
      const customer = { id, name: id === 'opener' ? 'Zoë' : 'Bob' };
      const heard = await store().conversations.receive({ ...club, activity: randomIds.next(), text: id, customer });
      if (heard.kind !== 'turn') throw new Error(heard.kind);
      await store().conversations.commit(heard.turn, effects);
    }
    const found = await history(club.conversation);
    expect(found).to.include({ of: 'Zoë' });
    expect(found.cases.map(({ customer }) => customer)).to.deep.equal(['Zoë']);
    const { ticket: row } = (await ask(ana, '/tickets/:id', { id: club.conversation })) as TicketView;
    expect([row.customer, row.last.speaker]).to.deep.equal(['Bob', 'Bob']);
  });

  it('is forgotten with the person', async () => {
    const before = await begin('forgotten', 'secret');
    const id = await begin('forgotten', 'now', { effects: ticket });
    await store().erase('forgotten');
    expect(await ask(ana, '/tickets/:id/history', { id })).to.equal('not-found');
    const again = await begin('forgotten', 'hello', { effects: ticket });
    expect((await history(again)).cases).to.deep.equal([]);
    expect(await ask(ana, '/tickets/:id/history/:case', { id: again, earlier: `1:${before}` })).to.equal('not-found');
  });
});
