/** Expiry: by the engine's clock while it runs, and never by when a file is read. */
import { expect } from 'chai';
import { type Ground, openGround } from './ground.js';
import { until } from '../support/until.js';

const start = 1_800_000_000_000; // ms

describe('expiry', () => {
  let ground: Ground;
  let now: number;
  const options = { clock: () => now * 1000 };
  beforeEach(() => {
    [ground, now] = [openGround(), start];
  });
  afterEach(() => ground.close());

  it('takes a key away when its time has passed, not when it has come', async () => {
    const { redis } = await ground.start(options);
    await redis.set('a', 1, 'PX', 1000);
    await redis.hset('h', 'f', 1);
    await redis.expire('h', 1);
    expect([await redis.pttl('a'), await redis.ttl('h')]).to.deep.equal([1000, 1]);
    now = start + 1000;
    expect([await redis.get('a'), await redis.hget('h', 'f'), await redis.pttl('a')]).to.deep.equal(['1', '1', 0]);
    now = start + 1001;
    expect([await redis.get('a'), await redis.hget('h', 'f'), await redis.exists('a', 'h')]).to.deep.equal([
      null,
      null,
      0,
    ]);
    expect([await redis.pttl('a'), await redis.type('h')]).to.deep.equal([-2, 'none']);
  });

  it('starts over with a key that was written anew, and forgets it with PERSIST and plain SET', async () => {
    const { redis } = await ground.start(options);
    for (const key of ['a', 'b', 'c']) await redis.set(key, 1, 'PX', 1000);
    await redis.set('b', 2);
    await redis.persist('c');
    now = start + 2000;
    expect(await redis.incr('a')).to.equal(1);
    expect([await redis.pttl('a'), await redis.get('b'), await redis.get('c')]).to.deep.equal([-1, '2', '1']);
    await redis.pexpireat('b', now);
    expect(await redis.exists('b')).to.equal(0);
  });

  it('is the same instant for a whole script', async () => {
    const { redis } = await ground.start({ clock: () => (now += 5) * 1000 });
    const script =
      "redis.call('SET', 'a', 1, 'PX', 1) for i = 1, 100 do if not redis.call('GET', 'a') then return i end end return 0";
    expect(await redis.eval(script, 0)).to.equal(0);
    expect(await redis.get('a')).to.equal(null);
  });

  it('sweeps keys that nobody asks for, out of the memory and out of the file', async () => {
    const { engine, redis } = await ground.start(options);
    await redis.eval(
      "for i = 1, 2000 do redis.call('SET', 'gone' .. i, 'words', 'PX', i) end redis.call('SET', 'kept', 1)",
      0,
    );
    now = start + 10_000;
    await until('one key is left', async () => (await redis.dbsize()) === 1);
    expect(engine.dump()).to.deep.equal(['string kept 0 "1"']);
    await ground.stop();
    await ground.start(options);
    expect(ground.bytes().toString()).not.to.include('words');
  });

  it('does not depend on when the file is read', async () => {
    const { redis } = await ground.start(options);
    await redis.set('n', 41, 'PX', 1000);
    await redis.set('alive', 1, 'PX', 60_000);
    now = start + 2000;
    expect(await redis.incr('n')).to.equal(1);
    for (const instant of [start, start + 2000, start + 50_000]) {
      await ground.stop();
      now = instant;
      const { redis: again } = await ground.start(options);
      expect([await again.get('n'), await again.pttl('n'), await again.get('alive')]).to.deep.equal(['1', -1, '1']);
    }
    now = start + 60_001;
    await ground.stop();
    expect(await (await ground.start(options)).redis.get('alive')).to.equal(null);
  });
});
