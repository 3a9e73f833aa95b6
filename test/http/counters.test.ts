import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../src/store/index.js';
import { createMemoryCounters } from '../support/memory-counters.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { createTime } from '../support/time.js';
import { keepsCounts } from './counters-contract.js';

describe('points against a limit (in memory)', () => {
  const time = createTime();
  const counters = createMemoryCounters(time.clock);
  keepsCounts(() => ({
    ...counters,
    pass(milliseconds) {
      time.move(milliseconds);
      return Promise.resolve();
    },
  }));
});

onEveryEngine('points against a limit', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());
  keepsCounts(() => ({ ...store.counters, pass: (milliseconds) => pause(milliseconds) }));
});
