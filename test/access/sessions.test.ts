import { expect } from 'chai';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../src/store/index.js';
import { createMemorySessions } from '../support/memory-sessions.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { createTime } from '../support/time.js';
import { keepsSessions } from './sessions-contract.js';

describe('sessions (in memory)', () => {
  const time = createTime();
  const sessions = createMemorySessions(time.clock);
  keepsSessions(() => ({
    ...sessions,
    pass(milliseconds) {
      time.move(milliseconds);
      return Promise.resolve();
    },
  }));
});

onEveryEngine('sessions', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());
  keepsSessions(() => ({ ...store.sessions, pass: (milliseconds) => pause(milliseconds) }));

  it('are fifty of one person at most: those that would end first go', async () => {
    const begin = (session: string, age: number) =>
      store.sessions.begin({ session, person: 'many', name: 'Many', role: 'agent', about: '', idle: 60_000, age });
    for (let n = 0; n < 60; n += 1) await begin(`of many ${n}`, 600_000 + n * 1000);
    const left = await store.sessions.of('many', 60_000);
    expect(left.map(({ session }) => session)).to.deep.equal(Array.from({ length: 50 }, (_, n) => `of many ${n + 10}`));
    expect(await store.sessions.find('of many 9', 60_000)).to.equal(undefined);
  });
});
