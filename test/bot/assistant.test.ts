import { expect } from 'chai';
import { systemClock } from '../../src/base/index.js';
import { createAssistant, type Knowledge } from '../../src/bot/index.js';
import type { Said } from '../../src/conversation/index.js';
import type { Store } from '../../src/store/index.js';
import { knowledge } from '../support/mind.js';
import { onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';
import { readAll } from '../support/tickets.js';

const said = (conversation: string, text: string, activity = text): Said => ({
  conversation,
  channel: 'web',
  activity,
  customer: { id: `customer of ${conversation}` },
  text,
});

onEveryEngine('the assistant', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());

  const assistant = (thinking: Knowledge = knowledge, at: Store = store) =>
    createAssistant({ conversations: at.conversations, knowledge: thinking, log: quiet, clock: systemClock });
  const texts = async (conversation: string, role: string) =>
    (await store.conversations.entries(conversation, 0))
      .filter((entry) => entry.role === role)
      .map((entry) => entry.text);

  it('answers twenty messages sent at once, each once and in order', async () => {
    const one = assistant();
    const asked = Array.from({ length: 20 }, (_, index) => `nonsense ${'abcdefghijklmnopqrst'[index] ?? ''}`);
    await Promise.all(asked.map((text) => one.receive(said('burst', text))));
    await one.idle();
    const entries = await store.conversations.entries('burst', 0);
    expect(entries.map((entry) => entry.seq)).to.deep.equal(entries.map((_, index) => index + 1));
    expect((await texts('burst', 'customer')).toSorted()).to.deep.equal(asked.toSorted());
    const heard = await store.ledger.episode('burst', 1);
    expect(heard?.counts.turns).to.equal(20);
  });

  it('greets with the welcome, once', async () => {
    const first = said('greeted', '');
    expect(await assistant().greet(first)).to.have.property('life');
    expect(await assistant().greet(first)).to.equal(undefined);
    expect(await texts('greeted', 'assistant')).to.deep.equal([knowledge.speech('en')('welcome')]);
  });

  it('says how many turns it took over, and runs them', async () => {
    const hasty = await house.open({ timing: { turnLeaseMs: 1 } });
    const owed = ['owed one', 'owed two', 'owed three'];
    for (const conversation of owed) await hasty.conversations.receive(said(conversation, 'hello'));
    const one = assistant();
    let woken = 0;
    for (const end = Date.now() + 5000; woken < owed.length && Date.now() < end;) woken += await one.wake();
    expect(woken).to.equal(owed.length);
    await one.idle();
    for (const conversation of owed) expect(await texts(conversation, 'assistant')).to.have.length(1);
    expect(await one.wake()).to.equal(0);
  });

  it('answers once when two processes hear the same message', async () => {
    const [one, two] = [assistant(), assistant(knowledge, await house.open())];
    const message = said('twice', 'How long does delivery take?');
    const heard = await Promise.all([one.receive(message), two.receive(message)]);
    await Promise.all([one.idle(), two.idle()]);
    expect(heard.map(({ kind }) => kind).toSorted()).to.deep.equal(['duplicate', 'received']);
    expect(await texts('twice', 'assistant')).to.have.length(1);
  });

  it('tells the customer when a turn breaks, offers a person, and keeps the message', async () => {
    const broken: Knowledge = {
      ...knowledge,
      faq: {
        ...knowledge.faq,
        ask: () => {
          throw new Error('broken on purpose');
        },
      },
    };
    const one = assistant(broken);
    await one.receive(said('fault', 'How long does delivery take?'));
    await one.idle();
    expect(await texts('fault', 'customer')).to.deep.equal(['How long does delivery take?']);
    expect((await texts('fault', 'assistant'))[0]).to.match(/went wrong on our side.*kept.*person/);
    await one.receive(said('fault', 'Talk to a person'));
    await one.idle();
    expect((await store.queue.ticket('fault'))?.state).to.equal('waiting');
  });

  it('offers a person for a fault in a new case, too, and says nothing where a person has it', async () => {
    const broken: Knowledge = {
      ...knowledge,
      reader: {
        ...knowledge.reader,
        read: () => {
          throw new Error('broken on purpose');
        },
      },
    };
    const [sound, ill] = [assistant(), assistant(broken)];
    const receive = async (one: typeof ill, text: string) => {
      await one.receive(said('faulty', text));
      await one.idle();
    };
    await receive(ill, 'first');
    expect(await store.ledger.episode('faulty', 1)).to.deep.include({ state: 'bot', counts: { offers: 1, faults: 1 } });
    await receive(sound, 'Talk to a person');
    const agent = { id: 'ana', name: 'Ana', queues: ['main'] };
    const claim = await store.queue.claim({ agent, token: 'faulty', conversation: 'faulty', notice: { text: '' } });
    const epoch = claim.kind === 'claimed' ? claim.epoch : 0;
    const before = (await texts('faulty', 'assistant')).length;
    await receive(ill, 'second');
    expect(await texts('faulty', 'assistant')).to.have.length(before);
    const ended = [{ kind: 'end', outcome: 'helped' }] as const;
    await store.queue.release({
      ...readAll,
      conversation: 'faulty',
      agent,
      epoch,
      action: 'close',
      notice: { text: '' },
      effects: ended,
    });
    await receive(ill, 'third');
    expect((await texts('faulty', 'assistant')).at(-1)).to.match(/went wrong on our side/);
    expect(await store.ledger.episode('faulty', 2)).to.deep.include({ state: 'bot', counts: { offers: 1, faults: 1 } });
  });

  it('ends an episode that fell silent, and opens a new one when the customer comes back', async () => {
    const impatient = await house.open({ timing: { idleMs: 1 } });
    const one = assistant(knowledge, impatient);
    await one.receive(said('silent', 'How long does delivery take?'));
    await one.idle();
    for (let ended = false; !ended;) {
      await one.wake();
      await one.idle();
      ended = (await store.ledger.episode('silent', 1))?.outcome !== undefined;
    }
    expect(await store.ledger.episode('silent', 1)).to.include({ outcome: 'assumed', state: 'closed' });
    await one.receive(said('silent', 'Do you repair things?'));
    await one.idle();
    expect(await store.ledger.episode('silent', 2)).to.include({ number: 2, contacts: 1 });
  });

  it('forgets a customer without a word left, and keeps the counts', async () => {
    const one = assistant();
    await one.receive({ ...said('private', 'My secret is rosebud'), customer: { id: 'forget-me', name: 'Rosa' } });
    await one.idle();
    expect(await store.erase('forget-me')).to.include({ conversations: 1 });
    expect(await store.conversations.entries('private', 0)).to.deep.equal([]);
    expect(await store.conversations.find('private')).to.equal(undefined);
    expect(await store.ledger.episode('private', 1)).to.equal(undefined);
    const everything = await store.ledger.episodes({ from: 0, to: Date.now() + 60_000 }, 1000);
    const [kept, ...more] = everything.filter(({ customer }) => customer.id === '');
    expect(kept).to.deep.include({ outcome: 'gave-up', state: 'closed', customer: { id: '' } });
    expect(more).to.deep.equal([]);
    expect(await store.erase('forget-me')).to.deep.equal({ conversations: 0, entries: 0 });
  });
});

onEveryEngine('a place in line', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
    await store.queue.present({ id: 'ana', name: 'Ana', queues: ['main'] }, true);
  });
  after(() => house.close());

  it('is told as it is, when frustration moves a ticket ahead of others', async () => {
    const one = createAssistant({ conversations: store.conversations, knowledge, log: quiet, clock: systemClock });
    for (const name of ['calm-1', 'calm-2', 'calm-3']) await one.receive(said(name, 'Talk to a person'));
    await one.idle();
    await one.receive(
      said('upset', 'This is useless! The same stupid answers again, I have been waiting for three weeks!!'),
    );
    await one.idle();
    const ticket = await store.queue.ticket('upset');
    expect(ticket).to.not.equal(undefined);
    const { ahead } = await store.queue.position(ticket!);
    expect(ahead).to.equal(0);
    const told = (await store.conversations.entries('upset', 0)).filter((entry) => entry.role === 'assistant');
    expect(told.map(({ text }) => text).join(' ')).to.match(/You are next in line/);
  });
});
