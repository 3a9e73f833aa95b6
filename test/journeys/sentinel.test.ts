/** Behind Sentinels: the master is killed or hangs, a replica takes its place, and the server goes on there by itself. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, generate } from '../support/direct-line-calls.js';
import { findRedis } from '../support/redis.js';
import { sentinelSecret, startWatched, type Watched } from '../support/sentinel.js';
import { failToStart, type ServerProcess, startServer } from '../support/server.js';

const mostRecoveryMs = 30_000;

describe('a server whose store is watched by Sentinels', function () {
  this.timeout(120_000);
  let watched: Watched;
  let server: ServerProcess | undefined;
  let folder: string;
  beforeEach(async function () {
    if (findRedis() === undefined) return this.skip();
    folder = mkdtempSync(join(tmpdir(), 'warmline-sentinel-'));
    watched = await startWatched();
  });
  afterEach(async () => {
    if (findRedis() === undefined) return;
    await server?.stop();
    server = undefined;
    await watched.stop();
    rmSync(folder, { recursive: true });
  });
  const env = () => ({ REDIS_URL: watched.url, REDIS_SENTINEL_PASSWORD: sentinelSecret, DATA_DIR: folder });

  /** Says something; answers whether it was acknowledged. */
  async function say(
    at: ServerProcess,
    to: { readonly token: string; readonly id: string },
    text: string,
  ): Promise<boolean> {
    const activity = { type: 'message', from: { id: 'me' }, text };
    const place = `POST /conversations/${to.id}/activities`;
    const { status } = await call(at.url, place, { token: to.token, body: activity }).catch(() => ({ status: 0 }));
    return status === 200;
  }
  async function begin(at: ServerProcess) {
    const { token } = await generate(at.url);
    const { body } = await call(at.url, 'POST /conversations', { token });
    return { token, id: body.conversationId };
  }
  async function transcript(at: ServerProcess, to: { readonly token: string; readonly id: string }) {
    const { body } = await call(at.url, `GET /conversations/${to.id}/activities`, { token: to.token });
    return body.activities.map(({ text }) => text);
  }

  for (const [how, signal] of [
    ['is killed', 'SIGKILL'],
    ['hangs', 'SIGSTOP'],
  ] as const) {
    it(`goes on with the promoted replica when the master ${how}, with all that this had`, async () => {
      const at = (server = await startServer(env()));
      expect(at.output(), 'at a server that has none of its scripts yet').not.to.include('tried again');
      const to = await begin(at);
      const acknowledged: string[] = [];
      for (let n = 0; n < 15; n += 1) if (await say(at, to, `before ${n}`)) acknowledged.push(`before ${n}`);
      expect(acknowledged).to.have.length(15);
      await watched.copied();

      await watched.master.kill(signal);
      const began = performance.now();
      const named = watched.named(watched.replica.port);
      const back: string[] = [];
      for (let n = 0; back.length < 5; n += 1) {
        if (performance.now() - began > mostRecoveryMs) throw new Error(`It does not come back:\n${at.output()}`);
        // what is not acknowledged is sent again by the customer's page
        if (await say(at, to, `after ${n}`)) back.push(`after ${n}`);
        else await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await named;
      const texts = await transcript(at, to);
      for (const text of [...acknowledged, ...back])
        expect(
          texts.filter((one) => one === text),
          text,
        ).to.have.length(1);
      expect((await fetch(`${at.url}/health/ready`)).status).to.equal(200);

      // the old master comes back as a replica, and nobody writes to it
      if (signal === 'SIGKILL') await watched.master.restart();
      else await watched.master.kill('SIGCONT');
      expect(await say(at, to, 'at the end')).to.equal(true);
      expect(await transcript(at, to)).to.include('at the end');
    });
  }

  it('starts while one of the Sentinels is away, and is told when the name or the password is wrong', async () => {
    const one = watched.sentinels[0] ?? 0;
    const away = watched.url.replace(`:${one}`, ':1');
    server = await startServer({ ...env(), REDIS_URL: away });
    expect((await fetch(`${server.url}/health/ready`)).status).to.equal(200);
    const wrong = async (more: Record<string, string>) => (await failToStart({ ...env(), ...more })).output;
    const [name, secret] = await Promise.all([
      wrong({ REDIS_URL: watched.url.replace(/shop$/, 'shops') }),
      wrong({ REDIS_SENTINEL_PASSWORD: 'another' }),
    ]);
    expect(name).to.match(/Redis at shops \(by Sentinel: .*know no master of this name/);
    expect(secret).to.match(/Sentinels ask for a password of their own\. Set REDIS_SENTINEL_PASSWORD/);
  });
});
