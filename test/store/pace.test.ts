/** What is promised of the line rests on what is known of it: little after one quick claim, and never less than what is seen. */
import { expect } from 'chai';
import type { Effect, LineFacts } from '../../src/conversation/index.js';
import { waitRange } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { createRun } from '../../src/store/run.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { newAgent } from '../support/tickets.js';

const minute = 60_000;
const notice = { text: '' };

onEveryEngine('the pace of a line', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open({ capacity: 50 });
  });
  after(() => house.close());

  async function turn(conversation: string, activity: string) {
    const said = { conversation, channel: 'web', activity, customer: { id: conversation }, text: 'help' } as const;
    const heard = await store.conversations.receive(said);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    return heard.turn;
  }
  async function enter(queue: string): Promise<{ id: string; line: LineFacts }> {
    const id = `web-${crypto.randomUUID()}`;
    const effects: readonly Effect[] = [{ kind: 'open' }, { kind: 'queue', boostMs: 0, reason: 'asked' }];
    await store.conversations.commit(await turn(id, 'a'), effects);
    const agent = newAgent();
    const held = await store.queue.claim({ agent, token: crypto.randomUUID(), conversation: id, notice });
    const epoch = held.kind === 'claimed' ? held.epoch : 0;
    const move = { conversation: id, agent, epoch, seen: 99, action: 'release', queue, notice } as const;
    await store.queue.release(move);
    return { id, line: await store.queue.position((await store.queue.ticket(id))!) };
  }
  const promised = (line: LineFacts) => {
    const { low, high } = waitRange({ ...line, ahead: 9 })!;
    return `${low / minute}–${high / minute}`;
  };

  // every claim came at once: the tenth was promised 1–2 minutes from the first of them on
  const table = [
    [1, 0, '15–45'],
    [1, 1, '11–32'],
    [1, 2, '7–23'],
    [1, 3, '5–16'],
    [1, 5, '3–8'],
    // two serve twice as fast until it is known better
    [2, 0, '8–23'],
    [2, 1, '5–16'],
    [2, 3, '3–8'],
  ] as const;
  it('is told of a claim in another shard once, however often it is sent', async () => {
    const connection = await house.connect();
    const run = createRun(connection);
    const [queue, shard] = ['queue-again', shardOf('x', 1)];
    const tell = (at: number) => run('paced', shard, { queue, queuedAt: at - 60_000_000, at });
    const pace = async () => (await connection.redis.hgetall(keys.pace(shard)))[`ew ${queue}`];
    await tell(1_000_000_000);
    const before = await pace();
    expect(Number(before)).to.be.above(0);
    await tell(1_000_000_000);
    expect(await pace()).to.equal(before);
    await tell(1_100_000_000);
    expect(await pace()).not.to.equal(before);
  });

  for (const [agents, claims, range] of table) {
    it(`after ${claims} quick claims promises the tenth in the line of ${agents} ${range} minutes`, async () => {
      const queue = `queue-${agents}-${claims}`;
      const agent = newAgent([queue]);
      for (const one of [agent, newAgent([queue])].slice(0, agents)) await store.queue.present(one, true);
      for (let n = 0; n < claims; n += 1) {
        const { id } = await enter(queue);
        await store.queue.claim({ agent, token: crypto.randomUUID(), conversation: id, notice });
      }
      const { line } = await enter(queue);
      expect(line.agents).to.equal(agents);
      expect(promised(line)).to.equal(range);
    });
  }

  it('is no quicker than the line stands still, though all at the desk are full', async () => {
    const queue = 'full';
    await store.queue.present(newAgent([queue]), true);
    const { id } = await enter(queue);
    const { redis } = await house.connect();
    const count = Number(await redis.get(keys.shards));
    const long = String((Date.now() - 20 * minute) * 1000);
    for (const shard of new Set([shardOf(id, count), 's0'])) {
      await redis.eval("return redis.call('HSET', KEYS[1], 'up', ARGV[1])", 1, keys.pace(shard), long);
      await redis.eval(
        "return redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])",
        1,
        keys.lineSince(shard, queue),
        long,
        id,
      );
    }
    const { pace } = await store.queue.position((await store.queue.ticket(id))!);
    expect(pace).to.be.within(20 * minute, 21 * minute);
  });
});
