import { expect } from 'chai';
import { type Effect, freshMood, type Said } from '../../src/conversation/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

const memory = { mood: freshMood, failures: 0 };
const answer = (text: string): readonly Effect[] => [
  { kind: 'say', reply: { text } },
  { kind: 'remember', memory },
];
const opened = (text: string): readonly Effect[] => [{ kind: 'open' }, ...answer(text)];
const said = (conversation: string, activity: string): Said => ({
  conversation,
  channel: 'web',
  activity,
  customer: { id: `customer of ${conversation}` },
  text: activity,
});

onEveryEngine('turns', (start) => {
  let house: StoreHouse;
  let store: Store;
  let other: Store;

  before(async () => {
    house = await start();
    [store, other] = [await house.open(), await house.open()];
  });
  after(() => house.close());

  const receive = async (message: Said) => {
    const heard = await store.conversations.receive(message);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    return heard.turn;
  };

  it('are owed once for a message that is delivered many times', async () => {
    const message = said('dup', 'a');
    const answers = await Promise.all([1, 2, 3, 4].map((i) => (i % 2 ? store : other).conversations.receive(message)));
    expect(answers.map((heard) => heard.kind).sort()).to.deep.equal(['duplicate', 'duplicate', 'duplicate', 'turn']);
    expect(new Set(answers.map((heard) => heard.seq))).to.deep.equal(new Set([1]));
  });

  it('follow a greeting, which is kept with all that it carries, and given once', async () => {
    const customer = { id: 'someone', name: 'Zoë' };
    const first: Said = { ...said('greeted', 'hi'), channel: 'teams', customer, reference: '{"to":1}', text: '' };
    const reply = { text: 'Welcome', choices: [{ title: 'Delivery', value: 'faq:delivery' }] };
    const begun = await store.conversations.greet(first, reply);
    expect(begun?.life).to.be.a('string').and.not.equal('');
    expect(await other.conversations.greet(first, reply)).to.equal(undefined);
    const [entry, ...more] = await store.conversations.entries('greeted', 0);
    expect(entry).to.deep.include({ ...reply, seq: 1, role: 'assistant', stint: 'none' });
    expect(more).to.deep.equal([]);
    expect(await store.conversations.find('greeted')).to.deep.include({
      channel: 'teams',
      customer,
      reference: '{"to":1}',
      seq: 1,
    });
  });

  it('know which entry a tapped choice is of, and leave what only took a choice out of the words before', async () => {
    const feeling = { valence: 0, frustration: 0.1, level: 0, evidence: [] } as const;
    const first = await receive(said('tap', 'one'));
    const felt: Effect = { kind: 'feel', feeling, peak: 0.1 };
    await store.conversations.commit(first, [{ kind: 'open' }, felt, ...answer('to one')]);
    const tap = await receive({ ...said('tap', 'two'), value: 'solved', offer: 2 });
    expect(tap.said).to.include({ value: 'solved', offer: 2 });
    await store.conversations.commit(tap, answer('to two'));
    const third = await receive(said('tap', 'three'));
    expect(third.said).not.to.have.any.keys('value', 'offer');
    expect(third.recent.map(({ text }) => text)).to.deep.equal(['one', 'to one', 'to two']);
  });

  it('run one at a time, in order, and hand on what came in meanwhile', async () => {
    const first = await receive(said('order', 'one'));
    for (const text of ['two', 'three'])
      expect((await other.conversations.receive(said('order', text))).kind).to.equal('queued');
    let turn: typeof first | undefined = first;
    const heard: string[] = [];
    while (turn !== undefined) {
      heard.push(turn.said.text);
      const effects = turn.episode === undefined ? opened(`to ${turn.said.text}`) : answer(`to ${turn.said.text}`);
      const committed = await store.conversations.commit(turn, effects);
      turn = committed.kind === 'committed' ? committed.next : undefined;
    }
    expect(heard).to.deep.equal(['one', 'two', 'three']);
    const texts = (await store.conversations.entries('order', 0)).map((entry) => entry.text);
    expect(texts).to.deep.equal(['one', 'two', 'three', 'to one', 'to two', 'to three']);
  });

  it('are stored once when their answer is sent again', async () => {
    const turn = await receive(said('again', 'hello'));
    await store.conversations.commit(turn, opened('hi'));
    expect((await other.conversations.commit(turn, opened('hi'))).kind).to.equal('committed');
    expect(await store.conversations.entries('again', 0)).to.have.length(2);
  });

  it('are decided again when the ticket changed hands meanwhile', async () => {
    const first = await receive(said('moved', 'help'));
    await store.conversations.commit(first, [
      { kind: 'open' },
      { kind: 'queue', boostMs: 0, reason: 'asked' },
      ...answer('wait'),
    ]);
    const turn = await receive(said('moved', 'hello?'));
    await store.queue.claim({
      agent: { id: 'ana', name: 'Ana', queues: ['main'] },
      token: 'moved-token',
      conversation: 'moved',
      notice: { text: 'Ana' },
    });
    const committed = await store.conversations.commit(turn, answer('you are first'));
    expect(committed).to.have.property('kind', 'moved');
    expect(committed.kind === 'moved' && committed.turn.episode?.state).to.equal('assigned');
    expect((await store.conversations.entries('moved', 0)).map((entry) => entry.text)).not.to.include('you are first');
  });

  it('of a process that died are run by the next one, and its late answer is refused', async () => {
    const short = await house.open({ timing: { turnLeaseMs: 1 } });
    const heard = await short.conversations.receive(said('dead', 'anyone?'));
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    const dead = heard.turn;
    const taken = await untilFound(async () => {
      const turns = await other.conversations.overdue(10);
      return turns.filter((turn) => turn.said.conversation === 'dead');
    });
    expect(taken.said.text).to.equal('anyone?');
    expect((await other.conversations.commit(taken, opened('here'))).kind).to.equal('committed');
    expect((await store.conversations.commit(dead, opened('too late'))).kind).to.equal('fenced');
    expect((await store.conversations.entries('dead', 0)).map((entry) => entry.text)).to.deep.equal([
      'anyone?',
      'here',
    ]);
  });

  it('that go on with the next message have a lease of their own, and nobody takes them over within it', async () => {
    const short = await house.open({ timing: { turnLeaseMs: 600 } });
    const heard = await short.conversations.receive(said('goes-on', 'one'));
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    const leaseEnds = Date.now() + 600;
    expect((await store.conversations.receive(said('goes-on', 'two'))).kind).to.equal('queued');
    const committed = await store.conversations.commit(heard.turn, opened('first'));
    expect(committed.kind === 'committed' && committed.next?.said.text).to.equal('two');
    const taken: string[] = [];
    while (Date.now() <= leaseEnds + 50) {
      for (const turn of await other.conversations.overdue(10)) taken.push(turn.said.conversation);
    }
    expect(taken).not.to.include('goes-on');
  });

  it('ring when a message is kept, and say that the answer will ring, too', async () => {
    const rings: boolean[] = [];
    const both = new Promise<void>((resolve) => {
      store.changes.listen('rung', (more) => {
        if (rings.push(more) === 2) resolve();
      });
    });
    await store.conversations.commit(await receive(said('rung', 'a')), opened('b'));
    await both;
    expect(rings).to.deep.equal([true, false]);
  });

  it('greet once, and never after something was said', async () => {
    const begun: (string | undefined)[] = [];
    for (const from of [store, other, store]) {
      begun.push((await from.conversations.greet(said('greet', 'g'), { text: 'Welcome' }))?.life);
    }
    expect(await store.conversations.entries('greet', 0)).to.have.length(1);
    const { life } = (await store.conversations.read('greet', { after: 0 })) as { readonly life: string };
    expect(begun).to.deep.equal([life, undefined, undefined]);
  });

  it('survive everything a customer can write', async () => {
    const texts = ['é漢字😀', '"\\ \' \r\n {} $1 %s', '\u0000\u0007', 'x'.repeat(20_000)];
    for (const [index, text] of texts.entries()) {
      const turn = await receive({ ...said(`text-${index}`, 'a'), text });
      await store.conversations.commit(turn, opened(text));
      expect((await store.conversations.entries(`text-${index}`, 0)).map((entry) => entry.text)).to.deep.equal([
        text,
        text,
      ]);
    }
  });

  /** Asks until the lease of the dead one has run out. */
  async function untilFound<T>(look: () => Promise<readonly T[]>): Promise<T> {
    for (;;) {
      const [found] = await look();
      if (found !== undefined) return found;
    }
  }
});
