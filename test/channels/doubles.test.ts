/** The doubles of the store that channels are tried with keep what the store keeps: the same cases run on both. */
import { createMemoryChat } from '../support/memory-chat.js';
import { keepsPost, type PostGround } from './post-contract.js';

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
        await chat.hear({ conversation, channel: 'teams', activity, customer, text: 'help', reference: '{"to":1}' });
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
