/** Sockets that stop reading, against a whole server: its memory stays flat, and whoever comes back has missed nothing. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { on, once } from 'node:events';
import { WebSocket } from 'ws';
import { call, generate } from '../support/direct-line-calls.js';
import { type ServerProcess, startServer } from '../support/server.js';
import { engines, type StoreHouse } from '../support/stores.js';

const readers = 60;
const messages = 500;
const text = 'x'.repeat(20_000);
const warm = messages / 2;
/** What would be kept for all readers together, were it not bounded, of all messages after the warm ones; bytes. */
const unbounded = readers * (messages - warm) * text.length;

const residentBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) * 1024;

function slowReaders(this: Mocha.Suite): void {
  this.timeout(60_000);
  let house: StoreHouse;
  let server: ServerProcess;

  before(async () => {
    // on Redis, so that the transcript itself is not in the server's memory
    house = await engines.find(({ name }) => name === 'Redis')!.start();
    server = await startServer({ ...house.env, LOG_LEVEL: 'silent', LIMITS: 'off' }); // they all come from here
  });
  after(async () => {
    await server.stop();
    await house.close();
  });

  it('costs a bounded piece of memory, customers and agents alike', async () => {
    const { token } = await generate(server.url);
    const { conversationId } = (await call(server.url, 'POST /conversations', { token, body: {} })).body;
    const say = async (words: string) => {
      const place = `POST /conversations/${conversationId}/activities`;
      const { status } = await call(server.url, place, { token, body: { type: 'message', text: words } });
      expect(status).to.equal(200);
    };
    const open = async (watermark = '') => {
      const at = `GET /conversations/${conversationId}?watermark=${watermark}`;
      return new WebSocket((await call(server.url, at, { token })).body.streamUrl);
    };
    await say('I want to talk to a person'); // so that every message is an agent's news, too

    const stalled: WebSocket[] = [];
    for (let n = 0; n < readers; n += 1) {
      const socket = await open();
      await once(socket, 'message');
      socket.pause();
      socket.on('error', () => undefined);
      stalled.push(socket);
    }
    const signIn = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"id":"ana"}' };
    const cookie = (await fetch(`${server.url}/api/sign-in`, signIn)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const agents = Array.from({ length: readers }, () => {
      const agent = connect(server.port, '127.0.0.1').pause();
      agent.on('error', () => undefined);
      agent.write(`GET /api/desk/feed HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\n\r\n`);
      return agent;
    });

    for (let n = 0; n < warm; n += 1) await say(text); // a heap that has not found its size is no leak
    const before = residentBytes(server.pid);
    for (let n = warm; n < messages; n += 1) await say(text);
    const grown = residentBytes(server.pid) - before;
    expect(grown, `grown by ${Math.round(grown / 1e6)} MB`).to.be.below(unbounded / 3);

    const back = await open('3');
    const seen = new Set<number>();
    for await (const [data] of on(back, 'message') as AsyncIterable<[Buffer]>) {
      const { activities } = JSON.parse(data.toString()) as {
        activities: readonly { text?: string; channelData?: { seq?: number } }[];
      };
      for (const one of activities) if (one.text === text) seen.add(one.channelData?.seq ?? 0);
      if (seen.size === messages) break;
    }
    back.terminate();
    for (const socket of stalled) socket.terminate();
    for (const agent of agents) agent.destroy();
  });

  it('shares one conversation among a thousand readers who never read', async () => {
    const { token } = await generate(server.url);
    const { conversationId } = (await call(server.url, 'POST /conversations', { token, body: {} })).body;
    const say = `POST /conversations/${conversationId}/activities`;
    for (let n = 0; n < 45; n += 1) await call(server.url, say, { token, body: { type: 'message', text } });
    const before = residentBytes(server.pid);
    const crowd: WebSocket[] = [];
    for (let n = 0; n < 1000; n += 1) {
      const at = `GET /conversations/${conversationId}?watermark=`;
      const socket = new WebSocket((await call(server.url, at, { token })).body.streamUrl);
      socket.on('error', () => undefined);
      await once(socket, 'open');
      socket.pause();
      crowd.push(socket);
    }
    const grown = residentBytes(server.pid) - before;
    // 900 kB for each of them, before it was shared: half of that, and more, stayed in memory
    expect(grown, `grown by ${Math.round(grown / 1e6)} MB`).to.be.below((1000 * 45 * text.length) / 5);
    for (const socket of crowd) socket.terminate();
  });
}

describe('readers that stop reading', function () {
  const possible = process.platform === 'linux' && engines.some(({ name, skip }) => name === 'Redis' && !skip);
  if (possible) slowReaders.call(this);
  else it('skipped: needs redis-server on PATH, and Linux');
});
