import { expect } from 'chai';
import { type Effect, freshMood, type Said } from '../../src/conversation/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

const mind = { mood: freshMood, failures: 0 };
const german: Effect = { kind: 'remember', memory: { ...mind, language: 'de' } };

onEveryEngine('the language of a conversation', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open({});
  });
  after(() => house.close());

  let count = 0;
  const said = (text: string, locale?: string): Said => ({
    ...{ conversation: 'web-german', channel: 'web', customer: { id: 'greta' }, text },
    activity: `activity ${(count += 1)}`,
    ...(locale === undefined ? {} : { locale }),
  });
  async function turn(message: Said, effects: readonly Effect[]) {
    const heard = await store.conversations.receive(message);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    await store.conversations.commit(heard.turn, effects);
    return heard.turn;
  }

  it('is told to a turn by the page, until the customer has written', async () => {
    const first = await turn(said('Hallo', 'de'), [{ kind: 'open' }, german]);
    expect(first.said.locale).to.equal('de');
    expect(first.episode).to.equal(undefined);
    const second = await turn(said('Retoure', 'de'), [german]);
    expect(second.episode?.memory.language).to.equal('de');
  });

  it('stands on the ticket and in the log, and outlives the case', async () => {
    await turn(said('Ich brauche einen Menschen'), [{ kind: 'queue', boostMs: 0, reason: 'asked' }, german]);
    expect(await store.queue.ticket('web-german')).to.include({ language: 'de' });
    expect(await store.ledger.episode('web-german', 1)).to.include({ language: 'de' });
    await turn(said('hat sich erledigt'), [{ kind: 'end', outcome: 'solved' }, german]);
    const next = await turn(said('ok'), [{ kind: 'open' }, { kind: 'remember', memory: mind }]);
    expect(next.episode).to.deep.include({ state: 'closed', memory: { ...mind, language: 'de' } });
  });

  it('is not told of a case in which it is not known', async () => {
    expect(await store.ledger.episode('web-german', 2)).to.not.have.property('language');
  });
});
