/** The product as it is shipped, one bundle: what it keeps between starts, and what a stack of it says. */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage } from '../../src/base/index.js';
import { call, generate } from '../support/direct-line-calls.js';
import { copyPackage, type PackageCopy } from '../support/package.js';
import { startServer } from '../support/server.js';

describe('the bundle', function () {
  this.timeout(60_000);
  let copy: PackageCopy;
  let folder: string;
  let data: string;
  before(() => {
    copy = copyPackage((hours) => hours);
    folder = join(copy.program[0], '..', 'cache');
    data = mkdtempSync(join(tmpdir(), 'warmline-launch-'));
  });
  after(() => {
    copy.remove();
    rmSync(data, { recursive: true });
  });

  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [copy.program[0], ...args], { encoding: 'utf8', env: { DATA_DIR: data } });
  const kept = (kind: string) => {
    const name = readdirSync(folder).find((one) => one.startsWith(kind));
    return name === undefined ? undefined : join(folder, name);
  };

  it('keeps what was compiled and learnt for the next start, and makes anew what was damaged', async () => {
    await (await startServer({ DATA_DIR: data }, copy)).stop();
    const [code, learnt] = [kept('code-start-') ?? '', kept('faq-learn-') ?? ''];
    const whole = [code, learnt].map((path) => readFileSync(path));
    for (const [at, path] of [code, learnt].entries()) {
      const bytes = Buffer.from(whole[at] ?? '');
      bytes.fill(0, 8192, 12_288);
      writeFileSync(path, bytes);
    }
    const again = await startServer({ DATA_DIR: data }, copy);
    expect((await fetch(`${again.url}/health/ready`)).status).to.equal(200);
    await again.stop();
    expect(readFileSync(learnt).equals(whole[1] ?? Buffer.alloc(0))).to.equal(true);
    expect(readFileSync(code).subarray(8192, 12_288).equals(Buffer.alloc(4096))).to.equal(false);
    const times = [code, learnt].map((path) => statSync(path).mtimeMs);
    await (await startServer({ DATA_DIR: data }, copy)).stop();
    expect([code, learnt].map((path) => statSync(path).mtimeMs)).to.deep.equal(times);
  });

  it('has the Bot Framework ready for the first message, though it is loaded after the start', async () => {
    const server = await startServer({ DATA_DIR: data }, copy);
    const { token, conversationId } = await generate(server.url);
    const place = `POST /conversations/${conversationId}/activities`;
    const said = await call(server.url, place, { token, body: { type: 'message', text: 'hello' } });
    expect(said.status).to.equal(200);
    await server.stop();
  });

  it('names sources and lines in its stacks, which lie where a fault says', () => {
    const program = `require(${JSON.stringify(copy.program[0])}).load('command').command(null)`;
    const { stderr } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8', env: { TMPDIR: data } });
    const stack = readFileSync(/Details: (\S+)\n$/.exec(stderr)?.[1] ?? '', 'utf8');
    const [, path = '', line = ''] = /\(([^():]*src\/cli\/parse\.ts):(\d+):\d+\)/.exec(stack) ?? [];
    expect(path, stack).to.match(/src\/cli\/parse\.ts$/);
    const source = readFileSync(inPackage('src', 'cli', 'parse.ts'), 'utf8').split('\n')[Number(line) - 1];
    expect(source).to.include("args.indexOf('--')");
  });

  it('has commands that load no server, and say nothing of what is out of date in Node', () => {
    const { status, stdout, stderr } = run('policy', 'replay', 'nowhere.jsonl');
    expect([status, stdout]).to.deep.equal([1, '']);
    expect(stderr).to.match(/^nowhere\.jsonl cannot be read[^\n]*\n$/);
    const [asked, started] = [kept('code-command-'), kept('code-start-')].map((path) => statSync(path ?? '').size);
    expect(asked).to.be.below((started ?? 0) / 2);
  });
});
