/** On whose behalf something is done: the call from outside that causes it, through all that is awaited on the way. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Trace } from './trace.js';

export interface Cause {
  /** The name of the call: by it an answer, the lines of the log and a proxy's own log find each other. */
  readonly request: string;
  /** Where traces are kept, and this is one of them. */
  readonly trace?: Trace;
}

/** Holds nothing itself: each chain of work carries its own. */
const causes = new AsyncLocalStorage<Cause | undefined>();

/** All that `act` does, now or later, is done because of `cause`; without one, of nobody's call. */
export const causedBy = <T>(cause: Cause | undefined, act: () => T): T => causes.run(cause, act);

/** Missing for what a process does by itself. */
export const currentCause = (): Cause | undefined => causes.getStore();
