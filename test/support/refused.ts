/** A store that must not be opened. */
import { expect } from 'chai';
import { randomIds, SupportError } from '../../src/base/index.js';
import { openStore } from '../../src/store/index.js';
import { quiet } from './stores.js';

/** What is said to who starts it: once, and nothing like it twice. */
export async function refused(
  setting: { readonly REDIS_URL?: string; readonly DATA_DIR?: string },
  says: RegExp,
): Promise<void> {
  const config = { DATA_DIR: '', DATA_SYNC: 'always', RETENTION_DAYS: 30, AGENT_CAPACITY: 4, ...setting } as const;
  const opened = openStore({ config, log: quiet, ids: randomIds });
  const fault: unknown = await opened.then(
    (store) => store.close(),
    (thrown: unknown) => thrown,
  );
  if (!(fault instanceof SupportError)) throw new Error('It was opened, or failed otherwise.', { cause: fault });
  expect(fault.code).to.be.oneOf(['unavailable', 'settings']);
  expect(fault.message).to.match(says);
  const named = fault.message.match(/Redis at|refuses|Allow|Correct|DATA_DIR/g) ?? [];
  expect(new Set(named).size, fault.message).to.equal(named.length);
}
