/** What a customer does beside writing: the agent reads the words that hold, and what was taken back is nowhere. */
import { expect } from 'chai';
import { randomIds } from '../../src/base/index.js';
import { type Deed, type Effect, freshMood, type Said } from '../../src/conversation/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

const remember: Effect = { kind: 'remember', memory: { mood: freshMood, failures: 0 } };
const waits: readonly Effect[] = [
  { kind: 'open' },
  {
    kind: 'feel',
    feeling: { valence: -1, frustration: 1, level: -2, evidence: [{ text: 'order', share: 1 }] },
    peak: 1,
  },
  { kind: 'queue', boostMs: 0, reason: 'asked' },
  remember,
];

onEveryEngine('what a customer does beside writing', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());

  /** Says something and waits in the line. */
  async function said(more: Partial<Said> = {}): Promise<Said> {
    const who = { channel: 'teams', customer: { id: randomIds.next(), name: 'Eve' }, reference: '{}' };
    const one = {
      ...who,
      conversation: randomIds.next(),
      activity: randomIds.next(),
      text: 'Where is order 4711?',
      ...more,
    };
    const heard = await store.conversations.receive(one);
    if (heard.kind === 'turn') await store.conversations.commit(heard.turn, waits);
    return one;
  }
  const entries = ({ conversation }: Said) => store.conversations.entries(conversation, 0);
  const amend = (what: Deed['what'], { files: _, quote: __, ...one }: Said, text = '') =>
    store.conversations.amend({ what, said: { ...one, text } });

  it('keeps what was sent with a message, and the words that it replies to', async () => {
    const files = [{ name: 'a\tb\n.pdf', type: 'pdf' }];
    const [entry] = await entries(await said({ files, quote: 'What is\nyour order?' }));
    expect(entry).to.deep.include({ files, quote: 'What is\nyour order?' });
  });

  it('changes what the agent reads, tells so once, and forgets how the old words read', async () => {
    const one = await said({ files: [{ name: 'old.pdf', type: 'pdf' }] });
    expect((await entries(one))[0]).to.have.property('feeling');
    expect(await amend('edited', one, 'Where is order 4712?')).to.include({ kind: 'amended' });
    expect(await amend('edited', one, 'Where is order 4712?')).to.deep.equal({ kind: 'unknown' });
    const all = await entries(one);
    expect(all[0]).to.include({ text: 'Where is order 4712?', change: 'edited', seq: 1, role: 'customer' });
    expect(all[0]).to.not.have.any.keys('feeling', 'files');
    expect(all.filter(({ mark }) => mark === 'edited').map(({ about, role }) => [about, role])).to.deep.equal([
      [1, 'system'],
    ]);
    expect(JSON.stringify(all)).to.not.include('4711');
  });

  it('takes away what was deleted, and gives it back', async () => {
    const one = await said({ quote: 'a secret' });
    await amend('deleted', one, 'never looked at');
    expect((await entries(one))[0]).to.include({ text: '', change: 'deleted' });
    expect(JSON.stringify(await entries(one))).to.not.match(/4711|secret|never/);
    await amend('restored', one, one.text);
    expect((await entries(one))[0]).to.include({ text: one.text, change: 'restored' });
  });

  it('leaves alone what is not theirs to change: what nobody said, and what an agent wrote', async () => {
    const one = await said();
    const before = await entries(one);
    expect(await amend('edited', { ...one, activity: 'unheard of' }, 'x')).to.deep.equal({ kind: 'unknown' });
    expect(await amend('deleted', { ...one, conversation: 'nowhere' })).to.deep.equal({ kind: 'unknown' });
    expect(await entries(one)).to.deep.equal(before);
  });

  it('notes a reaction once', async () => {
    const one = await said();
    const reaction = { ...one, activity: randomIds.next() };
    await amend('reacted', reaction, 'Reacted with 👍');
    await amend('reacted', reaction, 'Reacted with 👍');
    const noted = (await entries(one)).filter(({ mark }) => mark === 'reacted');
    expect(noted.map(({ text, role }) => [text, role])).to.deep.equal([['Reacted with 👍', 'system']]);
  });

  it('ends the ticket of who took the channel away, once', async () => {
    const one = await said();
    expect(await store.queue.ticket(one.conversation)).to.include({ state: 'waiting' });
    expect(await amend('gone', one)).to.include({ kind: 'amended' });
    expect(await amend('gone', one)).to.deep.equal({ kind: 'unknown' });
    expect(await store.queue.ticket(one.conversation)).to.equal(undefined);
    expect((await entries(one)).at(-1)).to.include({ mark: 'gone', role: 'system' });
  });

  it('goes with the person who is erased: their reaction, and their words in the quotes of others', async () => {
    const conversation = randomIds.next();
    const group = { conversation, group: true } as const;
    const eve = await said({ ...group, customer: { id: 'eve-7', name: 'Eve Adams' } });
    await amend('reacted', { ...eve, activity: randomIds.next() }, 'Reacted with 👍');
    await amend('edited', eve, 'The word is swordfish');
    await said({ ...group, customer: { id: 'bob-7' }, quote: 'The word is swordfish', text: 'Mine is tuna' });
    await store.erase('eve-7');
    const left = JSON.stringify(await entries(eve));
    expect(left)
      .to.include('tuna')
      .and.not.match(/swordfish|Eve Adams|eve-7|👍/);
  });
});
