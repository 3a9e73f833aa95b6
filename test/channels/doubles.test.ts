/** The doubles of the store that channels are tried with keep what the store keeps: the same cases run on both. */
import { createAssistant } from '../../src/bot/index.js';
import { systemClock } from '../../src/base/index.js';
import type { Store } from '../../src/store/index.js';
import { createMemoryChat } from '../support/memory-chat.js';
import { knowledge } from '../support/mind.js';
import { onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';
import { keepsPost, type PostGround } from './post-contract.js';
import { type ChatGround, keepsTranscripts } from './transcript-contract.js';

describe('the post of a push channel (in memory)', () => {
  let count = 0;
  function inMemory(): PostGround {
    const chat = createMemoryChat();
    chat.reply = () => undefined;
    return {
      deliveries: chat.post,
      other: chat.post,
      async talk(texts, conversation = `teams-${(count += 1)}`) {
        const customer = { id: `customer of ${conversation}` };
        const activity = `a-${(count += 1)}`;
        await chat.receive({ conversation, channel: 'teams', activity, customer, text: 'help', reference: '{"to":1}' });
        for (const text of texts) chat.add(conversation, 'assistant', { text });
        return conversation;
      },
      notes: () => Promise.resolve(chat.post.notes.length),
    };
  }
  let ground: PostGround;
  beforeEach(() => (ground = inMemory()));
  keepsPost(() => ground);
});

describe('an assistant and its transcripts (in memory)', () => {
  const chat = createMemoryChat();
  chat.reply = () => undefined;
  keepsTranscripts(() => ({
    ...chat,
    erase({ conversation }) {
      chat.erase(conversation);
      return Promise.resolve();
    },
  }));
});

onEveryEngine('an assistant and its transcripts', (start) => {
  let house: StoreHouse;
  let store: Store;
  let ground: ChatGround;
  let idle: () => Promise<void>;
  before(async () => {
    house = await start();
    store = await house.open();
    const { conversations, changes } = store;
    const assistant = createAssistant({ conversations, knowledge, clock: systemClock, log: quiet });
    ground = {
      ...assistant,
      ...changes,
      find: conversations.find,
      read: conversations.read,
      async erase({ customer }) {
        await assistant.idle();
        await store.erase(customer.id);
      },
    };
    idle = assistant.idle;
  });
  after(async () => {
    await idle();
    await house.close();
  });
  keepsTranscripts(() => ground);
});
