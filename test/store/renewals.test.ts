/** The secret by which a browser finds its conversation again. */
import { expect } from 'chai';
import { type Effect, freshMood } from '../../src/conversation/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

const effects: readonly Effect[] = [
  { kind: 'open' },
  { kind: 'remember', memory: { mood: freshMood, failures: 0 } },
  { kind: 'say', reply: { text: 'answer' } },
];
let count = 0;

onEveryEngine('the secret of a browser', (start) => {
  let house: StoreHouse;
  let store: Store;
  let id: string;
  let life: string;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());
  beforeEach(async () => {
    id = `web-${(count += 1)}`;
    const heard = await store.conversations.receive(said(''));
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    await store.conversations.commit(heard.turn, effects);
    const found = await read('');
    if (found.kind !== 'read') throw new Error(found.kind);
    life = found.life;
  });

  const said = (of: string) => {
    const activity = `activity ${(count += 1)}`;
    return { conversation: id, channel: 'web', activity, customer: { id: 'eve' }, text: 'words', life: of } as const;
  };
  const read = (of: string) => store.conversations.read(id, { after: 0, life: of });
  const secret = (name: string) => name.padEnd(22, '_');
  async function use(shown: string, following: string, parent = ''): Promise<string> {
    const held = { secret: secret(shown), parent: parent === '' ? '' : secret(parent) };
    return (await store.conversations.renew(id, { life, shown: held, next: secret(following) })).kind;
  }
  const first = async (following: string) =>
    (await store.conversations.renew(id, { life, next: secret(following) })).kind;

  it('is good for one use, and gives the next', async () => {
    expect(await first('a')).to.equal('renewed');
    expect(await use('a', 'b')).to.equal('renewed');
    expect(await use('b', 'c')).to.equal('renewed');
    expect(await use('c', 'd')).to.equal('renewed');
  });

  it('may be shown again while its answer may be lost', async () => {
    await first('a');
    for (const one of ['b', 'c', 'd', 'e', 'f', 'g']) expect(await use('a', one), one).to.equal('renewed');
    expect(await use('g', 'h')).to.equal('renewed');
  });

  it('is given to several pages that ask before any has shown one, and each may show its own', async () => {
    for (const one of ['a', 'b']) expect(await first(one), one).to.equal('renewed');
    expect(await use('a', 'c')).to.equal('renewed');
    expect(await use('a', 'd')).to.equal('renewed'); // its answer was lost
    expect(await use('c', 'e')).to.equal('renewed');
  });

  it('is taken where nothing is kept of any, as after the disk has forgotten them', async () => {
    expect(await use('lost', 'a')).to.equal('renewed');
    expect(await use('a', 'b')).to.equal('renewed');
  });

  it('is known by the one before, where the disk forgot that it was given', async () => {
    await first('a');
    await use('a', 'b');
    expect(await use('lost', 'c', 'b')).to.equal('renewed');
    expect(await use('c', 'd')).to.equal('renewed');
  });

  it('that comes back after its end calls in all that opens the conversation', async () => {
    await first('a');
    await use('a', 'b');
    await use('b', 'c');
    expect(await use('a', 'x')).to.equal('reused');
    expect(await use('c', 'd')).to.equal('gone');
    for (const one of ['', life]) {
      expect(await read(one)).to.deep.equal({ kind: 'gone' });
      expect((await store.conversations.receive(said(one))).kind).to.equal('gone');
    }
    const left = await store.conversations.entries(id, 0);
    expect(
      left.map(({ text }) => text),
      'the team still reads',
    ).to.deep.equal(['words', 'answer']);
  });
});
