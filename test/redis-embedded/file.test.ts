/** The append-only file: what survives a restart, a torn end, damage, a rewrite. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { copyFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { failure, type Ground, openGround } from './ground.js';
import { until } from '../support/until.js';

/** Three keys that one script always leaves equal. */
const step = `for i = 1, 3 do redis.call('SET', 'k' .. i, ARGV[1]) end
  redis.call('XADD', 'log', ARGV[1] .. '-0', 'n', ARGV[1]) return ARGV[1]`;

async function steps(redis: Redis, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n += 1) await redis.eval(step, 0, n);
}

async function fill(redis: Redis): Promise<void> {
  await redis.hset('hash', 'feld', 'grün', 'two\r\nlines', Buffer.from([0, 255, 10]));
  await redis.zadd('zset', 1.5, 'a', -2, 'b', '+inf', 'c');
  await redis.sadd('set', 'x', 'y');
  await redis.rpush('list', 'one', 'two\r\n', 'drei ✓');
  await redis.set('text', 'with "quotes" \\ and ✓', 'PX', 5_000_000);
  await redis.xadd('stream', '5-1', 'a', '1');
  await redis.xadd('stream', '7-0', 'b', '2');
  await redis.xdel('stream', '7-0');
  await redis.xadd('emptied', '3-3', 'a', '1');
  await redis.xdel('emptied', '3-3');
  await redis.incrby('counter', '9007199254740993');
}

const lines = (bytes: Buffer): readonly string[] => bytes.toString('latin1').split('\n');

describe('the append-only file', () => {
  let ground: Ground;
  beforeEach(() => {
    ground = openGround();
  });
  afterEach(() => ground.close());

  it('brings everything back, twice, and is readable by its owner only', async () => {
    const { engine, redis } = await ground.start();
    await fill(redis);
    const before = engine.dump();
    expect(before).to.have.length(8);
    for (const _ of [1, 2]) {
      await ground.stop();
      expect((await ground.start()).engine.dump()).to.deep.equal(before);
    }
    expect(statSync(ground.file).mode & 0o777).to.equal(0o600);
    expect(ground.kinds()).to.deep.equal([]);
  });

  it('remembers the last id of a stream whose newest entry is gone', async () => {
    await fill((await ground.start()).redis);
    await ground.stop();
    const { redis } = await ground.start();
    expect(await failure(redis.xadd('stream', '7-0', 'c', '3'))).to.include('equal or smaller');
    expect(await failure(redis.xadd('emptied', '3-3', 'c', '3'))).to.include('equal or smaller');
    expect(await redis.xadd('stream', '7-1', 'c', '3')).to.equal('7-1');
  });

  it('holds a script wholly or not at all, wherever it is cut off', async () => {
    const { redis } = await ground.start();
    await steps(redis, 1, 12);
    await ground.stop();
    const whole = `${ground.file}.whole`;
    copyFileSync(ground.file, whole);
    const size = statSync(whole).size;
    const law = fc.asyncProperty(fc.integer({ min: 0, max: size }), async (cut) => {
      copyFileSync(whole, ground.file);
      truncateSync(ground.file, cut);
      const { redis: again } = await ground.start();
      const values = await Promise.all(['k1', 'k2', 'k3'].map((key) => again.get(key)));
      const log = await again.xlen('log');
      await ground.stop();
      expect(values.map(Number)).to.deep.equal([log, log, log]);
    });
    await fc.assert(law, { numRuns: 25 });
  });

  it('cuts a torn end off, says so once, and goes on', async () => {
    const { redis } = await ground.start();
    await steps(redis, 1, 3);
    await ground.stop();
    const torn = ground.bytes().length - 7;
    truncateSync(ground.file, torn);
    const { redis: again } = await ground.start();
    expect(await again.get('k1')).to.equal('2');
    expect(ground.kinds()).to.deep.equal(['torn-tail']);
    await steps(again, 3, 4);
    await ground.stop();
    expect(await (await ground.start()).redis.get('k3')).to.equal('4');
    expect(ground.kinds()).to.deep.equal(['torn-tail']);
  });

  it('takes zeros at the end, as a power cut leaves them, for a torn end', async () => {
    await steps((await ground.start()).redis, 1, 3);
    await ground.stop();
    writeFileSync(ground.file, Buffer.concat([ground.bytes(), Buffer.alloc(4096)]));
    expect(await (await ground.start()).redis.get('k1')).to.equal('3');
    expect(ground.events.find(({ kind }) => kind === 'torn-tail')).to.include({ bytes: 4096 });
  });

  describe('with damage in the middle', () => {
    const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
      'a changed byte': (bytes) =>
        Buffer.from(bytes.map((byte, at) => (at === Math.floor(bytes.length / 2) ? byte ^ 1 : byte))),
      'a missing line': (bytes) => Buffer.from(lines(bytes).toSpliced(3, 1).join('\n'), 'latin1'),
      'two lines that changed places': (bytes) => {
        const all = [...lines(bytes)];
        return Buffer.from([...all.slice(0, 2), all[3], all[2], ...all.slice(4)].join('\n'), 'latin1');
      },
    };
    for (const [name, damage] of Object.entries(damages)) {
      it(`does not start on ${name}, and says where; salvage keeps what is whole and the file itself`, async () => {
        await steps((await ground.start()).redis, 1, 9);
        await ground.stop();
        const damaged = damage(ground.bytes());
        writeFileSync(ground.file, damaged);

        const said = await failure(ground.start());
        expect(said).to.match(
          /is damaged at byte \d+ of \d+\. Restore a backup, or keep everything that is whole with: npx warmline salvage/,
        );
        expect(readFileSync(ground.file)).to.deep.equal(damaged);

        const { redis } = await ground.start({ salvage: true });
        expect(await redis.get('k1')).to.equal('9'); // the last of them is behind the damage
        expect(readFileSync(`${ground.file}.damaged`)).to.deep.equal(damaged);
        expect(ground.kinds()).to.deep.equal(['salvaged']);
        const salvaged = ground.events.find((event) => event.kind === 'salvaged');
        expect(salvaged?.gaps).to.have.length(1);
        expect(salvaged?.gaps[0]?.from).to.equal(Number(/byte (\d+)/.exec(said)?.[1]));
        expect((salvaged?.kept ?? 0) + (salvaged?.gaps[0]?.lines ?? 0)).to.equal(lines(damaged).length - 2);
        await steps(redis, 10, 10);
        await ground.stop();
        expect(await (await ground.start()).redis.get('k2')).to.equal('10');
      });
    }
  });

  for (const content of ['something else\nentirely\n', 'x', 'warmline append-only file, format 2\n']) {
    it(`leaves a file alone that is not its own: ${JSON.stringify(content)}`, async () => {
      writeFileSync(ground.file, content);
      expect(await failure(ground.start())).to.include('is not an append-only file of this version');
      expect(readFileSync(ground.file, 'utf8')).to.equal(content);
      expect(existsSync(`${ground.file}.lock`)).to.equal(false);
    });
  }

  it('holds no erased text after a rewrite', async () => {
    const { redis } = await ground.start();
    await redis.hset('customer', 'name', 'Grünbaum', 'told', 'a secret');
    await redis.xadd('transcript', '1-0', 'm', 'my card is 4111');
    expect(ground.bytes().toString('utf8')).to.include('Grünbaum').and.include('4111');
    await redis.unlink('transcript');
    await redis.hdel('customer', 'name', 'told');
    const before = ground.bytes().length;
    expect(await redis.bgrewriteaof()).to.equal('Background append only file rewriting started');
    await until('the file is rewritten', async () => /aof_rewrite_in_progress:0/.test(await redis.info('persistence')));
    expect(ground.bytes().toString('utf8')).not.to.match(/Grünbaum|secret|4111/);
    expect(ground.bytes().length).to.be.below(before);
  });

  it('loses nothing that happens while it is rewritten', async function () {
    this.timeout(30_000);
    const { engine, redis } = await ground.start();
    const fillKeys = `for i = 1, 4000 do redis.call('HSET', 'h' .. (ARGV[1] + i), 'v', i, 'w', 'some more text')
      redis.call('ZADD', 'all', i, ARGV[1] + i) end`;
    await redis.xadd('again', '1-1', 'n', '0'); // the first to be copied, and made anew since
    for (let n = 0; n < 60_000; n += 4000) await redis.eval(fillKeys, 0, n);
    await redis.bgrewriteaof();
    let changes = 0;
    await until('the file is rewritten by itself', async () => {
      const n = (changes += 1) * 37;
      await redis.eval(
        `redis.call('HINCRBY', 'h' .. ARGV[1], 'v', 1) redis.call('DEL', 'h' .. (ARGV[1] + 1)) redis.call('INCR', 'n')
        redis.call('HSET', 'h' .. (ARGV[1] + 1), 'again', 1) redis.call('ZREM', 'all', ARGV[1])
        redis.call('XADD', 'log', ARGV[1] .. '-1', 'n', 1) redis.call('SET', 'new' .. ARGV[1], 1)
        redis.call('DEL', 'again') redis.call('XADD', 'again', '1-1', 'n', ARGV[1])`,
        0,
        n,
      );
      return /aof_rewrite_in_progress:0/.test(await redis.info('persistence'));
    });
    expect(changes).to.be.above(5);
    const before = engine.dump();
    await ground.stop();
    expect((await ground.start()).engine.dump()).to.deep.equal(before);
  });

  it('survives clearing everything while it is rewritten', async () => {
    const { engine, redis } = await ground.start();
    await redis.eval(`for i = 1, 20000 do redis.call('SET', 'k' .. i, i) end`, 0);
    await redis.pipeline().bgrewriteaof().set('a', 1).flushall().set('b', 2).set('k1', 3).exec();
    await until('the file is rewritten', async () => /aof_rewrite_in_progress:0/.test(await redis.info('persistence')));
    const before = engine.dump();
    expect(before).to.have.length(2);
    await ground.stop();
    expect((await ground.start()).engine.dump()).to.deep.equal(before);
  });

  it('is rewritten by itself when it has grown to four times its size', async function () {
    this.timeout(30_000);
    const { redis } = await ground.start();
    const text = 'x'.repeat(1 << 20);
    for (let n = 0; n < 17; n += 1) await redis.set('large', `${n}${text}`);
    await until('the file is rewritten by itself', async () => {
      await redis.ping();
      return statSync(ground.file).size < 4 << 20;
    });
    await ground.stop();
    expect(await (await ground.start()).redis.get('large')).to.equal(`16${text}`);
  });
});
