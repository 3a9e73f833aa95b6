/** One person is one person: in all their conversations, on every engine. */
import { expect } from 'chai';
import { randomIds } from '../../src/base/index.js';
import { type Effect, freshMood, type Turn } from '../../src/conversation/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

const remember: Effect = { kind: 'remember', memory: { mood: freshMood, failures: 0 } };
const opened: readonly Effect[] = [{ kind: 'open' }, remember];
const ticket: readonly Effect[] = [{ kind: 'queue', boostMs: 0, reason: 'asked' }, remember];
const end: readonly Effect[] = [{ kind: 'end', outcome: 'solved' }, remember];

onEveryEngine('a person', (start) => {
  let house: StoreHouse;
  let stores: readonly Store[];
  before(async () => {
    house = await start();
    stores = [await house.open(), await house.open()];
  });
  after(() => house.close());

  const store = (n = 0): Store => stores[n % stores.length]!;
  const begin = (customer: string) => store().conversations.idFor(customer, () => `web-${randomIds.next()}`);

  async function receive(conversation: string, customer: string, n = 0): Promise<Turn> {
    const said = { conversation, channel: 'web', activity: randomIds.next(), text: 'help' } as const;
    const heard = await store(n).conversations.receive({ ...said, customer: { id: customer } });
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    return heard.turn;
  }

  async function talk(conversation: string, customer: string, effects: readonly Effect[]): Promise<Turn> {
    const turn = await receive(conversation, customer);
    expect((await store().conversations.commit(turn, effects)).kind).to.equal('committed');
    return turn;
  }

  const abandoned = async () => {
    const now = Date.now();
    const hours = await store().ledger.hours({ from: now - 3_600_000, to: now + 3_600_000 });
    return hours.reduce((sum, { counters }) => sum + (counters['abandoned'] ?? 0), 0);
  };
  const waiting = async (conversations: readonly string[]) => {
    const { tickets } = await store().queue.line(['main'], 1000);
    return tickets.map(({ conversation }) => conversation).filter((id) => conversations.includes(id));
  };

  it('has as many contacts as cases before, in whichever conversation', async () => {
    const contacts: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      const turn = await talk(begin('loyal'), 'loyal', [...opened, ...end]);
      contacts.push(turn.contacts);
    }
    expect(contacts).to.deep.equal([0, 1, 2]);
    const another = await talk(begin('stranger'), 'stranger', opened);
    expect(another.contacts).to.equal(0);
  });

  it('has the contacts that the case began with, whatever begins meanwhile', async () => {
    const [first, second] = [begin('busy'), begin('busy')];
    await talk(first, 'busy', opened);
    await talk(second, 'busy', opened);
    expect((await talk(first, 'busy', [remember])).contacts).to.equal(0);
    expect((await talk(second, 'busy', [remember])).contacts).to.equal(1);
    expect(await store().ledger.episode(second, 1)).to.include({ contacts: 1 });
  });

  it('has one place in the line', async () => {
    const [first, second] = [begin('twice'), begin('twice')];
    await talk(first, 'twice', [...opened, ...ticket]);
    const turn = await receive(second, 'twice');
    expect(turn.elsewhere).to.equal('waiting');
    const committed = await store().conversations.commit(turn, [...opened, ...ticket]);
    expect(committed.kind).to.equal('moved');
    await store().conversations.commit(turn, opened);
    expect(await waiting([first, second])).to.deep.equal([first]);
    expect((await talk(first, 'twice', [remember])).elsewhere).to.equal(undefined);
  });

  it('has the place in the other conversation once the first has left the line', async () => {
    const [first, second] = [begin('moves'), begin('moves')];
    await talk(first, 'moves', [...opened, ...ticket]);
    await talk(first, 'moves', [{ kind: 'leave-line' }, remember]);
    expect((await talk(second, 'moves', [...opened, ...ticket])).elsewhere).to.equal(undefined);
    expect(await waiting([first, second])).to.deep.equal([second]);
    expect((await receive(first, 'moves')).elsewhere).to.equal('waiting');
  });

  it('has one place also when all conversations ask in one moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const customer = `hasty-${round}`;
      const all = Array.from({ length: 4 }, () => begin(customer));
      const turns = await Promise.all(all.map((id, n) => receive(id, customer, n)));
      const committed = await Promise.all(
        turns.map((turn, n) => store(n).conversations.commit(turn, [...opened, ...ticket])),
      );
      expect(committed.filter(({ kind }) => kind === 'committed')).to.have.length(1);
      const moved = committed.flatMap((one) => (one.kind === 'moved' ? [one.turn.elsewhere] : []));
      expect(moved).to.deep.equal(['waiting', 'waiting', 'waiting']);
      expect(await waiting(all)).to.have.length(1);
    }
  });

  it('is with one agent at a time, and in the line again after that', async () => {
    const [first, second] = [begin('served'), begin('served')];
    await talk(first, 'served', [...opened, ...ticket]);
    const agent = { id: 'ana', name: 'Ana', queues: ['main'] };
    const claim = { agent, token: randomIds.next(), conversation: first, notice: { text: 'Ana' } };
    expect((await store().queue.claim(claim)).kind).to.equal('claimed');
    expect((await talk(second, 'served', opened)).elsewhere).to.equal('assigned');
  });

  it('is who they are once they have signed in, with what they had as a visitor', async () => {
    const [earlier, visit] = [begin('known'), begin('known')];
    await talk(earlier, 'known', [...opened, ...end]);
    await talk(visit, 'dl_visitor', [...opened, ...ticket]);
    await talk(visit, 'known', [remember]);
    await receive(visit, 'dl_visitor'); // a page of theirs has not heard of it yet
    expect((await talk(begin('known'), 'known', opened)).contacts).to.equal(2);
    expect((await receive(begin('dl_visitor'), 'dl_visitor')).contacts).to.equal(0);
    expect((await receive(begin('known'), 'known')).elsewhere).to.equal('waiting');
    expect((await store().erase('dl_visitor')).conversations).to.equal(1); // the one in which they only said hello
    expect((await store().erase('known')).conversations).to.equal(4);
  });

  it('brings no second place when they sign in', async () => {
    const [first, visit] = [begin('placed'), begin('placed')];
    await talk(first, 'placed', [...opened, ...ticket]);
    await talk(visit, 'dl_guest', [...opened, ...ticket]);
    expect(await waiting([first, visit])).to.have.length(2);
    const before = await abandoned();
    expect((await receive(visit, 'placed')).elsewhere).to.equal('waiting');
    expect(await waiting([first, visit])).to.deep.equal([first]);
    expect(await abandoned()).to.equal(before + 1);
  });

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

  it('is asked nothing more of the line that they left by signing in', async () => {
    const [first, visit] = [begin('asked'), begin('asked')];
    await talk(first, 'asked', [...opened, ...ticket]);
    const place = { flow: 'waiting', step: 'contact', memo: { said: 'x' } };
    const mood = { ...freshMood, peak: 0.5, turns: 2 };
    const asking: Effect = { kind: 'remember', memory: { mood, failures: 1, place } };
    await talk(visit, 'dl_asked', [...opened, ...ticket, asking]);
    expect((await talk(visit, 'dl_asked', [asking])).episode?.memory).to.deep.equal({ mood, failures: 1, place });
    const turn = await receive(visit, 'asked');
    expect(turn.elsewhere).to.equal('waiting');
    expect(turn.episode).to.deep.include({ state: 'bot', memory: { mood, failures: 1 } });
    expect((await store().conversations.commit(turn, [])).kind).to.equal('committed');
    expect((await receive(visit, 'asked')).episode?.memory).to.deep.equal({ mood, failures: 1 });
    const marks = (await store().conversations.entries(visit, 0)).flatMap(({ mark, stint }) =>
      mark ? [[mark, stint]] : [],
    );
    expect(marks).to.deep.equal([
      ['queued', 'queue'],
      ['left-line', 'customer'],
    ]);
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
    await say('eve', 'I am Eve', opened);
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
    await say('ann', 'my box is ann@example.org', [...opened, answer('We write to ann@example.org.')]);
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

  it('has a history over all conversations and shards, newest first, of a bounded length', async () => {
    const all = Array.from({ length: 9 }, () => `web-${randomIds.next()}`); // in whichever shards
    for (const id of all) await talk(id, 'historic', [...opened, ...end]);
    const { found, more } = await store(1).ledger.ofPerson('historic', 5);
    expect(found.map(({ conversation }) => conversation)).to.deep.equal(all.toReversed().slice(0, 5));
    expect(more).to.equal(true);
    expect(found[0]).to.include({ person: 'historic', outcome: 'solved' });
    const whole = await store(1).ledger.ofPerson('historic', 9);
    expect([whole.found.length, whole.more]).to.deep.equal([9, false]);
    await store().erase('historic');
    expect(await store().ledger.ofPerson('historic', 9)).to.deep.equal({ found: [], more: false });
  });

  it('who was erased is nobody any more', async () => {
    const first = begin('gone');
    await talk(first, 'gone', [...opened, ...ticket]);
    await store().erase('gone');
    const turn = await talk(begin('gone'), 'gone', opened);
    expect(turn).to.include({ contacts: 0 });
    expect(turn.elsewhere).to.equal(undefined);
  });
});
