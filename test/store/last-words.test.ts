/** What the row of a ticket says: what a person said last, and how it reads by now; told by the store, on every engine. */
import { expect } from 'chai';
import type { Effect, Feeling } from '../../src/conversation/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { enterLine, newAgent } from '../support/tickets.js';

const feels = (level: Feeling['level']): Effect => ({
  kind: 'feel',
  feeling: { valence: level / 3, frustration: level < 0 ? 0.9 : 0, level, evidence: [] },
  peak: 0.9,
});

onEveryEngine('the row of a ticket', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());

  interface Heard {
    readonly text: string;
    readonly value?: string;
    readonly effects: (seq: number) => readonly Effect[];
  }
  async function hears(conversation: string, { text, value, effects }: Heard): Promise<number> {
    const customer = { id: `customer of ${conversation}` };
    const said = { conversation, channel: 'web', activity: crypto.randomUUID(), customer, text } as const;
    const heard = await store.conversations.receive(value === undefined ? said : { ...said, value });
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    await store.conversations.commit(heard.turn, effects(heard.seq));
    return heard.seq;
  }
  const writes = (conversation: string, text: string, level: Feeling['level']) =>
    hears(conversation, { text, effects: () => [feels(level)] });
  const presses = (conversation: string, text: string, late = false) => {
    const answer = (seq: number): Effect => ({
      kind: 'say',
      reply: late ? { text: 'Over.', about: seq } : { text: 'Yes.' },
    });
    return hears(conversation, { text, value: 'pressed', effects: (seq) => [answer(seq)] });
  };
  const corrects = (conversation: string, about: number, reads: 'calm' | 'frustrated') => {
    const note = { id: crypto.randomUUID(), agent: newAgent(), epoch: 0, text: 'Corrected.', note: true };
    return store.queue.speak({ ...note, conversation, corrects: { about, reads } });
  };
  const row = async (conversation: string) => (await store.queue.ticket(conversation))!;

  it('has the words of a person, whatever was pressed too late after them, however often', async () => {
    const id = await enterLine(store);
    await writes(id, 'My lamp is broken', 0);
    for (let press = 0; press < 5; press += 1) await presses(id, `Old choice ${press}`, true);
    expect((await row(id)).last).to.include({ role: 'customer', text: 'My lamp is broken' });
  });

  it('has a choice that was on offer, as a choice', async () => {
    const id = await enterLine(store);
    await writes(id, 'My lamp is broken', 0);
    await presses(id, 'Leave a message');
    expect((await row(id)).last).to.include({ text: 'Leave a message', value: 'pressed' });
  });

  it('has the mood of the newest message that was read, as it was corrected last', async () => {
    const id = await enterLine(store);
    const older = await writes(id, 'This is ridiculous', -3);
    const read = await writes(id, 'Where is it?!', -2);
    await presses(id, 'Leave a message');
    await corrects(id, older, 'calm');
    expect((await row(id)).level, 'an older message says nothing of now').to.equal(-2);
    await corrects(id, read, 'calm');
    expect((await row(id)).level).to.equal(0);
    await corrects(id, read, 'frustrated');
    expect((await row(id)).level).to.equal(-2);
    expect((await row(id)).last, 'a correction is no word to anybody').to.include({ text: 'Leave a message' });
    await writes(id, 'Thanks, it came', 2);
    expect((await row(id)).level).to.equal(2);
  });
});
