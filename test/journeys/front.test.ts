/** Behind the proxies that operators have, as deploy/ sets them up: TLS, sockets, feeds, addresses, and two servers. */
import { expect } from 'chai';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { ActivitySet } from '../../src/channels/direct-line/contract.js';
import { hasOpenssl } from '../support/certificates.js';
import type { Granted } from '../support/direct-line-calls.js';
import { type Front, hasProxy, type Proxy, startFront } from '../support/front.js';
import { createInbox } from '../support/inbox.js';
import { freePort } from '../support/ports.js';
import { type ServerProcess, startServer } from '../support/server.js';
import { redis, type StoreHouse } from '../support/stores.js';

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const names: readonly Proxy[] = ['nginx', 'caddy'];

function behind(name: Proxy): void {
  describe(`behind ${name}`, function () {
    this.timeout(60_000);
    const missing = !hasProxy(name) ? `${name} is not on PATH` : !hasOpenssl ? 'openssl is not on PATH' : redis.skip;
    if (missing !== undefined) {
      it(`skipped: ${missing}`);
      return;
    }
    let folder: string;
    let house: StoreHouse;
    let front: Front;
    let servers: readonly ServerProcess[];
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'warmline-front-'));
      house = await redis.start();
      const port = await freePort();
      const env = {
        ...house.env,
        PUBLIC_URL: `https://127.0.0.1:${port}`,
        TRUST_PROXY: '127.0.0.1',
        LIMIT_BEGIN: '8/60',
        METRICS_TOKEN: 'x'.repeat(32), // so that the servers themselves answer 401
      };
      servers = await Promise.all([startServer(env), startServer(env)]);
      front = await startFront(name, { folder, port, servers: servers.map((server) => server.port) });
    });
    after(async () => {
      await front.close();
      for (const server of servers) await server.crash();
      await house.close();
      rmSync(folder, { recursive: true });
    });

    async function open(place: string, { body, headers = {} }: Sent = {}): Promise<IncomingMessage> {
      const [method = '', path = ''] = place.split(' ');
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      const call = request(`${front.url}${path}`, { method, ca: front.ca, headers: { ...type, ...headers } });
      call.end(body === undefined ? undefined : JSON.stringify(body));
      const [answer] = (await once(call, 'response')) as [IncomingMessage];
      return answer;
    }
    async function ask(
      place: string,
      sent?: Sent,
    ): Promise<{ status: number; body: Granted; headers: IncomingMessage['headers'] }> {
      const answer = await open(place, sent);
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      const text = Buffer.concat(parts).toString();
      const isJson = answer.headers['content-type']?.startsWith('application/json') ?? false;
      return {
        status: answer.statusCode ?? 0,
        body: (isJson ? JSON.parse(text) : {}) as Granted,
        headers: answer.headers,
      };
    }

    it('customers talk over a socket that is opened at the public address', async () => {
      const generated = await ask('POST /v3/directline/tokens/generate', { body: {} });
      const bearer = { authorization: `Bearer ${generated.body.token}` };
      const { body } = await ask('POST /v3/directline/conversations', { headers: bearer });
      expect(body.streamUrl).to.match(new RegExp(`^wss://127\\.0\\.0\\.1:${front.port}/`));
      const texts = createInbox<string>();
      const socket = new WebSocket(body.streamUrl, { ca: front.ca });
      socket.on('message', (frame: Buffer) => {
        if (frame.length === 0) return;
        const { activities } = JSON.parse(frame.toString()) as ActivitySet;
        for (const { text } of activities) if (text !== undefined) texts.take(text);
      });
      const path = `POST /v3/directline/conversations/${body.conversationId}/activities`;
      const said = { type: 'message', text: 'How long does delivery take?', from: { id: 'me' } };
      expect((await ask(path, { headers: bearer, body: said })).status).to.equal(200);
      await texts.until((text) => /two to four working days/.test(text));
      socket.terminate();
    });

    it('agents sign in, and their feed comes as it is written', async () => {
      const origin = { origin: front.url };
      const signed = await ask('POST /api/sign-in', { body: { id: 'ana' }, headers: origin });
      expect(signed.status).to.equal(200);
      const cookie = signed.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
      const feed = await open('GET /api/desk/feed', { headers: { cookie } });
      expect(feed.headers['content-type']).to.match(/^text\/event-stream/);
      let text = '';
      for await (const part of feed) {
        text += String(part);
        if (/event: line\n/.test(text)) break; // long before its first beat
      }
      feed.destroy();
      const elsewhere = await ask('POST /api/sign-in', {
        body: { id: 'ana' },
        headers: { origin: 'https://127.0.0.1:1' },
      });
      expect(elsewhere.status).to.equal(403);
    });

    it('shows its figures to nobody, however the address is written', async () => {
      const places = ['', '/', '//', '?a', '/?a', '/x', '/%2e', ';a'].map((end) => `/metrics${end}`);
      for (const place of [...places, '/%6detrics', '/METRICS', '//metrics', '/x/../metrics', '/./metrics/'])
        expect((await ask(`GET ${place}`)).status, place).to.equal(404);
    });

    it('the proxy names a call, and nobody before it', async () => {
      const forged = { 'x-request-id': 'mine', traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' };
      const { headers } = await ask('GET /health/live', { headers: forged });
      expect(headers['x-request-id'])
        .to.match(/^[\da-f-]{32,36}$/)
        .and.not.contain('4bf92f3577b34da6');
    });

    it('whoever forges an address is counted by their own', async () => {
      const statuses: number[] = [];
      for (let n = 0; n < 30 && !statuses.includes(429); n += 1) {
        const headers = { 'x-forwarded-for': `203.0.113.${n}` };
        statuses.push((await ask('POST /v3/directline/tokens/generate', { body: {}, headers })).status);
      }
      expect(statuses).to.include(429);
    });

    it('one server may stop: the other takes every call', async () => {
      await servers[0]?.stop();
      for (let n = 0; n < 10; n += 1) expect((await ask('GET /health/ready')).status).to.equal(200);
      const signed = await ask('POST /api/sign-in', { body: { id: 'sam' } });
      expect(signed.status).to.equal(200);
    });
  });
}

for (const name of names) behind(name);
