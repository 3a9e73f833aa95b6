/** Patterns for keys mean what Redis means by them, whatever brackets and backslashes are left open. */
import { expect } from 'chai';
import { matcher } from '../../src/redis-embedded/commands/glob.js';
import { findRedis, type RedisServer, startRedis } from '../support/redis.js';
import { createChance } from '../store/conformance/chance.js';
import { connect } from './pair.js';

const signs = ['*', '?', '[', 'a', 'b', 'c', ']', '^', '-', '\\', 'a', 'b'];
const rounds = 3000;

function againstRedis(): void {
  let server: RedisServer;
  before(async () => (server = await startRedis()));
  after(() => server.stop());

  it('match what they match in Redis', async () => {
    const chance = createChance(7);
    const text = (longest: number) =>
      Array.from({ length: 1 + chance.below(longest) }, () => chance.pick(signs)).join('');
    const redis = connect(server.path);
    const keys = Array.from({ length: 200 }, () => text(4));
    await redis.mset(keys.flatMap((key) => [key, '1']));
    const patterns = Array.from({ length: rounds }, () => text(7));
    const theirs = await Promise.all(patterns.map((pattern) => redis.keys(pattern)));
    redis.disconnect();
    patterns.forEach((pattern, at) => {
      const ours = [...new Set(keys)].filter(matcher(pattern));
      expect(ours.sort(), pattern).to.deep.equal(theirs[at]?.sort());
    });
    expect(theirs.filter(({ length }) => length > 0).length).to.be.above(rounds / 20);
  });
}

describe('patterns for keys', () => {
  if (findRedis() === undefined) it('skipped: needs redis-server on PATH');
  else againstRedis();
});
