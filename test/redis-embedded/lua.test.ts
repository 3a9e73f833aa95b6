/** The Lua the embedded engine compiles: small scripts answer as they do on Redis, and what is unknown is refused. */
import { expect } from 'chai';
import type { Redis } from 'ioredis';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, startEngine } from '../../src/redis-embedded/engine.js';
import { findRedis, type RedisServer, startRedis } from '../support/redis.js';
import { ask, connect, openPair, type Pair, type Plain } from './pair.js';
import { failing, refused, running } from './scripts.js';

/** Redis names the variable in some messages: `local 'x' (a nil value)`; the engine says `a nil value`, and takes a
 * missing argument for nil. */
const withoutNames = (answer: Plain): Plain =>
  typeof answer === 'string'
    ? answer
        .replace('got no value', 'got nil')
        .replace(/(?:local|field|upvalue|global|method) '[^']*' \((a \w+ value)\)/, '$1')
    : answer;

async function evaluate(redis: Redis, script: string): Promise<Plain> {
  const args = ['1', 'key', 'one', '2', 'héllo', '  7 ', ''];
  const [, answer] = await ask(redis, [['FLUSHALL'], ['EVAL', script, ...args]]);
  return answer ?? null;
}

interface Ground {
  readonly pair: Pair;
  close(): Promise<void>;
}

async function open(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-lua-'));
  const path = join(folder, 'e.sock');
  const engine: Engine = await startEngine({ sync: 'everysec', listen: { path } });
  const server: RedisServer = await startRedis();
  const pair = openPair(path, server);
  return {
    pair,
    async close() {
      pair.close();
      await engine.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function alike(): void {
  let ground: Ground;
  before(async () => {
    ground = await open();
  });
  after(() => ground.close());

  for (const script of [...running, ...failing]) {
    it(script.replace(/\s+/g, ' ').trim().slice(0, 100), async () => {
      const [ours, theirs] = [await evaluate(ground.pair.engine, script), await evaluate(ground.pair.server, script)];
      expect(withoutNames(ours)).to.deep.equal(withoutNames(theirs));
      expect(String(theirs).startsWith('error ')).to.equal(failing.includes(script));
    });
  }

  it('are found by their hash, listed as known, and unknown after a flush', async () => {
    const commands = [
      ['SCRIPT', 'LOAD', 'return ARGV[1]'],
      ['EVALSHA', '098e0f0d1448c0a81dafe820f66d460eb09263da', '0', 'x'],
      ['SCRIPT', 'EXISTS', '098E0F0D1448C0A81DAFE820F66D460EB09263DA', 'ffff'],
      ['SCRIPT', 'FLUSH'],
      ['EVALSHA', '098e0f0d1448c0a81dafe820f66d460eb09263da', '0', 'x'],
      ['EVAL', 'return 1', 'x'],
      ['EVAL', 'return 1', '-1'],
      ['EVAL', 'return 1', '2', 'a'],
      ['EVAL', 'return', '0'],
    ];
    expect(await ask(ground.pair.engine, commands)).to.deep.equal(await ask(ground.pair.server, commands));
  });
}

const title = 'scripts on both engines';
if (findRedis() === undefined) describe(title, () => it('skipped: redis-server is not on PATH'));
else describe(title, alike);

describe('scripts the embedded engine refuses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-lua-'));
  const path = join(folder, 'e.sock');
  let engine: Engine;
  let redis: Redis;
  before(async () => {
    engine = await startEngine({ sync: 'everysec', listen: { path } });
    redis = connect(path);
  });
  after(async () => {
    redis.disconnect();
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  for (const [script, message] of refused) {
    it(`${script.replace(/\s+/g, ' ').trim()}: ${message}`, async () => {
      const answer = await evaluate(redis, script);
      expect(answer)
        .to.be.a('string')
        .that.matches(/^error ERR /);
      expect(answer).to.include(message);
    });
  }
});
