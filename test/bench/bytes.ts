/** What an episode of twenty turns takes in Redis, against the words that were said: real turns of the whole assistant. */
import { Redis } from 'ioredis';
import { menus } from '../../dialogs/index.js';
import { loadKnowledge } from '../../src/knowledge.js';
import { randomIds, systemClock } from '../../src/base/index.js';
import { createAssistant } from '../../src/bot/index.js';
import { quiet } from '../support/stores.js';
import { startRedis } from '../support/redis.js';
import { type Figure, rounded } from './figure.js';
import { openBench } from './talks.js';

const episodes = 300;
const turns = 20;
const questions = [
  'Hello there, how long does the delivery of a standing lamp take if I order it today?',
  'Thanks! And can I pay with PayPal, or only by card?',
  'My kettle broke after two weeks, this is really annoying. What about the warranty?',
  'Where is my parcel? It should have been here on Monday already.',
  'Can I still change the address of an order that I placed this morning?',
];

async function usedBy(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1] ?? NaN);
}

export async function bytes(): Promise<readonly Figure[]> {
  const server = await startRedis();
  const knowledge = loadKnowledge({ BRAND: 'Bench' });
  const store = await openBench(server.path, menus(knowledge.speech));
  const redis = new Redis({ path: server.path, protocol: 2 });
  const assistant = createAssistant({
    conversations: store.conversations,
    knowledge,
    log: quiet,
    clock: systemClock,
  });
  const say = async (conversation: string, n: number) => {
    const customer = { id: `dl_${conversation}` };
    const question = questions[n % questions.length] ?? '';
    await assistant.receive({ conversation, channel: 'web', activity: randomIds.next(), customer, text: question });
    await assistant.idle();
  };
  await say('warm', 0);
  const before = await usedBy(redis);
  const ids = Array.from({ length: episodes }, () => `web-${randomIds.next()}`);
  for (const id of ids) for (let n = 0; n < turns; n += 1) await say(id, n);
  const used = ((await usedBy(redis)) - before) / episodes;
  const entries = await store.conversations.entries(ids[0] ?? '', 0);
  const words = entries.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const parts = await Promise.all(
    ['c', 'p', 't', 'r', 'd'].map(async (kind) => {
      const key = kind === 'p' ? `p:{s0}:1:${ids[0] ?? ''}` : `${kind}:{s0}:${ids[0] ?? ''}`;
      return `${kind} ${Number(await redis.memory('USAGE', key))}`;
    }),
  );
  redis.disconnect();
  await store.close();
  await server.stop();
  const against = `its ${words} bytes of text in ${entries.length} entries (${parts.join(', ')})`;
  return [{ name: 'episode of 20 turns', value: rounded(used), unit: 'bytes', against, ratio: rounded(used / words) }];
}
