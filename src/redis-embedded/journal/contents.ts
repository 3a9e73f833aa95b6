/** The keys, as the journal sees them: made from effects, and turned back into effects. */
import type { Effect, Value } from '../values/value.js';

export interface Contents {
  /** Repeats a change. Throws when it cannot have been written by us. */
  repeat(effects: readonly Effect[]): void;
  clear(): void;
  entries(): Iterable<readonly [string, Value]>;
  /** replay: nothing expires. frozen: nothing changes. */
  mode(mode: 'live' | 'frozen' | 'replay'): void;
}
