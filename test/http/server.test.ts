/** The server as callers meet it: statuses, bodies, addresses, restify's traps, starting and stopping. */
import { expect } from 'chai';
import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { type ErrorCode, SupportError } from '../../src/base/index.js';
import { json, personRoute, route, type Route, type Upgrade } from '../../src/http/index.js';
import { closeHouses, receive, openHouse, post, speak, told } from './house.js';

const thrown = (path: string, fault: () => unknown): Route =>
  route({ method: 'GET', path, handle: () => Promise.reject(fault() as Error) });
const said = z.object({ text: z.string().min(1), count: z.number().int() });
const echo = route({
  method: 'POST',
  path: '/echo/:id',
  body: said,
  query: z.object({ loud: z.stringbool().default(false) }),
  handle: ({ params, body, query }) => Promise.resolve(json({ id: params['id'], ...body, ...query })),
});
const good = { text: 'hello', count: 1 };

describe('http server', () => {
  afterEach(closeHouses);

  describe('a server that is not open yet', () => {
    const fine = () => Promise.resolve(json({}));
    const routes = [
      route({ method: 'GET', path: '/live', early: true, handle: fine }),
      route({ method: 'GET', path: '/it', handle: fine }),
      personRoute({ method: 'GET', path: '/theirs', roles: ['agent'], handle: fine }),
    ];

    it('answers every call with 503 and when to try again, but for what is early', async () => {
      const { url, open } = await openHouse({ routes, open: false });
      for (const path of ['/it', '/theirs', '/nothing-here', '/sign-in']) {
        const answer = await fetch(`${url}${path}`);
        expect(answer.headers.get('retry-after')).to.equal('5');
        expect(await told(answer)).to.include({
          status: 503,
          message: 'This is being started. Try again in a moment.',
        });
      }
      expect((await post(`${url}/it`, good)).status).to.equal(503);
      expect((await fetch(`${url}/live`)).status).to.equal(200);
      open();
      const statuses = ['/it', '/theirs', '/nothing-here'].map(async (path) => (await fetch(url + path)).status);
      expect(await Promise.all(statuses)).to.deep.equal([200, 401, 404]);
    });

    it('refuses a WebSocket with 503, and takes it once it is open', async () => {
      let taken = 0;
      const take: Upgrade = ({ socket }) => {
        taken += 1;
        socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n');
        return Promise.resolve();
      };
      const { port, open } = await openHouse({ open: false, furnish: (http) => http.upgrade('/stream', take) });
      const ask = () =>
        speak(port, 'GET /stream HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
      expect(await ask()).to.match(/^HTTP\/1\.1 503 /);
      open();
      expect(await ask()).to.match(/^HTTP\/1\.1 101 /);
      expect(taken).to.equal(1);
    });
  });

  describe('faults', () => {
    const table: readonly (readonly [ErrorCode, number])[] = [
      ['bad-request', 400],
      ['unauthorized', 401],
      ['forbidden', 403],
      ['not-found', 404],
      ['conflict', 409],
      ['too-large', 413],
      ['too-many', 429],
      ['unavailable', 503],
    ];
    for (const [code, status] of table) {
      it(`answers ${code} with ${status} and its own words`, async () => {
        const { url } = await openHouse({ routes: [thrown('/it', () => new SupportError(code, 'Do this instead.'))] });
        const answer = await told(await fetch(`${url}/it`));
        expect(answer).to.include({ status, code, message: 'Do this instead.' });
        expect(answer.keys).to.deep.equal(['error', 'code', 'message']);
      });
    }

    const secret = 'the horse is called swordfish';
    const ours: readonly (readonly [string, () => unknown])[] = [
      ['a fault of the settings', () => new SupportError('settings', secret)],
      ['a fault of the content', () => new SupportError('content', secret)],
      ['an internal fault', () => new SupportError('internal', secret)],
      ['an unforeseen error', () => new Error(secret)],
      ['an error that brings its own status', () => Object.assign(new Error(secret), { statusCode: 418 })],
      ['a thrown text', () => secret],
    ];
    for (const [name, fault] of ours) {
      it(`keeps the words of ${name} in the log, under the reference the caller is told`, async () => {
        const { url, logged } = await openHouse({ routes: [thrown('/it', fault)], ids: { next: () => 'ref-7' } });
        const answer = await told(await fetch(`${url}/it`));
        expect(answer).to.include({ status: 500, code: 'internal' });
        expect(answer.message).to.contain('ref-7').and.not.to.contain('swordfish');
        expect(logged.find((line) => line.includes('swordfish'))).to.contain('ref-7');
      });
    }

    it('answers a handler that throws before its first await', async () => {
      const handle = (): Promise<never> => {
        throw new Error('at once');
      };
      const { url } = await openHouse({ routes: [route({ method: 'GET', path: '/it', handle })] });
      expect((await told(await fetch(`${url}/it`))).status).to.equal(500);
    });

    it('says when to try again, and how to be authorised', async () => {
      const routes = [
        thrown('/many', () => new SupportError('too-many', 'Slow down.')),
        thrown('/who', () => new SupportError('unauthorized', 'Who are you?')),
      ];
      const { url } = await openHouse({ routes });
      expect((await fetch(`${url}/many`)).headers.get('retry-after')).to.match(/^\d+$/);
      expect((await fetch(`${url}/who`)).headers.get('www-authenticate')).to.equal('Bearer');
    });
  });

  describe('bodies and queries', () => {
    it('hands over what fits, parsed', async () => {
      const { url } = await openHouse({ routes: [echo] });
      const response = await post(`${url}/echo/a%7Cb%2Fc?loud=yes`, { ...good, extra: true });
      expect(await response.json()).to.deep.equal({ id: 'a|b/c', text: 'hello', count: 1, loud: true });
    });

    it('names every wrong field', async () => {
      const { url } = await openHouse({ routes: [echo] });
      const body = await told(await post(`${url}/echo/1`, { text: '', count: 'one' }));
      expect(body).to.include({ status: 400, code: 'bad-request' });
      expect(body.message).to.match(/text: .*count: /);
      const query = await told(await post(`${url}/echo/1?loud=perhaps`, good));
      expect(query.status).to.equal(400);
      expect(query.message).to.contain('loud: ');
    });

    const json1 = { 'content-type': 'application/json' };
    const bodies: readonly (readonly [string, number, RequestInit])[] = [
      ['JSON that is cut short', 400, { headers: json1, body: '{"text": "hel' }],
      ['JSON in broken UTF-8', 400, { headers: json1, body: Buffer.from([0x22, 0xff, 0x22]) }],
      ['no body', 400, { headers: json1 }],
      ['a form', 415, { body: new URLSearchParams({ text: 'hello' }) }],
      ['an upload', 415, { body: new FormData() }],
      ['JSON that is called text', 415, { headers: { 'content-type': 'text/plain' }, body: JSON.stringify(good) }],
      ['JSON in Latin 1', 415, { headers: { 'content-type': 'application/json; charset=latin1' }, body: '{}' }],
      [
        'compressed JSON',
        415,
        { headers: { ...json1, 'content-encoding': 'gzip' }, body: gzipSync(JSON.stringify(good)) },
      ],
      ['JSON of a kind', 200, { headers: { 'content-type': 'application/vnd.x+json' }, body: JSON.stringify(good) }],
      [
        'JSON with its charset',
        200,
        { headers: { 'content-type': 'application/json; charset=UTF-8' }, body: JSON.stringify(good) },
      ],
    ];
    for (const [name, status, init] of bodies) {
      it(`answers ${name} with ${status}`, async () => {
        const { url } = await openHouse({ routes: [echo] });
        expect((await fetch(`${url}/echo/1`, { method: 'POST', ...init })).status).to.equal(status);
      });
    }

    it('takes a body of exactly the limit, and answers 413 to one byte more', async () => {
      const { url } = await openHouse({ routes: [echo], maxBody: 1024 });
      const sized = (bytes: number) => ({
        text: 'x'.repeat(bytes - JSON.stringify({ text: '', count: 1 }).length),
        count: 1,
      });
      expect((await post(`${url}/echo/1`, sized(1024))).status).to.equal(200);
      expect(await told(await post(`${url}/echo/1`, sized(1025)))).to.include({ status: 413, code: 'too-large' });
    });

    it('answers 413 while a body of unknown length is still coming, and closes the connection', async () => {
      const { port } = await openHouse({ routes: [echo], maxBody: 1024 });
      const socket = connect(port, '127.0.0.1');
      const head = 'POST /echo/1 HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n';
      socket.write(`${head}transfer-encoding: chunked\r\n\r\n`);
      socket.write(`1000\r\n${'x'.repeat(4096)}\r\n`);
      const [first] = (await once(socket, 'data')) as [Buffer];
      expect(first.toString()).to.match(/^HTTP\/1\.1 413 /);
      expect(first.toString()).to.match(/\r\nconnection: close\r\n/i);
      socket.write(`0\r\n\r\nGET /nowhere HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
      expect(await receive(socket)).to.equal('');
    });

    it('does not read the body of a route that takes none', async () => {
      const bare = route({
        method: 'POST',
        path: '/bare',
        handle: ({ body }) => Promise.resolve(json({ body: typeof body })),
      });
      const { url } = await openHouse({ routes: [bare], maxBody: 10 });
      expect(await (await post(`${url}/bare`, good)).json()).to.deep.equal({ body: 'undefined' });
    });
  });

  describe('addresses', () => {
    it('answers 404 where nothing is and 405 to another method, with what is allowed', async () => {
      const { url } = await openHouse({ routes: [echo] });
      expect(await told(await fetch(`${url}/nowhere`))).to.include({ status: 404, code: 'not-found' });
      const wrong = await told(await fetch(`${url}/echo/1`));
      expect(wrong).to.include({ status: 405, code: 'wrong-method' });
      expect(wrong.headers.get('allow')).to.equal('POST');
    });

    it('never repeats an address to the one who asked for it', async () => {
      const { url } = await openHouse();
      expect(await (await fetch(`${url}/<script>alert(1)</script>`)).text()).not.to.contain('script');
    });

    it('takes names as long as the longest conversation ids of Teams', async () => {
      const { url } = await openHouse({ routes: [echo] });
      expect((await post(`${url}/echo/${'a'.repeat(600)}`, good)).status).to.equal(200);
    });

    for (const address of ['http://[::1', 'http://', '*', '/%zz', '//', '/\\', '?', '/echo/%ff']) {
      it(`lives through the address ${address}`, async () => {
        const { port, url } = await openHouse({ routes: [echo] });
        const answer = await speak(port, `GET ${address} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`);
        expect(answer).to.match(/^HTTP\/1\.1 (404|405|400) /);
        expect((await fetch(`${url}/api/sign-in`)).status).to.equal(200);
      });
    }

    it('answers HEAD like GET without the body, and never opens a feed for it', async () => {
      let opened = 0;
      const open = () => {
        opened += 1;
        return () => undefined;
      };
      const feed = route({ method: 'GET', path: '/feed', handle: () => Promise.resolve({ kind: 'feed', open }) });
      const { url } = await openHouse({ routes: [feed] });
      const head = await fetch(`${url}/api/sign-in`, { method: 'HEAD' });
      expect(head.headers.get('content-length')).to.equal(
        String((await (await fetch(`${url}/api/sign-in`)).arrayBuffer()).byteLength),
      );
      expect((await fetch(`${url}/feed`, { method: 'HEAD' })).status).to.equal(200);
      expect(opened).to.equal(0);
    });
  });
});
