import { expect } from 'chai';
import { createTimers, systemClock } from '../../src/base/index.js';
import { createRelay, createSealing } from '../../src/bot/index.js';
import { freshMood, type Said } from '../../src/conversation/index.js';
import { createDeskFeed, deskRoutes } from '../../src/desk/index.js';
import type { Call, Person } from '../../src/http/index.js';
import { knowledge } from '../support/mind.js';
import { onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';

const ana: Person = { id: 'ana', name: 'Ana', role: 'agent' };
const sam = { id: 'sam', name: 'Sam', queues: ['main'] };

onEveryEngine('a claim', (start) => {
  let house: StoreHouse;
  before(async () => (house = await start()));
  after(() => house.close());

  it('that was lost again before its answer does not answer with somebody else’s row', async () => {
    const { queue, conversations, ledger, changes } = await house.open();
    const message: Said = { conversation: 'web-1', channel: 'web', activity: 'a', customer: { id: 'c' }, text: 'help' };
    const heard = await conversations.receive(message);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    const memory = { mood: freshMood, failures: 0 };
    const reason = { kind: 'queue', boostMs: 0, reason: 'asked' } as const;
    await conversations.commit(heard.turn, [{ kind: 'open' }, reason, { kind: 'remember', memory }]);

    const relay = createRelay({ queue, speech: knowledge.speech, privacy: knowledge.privacy });
    const overtaken: typeof relay = {
      ...relay,
      async claim(agent, wish) {
        const claimed = await relay.claim(agent, wish);
        await relay.claim(sam, { token: 'of the supervisor', conversation: 'web-1', from: agent.name });
        return claimed;
      },
    };
    const ports = { queue, conversations, ledger, faq: knowledge.faq, hours: knowledge.hours, clock: systemClock };
    const { privacy } = knowledge;
    const masking = { privacy, sealing: createSealing({ privacy, secrets: undefined }), log: quiet };
    const feed = createDeskFeed({
      ...ports,
      changes: changes,
      health: () => ({}),
      timers: createTimers(quiet),
      log: quiet,
    });
    const route = deskRoutes({ ...ports, ...masking, relay: overtaken, feed }).find(
      ({ path }) => path === '/api/desk/claim',
    );
    const call = { body: { token: 'of ana, once' }, params: {}, query: {}, headers: {} };
    const answer = await route!.answer(call as unknown as Call<unknown, Record<string, string>>, ana);
    feed.close();
    expect(answer).to.deep.include({ kind: 'json', body: { kind: 'taken', by: 'Sam' } });
  });
});
