/** How the product is asked to end, at any moment of its life, and by whom it is not heard. */
import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inPackage } from '../../src/base/index.js';
import { freePort } from '../support/ports.js';
import { startServer } from '../support/server.js';

const launcher = inPackage('dist', 'launch.cjs');
/** Seconds after which those who supervise processes kill. */
const patienceMs = 10_000;

/** Signals itself when the bundle is about to be loaded: the longest stretch in which nothing else is heard. */
const early = `const fs = require('fs');
const read = fs.readFileSync;
fs.readFileSync = (path, ...more) => {
  if (String(path).endsWith('warmline.cjs')) process.kill(process.pid, 'SIGTERM');
  return read(path, ...more);
};
void require(${JSON.stringify(launcher)}).main(['start']);`;

describe('signals', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'warmline-signals-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  function launch(env: Readonly<Record<string, string>> = {}, args: readonly string[] = [launcher, 'start']) {
    const child = spawn(process.execPath, args, {
      cwd: inPackage(),
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'warn', DATA_DIR: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (err += part.toString()));
    const began = performance.now();
    const ended = once(child, 'exit').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as string | null,
      ms: performance.now() - began,
    }));
    const banner = async () => {
      while (!/Managers/.test(out)) await once(child.stdout, 'data');
    };
    return { child, ended, banner, said: () => out, complained: () => err };
  }

  async function live(port: number): Promise<void> {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined);
      if (answer?.status === 200) return;
      await pause(10);
    }
  }

  /** The folder is nobody's any more. */
  async function startsAgain(): Promise<void> {
    const again = await startServer({ DATA_DIR: folder });
    expect((await fetch(`${again.url}/health/ready`)).status).to.equal(200);
    await again.stop();
  }

  it('one that comes before anything is loaded is heard', async () => {
    const { ended, said, complained } = launch({}, ['-e', early]);
    const { code, ms } = await ended;
    expect([code, complained()]).to.deep.equal([0, '']);
    expect(said()).not.to.contain('is running');
    expect(ms).to.be.below(patienceMs);
    await startsAgain();
  });

  it('one that comes while the store is waited for is heard, and the process ends by itself', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const port = await freePort();
    const store = `redis://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const { child, ended, said } = launch({ PORT: String(port), REDIS_URL: store });
    await live(port);
    child.kill('SIGTERM');
    const { signal, ms } = await ended;
    expect(signal, 'nothing has killed it').to.equal(null);
    expect(ms).to.be.below(patienceMs + 1000);
    expect(said()).not.to.contain('is running');
    silent.close();
  });

  for (const afterMs of [50, 150, 250, 350, 450, 600, 800]) {
    it(`one that comes ${afterMs} ms after the beginning ends it, and leaves nothing behind`, async () => {
      const { child, ended, complained } = launch();
      await pause(afterMs);
      child.kill('SIGTERM');
      const { code, signal, ms } = await ended;
      // before Node itself is up, the system answers
      expect(signal === 'SIGTERM' && afterMs < 200 ? 0 : code, complained()).to.equal(0);
      expect(ms - afterMs).to.be.below(patienceMs);
      await startsAgain();
    });
  }

  it('several are one: everything is closed once, in order', async () => {
    const { child, ended, banner, complained } = launch({ DRAIN_SECONDS: '1' });
    await banner();
    const asked = performance.now();
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGTERM', 'SIGINT'] as const) {
      child.kill(signal);
      await pause(50);
    }
    const { code } = await ended;
    expect([code, complained()]).to.deep.equal([0, '']);
    expect(performance.now() - asked, 'it was served on').to.be.above(950);
    await startsAgain();
  });

  it('nobody who reads what it says is no reason to end', async () => {
    const port = await freePort();
    const { child, ended, complained } = launch({ PORT: String(port), LOG_LEVEL: 'info' });
    child.stdout.destroy();
    await live(port);
    for (let tries = 0; tries < 500; tries += 1) {
      if ((await fetch(`http://127.0.0.1:${port}/health/ready`)).status === 200) break;
      await pause(10);
    }
    await pause(300); // the banner has been written into nothing by then
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).to.equal(200);
    child.kill('SIGTERM');
    const { code } = await ended;
    expect([code, complained()]).to.deep.equal([0, '']);
  });
}).timeout(60_000);
