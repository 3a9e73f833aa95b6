/** Several who write in one conversation: each is found by their own id, and erased without the others. */
import { expect } from 'chai';
import { randomIds } from '../../src/base/index.js';
import { type Effect, freshMood } from '../../src/conversation/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

const remember: Effect = { kind: 'remember', memory: { mood: freshMood, failures: 0 } };
const begun: readonly Effect[] = [{ kind: 'open' }, remember];
const ticket: readonly Effect[] = [{ kind: 'queue', boostMs: 0, reason: 'asked' }, remember];

onEveryEngine('a person who writes with others', (start) => {
  let house: StoreHouse;
  let opened: Store;
  before(async () => {
    house = await start();
    opened = await house.open();
  });
  after(() => house.close());

  const store = (): Store => opened;

  it('is erased from what is thought about at that moment, and the others are answered', async () => {
    const { conversations } = store();
    const hear = async (id: string, conversation: string, text = `I am ${id}`) => {
      const who = { channel: 'teams', group: true, customer: { id } } as const;
      return conversations.receive({ ...who, conversation, activity: randomIds.next(), text });
    };
    const evidence = [{ text: 'secret', share: 1 }];
    const feeling = { valence: -1, frustration: 1, level: -2, evidence } as const;
    const signals = [{ name: 'angry', value: 1, points: 1, words: [{ text: 'secret' }] }];
    const receipt = { policy: '1', turn: 1, points: 1, bar: 1, signals };
    const effects: readonly Effect[] = [
      { kind: 'open' },
      { kind: 'feel', feeling, peak: 1 },
      { kind: 'queue', boostMs: 0, reason: 'asked', receipt },
      { kind: 'say', reply: { text: 'You say: secret' } },
    ];
    for (const others of [[], ['dora', 'emil']]) {
      const conversation = randomIds.next();
      const first = await hear('dan', conversation, 'a secret');
      if (first.kind !== 'turn') throw new Error(first.kind);
      for (const other of others) expect((await hear(other, conversation)).kind).to.equal('queued');
      expect(await store().erase('dan')).to.deep.equal({ conversations: 1, entries: 1 });
      expect((await conversations.commit(first.turn, effects)).kind).to.equal('fenced');
      const woken = (await conversations.overdue(100)).filter(({ said }) => said.conversation === conversation);
      expect(woken.map(({ said, seq }) => [said.customer.id, said.text, seq])).to.deep.equal(
        others.slice(0, 1).map((id) => [id, `I am ${id}`, 2]),
      );
      const answer = [{ kind: 'open' } as const, remember];
      for (const turn of woken) {
        const committed = await conversations.commit(turn, answer);
        expect(committed).to.have.nested.property('next.said.customer.id', 'emil');
      }
      expect(JSON.stringify(await conversations.entries(conversation, 0))).to.not.include('secret');
    }
  });

  it('is one of several where several write, and only their words are erased', async () => {
    const { conversations } = store();
    const say = async (id: string, text: string, effects: readonly Effect[]) => {
      const who = { channel: 'teams', group: true, customer: { id, name: `Name of ${id}` } } as const;
      const heard = await conversations.receive({ ...who, conversation: 'team', activity: randomIds.next(), text });
      if (heard.kind !== 'turn') throw new Error(heard.kind);
      expect(heard.turn.said.customer).to.deep.equal(who.customer);
      await conversations.commit(heard.turn, effects);
    };
    await say('eve', 'I am Eve', begun);
    await say('bob', 'I am Bob', ticket);
    await say('carol', 'I am Carol', [remember]);
    const texts = async () =>
      (await conversations.entries('team', 0)).flatMap(({ text, speaker }) => (text ? [[speaker?.id, text]] : []));
    const [eve, bob, carol] = await texts();
    expect([eve, bob, carol]).to.deep.equal([
      ['eve', 'I am Eve'],
      ['bob', 'I am Bob'],
      ['carol', 'I am Carol'],
    ]);
    const places = async () => (await conversations.entries('team', 0)).map(({ seq, at }) => [seq, at]);
    const before = await places();
    expect(await store().erase('bob')).to.deep.equal({ conversations: 1, entries: 1 });
    expect(await places()).to.deep.equal(before);
    expect(await texts()).to.deep.equal([eve, [undefined, 'This message was erased.'], carol]);
    expect(await store().erase('bob')).to.deep.equal({ conversations: 0, entries: 0 });
    expect((await store().queue.ticket('team'))?.state).to.equal('waiting');
    expect(await store().erase('carol')).to.deep.equal({ conversations: 1, entries: 1 });
    expect((await conversations.find('team'))?.customer).to.deep.equal({ id: '' });
    expect((await texts())[0]).to.deep.equal(eve);
  });

  it('is erased among several with what quotes them, and nobody else is', async () => {
    const { conversations, queue } = store();
    const say = async (id: string, text: string, effects: readonly Effect[]) => {
      const who = { channel: 'teams', group: true, customer: { id, name: `Name of ${id}`, vip: true } } as const;
      const heard = await conversations.receive({ ...who, conversation: 'club', activity: randomIds.next(), text });
      if (heard.kind !== 'turn') throw new Error(heard.kind);
      await conversations.commit(heard.turn, effects);
      return heard.seq;
    };
    const answer = (text: string): Effect => ({ kind: 'say', reply: { text } });
    await say('ann', 'my box is ann@example.org', [...begun, answer('We write to ann@example.org.')]);
    await say('ben', 'ok', [...ticket, answer('That is ok.')]);
    const about = await say('ben', ' ben@example.org ', [
      { kind: 'contact', text: 'ben@example.org' },
      answer('We write to ben@example.org.'),
    ]);
    const agent = { id: 'ana', name: 'Ana', queues: ['main'] };
    const claimed = await queue.claim({
      agent,
      token: randomIds.next(),
      conversation: 'club',
      notice: { text: 'Ana' },
    });
    if (claimed.kind !== 'claimed') throw new Error(claimed.kind);
    const note = { conversation: 'club', agent, epoch: claimed.epoch, note: true } as const;
    const corrects = { about, reads: 'calm' } as const;
    await queue.speak({ ...note, id: randomIds.next(), text: '“ben@example.org” reads as calm.', corrects });
    await queue.speak({ ...note, id: randomIds.next(), text: 'They are a club.' });
    await store().erase('ben');
    const texts = (await conversations.entries('club', 0)).map(({ text }) => text);
    expect(texts.join('\n')).to.not.include('ben@example.org');
    for (const kept of [
      'my box is ann@example.org',
      'We write to ann@example.org.',
      'That is ok.',
      'They are a club.',
    ]) {
      expect(texts).to.include(kept);
    }
    expect((await queue.ticket('club'))?.contact).to.equal(undefined);
    expect((await conversations.find('club'))?.customer).to.deep.equal({ id: '' });
  });
});
