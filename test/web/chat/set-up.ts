/** A chat over a world whose clock and faults the test moves; `held` is what its drawer keeps. */
import { createChat } from '../../../src/web/chat/chat.js';
import { createClient } from '../../../src/web/chat/client.js';
import { createShelf } from '../../../src/web/chat/shelf.js';
import { createWorld } from './world.js';

const shop = () => Promise.resolve({ brand: 'Shop', welcome: 'Hello', starters: [] });

export function setUp(held: Record<string, string> = {}, server = createWorld(), settings = shop) {
  const { world, time } = server;
  let count = Object.keys(held).length * 100;
  const drawer = {
    getItem: (key: string) => held[key] ?? null,
    setItem: (key: string, value: string) => void (held[key] = value),
    removeItem: (key: string) => void Reflect.deleteProperty(held, key),
  };
  const chat = createChat({
    client: (on) => createClient({ ...on, world }),
    shelf: createShelf('chat', () => drawer),
    settings,
    now: time.now,
    key: () => `k${(count += 1)}`,
    after: time.after,
  });
  const texts = () => [...server.logs.values()].flat().map(({ text }) => text);
  const outbox = () => chat.state.value.outbox.map(({ text, state }) => [text, state]);
  return { ...server, chat, held, texts, outbox };
}
