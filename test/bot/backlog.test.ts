import { expect } from 'chai';
import { watchBacklog } from '../../src/bot/index.js';
import { knowledge } from '../support/mind.js';

describe('the watch over the line', () => {
  async function alerts(live: { waiting: number; assigned: number; agents: number; oldest?: number }) {
    const told: unknown[] = [];
    const log = { error: (about: unknown) => void told.push(about) } as Parameters<typeof watchBacklog>[0]['log'];
    const ledger = {
      live(queues: readonly string[]) {
        expect(queues).to.deep.equal(knowledge.hours.queues.map(({ id }) => id));
        return Promise.resolve(live);
      },
    };
    await watchBacklog({ ledger, hours: knowledge.hours, clock: { now: () => 0 }, log });
    return told;
  }

  it('alerts when people wait and nobody is there', async () => {
    expect(await alerts({ waiting: 3, assigned: 0, agents: 0, oldest: 61_000.4 })).to.deep.equal([
      { waiting: 3, longestWaitMs: 61_000 },
    ]);
  });

  it('is silent when somebody is there, or nobody waits', async () => {
    expect(await alerts({ waiting: 3, assigned: 0, agents: 1 })).to.deep.equal([]);
    expect(await alerts({ waiting: 0, assigned: 0, agents: 0 })).to.deep.equal([]);
  });
});
