/** When the disk fails: nothing is acknowledged that is not kept, and nothing is read that was not. */
import { expect } from 'chai';
import type { Redis } from 'ioredis';
import { type Disk, nodeDisk } from '../../src/redis-embedded/journal/tail.js';
import { failure, type Ground, openGround } from './ground.js';
import { until } from '../support/until.js';

type Weakness = 'none' | 'full' | 'half-full' | 'no-sync' | 'slow-sync';

interface WeakDisk extends Disk {
  weakness: Weakness;
  /** With slow-sync: what ends the sync that waits. */
  finish: ((fault: Error | null) => void) | undefined;
}

const full = (): Error => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
const broken = (): Error => Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });

function createWeakDisk(): WeakDisk {
  const disk: WeakDisk = {
    weakness: 'none',
    finish: undefined,
    write(fd, bytes) {
      if (disk.weakness === 'full' || (disk.weakness === 'half-full' && bytes.length < 2)) throw full();
      if (disk.weakness === 'half-full') return nodeDisk.write(fd, bytes.subarray(0, Math.floor(bytes.length / 2)));
      return nodeDisk.write(fd, bytes);
    },
    sync(fd, done) {
      if (disk.weakness === 'no-sync') setImmediate(done, broken());
      else if (disk.weakness === 'slow-sync') disk.finish = done;
      else nodeDisk.sync(fd, done);
    },
    syncNow(fd) {
      if (disk.weakness === 'no-sync') throw broken();
      nodeDisk.syncNow(fd);
    },
  };
  return disk;
}

const refusal = (reason: string) => `MISCONF Errors writing to the AOF file: ${reason}`;
const accepted = (redis: Redis) => () =>
  redis.set('probe', 1).then(
    () => true,
    () => false,
  );

describe('a failing disk', () => {
  let ground: Ground;
  let disk: WeakDisk;
  beforeEach(() => {
    [ground, disk] = [openGround(), createWeakDisk()];
  });
  afterEach(() => ground.close());

  for (const sync of ['everysec', 'always'] as const) {
    for (const weakness of ['full', 'half-full'] as const) {
      it(`that is ${weakness} refuses what it cannot keep, and goes on when there is room (${sync})`, async () => {
        const { redis } = await ground.start({ disk, sync });
        await redis.set('kept', 'before');
        disk.weakness = weakness;
        expect(await failure(redis.set('kept', 'after'))).to.equal(refusal(full().message));
        expect(await redis.get('kept')).to.equal('before');
        expect(await failure(redis.hset('other', 'a', 1))).to.match(/^MISCONF /);
        expect(await failure(redis.eval("redis.call('GET', 'kept') return redis.call('DEL', 'kept')", 0))).to.match(
          /^MISCONF .* script: \w+, on @user_script:1\.$/,
        );
        expect(await redis.info('persistence')).to.include('aof_last_write_status:err');

        disk.weakness = 'none';
        await until('a write is accepted', accepted(redis));
        expect(ground.kinds()).to.deep.equal(['write-failed', 'recovered']);
        await redis.set('kept', 'at last');
        await ground.stop();
        const { engine } = await ground.start();
        expect(engine.dump()).to.deep.equal(['string kept 0 "at last"', 'string probe 0 "1"']);
      });
    }
  }

  it('answers everything that came with the refused change with the error, and tells listeners nothing', async () => {
    const { redis } = await ground.start({ disk, sync: 'always' });
    const listener = ground.connect();
    const heard: string[] = [];
    await listener.ssubscribe('room');
    listener.on('smessage', (_channel: string, text: string) => heard.push(text));
    await redis.set('n', 1);

    disk.weakness = 'no-sync';
    const script = "redis.call('INCR', 'n') redis.call('SPUBLISH', 'room', 'never happened') return 1";
    const answers = await redis.pipeline().eval(script, 0).get('n').exec();
    expect(answers?.map(([fault]) => fault?.message)).to.deep.equal(Array(2).fill(refusal(broken().message)));
    expect(await redis.get('n')).to.equal('1');

    disk.weakness = 'none';
    await until('a write is accepted', accepted(redis));
    await redis.spublish('room', 'happened');
    await until('something was heard', () => redis.ping().then(() => heard.length > 0));
    expect(heard).to.deep.equal(['happened']);
    await ground.stop();
    expect(await (await ground.start()).redis.get('n')).to.equal('1');
  });

  it('takes back what was built on a change that could not be kept', async () => {
    const { engine, redis } = await ground.start({ disk, sync: 'always' });
    const other = ground.connect();
    await redis.set('n', 1);
    disk.weakness = 'slow-sync';
    const first = failure(redis.incr('n'));
    await until('the disk is asked to sync', () => disk.finish !== undefined);
    const second = failure(other.incr('n'));
    await until('the third write is in memory', () => engine.dump().includes('string n 0 "3"'));
    disk.weakness = 'none';
    disk.finish?.(broken());
    expect([await first, await second]).to.deep.equal(Array(2).fill(refusal(broken().message)));
    expect(engine.dump()).to.deep.equal(['string n 0 "1"']);
    await until('a write is accepted', accepted(redis));
    expect(await redis.incr('n')).to.equal(2);
  });

  it('that fails to sync every second is not trusted until a new file is on it', async () => {
    const { redis } = await ground.start({ disk });
    await redis.set('a', 1);
    disk.weakness = 'no-sync';
    await until('the failed write is told', async () =>
      (await redis.info('persistence')).includes('aof_last_write_status:err'),
    );
    expect(await redis.get('a')).to.equal('1');
    expect(await failure(redis.set('b', 1))).to.equal(refusal(broken().message));

    disk.weakness = 'none';
    const rewrites = ground.events.filter(({ kind }) => kind === 'rewritten').length;
    await until('a write is accepted', accepted(redis));
    expect(ground.events.filter(({ kind }) => kind === 'rewritten')).to.have.length(rewrites + 1);
    expect(ground.kinds()).to.deep.equal(['write-failed', 'recovered']);
    await ground.stop();
    expect(await (await ground.start()).redis.get('a')).to.equal('1');
  });

  it('with no room for a rewrite keeps the old file, which goes on', async () => {
    const { redis } = await ground.start({ disk });
    await redis.set('a', 'x'.repeat(1000));
    const before = ground.bytes();
    disk.weakness = 'full';
    await redis.bgrewriteaof();
    await until('the file is rewritten', async () =>
      (await redis.info('persistence')).includes('aof_rewrite_in_progress:0'),
    );
    expect(ground.kinds()).to.deep.equal(['rewrite-failed']);
    expect(ground.bytes()).to.deep.equal(before);

    disk.weakness = 'none';
    await redis.set('b', 1);
    await ground.stop();
    expect((await ground.start()).engine.dump()).to.have.length(2);
  });

  it('brings nothing back that expired in the meantime', async () => {
    let now = 1_800_000_000_000;
    const { redis } = await ground.start({ disk, clock: () => now * 1000 });
    await redis.hset('h', 'a', 1);
    await redis.expire('h', 1);
    await redis.hset('h', 'b', 2);
    disk.weakness = 'full';
    now += 2000;
    expect(await failure(redis.set('x', 1))).to.match(/^MISCONF /);
    expect([await redis.hgetall('h'), await redis.ttl('h')]).to.deep.equal([{}, -2]);
    disk.weakness = 'none';
    await until('a write is accepted', accepted(redis));
    expect(await redis.exists('h')).to.equal(0);
  });

  it('that is full at the start serves what it has, and refuses the rest', async () => {
    await (await ground.start()).redis.set('a', 1);
    await ground.stop();
    disk.weakness = 'full';
    const { redis } = await ground.start({ disk });
    expect(await redis.get('a')).to.equal('1');
    expect(await failure(redis.set('a', 2))).to.match(/^MISCONF /);
    expect(ground.kinds()).to.deep.equal(['rewrite-failed', 'write-failed']);
  });
});
