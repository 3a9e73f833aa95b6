/** Many customers who ask for a person in the same moment: everyone is in the line, and told where. */
import { expect } from 'chai';
import { systemClock } from '../../src/base/index.js';
import { type Assistant, createAssistant } from '../../src/bot/index.js';
import type { Claimed } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { knowledge } from '../support/mind.js';
import { onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';
import { readAll } from '../support/tickets.js';

const customers = 300;
const names = Array.from({ length: customers }, (_, n) => `crowd-${n}`);
const notice = { text: 'joined' };

onEveryEngine('a crowd that asks for a person at once', (start) => {
  let house: StoreHouse;
  let store: Store;
  let assistants: readonly Assistant[];
  beforeEach(async () => {
    house = await start();
    store = await house.open();
    const processes = [store, await house.open()]; // what two of them have in common is the store
    assistants = processes.map(({ conversations }) =>
      createAssistant({ conversations, knowledge, log: quiet, clock: systemClock }),
    );
  });
  afterEach(() => house.close());

  async function ask(): Promise<void> {
    const said = { channel: 'web', activity: 'a', text: 'Talk to a person' } as const;
    await Promise.all(
      names.map(async (conversation, n) =>
        assistants[n % 2]?.receive({ ...said, conversation, customer: { id: `customer ${n}` } }),
      ),
    );
    await Promise.all(assistants.map((one) => one.idle()));
  }

  /** The place each of them was told, from 1. */
  async function places(): Promise<readonly number[]> {
    const ordinals = ['next', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
    const told = names.map(async (name) => {
      const words = (await store.conversations.entries(name, 0)).filter(({ role }) => role === 'assistant');
      expect(words, name).to.have.length(1);
      const [, number, ordinal = ''] = /You are (?:number (\d+)|(\w+)) in line/.exec(words[0]?.text ?? '') ?? [];
      return number === undefined ? ordinals.indexOf(ordinal) + 1 : Number(number);
    });
    return Promise.all(told);
  }

  function nothingWasTriedTwice(): void {
    for (const one of assistants) expect(one.counts()).to.deep.equal({ moved: 0, slow: 0, putOff: 0, unsettled: 0 });
  }

  it('is in the line to the last one, in order, each told a place that was theirs', async () => {
    await ask();
    nothingWasTriedTwice();
    const line = (await store.queue.line(['main'], customers)).tickets;
    expect(line.map(({ conversation }) => conversation).toSorted()).to.deep.equal(names.toSorted());
    const told = await places();
    const heard = await Promise.all(
      names.map(async (name) => (await store.conversations.entries(name, 0))[0]?.at ?? 0),
    );
    for (const [rank, { conversation, queuedAt }] of line.entries()) {
      const n = names.indexOf(conversation);
      const certain = line.filter((other) => other.queuedAt < (heard[n] ?? 0)).length;
      expect(told[n], conversation).to.be.within(certain + 1, rank + 1);
      expect(queuedAt).to.be.at.least(line[rank - 1]?.queuedAt ?? 0);
    }
    const oneShard = house.env['REDIS_URL']?.includes(',') !== true;
    if (oneShard) expect(told.toSorted((a, b) => a - b)).to.deep.equal(names.map((_, n) => n + 1));
  });

  it('is answered while the line moves, and nobody is served twice', async () => {
    let over = false;
    const served: string[] = [];
    async function serve(n: number): Promise<void> {
      const agent = { id: `agent-${n}`, name: `Agent ${n}`, queues: ['main'] };
      await store.queue.present(agent, true);
      for (let wish = 0; ; wish += 1) {
        const last = over;
        const claimed: Claimed = await store.queue.claim({ agent, token: `${n}-${wish}`, notice });
        if (claimed.kind === 'claimed') {
          const { conversation, epoch } = claimed;
          served.push(conversation);
          await store.queue.release({
            ...readAll,
            conversation,
            epoch,
            agent,
            action: 'close',
            notice,
            effects: closed,
          });
        } else if (last) return;
      }
    }
    const closed = [{ kind: 'end', outcome: 'helped' }] as const;
    const agents = Array.from({ length: 20 }, (_, n) => serve(n));
    await ask();
    over = true;
    await Promise.all(agents);
    nothingWasTriedTwice();
    expect(served.toSorted()).to.deep.equal(names.toSorted());
    expect((await places()).every((place) => place >= 1 && place <= customers)).to.equal(true);
  });
});
