/** One process per file, whatever it knows of other processes. */
import { expect } from 'chai';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { inPackage, SupportError } from '../../src/base/index.js';
import { acquireLock, type Lock } from '../../src/redis-embedded/journal/lock.js';
import { type EngineOptions, startEngine } from '../../src/redis-embedded/engine.js';
import { childOf, namespace, noNamespaces } from '../support/namespace.js';
import { startRedis } from '../support/redis.js';
import { failure, type Ground, openGround } from './ground.js';
import { until } from '../support/until.js';

const kernel = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
const serve = [process.execPath, inPackage('dist', 'src', 'redis-embedded', 'serve.js')];

describe('the lock of the file', () => {
  let ground: Ground;
  let lock: string;
  beforeEach(() => {
    ground = openGround();
    lock = `${ground.file}.lock`;
  });
  afterEach(() => ground.close());

  const engine = (options: Partial<EngineOptions> = {}) =>
    startEngine({ file: ground.file, sync: 'everysec', listen: { port: 0, host: '127.0.0.1' }, ...options });
  const acquire = (patienceMs = 50): Promise<Lock> =>
    acquireLock(ground.file, { everyMs: 10, patienceMs, watching: () => undefined });

  it('refuses a second engine, names the process that holds it, and leaves the first alone', async () => {
    const { redis } = await ground.start();
    await redis.set('a', 1);
    const fault = await engine().catch((one: unknown) => one);
    expect(fault).to.be.instanceOf(SupportError).and.to.include({ code: 'unavailable' });
    expect(fault)
      .to.have.property('message')
      .that.includes(`is in use by process ${process.pid} on ${hostname()}. Stop it`);
    await redis.set('b', 1);
    await ground.stop();
    expect((await ground.start()).engine.dump()).to.have.length(2);
  });

  it('goes with the engine', async () => {
    await ground.start();
    expect(existsSync(lock)).to.equal(true);
    await ground.stop();
    expect(existsSync(lock)).to.equal(false);
    await (await engine()).close();
    expect(readdirSync(dirname(ground.file))).to.deep.equal(['file.aof']);
  });

  it('is let go when the start fails for another reason', async () => {
    writeFileSync(ground.file, 'something else\n');
    await ground.start().catch(() => undefined);
    expect(readdirSync(dirname(ground.file))).to.deep.equal(['file.aof']);
  });

  it('is told in words when the disk does not take it', async () => {
    const file = join(ground.file, 'in-no-folder.aof');
    expect(await failure(engine({ file }))).to.match(
      /in-no-folder\.aof cannot be opened: EN\w+: .*Nothing was changed/,
    );
  });

  it('works in a folder with a name longer than a socket may have', async () => {
    const folder = join(dirname(ground.file), 'deep'.repeat(40));
    mkdirSync(folder);
    const file = join(folder, 'file.aof');
    const first = await engine({ file });
    expect(await failure(engine({ file }))).to.include('is in use by process');
    await first.close();
  });

  const left: Readonly<Record<string, () => void>> = {
    'a machine that fell silent': () => entry('of another kernel'),
    'a file system without sockets': () => entry(kernel),
    'a holder that took out a dead one and died': () => mkdirSync(lock),
  };
  function entry(of: string): void {
    mkdirSync(lock);
    writeFileSync(join(lock, 'name'), `${of}\n7\nelsewhere\n3\n`);
  }
  for (const [name, leave] of Object.entries(left)) {
    it(`is taken over from ${name}, after its silence if there is one`, async () => {
      leave();
      const silent = existsSync(join(lock, 'name'));
      await ground.start({ beat: { everyMs: 10, patienceMs: 50 } });
      expect(ground.kinds()).to.deep.equal(silent ? ['lock-watched', 'lock-taken-over'] : []);
      if (silent) expect(ground.events[0]).to.include({ holder: 'process 7 on elsewhere', ms: 50 });
      expect(readdirSync(lock)).not.to.include('name');
    });
  }

  it('is not taken from a holder who beats, though no socket tells of it', async () => {
    await ground.start({ beat: { everyMs: 10, patienceMs: 50 } });
    const [socket = ''] = readdirSync(lock).filter((name) => name.endsWith('.sock'));
    rmSync(join(lock, socket));
    expect(await failure(acquire(2000))).to.include('is in use by process');
  });

  it('of an older version, whose holder cannot be asked, is left alone', async () => {
    writeFileSync(lock, '1\nbirth\n');
    expect(await failure(engine())).to.include('is of an older version. If none runs on this folder, delete it');
    expect(readFileSync(lock, 'latin1')).to.equal('1\nbirth\n');
  });

  it('is won by one of many who find it left behind', async () => {
    for (let round = 0; round < 20; round += 1) {
      entry(kernel);
      const all = await Promise.allSettled(Array.from({ length: 8 }, () => acquire()));
      const won = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(won.map((one) => one.held())).to.deep.equal([true]);
      for (const one of won) one.release();
    }
    expect(readdirSync(dirname(ground.file))).to.deep.equal([]);
  });

  it('tidies up after a start that was killed before it had it', async () => {
    mkdirSync(`${lock}.name`);
    writeFileSync(join(`${lock}.name`, 'name'), 'x');
    const own = await acquire();
    expect(readdirSync(dirname(ground.file))).to.deep.equal(['file.aof.lock']);
    own.release();
  });

  describe('over namespaces', () => {
    if (noNamespaces !== undefined) {
      it(`skipped: ${noNamespaces}`);
      return;
    }
    const args = ['--appendonly', 'yes', '--appendfilename', 'file.aof'];
    const start = (program: readonly string[]) => startRedis({ program, args, dir: dirname(ground.file) });
    const [inside, outside] = [[...namespace('network'), ...serve], serve];
    const orders: readonly (readonly [string, readonly string[], readonly string[]])[] = [
      ['a process outside from one inside', outside, inside],
      ['a process inside from one outside', inside, outside],
      ['two inside, each with a network of its own', inside, inside],
    ];
    for (const [name, first, second] of orders) {
      it(`keeps apart ${name}, and is free at once when the first is killed`, async () => {
        const holder = await start(first);
        expect(await failure(start(second))).to.match(/is in use by process \d+ on/);
        const pid = first === inside ? childOf(holder.pid) : holder.pid;
        process.kill(pid, 'SIGKILL');
        await until('the process is gone', () => !existsSync(`/proc/${pid}`));
        await ground.start();
        expect(ground.kinds()).to.deep.equal(['lock-taken-over']); // and no silence was waited for
      });
    }

    it('is not taken from a process that was stopped', async () => {
      const holder = await start(outside);
      process.kill(holder.pid, 'SIGSTOP');
      const refusal = failure(start(inside));
      expect(await refusal).to.match(/is in use by process \d+ on/);
      process.kill(holder.pid, 'SIGCONT');
      await holder.stop();
    });
  });
});
