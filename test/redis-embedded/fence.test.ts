/** A holder whose file is not its own any more: it keeps nothing, says so, and leaves what is there alone. */
import { expect } from 'chai';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, startEngine } from '../../src/redis-embedded/engine.js';
import type { Contents } from '../../src/redis-embedded/journal/contents.js';
import { createJournal } from '../../src/redis-embedded/journal/journal.js';
import { openFile } from '../../src/redis-embedded/journal/open.js';
import { type Disk, nodeDisk } from '../../src/redis-embedded/journal/tail.js';
import { failure, type Ground, openGround } from './ground.js';
import { until } from '../support/until.js';

describe('a holder of the file', () => {
  let ground: Ground;
  let other: Engine | undefined;
  beforeEach(() => (ground = openGround()));
  afterEach(async () => {
    await other?.close();
    other = undefined;
    await ground.close();
  });

  /** As another machine does after a long silence. */
  function takeOut(): void {
    const folder = `${ground.file}.lock`;
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
  }
  async function takeOver(): Promise<void> {
    takeOut();
    const listen = { port: 0, host: '127.0.0.1' };
    other = await startEngine({ file: ground.file, sync: 'always', listen });
  }
  const said = (kind: string) => ground.kinds().filter((one) => one === kind).length;

  for (const sync of ['everysec', 'always'] as const) {
    it(`that was taken over keeps and tells nothing any more, and says so once (${sync})`, async () => {
      const { redis } = await ground.start({ sync });
      await redis.set('a', 1);
      await takeOver();
      const theirs = ground.bytes();
      expect(await failure(redis.set('b', 1))).to.match(/^FENCED /);
      expect(await failure(redis.get('a'))).to.match(/^FENCED /);
      expect(await failure(redis.set('b', 2))).to.match(/^FENCED /);
      await ground.stop();
      expect(ground.kinds()).to.deep.equal(['lock-lost']);
      expect(ground.bytes()).to.deep.equal(theirs);
      expect(readdirSync(`${ground.file}.lock`)).to.have.length(2);
      expect(other?.dump()).to.deep.equal(['string a 0 "1"']);
    });
  }

  it('still greets who connects anew, so that they hear it and do not wait for ever', async () => {
    await ground.start();
    await takeOver();
    await until('the lock is told to be lost', () => said('lock-lost') === 1);
    expect(await failure(ground.connect().get('a'))).to.match(/^FENCED /);
    expect(await ground.connect().ssubscribe('room')).to.equal(1);
  });

  it('notices by itself, though nobody writes', async () => {
    await ground.start();
    await takeOver();
    await until('the lock is told to be lost', () => said('lock-lost') === 1);
  });

  it('whose lock was taken away by hand is nobody to go on', async () => {
    const { redis } = await ground.start();
    rmSync(`${ground.file}.lock`, { recursive: true });
    expect(await failure(redis.set('b', 1))).to.match(/^FENCED /);
  });

  it('does not put a new file in the place of one that is not its own', async () => {
    const { redis } = await ground.start();
    await redis.set('a', 1);
    await takeOver();
    const { ino } = statSync(ground.file);
    redis.bgrewriteaof().catch(() => undefined);
    await until(
      'the lock is lost, or the rewrite failed',
      () => said('lock-lost') === 1 || said('rewrite-failed') === 1,
    );
    await ground.stop();
    expect(statSync(ground.file).ino).to.equal(ino);
  });

  const changes: Readonly<Record<string, (file: string) => void>> = {
    'taken away': (file) => rmSync(file),
    'replaced by another': (file) => {
      rmSync(file);
      writeFileSync(file, 'a backup\n');
    },
    'written over': (file) => writeFileSync(file, 'a backup\n'),
    'cut off': (file) => truncateSync(file, 50),
    'added to': (file) => writeFileSync(file, 'somebody else\n', { flag: 'a' }),
  };
  for (const [name, change] of Object.entries(changes)) {
    for (const when of ['while it writes', 'while it does not']) {
      it(`writes all of it anew when it was ${name} ${when}, and keeps what was there`, async () => {
        const { redis } = await ground.start();
        await redis.set('a', 1);
        change(ground.file);
        const there = statSync(ground.file, { throwIfNoEntry: false }) && ground.bytes();
        if (when === 'while it writes') await redis.set('b', 1);
        else await until('the file is told to be replaced', () => said('replaced') === 1);
        expect(await redis.set('c', 1)).to.equal('OK');
        expect(ground.kinds()).to.deep.equal(['replaced']);
        if (there !== undefined) {
          const aside = readFileSync(`${ground.file}.replaced`);
          expect(aside.subarray(0, there.length)).to.deep.equal(there);
        }
        const keys = when === 'while it writes' ? ['a', 'b', 'c'] : ['a', 'c'];
        await ground.stop();
        const { engine } = await ground.start();
        expect(engine.dump()).to.deep.equal(keys.map((key) => `string ${key} 0 "1"`));
      });
    }
  }

  it('refuses what it cannot write anew, takes it back, and goes on when it can', async () => {
    let full = false;
    const disk: Disk = {
      ...nodeDisk,
      write(fd, bytes) {
        if (full && bytes.includes('append-only')) throw new Error('ENOSPC');
        return nodeDisk.write(fd, bytes);
      },
    };
    const { redis } = await ground.start({ disk });
    await redis.set('a', 1);
    rmSync(ground.file);
    full = true;
    expect(await failure(redis.set('taken', 'back'))).to.match(/^MISCONF /);
    expect(await redis.get('taken')).to.equal(null);
    full = false;
    await until('a write is accepted', () => redis.set('b', 1).then(Boolean, () => false));
    await ground.stop();
    expect((await ground.start()).engine.dump()).to.deep.equal(['string a 0 "1"', 'string b 0 "1"']);
  });
});

/** What is read by the one who takes over, and what the other acknowledged: whenever it happens. */
describe('what a holder acknowledges', () => {
  type Moment = 'before its write' | 'in its write' | 'in its sync' | 'after its sync';
  type Look = (looks: number, held: boolean) => boolean;

  const nothing: Contents = {
    repeat: () => undefined,
    clear: () => undefined,
    entries: () => [],
    mode: () => undefined,
  };

  /** Lets another process take the file at a moment of a write; says whether what was acknowledged was lost. */
  async function isLost(file: string, at: Moment, look: Look): Promise<boolean> {
    let [begun, held, looks, readByOther] = [false, true, 0, false];
    const takeOver = (now: Moment): void => {
      if (!begun || now !== at) return;
      held = false;
      const seen = { ...nothing, repeat: () => void (readByOther = true) };
      openFile({ file, disk: nodeDisk, contents: seen, report: () => undefined, salvage: false }).tail.close();
    };
    const disk: Disk = {
      ...nodeDisk,
      write(fd, bytes) {
        takeOver('in its write');
        return nodeDisk.write(fd, bytes);
      },
      sync(fd, done) {
        takeOver('in its sync');
        nodeDisk.sync(fd, (fault) => {
          takeOver('after its sync');
          done(fault);
        });
      },
    };
    rmSync(file, { force: true });
    const options = { file, disk, contents: nothing, report: () => undefined };
    const opened = openFile({ ...options, salvage: false });
    const lock = { held: () => look((looks += 1), held) };
    const journal = createJournal(opened, { ...options, lock, sync: 'always' });
    begun = true;
    journal.append([['SET', 'a', '1']]);
    takeOver('before its write');
    const refusal = await new Promise<string | undefined>((done) => journal.commit(done));
    journal.close();
    return refusal === undefined && !readByOther;
  }

  const moments: readonly Moment[] = ['before its write', 'in its write', 'in its sync', 'after its sync'];
  const lostWith = async (look: Look): Promise<readonly Moment[]> => {
    const ground = openGround();
    const lost: Moment[] = [];
    for (const at of moments) if (await isLost(ground.file, at, look)) lost.push(at);
    await ground.close();
    return lost;
  };

  it('is read by whoever takes the file over', async () => {
    expect(await lostWith((_looks, held) => held)).to.deep.equal([]);
  });

  const planted: Readonly<Record<string, readonly [Look, readonly Moment[]]>> = {
    'never looks': [() => true, ['before its write', 'in its write']],
    'looks before its write only': [(looks, held) => looks > 1 || held, ['in its write']],
  };
  for (const [bug, [look, lost]] of Object.entries(planted)) {
    it(`is lost by one that ${bug}: this test would notice`, async () => {
      expect(await lostWith(look)).to.deep.equal(lost);
    });
  }
});
