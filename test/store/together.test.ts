/** What is asked in one moment goes to the server together, and is answered as if it had come alone. */
import { expect } from 'chai';
import type { SupportError } from '../../src/base/index.js';
import type { Effect, Said } from '../../src/conversation/index.js';
import { mainQueue } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

const said = (conversation: string, text = 'help'): Said => ({
  conversation,
  channel: 'web',
  activity: `of ${conversation}`,
  customer: { id: `customer of ${conversation}` },
  text,
});

onEveryEngine('requests of one moment', (start) => {
  let house: StoreHouse;
  let store: Store;
  beforeEach(async () => {
    house = await start();
    store = await house.open({ shards: 1 });
  });
  afterEach(() => house.close());

  const numbered = (count: number) => Array.from({ length: count }, (_, n) => `web-${n}`);
  const open = async (conversation: string, effects: readonly Effect[]) => {
    const heard = await store.conversations.receive(said(conversation));
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    return store.conversations.commit(heard.turn, [{ kind: 'open' }, ...effects]);
  };

  it('are each answered with their own, however many they are', async () => {
    const ids = numbered(150);
    const heard = await Promise.all(ids.map((id) => store.conversations.receive(said(id, `I am ${id}`))));
    expect(heard.map((one) => one.kind === 'turn' && one.turn.said.text)).to.deep.equal(ids.map((id) => `I am ${id}`));
  });

  it('fail alone', async () => {
    await store.conversations.receive(said('web-1'));
    await (await house.connect()).redis.set('d:{s0}:web-1', 'no list of messages');
    const heard = await Promise.allSettled(
      ['web-0', 'web-1', 'web-2'].map((id) => store.conversations.receive({ ...said(id), activity: 'another' })),
    );
    expect(heard.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
    const [, { reason } = {}] = heard as readonly { readonly reason?: SupportError }[];
    expect(reason?.code).to.equal('unavailable');
    expect(String(reason?.cause)).to.contain('WRONGTYPE');
  });

  it('stand in the line one after another', async () => {
    await Promise.all(numbered(20).map((id) => open(id, [{ kind: 'queue', boostMs: 0, reason: 'asked' }])));
    const { tickets } = await store.queue.line([mainQueue], 50);
    expect(new Set(tickets.map(({ order }) => order)).size).to.equal(20);
  });

  it('say what they were given, half a character excepted', async () => {
    const words = ['"quoted" \\ / \u0000 \u007f\n', 'Ünïcödé 🧺', 'half \ud83e of one'];
    await Promise.all(words.map((text, n) => store.conversations.receive(said(`web-${n}`, text))));
    const kept = await Promise.all(words.map((_, n) => store.conversations.entries(`web-${n}`, 0)));
    expect(kept.map(([one]) => one?.text)).to.deep.equal([words[0], words[1], 'half \ufffd of one']);
  });
});
