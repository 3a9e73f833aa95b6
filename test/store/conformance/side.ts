/** One engine under comparison: its client, the store's faces over it, and a clock that both engines are told. */
import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Conversations, Deliveries } from '../../../src/conversation/index.js';
import type { Ledger } from '../../../src/effort/index.js';
import type { Queue } from '../../../src/queue/index.js';
import { createConversations } from '../../../src/store/conversations.js';
import { createDeliveries } from '../../../src/store/deliveries.js';
import { createLedger } from '../../../src/store/ledger.js';
import { eraseCustomer } from '../../../src/store/erase.js';
import { createLine } from '../../../src/store/line.js';
import { retire } from '../../../src/store/privacy.js';
import { createQueue } from '../../../src/store/queue.js';
import { createRun } from '../../../src/store/run.js';
import { readScripts, type Script } from '../../../src/store/scripts.js';
import { quiet } from '../../support/stores.js';

export interface Side {
  readonly redis: Redis;
  readonly conversations: Conversations;
  readonly queue: Queue;
  readonly ledger: Ledger;
  readonly deliveries: Deliveries;
  erase(customer: string): ReturnType<typeof eraseCustomer>;
  retire(): ReturnType<typeof retire>;
  /** From now on it is so many microseconds since 1970. */
  set(micros: number): Promise<unknown>;
  close(): void;
}

const turnLeaseMs = 3000;
const shards = 2;

function replaceOnce(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`The scripts changed: ${String(from)} is not in them any more.`);
  return changed;
}

/** Time and ids that the server would choose by itself come from keys, so that two servers can be compared. */
function pin({ text }: Script): Script {
  const time = /if not started then\s+local t = call\('TIME'\)[^]+?return started \+ nth/;
  let pinned = replaceOnce(text, time, "return tonumber(call('GET', 'clock'))");
  if (text.includes('local function log(')) {
    pinned = replaceOnce(pinned, "key('e', 'log'), '*'", "key('e', 'log'), call('INCR', key('n', 'ids')) .. '-0'");
  }
  return { text: pinned, sha: createHash('sha1').update(pinned).digest('hex') };
}

export function openSide(path: string): Side {
  const redis = new Redis({ path, protocol: 2, enableAutoPipelining: true });
  let [now, tries, forgotten] = [0, 0, 0];
  redis.time = () => Promise.resolve([Math.floor(now / 1_000_000), now % 1_000_000]);
  const scripts = new Map([...readScripts()].map(([name, script]) => [name, pin(script)]));
  const run = createRun({ redis, cluster: false }, scripts);
  const base = {
    redis,
    run,
    shards,
    line: createLine({ run, shards }),
    menus: {},
    log: quiet,
    retentionSeconds: 30 * 86_400,
    idleMs: 60_000,
    lineIdleMs: 90_000,
  };
  return {
    redis,
    conversations: createConversations({ ...base, turnLeaseMs }),
    queue: createQueue({
      ...base,
      ids: { next: () => String((tries += 1)) },
      capacity: 3,
      leaseMs: 20_000,
      patienceMs: 30_000,
      undoMs: 5000,
    }),
    ledger: createLedger(base),
    deliveries: createDeliveries(base),
    erase: (customer) => {
      const ids = { next: () => String((forgotten += 1)) };
      return eraseCustomer({ ...base, ids, eachServer: () => Promise.resolve() }, customer);
    },
    retire: () => retire(base, 600, 5),
    set: (micros) => {
      now = micros;
      return redis.set('clock', micros);
    },
    close: () => redis.disconnect(),
  };
}
