/** The journal of an engine without a file: everything is kept as long as the process lives. */
import type { Journal } from './journal.js';

const nothing = (): void => undefined;

export const createMemory = (): Journal => ({
  append: nothing,
  commit: (done) => done(),
  refusal: () => undefined,
  rewrite: nothing,
  rewriteNow: nothing,
  tick: nothing,
  facts: () => ({ aof_enabled: 0 }),
  close: nothing,
});
