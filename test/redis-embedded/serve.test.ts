/** The engine in a process of its own, killed without warning. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage } from '../../src/base/index.js';
import { startRedis } from '../support/redis.js';
import { failure } from './ground.js';
import { until } from '../support/until.js';
import { connect } from './pair.js';

const program = [process.execPath, inPackage('dist', 'src', 'redis-embedded', 'serve.js')];

describe('an engine that is killed', function () {
  this.timeout(30_000);
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'warmline-serve-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  for (const sync of ['everysec', 'always']) {
    it(`has everything it acknowledged when it is back (${sync})`, async () => {
      const args = ['--appendonly', 'yes', '--appendfsync', sync];
      const server = await startRedis({ program, dir, args });
      let acknowledged = 0;
      for (let round = 0; round < 3; round += 1) {
        const redis = connect(server.path);
        redis.on('error', () => undefined);
        const last = acknowledged;
        const writing = (async () => {
          for (let n = acknowledged + 1; ; n += 1) {
            await redis.eval(
              "redis.call('SET', 'n', ARGV[1]) redis.call('XADD', 'log', ARGV[1] .. '-0', 'a', 1)",
              0,
              n,
            );
            acknowledged = n;
          }
        })();
        const ended = failure(writing);
        await until('two hundred more are acknowledged', () => acknowledged > last + 200);
        await server.kill('SIGKILL');
        await ended;
        redis.disconnect();
        await server.restart();
        const again = connect(server.path);
        const [n, length] = [Number(await again.get('n')), await again.xlen('log')];
        again.disconnect();
        expect(n).to.be.within(acknowledged, acknowledged + 1);
        expect(length).to.equal(n);
        acknowledged = n;
      }
      await server.stop();
    });
  }

  it('refuses a second process on its file, in words', async () => {
    const args = ['--appendonly', 'yes'];
    const server = await startRedis({ program, dir, args });
    expect(await failure(startRedis({ program, dir, args }))).to.include(`is in use by process ${server.pid}`);
    await server.stop();
  });
});
