/** What commands are given. */
import type { Config, Ids, Log } from '../base/index.js';

export interface StoreContext {
  readonly config: Config;
  readonly log: Log;
  readonly ids: Ids;
}

/** What a command writes, line by line. */
export interface Io {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}
