import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage } from '../../src/base/index.js';
import { freePort } from '../support/ports.js';
import { copyPackage } from '../support/package.js';
import { failToStart, type Launch, startServer } from '../support/server.js';

/** A start that fails has failed by then: a store that says nothing is waited for the longest. */
const mostMs = 12_000;

describe('the start', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'warmline-start-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** At once, in a sentence and what belongs to it, and with nothing left behind. */
  const refused = async (env: Record<string, string>, words: RegExp, launch?: Launch) => {
    const began = performance.now();
    const { code, output } = await failToStart({ DATA_DIR: folder, ...env }, launch);
    expect(code).to.equal(1);
    expect(performance.now() - began).to.be.below(mostMs);
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
    const [store, port] = [silent.address() as AddressInfo, await freePort()];
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

  it('is refused when something is missing that is opened last, and the folder is free again', async () => {
    const copy = copyPackage((hours) => hours);
    const page = join(copy.program[0], '..', 'web', 'insights.html');
    const text = readFileSync(page);
    rmSync(page);
    await refused({}, /^The page insights\.html is not built\. Run npm run build\.$/m, copy);
    writeFileSync(page, text);
    await (await startServer({ DATA_DIR: folder }, copy)).stop();
    copy.remove();
  });

  it('is refused with every mistake of the content', async () => {
    const content = join(folder, 'content');
    mkdirSync(content);
    writeFileSync(join(content, 'hours.yaml'), 'queues: 7\n');
    await refused({ CONTENT_DIR: content }, /have problems\. Nothing was started\.\n {2}.*hours\.yaml:\d+/);
  });

  const stores: readonly (readonly [string, (socket: Socket) => void, RegExp])[] = [
    ['hangs up', (socket) => socket.destroy(), /cannot be reached/],
    [
      'speaks another language',
      (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      /cannot be reached|Redis at/,
    ],
    [
      'refuses everything',
      // each command, however many come in one piece
      (socket) =>
        socket.on('data', (data: Buffer) => {
          const count = data.toString().match(/^\*\d+\r$/gm)?.length ?? 0;
          socket.write('-NOPERM no\r\n'.repeat(count));
        }),
      /Redis at .*(?:refuses|NOPERM)/,
    ],
    ['says nothing', () => undefined, /Redis at .* takes connections/],
  ];
  for (const [what, answer, words] of stores) {
    it(`is refused when the store ${what}`, async () => {
      const sockets = new Set<Socket>();
      const store = createServer((socket) => {
        sockets.add(socket.on('error', () => undefined));
        answer(socket);
      }).listen(0, '127.0.0.1');
      await once(store, 'listening');
      const { port } = store.address() as AddressInfo;
      await refused({ REDIS_URL: `redis://127.0.0.1:${port}` }, words).finally(() => {
        for (const socket of sockets) socket.destroy();
        store.close();
      });
    });
  }

  it('does not wait for the sign-in provider, which may be away', async () => {
    const issuer = `http://127.0.0.1:${await freePort()}`;
    const provider = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'x', OIDC_ROLES: 'agent=x' };
    const server = await startServer({ DATA_DIR: folder, ...provider, PUBLIC_URL: 'https://chat.example.com' });
    const shown = await fetch(`${server.url}/sign-in/start`, { redirect: 'manual' });
    expect(shown.headers.get('location')).to.equal('/sign-in?fault=away');
    await server.stop();
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
