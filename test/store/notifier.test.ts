import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { createLog } from '../../src/base/index.js';
import type { Ears } from '../../src/store/connection.js';
import { createNotifier } from '../../src/store/notifier.js';
import { startEngine } from '../../src/redis-embedded/engine.js';
import { connectRedis } from '../../src/store/redis.js';
import { startProxy } from '../faults/proxy.js';
import { findRedis, startRedis } from '../support/redis.js';
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
    const changes = await createNotifier({
      connection,
      shards: 1,
      tries: { everyMs: 20, most: 3, patienceMs: 10_000 },
    });
    proxy.freeze();
    await new Promise<void>((resolve) => changes.listenAll((ring) => ring ?? resolve()));
    const rung = new Promise((resolve) => changes.listenAll(resolve));
    await ringer.spublish('b:{s0}:bell', 'waiting web-1');
    expect(await rung).to.deep.equal({ state: 'waiting', conversation: 'web-1' });

    changes.close();
    ringer.disconnect();
    await proxy.close();
    await Promise.all([direct!.close(), silent!.close()]);
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  it('says that something may have been missed when one of its own rings was not heard, and the next one was', async () => {
    const rings = { count: 0 };
    let receive: (message: string) => void = () => undefined;
    const spublish = (_: unknown, message: unknown) => {
      rings.count += 1;
      if (rings.count !== 2) receive(String(message));
      return Promise.resolve(1);
    };
    const listen = (ears: Ears) => {
      receive = ears.heard;
      return Promise.resolve();
    };
    const tries = { everyMs: 1, most: 3, patienceMs: 1000 };
    const changes = await createNotifier({ connection: { redis: { spublish }, listen }, shards: 1, tries });
    await new Promise<void>((resolve) => changes.listenAll((ring) => ring ?? resolve()));
    expect(rings.count).to.equal(3);
    changes.close();
  });

  it('goes on trying when listening anew does not come to anything, and leaves nothing of it behind', async () => {
    const tried: AbortSignal[] = [];
    const listen = ({ signal }: Ears) => {
      tried.push(signal);
      return tried.length === 2 ? new Promise<void>(() => undefined) : Promise.resolve();
    };
    const redis = { spublish: () => Promise.resolve(0) };
    const changes = await createNotifier({
      connection: { redis, listen },
      shards: 1,
      tries: { everyMs: 1, most: 2, patienceMs: 5 },
    });
    await new Promise<void>((resolve) => changes.listenAll((ring) => ring ?? resolve()));
    expect(tried.slice(0, 2).map(({ aborted }) => aborted)).to.deep.equal([true, true]);
    changes.close();
    expect(tried.every(({ aborted }) => aborted)).to.equal(true);
  });

  it('says that it may not listen any more, goes on trying, and hears again when it may', async function () {
    if (findRedis() === undefined) return this.skip();
    const server = await startRedis();
    const operator = new Redis({ path: server.path });
    let logged = '';
    const log = createLog('info', { to: { write: (line: string) => void (logged += line) } });
    const connection = await connectRedis(`unix://${server.path}`, log);
    const unheard: unknown[] = [];
    const note = (fault: unknown) => void unheard.push(fault);
    process.on('unhandledRejection', note);
    const changes = await createNotifier({
      connection,
      shards: 1,
      tries: { everyMs: 20, most: 1000, patienceMs: 10_000 },
    });

    await operator.call('ACL', 'SETUSER', 'default', 'resetchannels');
    await operator.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    while (!logged.includes('doorbell not connected yet')) await new Promise(setImmediate);
    await operator.call('ACL', 'SETUSER', 'default', 'allchannels');
    const rung = new Promise((resolve) => changes.listenAll((ring) => ring && resolve(ring)));
    const ringing = setInterval(() => void operator.spublish('b:{s0}:bell', 'waiting web-1'), 50);
    expect(await rung).to.deep.equal({ state: 'waiting', conversation: 'web-1' });
    expect(unheard).to.deep.equal([]);

    clearInterval(ringing);
    process.off('unhandledRejection', note);
    changes.close();
    operator.disconnect();
    await connection.close();
    await server.stop();
  });
});
