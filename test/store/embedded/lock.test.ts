/** One process per file. */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { SupportError } from '../../../src/base/index.js';
import { acquireLock } from '../../../src/store/embedded/journal/lock.js';
import { startEngine } from '../../../src/store/embedded/engine.js';
import { type Ground, openGround } from './ground.js';

describe('the lock of the file', () => {
  let ground: Ground;
  let lock: string;
  beforeEach(() => {
    ground = openGround();
    lock = `${ground.file}.lock`;
  });
  afterEach(() => ground.close());

  const second = () => startEngine({ file: ground.file, sync: 'everysec', listen: { port: 0, host: '127.0.0.1' } });

  it('refuses a second engine, names the process that holds it, and leaves the first alone', async () => {
    const { redis } = await ground.start();
    await redis.set('a', 1);
    const fault = await second().catch((one: unknown) => one);
    expect(fault).to.be.instanceOf(SupportError).and.to.include({ code: 'unavailable' });
    expect(fault).to.have.property('message').that.includes(`is in use by process ${process.pid}`);
    await redis.set('b', 1);
    await ground.stop();
    expect((await ground.start()).engine.dump()).to.have.length(2);
  });

  it('goes with the engine', async () => {
    await ground.start();
    expect(existsSync(lock)).to.equal(true);
    await ground.stop();
    expect(existsSync(lock)).to.equal(false);
    const engine = await second();
    expect(engine.port).to.be.above(0);
    await engine.close();
  });

  const holder = (change: (pid: string, birth: string) => string): void => {
    const probe = acquireLock(`${ground.file}.probe`);
    const [pid = '', birth = ''] = readFileSync(`${ground.file}.probe.lock`, 'utf8').split('\n');
    probe.release();
    writeFileSync(lock, change(pid, birth));
  };
  const dead = String(spawnSync(process.execPath, ['-e', '']).pid);

  const left: Readonly<Record<string, () => void>> = {
    'a process that ended': () => holder((_pid, birth) => `${dead}\n${birth}\n`),
    'an earlier process with our own id, as in a container': () => holder((pid, birth) => `${pid}\n${birth}0\n`),
    'a process that died while it wrote the lock': () => writeFileSync(lock, '12'),
  };
  for (const [name, leave] of Object.entries(left)) {
    it(`is taken over from ${name}`, async () => {
      leave();
      await ground.start();
      expect(ground.kinds()).to.deep.equal(['lock-taken-over']);
      expect(readFileSync(lock, 'utf8')).to.match(new RegExp(`^${process.pid}\n`));
    });
  }

  it('is let go when the start fails for another reason', async () => {
    writeFileSync(ground.file, 'something else\n');
    await ground.start().catch(() => undefined);
    expect(existsSync(lock)).to.equal(false);
  });
});
