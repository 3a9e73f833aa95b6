/** Two containers on one volume: ids of processes say nothing there, and nothing acknowledged may be lost. */
import { expect } from 'chai';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, generate, type Granted } from '../support/direct-line-calls.js';
import { namespace, noNamespaces } from '../support/namespace.js';
import { type Launch, type ServerProcess, startServer } from '../support/server.js';
import { until } from '../support/until.js';

interface Writer {
  /** What the server said it has. */
  readonly acknowledged: readonly string[];
  /** Ends when the server does. */
  readonly ended: Promise<void>;
  readonly granted: Granted;
}

/** A customer who writes one message after the other. */
async function startWriter(url: string): Promise<Writer> {
  const granted = await generate(url);
  const { token, conversationId } = granted;
  await call(url, 'POST /conversations', { token });
  const acknowledged: string[] = [];
  const write = async (): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const body = { type: 'message', text: `message ${n}`, from: { id: 'me' } };
      const { status } = await call(url, `POST /conversations/${conversationId}/activities`, { token, body });
      if (status === 200) acknowledged.push(body.text);
    }
  };
  return { acknowledged, granted, ended: write().catch(() => undefined) };
}

async function kept(url: string, { token, conversationId }: Granted): Promise<ReadonlySet<string>> {
  const all = new Set<string>();
  for (let mark = ''; ;) {
    const place = `GET /conversations/${conversationId}/activities?watermark=${mark}`;
    const { body } = await call(url, place, { token });
    for (const { text } of body.activities) all.add(text ?? '');
    if (body.watermark === mark) return all;
    mark = body.watermark;
  }
}

/** The file and who has it: what a start must not touch that goes no further than the port. */
const traces = (folder: string): unknown => {
  const { ino } = statSync(join(folder, 'warmline.aof'));
  return [ino, readdirSync(folder), readdirSync(join(folder, 'warmline.aof.lock'))];
};

/** Starts a server where it must refuse, and answers what it said; one that started is ended. */
async function refusal(env: Readonly<Record<string, string>>, launch: Launch): Promise<string> {
  const started = await startServer(env, launch).catch((fault: unknown) => fault);
  if (started instanceof Error) return started.message;
  await (started as ServerProcess).crash();
  return 'it started';
}

const orders: readonly (readonly [string, Launch, Launch])[] = [
  ['outside', {}, { within: namespace() }],
  ['in a container', { within: namespace() }, {}],
];

describe('a second server on the folder of a running one', () => {
  if (noNamespaces !== undefined) {
    it(`skipped: ${noNamespaces}`);
    return;
  }
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'warmline-folder-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  for (const [where, first, second] of orders) {
    it(`refuses in words, and costs the first one, ${where}, no message`, async () => {
      const env = { DATA_DIR: folder, DATA_SYNC: 'always', LIMITS: 'off' };
      const server = await startServer(env, first);
      const writers = await Promise.all([1, 2, 3].map(() => startWriter(server.url)));
      const count = () => writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
      const live = async () => (await fetch(`${server.url}/health/live`)).ok;
      const further = (from: number) =>
        until('fifty more are acknowledged', async () => (await live()) && count() >= from + 50);
      await further(0);

      const before = traces(folder);
      const samePort = await refusal({ ...env, PORT: String(server.port) }, second);
      const after = traces(folder);
      await further(count());
      const otherPort = await refusal(env, second);
      await further(count());
      await server.crash();
      await Promise.all(writers.map(({ ended }) => ended));

      const again = await startServer(env);
      let lost = 0;
      for (const { acknowledged, granted } of writers) {
        const there = await kept(again.url, granted);
        lost += acknowledged.filter((text) => !there.has(text)).length;
      }
      await again.stop();
      expect(lost, `lost of ${count()} acknowledged`).to.equal(0);
      expect(samePort).to.match(/already in use\. Set PORT/);
      expect(after, 'the folder, before and after a start on the same port').to.deep.equal(before);
      expect(otherPort).to.match(/warmline\.aof is in use by process \d+ on \S+\. Stop it, or choose another folder/);
    });
  }

  it('that had to take it for dead leaves that one nothing to keep when it goes on, and no message is lost', async () => {
    const env = { DATA_DIR: folder, DATA_SYNC: 'always', LIMITS: 'off' };
    const stopped = await startServer(env, { within: namespace() });
    const writer = await startWriter(stopped.url);
    const { token, conversationId } = writer.granted;
    const live = async (): Promise<boolean> => (await fetch(`${stopped.url}/health/live`)).ok;
    await until('twenty messages are acknowledged', async () => (await live()) && writer.acknowledged.length > 20);
    stopped.signal('SIGSTOP');
    expect(await refusal(env, {})).to.match(/warmline\.aof is in use by process \d+ on/);

    const lock = join(folder, 'warmline.aof.lock'); // of another machine, nothing but the beat is seen
    for (const name of readdirSync(lock)) if (name.endsWith('.sock')) rmSync(join(lock, name));
    const next = await startServer(env);
    stopped.signal('SIGCONT');
    await until(
      'the server says that it is not ready',
      async () => (await fetch(`${stopped.url}/health/ready`)).status === 503,
    );
    const theirs = await kept(next.url, writer.granted);
    const body = { type: 'message', text: 'to the wrong one', from: { id: 'me' } };
    const answer = await call(stopped.url, `POST /conversations/${conversationId}/activities`, { token, body });
    expect([answer.status, answer.body.error?.message]).to.satisfy(
      ([status, words]: [number, string]) => status === 503 && /Another process has taken the data/.test(words),
    );
    expect(await live()).to.equal(true);
    expect(stopped.output()).to.include('the data folder is not ours any more');
    await stopped.stop();
    await writer.ended;
    expect(writer.acknowledged.filter((text) => !theirs.has(text))).to.deep.equal([]);

    expect((await kept(next.url, writer.granted)).has(body.text)).to.equal(false);
    const said = { token, body: { ...body, text: 'to the right one' } };
    expect((await call(next.url, `POST /conversations/${conversationId}/activities`, said)).status).to.equal(200);
    await next.crash();
    const again = await startServer(env);
    expect((await kept(again.url, writer.granted)).has('to the right one')).to.equal(true);
    await again.stop();
  });
}).timeout(120_000);
