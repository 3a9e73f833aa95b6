/** The log of a running server: one line a turn, by the name of the call that caused it, and words in a terminal. */
import { expect } from 'chai';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage } from '../../src/base/index.js';
import { call, generate } from '../support/direct-line-calls.js';
import { hookSecret, startHook, write } from '../support/hook.js';
import { type ServerProcess, startServer } from '../support/server.js';

interface Line {
  readonly msg: string;
  readonly request?: string;
  readonly conversation?: string;
  readonly seq?: number;
  readonly [name: string]: unknown;
}

const secret = 'Zoltana Quirkname of Nowhere';

async function eventually(what: () => boolean, name: string): Promise<void> {
  for (const end = Date.now() + 10_000; !what();) {
    if (Date.now() > end) throw new Error(`It did not come to it: ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const linesOf = (server: ServerProcess): readonly Line[] =>
  server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Line);

describe('the lines of calls and turns', () => {
  let folder: string;
  let server: ServerProcess;
  let hook: Awaited<ReturnType<typeof startHook>>;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'warmline-log-'));
    hook = await startHook();
    server = await startServer({
      DATA_DIR: folder,
      LOG_LEVEL: 'info',
      TRUST_PROXY: '127.0.0.1',
      HOOK_SECRET: hookSecret,
      HOOK_URL: hook.url,
    });
  });
  after(async () => {
    await server.stop();
    await hook.close();
    rmSync(folder, { recursive: true });
  });
  const turns = () => linesOf(server).filter(({ msg }) => msg === 'turn');

  it('has one line for each turn, with the channel, what came of it, how long it took, and no word of the customer', async () => {
    const { token } = await generate(server.url);
    const { body } = await call(server.url, 'POST /conversations', { token });
    const place = `POST /conversations/${body.conversationId}/activities`;
    const said = { type: 'message', from: { id: 'me' }, text: `how long does delivery take, asks ${secret}` };
    const answer = await call(server.url, place, { token, body: said });
    await eventually(() => turns().length > 0, 'a turn is logged');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(turns()).to.have.length(1);
    const [turn] = turns();
    expect(turn).to.include({ channel: 'web', seq: 2, request: answer.headers.get('x-request-id') });
    expect(turn?.conversation).to.contain(body.conversationId);
    expect(turn?.['acts']).to.be.an('array').that.includes('say');
    expect(turn?.['ms']).to.have.all.keys('receive', 'decide', 'commit');
    expect(server.output()).not.to.match(/Zoltana|Quirkname/);
  });

  it('names the call that a delivery comes of', async () => {
    hook.answers.push({ status: 503 });
    await write(server.url, { conversation: 'later', text: 'hello', headers: { 'x-request-id': 'the-first' } });
    const failed = () => linesOf(server).find(({ msg }) => msg === 'message not delivered, will try again');
    await eventually(() => failed() !== undefined, 'a delivery failed');
    expect(failed()).to.include({ request: 'the-first' });
  });

  it('names the call of each message, also of those that waited for a turn before them', async () => {
    const before = turns().length;
    const names = Array.from({ length: 12 }, (_, n) => `call-${n}`);
    const sent = await Promise.all(
      names.map((name) =>
        write(server.url, { conversation: 'many', text: `${name}?`, headers: { 'x-request-id': name } }),
      ),
    );
    await eventually(() => turns().length === before + names.length, 'all turns are logged');
    const named = new Map(
      turns()
        .slice(before)
        .map(({ seq, request }) => [seq, request]),
    );
    for (const [n, { seq }] of sent.entries()) expect(named.get(seq)).to.equal(names[n]);
  });

  it('is JSON for programs, and words for people who develop at a terminal', async function () {
    try {
      execFileSync('script', ['--version']);
    } catch {
      this.skip();
    }
    const own = mkdtempSync(join(tmpdir(), 'warmline-log-'));
    const env = { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: own, NO_COLOR: '1', TERM: 'dumb' };
    const command = `exec ${process.execPath} ${inPackage('dist', 'launch.cjs')} start`;
    const child = spawn('script', ['-qefc', command, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.on('data', (data: Buffer) => (text += data.toString()));
    const ended = once(child, 'exit');
    await eventually(() => /Customers/.test(text), 'it is running');
    child.stdin.write('\x03');
    await ended;
    rmSync(own, { recursive: true });
    expect(text).to.match(/^\d{2}:\d{2}:\d{2}[.]\d{3} INFO {2}\/api\/messages is closed/m);
    expect(text).not.to.contain('{"level"');
    expect(linesOf(server).some(({ msg }) => msg.startsWith('/api/messages'))).to.equal(false);
    expect(linesOf(server).length).to.be.above(0);
  });
});
