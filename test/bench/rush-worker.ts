/** Customers of one process, as many at a time as wanted: each says one thing in a conversation of their own. */
import { loadKnowledge } from '../../src/knowledge.js';
import { createLog, randomIds, systemClock } from '../../src/base/index.js';
import { createAssistant } from '../../src/bot/index.js';
import { openStore } from '../../src/store/index.js';

/** Conversations `prefix-from` to `prefix-(to - 1)`. */
export interface Rush {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly text: string;
}

const env = JSON.parse(process.argv[2] ?? '{}') as Readonly<Record<string, string>>;
const log = createLog('silent');
const store = await openStore({
  config: {
    REDIS_URL: env['REDIS_URL'],
    DATA_DIR: env['DATA_DIR'] ?? '',
    DATA_SYNC: 'everysec',
    SHARDS: undefined,
    RETENTION_DAYS: 30,
    AGENT_CAPACITY: 1000,
  },
  log,
  ids: randomIds,
  join: true,
});
const assistant = createAssistant({
  conversations: store.conversations,
  knowledge: loadKnowledge({ BRAND: 'Bench' }),
  log,
  clock: systemClock,
});

async function rush({ prefix, from, to, width, text }: Rush): Promise<void> {
  let next = from;
  const one = async () => {
    while (next < to) {
      const conversation = `${prefix}-${(next += 1) - 1}`;
      await assistant.receive({ conversation, channel: 'web', activity: 'a', customer: { id: conversation }, text });
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, to - from) }, one));
  await assistant.idle();
}

process.on('message', (wanted: Rush) => {
  void rush(wanted).then(() => process.send?.(assistant.counts()));
});
process.send?.('ready');
