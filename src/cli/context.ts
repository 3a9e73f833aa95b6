/** What commands that touch the store are given. */
import type { Config, Ids, Log } from '../base/index.js';

export interface StoreContext {
  readonly config: Config;
  readonly log: Log;
  readonly ids: Ids;
}
