/** A closed case can be reopened for a day. */
import { expect } from 'chai';
import { createCases } from '../support/cases.js';
import { oneServer, onEveryEngine } from '../support/stores.js';

const dayMicros = 24 * 3_600_000_000;

onEveryEngine(
  'a case that ended a day ago',
  (start) => {
    it('is not reopened; a minute before it is', async () => {
      const house = await start();
      const [store, redis] = [await house.open(), house.raw()];
      const { solved, reopen } = createCases(() => store);
      const closed = await solved();
      const [shelf = ''] = await redis.keys(`closed:*:${closed.agent.id}`);
      expect(await redis.ttl(shelf), 'it is found again for as long').to.be.within(86_000, 86_400);
      const [key = ''] = await redis.keys(`p:*:1:${closed.conversation}`);
      const end = Number(await redis.hget(key, 'end'));
      await redis.hset(key, 'end', end - dayMicros);
      const before = await redis.hgetall(key);
      expect(await reopen(closed)).to.deep.equal({ kind: 'over' });
      expect(await redis.hgetall(key)).to.deep.equal(before);
      await redis.hset(key, 'end', end - dayMicros + 60_000_000);
      expect(await reopen(closed)).to.include({ kind: 'reopened' });
      await house.close();
    });
  },
  oneServer,
);
