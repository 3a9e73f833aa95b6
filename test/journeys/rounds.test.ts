/** What the running server does by itself, again and again: each of its rounds must be wired. */
import { expect } from 'chai';
import { type App, startApp } from '../../src/app.js';
import { createLog, randomIds, readConfig, systemClock } from '../../src/base/index.js';
import { checkHours } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { loadSmallKnowledge } from '../faults/app.js';
import { embedded, type StoreHouse } from '../support/stores.js';
import { enterLine, newAgent, readAll } from '../support/tickets.js';
import { until } from '../support/until.js';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const always = [
  'zone: Europe/London',
  'week:',
  ...days.map((day) => `  ${day}: 00:00-24:00`),
  'queues: { main: { title: Support } }',
];
const hours = checkHours({ name: 'hours.yaml', text: always.join('\n') });
if (hours.kind === 'broken') throw new Error(hours.problems.join('\n'));

/** A round every so often, milliseconds; and how long one is waited for. */
const often = 30;
const patienceMs = 4000;

describe('the rounds of a running server', () => {
  const alerts: string[] = [];
  let house: StoreHouse;
  let app: App;
  let store: Store;

  before(async () => {
    house = await embedded.start();
    const log = createLog('silent');
    log.error = (_: unknown, text?: string) => void alerts.push(text ?? '');
    app = await startApp({
      config: readConfig({ ...house.env, PORT: '0', LOG_LEVEL: 'silent', RETENTION_DAYS: '1' }),
      log,
      clock: systemClock,
      ids: randomIds,
      knowledge: { ...loadSmallKnowledge(), hours: hours.value },
      store: { timing: { leaseMs: 50, lineIdleMs: 60_000 } },
      rounds: { wakeMs: often, sweepMs: often, tidyMs: often, watchMs: often },
    });
    store = await house.open();
  });
  after(async () => {
    await app.close();
    await house.close();
  });

  async function claimed(conversation: string) {
    const agent = newAgent();
    const claim = await store.queue.claim({ agent, token: crypto.randomUUID(), conversation, notice: { text: '' } });
    if (claim.kind !== 'claimed') throw new Error(claim.kind);
    return { conversation, agent, epoch: claim.epoch, notice: { text: '' } };
  }

  it('forgets what is older than the retention', async () => {
    const conversation = await enterLine(store);
    await store.queue.release({
      ...readAll,
      ...(await claimed(conversation)),
      action: 'close',
      effects: [{ kind: 'end', outcome: 'helped' }],
    });
    expect(await store.ledger.episode(conversation, 1)).to.include({ state: 'closed' });
    const { redis } = await house.connect();
    const shard = shardOf(conversation, Number(await redis.get(keys.shards)));
    const old = (Date.now() - 25 * 3_600_000) * 1000;
    await redis.eval(
      "return redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])",
      1,
      keys.ended(shard),
      old,
      `1 ${conversation}`,
    );
    await until(
      'the episode is forgotten',
      async () => (await store.ledger.episode(conversation, 1)) === undefined,
      patienceMs,
    );
    expect(await store.conversations.find(conversation)).to.equal(undefined);
  });

  it('lets tickets of a queue that is gone wait in the main one', async () => {
    const conversation = await enterLine(store);
    await store.queue.release({
      ...readAll,
      ...(await claimed(conversation)),
      action: 'release',
      queue: 'closed-down',
    });
    await until(
      'the ticket waits in the main line',
      async () => (await store.queue.ticket(conversation))?.queue === 'main',
      patienceMs,
    );
  });

  it('puts tickets of lost agents back into the line', async () => {
    const conversation = await enterLine(store);
    const short = await house.open({ timing: { leaseMs: 50 } });
    const agent = newAgent();
    await short.queue.claim({ agent, token: crypto.randomUUID(), conversation, notice: { text: '' } });
    await until(
      'the ticket waits again',
      async () => (await store.queue.ticket(conversation))?.state === 'waiting',
      patienceMs,
    );
  });

  it('runs the turns that a dead server owed', async () => {
    const hasty = await house.open({ timing: { turnLeaseMs: 50 } });
    const said = {
      conversation: 'web-owed',
      channel: 'web',
      activity: 'a',
      customer: { id: 'c' },
      text: 'hello',
    } as const;
    expect((await hasty.conversations.receive(said)).kind).to.equal('turn');
    await until(
      'the turn is taken over',
      async () => (await store.conversations.entries('web-owed', 0)).length > 1,
      patienceMs,
    );
  });

  it('alerts when people wait and nobody is at the desk', async () => {
    await enterLine(store);
    alerts.length = 0;
    await until(
      'the line that nobody serves is told',
      async () => {
        await store.queue.size(['main']);
        return alerts.includes('people wait and nobody is at the desk');
      },
      patienceMs,
    );
  });
});
