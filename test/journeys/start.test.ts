import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('works again in a folder whose server was killed', async () => {
    await (await startServer({ DATA_DIR: folder })).crash();
    const again = await startServer({ DATA_DIR: folder });
    expect((await fetch(`${again.url}/health/ready`)).status).to.equal(200);
    await again.stop();
  });
}).timeout(30_000);
