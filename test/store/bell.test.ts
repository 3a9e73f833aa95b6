import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { createBell } from '../../src/store/bell.js';
import { startEngine } from '../../src/store/embedded/engine.js';
import { connectRedis } from '../../src/store/redis.js';
import { startProxy } from '../faults/proxy.js';
import { quiet } from '../support/stores.js';

describe('the doorbell', () => {
  it('hears again when its connection died without a word', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'warmline-bell-'));
    const [path, way] = [join(folder, 'engine.sock'), join(folder, 'proxy.sock')];
    const engine = await startEngine({ sync: 'everysec', listen: { path } });
    const proxy = await startProxy({ path: way }, { path });
    const [direct, silent] = await Promise.all([path, way].map((one) => connectRedis(`unix://${one}`, quiet)));
    const ringer = new Redis({ path, protocol: 2 });

    const connection = { redis: direct!.redis, listen: silent!.listen };
    const bell = await createBell({ connection, shards: 1, tries: { everyMs: 20, most: 3 } });
    proxy.freeze();
    await new Promise<void>((resolve) => bell.listenAll((ring) => ring ?? resolve()));
    const rung = new Promise((resolve) => bell.listenAll(resolve));
    await ringer.spublish('b:{s0}:bell', 'waiting web-1');
    expect(await rung).to.deep.equal({ state: 'waiting', conversation: 'web-1' });

    bell.close();
    ringer.disconnect();
    await proxy.close();
    await Promise.all([direct!.close(), silent!.close()]);
    await engine.close();
    rmSync(folder, { recursive: true });
  });
});
