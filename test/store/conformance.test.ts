/** The store on the embedded engine and on Redis: the same random calls, the same answers, the same contents. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, startEngine } from '../../src/redis-embedded/engine.js';
import { findRedis, type RedisServer, startRedis } from '../support/redis.js';
import { compare, type Walked } from './conformance/compare.js';
import { contents } from './conformance/contents.js';
import { misowed, misplaced, mispriced, unaccounted } from './conformance/laws.js';
import { openSide, type Side } from './conformance/side.js';

const calls = Number(process.env['CONFORMANCE_CALLS'] ?? 10_000);
const seed = Number(process.env['CONFORMANCE_SEED'] ?? 5);

const title = 'the store on both engines';

function walks(this: Mocha.Suite): void {
  this.timeout(calls * 20 + 10_000);

  const folder = mkdtempSync(join(tmpdir(), 'warmline-conformance-'));
  const path = join(folder, 'engine.sock');
  const start = () => startEngine({ file: join(folder, 'store.aof'), sync: 'everysec', listen: { path } });
  let engine: Engine;
  let server: RedisServer;
  let sides: readonly [embedded: Side, redis: Side];
  let walked: Walked;

  before(async () => {
    [engine, server] = [await start(), await startRedis()];
    sides = [openSide(path), openSide(server.path)];
  });
  after(async () => {
    for (const side of sides) side.close();
    await engine.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`answers ${calls} random calls alike, whatever the clock does (seed ${seed})`, async () => {
    walked = await compare([sides[1], sides[0]], { calls, seed, start: 1.7e15 });
    const wanted = [
      'receive: turn',
      'commit: moved',
      'commit: fenced',
      'claim: claimed',
      'claim: full',
      'sweep: something',
    ];
    if (calls >= 5000) expect([...walked.met.keys()]).to.include.members(wanted);
    expect([...walked.met.keys()].filter((kind) => kind.endsWith('fault'))).to.deep.equal([]);
  });

  it('holds the same afterwards', async () => {
    expect(await contents(sides[0].redis)).to.deep.equal(await contents(sides[1].redis));
  });

  it('holds the same after a restart, and goes on alike', async () => {
    const before = engine.dump();
    sides[0].close();
    await engine.close();
    engine = await start();
    expect(engine.dump()).to.deep.equal(before);
    sides = [openSide(path), sides[1]];
    expect(await contents(sides[0].redis)).to.deep.equal(await contents(sides[1].redis));
    await compare([sides[1], sides[0]], { calls: Math.min(calls, 300), seed: seed + 1, start: 1.8e15 });
  });

  it('accounts for every episode: its stints add up to its life, to the microsecond', async () => {
    expect(await unaccounted(sides[1].redis)).to.deep.equal([]);
  });

  it('prices every episode that ended at what its drivers add up to', async () => {
    expect(await mispriced(sides[1].redis)).to.deep.equal([]);
  });

  it('runs the clock of an agent exactly while an answer is owed', async () => {
    expect(await misowed(sides[1].redis)).to.deep.equal([]);
  });

  it('keeps no negative stint, and never gives two tickets for one wish', () => {
    expect(walked.broken).to.deep.equal([]);
  });

  it('has every waiting ticket in the line, every assigned one leased, and no other', async () => {
    expect(await misplaced(sides[1].redis)).to.deep.equal([]);
  });
}

if (findRedis() === undefined) describe(title, () => it('skipped: redis-server is not on PATH'));
else describe(title, walks);
