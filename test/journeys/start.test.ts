import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage } from '../../src/base/index.js';
import { failToStart, startServer } from '../support/server.js';

describe('the start', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'warmline-start-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const refused = async (env: Record<string, string>, words: RegExp) => {
    const { code, output } = await failToStart({ DATA_DIR: folder, ...env });
    expect(code).to.equal(1);
    expect(output).to.match(words);
    expect(output).not.to.match(/\n {4}at /);
  };

  it('is refused with every wrong setting', () => refused({ PORT: 'x', SHARDS: '0' }, /PORT: [^]*SHARDS: /));

  it('is refused when the port is taken, and says what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await refused({ PORT: String(port) }, /already in use\. Set PORT/);
    other.close();
  });

  it('has the port first: until the store is there it says so, and hangs on nobody', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const [store, own] = [silent.address() as AddressInfo, createServer().listen(0, '127.0.0.1')];
    await once(own, 'listening');
    const { port } = own.address() as AddressInfo;
    own.close();
    const asked = once(silent, 'connection');
    const ended = failToStart({ PORT: String(port), REDIS_URL: `redis://127.0.0.1:${store.port}` });
    const [connection] = (await asked) as [Socket];
    const statuses = ['live', 'ready'].map(
      async (one) => (await fetch(`http://127.0.0.1:${port}/health/${one}`)).status,
    );
    expect(await Promise.all(statuses)).to.deep.equal([200, 503]);
    silent.close();
    connection.destroy();
    expect((await ended).output).to.match(/cannot be reached/);
  });

  it('is refused when the data folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await refused({ DATA_DIR: join(file, 'data') }, /data folder .* cannot be written\. Set DATA_DIR/);
  });

  it('is refused when Redis cannot be reached', () =>
    refused({ REDIS_URL: 'redis://127.0.0.1:1' }, /Redis at 127\.0\.0\.1:1 cannot be reached/));

  it('is refused while another server uses the same folder', async () => {
    const first = await startServer({ DATA_DIR: folder });
    await refused({}, /use/);
    await first.stop();
  });

  it('and its commands say where to go when they cannot reach the server of this folder', async () => {
    const first = await startServer({ DATA_DIR: folder });
    writeFileSync(join(folder, 'engine.path'), '/of/another/container/store.sock');
    const [command, env] = [inPackage('src', 'cli', 'warmline.js'), { ...process.env, DATA_DIR: folder }];
    const { status, stderr } = spawnSync(process.execPath, [command, 'erase', 'nobody'], { env, encoding: 'utf8' });
    expect(status).to.equal(1);
    expect(stderr).to.match(/in use by process \d+ on .*A command for a running server is given where that runs/);
    await first.stop();
  });

  it('works again in a folder whose server was killed', async () => {
    await (await startServer({ DATA_DIR: folder })).crash();
    const again = await startServer({ DATA_DIR: folder });
    expect((await fetch(`${again.url}/health/ready`)).status).to.equal(200);
    await again.stop();
  });
}).timeout(30_000);
