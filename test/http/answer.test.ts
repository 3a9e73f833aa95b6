/** Answers of every kind on the wire, and what is left in the log of them. */
import { expect } from 'chai';
import { z } from 'zod';
import { json, route, type Route } from '../../src/http/index.js';
import { closeHouses, gate, openHouse, post, told } from './house.js';

describe('answers', () => {
  afterEach(closeHouses);

  async function* lines(count: number, fails: boolean): AsyncGenerator<string> {
    for (let n = 1; n <= count; n += 1) yield await Promise.resolve(`line ${n}`);
    if (fails) throw new Error('the store is gone');
  }
  const download = (count: number, fails = false): Route =>
    route({
      method: 'GET',
      path: '/log',
      handle: () =>
        Promise.resolve({ kind: 'lines', type: 'text/csv', name: 'effort "log".csv', lines: lines(count, fails) }),
    });

  it('writes a download line by line, under a name that cannot break the header', async () => {
    const { url } = await openHouse({ routes: [download(20_000)] });
    const response = await fetch(`${url}/log`);
    expect(response.headers.get('content-disposition')).to.equal('attachment; filename="effort__log_.csv"');
    const text = await response.text();
    expect(text.split('\n')).to.have.length(20_001);
    expect(text)
      .to.match(/^line 1\nline 2\n/)
      .and.to.match(/line 20000\n$/);
  });

  it('answers 500 when a download fails before its first line', async () => {
    const { url } = await openHouse({ routes: [download(0, true)] });
    expect((await told(await fetch(`${url}/log`))).status).to.equal(500);
  });

  it('cuts a download that fails in the middle, so that nobody takes it for whole', async () => {
    const { url } = await openHouse({ routes: [download(3, true)] });
    const text = fetch(`${url}/log`).then((response) => response.text());
    expect(
      await text.then(
        () => 'whole',
        () => 'cut',
      ),
    ).to.equal('cut');
  });

  it('stops reading a download whose reader left', async () => {
    const done = gate();
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) yield await Promise.resolve('x'.repeat(1000));
      } finally {
        done.open();
      }
    }
    const handle = () => Promise.resolve({ kind: 'lines', type: 'text/csv', name: 'a', lines: endless() } as const);
    const { http, url, logged } = await openHouse({ routes: [route({ method: 'GET', path: '/log', handle })] });
    const leave = new AbortController();
    await fetch(`${url}/log`, { signal: leave.signal });
    leave.abort();
    await done.passed;
    await http.close();
    expect(logged).to.deep.equal([]);
  });

  it('lets a handler write its own answer', async () => {
    const raw = route({
      method: 'GET',
      path: '/raw',
      handle: ({ response, remote }) => {
        response.writeHead(202, { 'x-remote': remote });
        response.end('mine');
        return Promise.resolve({ kind: 'raw' });
      },
    });
    const { url } = await openHouse({ routes: [raw] });
    const response = await fetch(`${url}/raw`);
    expect([response.status, await response.text()]).to.deep.equal([202, 'mine']);
    expect(response.headers.get('x-remote')).to.equal('127.0.0.1');
  });

  it('answers nothing to say with 204', async () => {
    const none = route({ method: 'POST', path: '/none', handle: () => Promise.resolve(json(undefined)) });
    const { url } = await openHouse({ routes: [none] });
    const response = await fetch(`${url}/none`, { method: 'POST' });
    expect([response.status, await response.text()]).to.deep.equal([204, '']);
  });

  it('leaves nothing of restify in the log, whatever the level', async () => {
    const { url, logged } = await openHouse();
    await fetch(`${url}/api/sign-in`);
    await fetch(`${url}/nowhere`);
    await fetch(`${url}/api/me`);
    expect(logged).to.deep.equal([]);
  });

  it('never logs what a request carries', async () => {
    const body = z.object({ text: z.string() });
    const echo = route({ method: 'POST', path: '/echo', body, handle: (call) => Promise.resolve(json(call.body)) });
    const broken = route({ method: 'GET', path: '/it', handle: () => Promise.reject(new Error('boom')) });
    const { url, logged } = await openHouse({ routes: [echo, broken] });
    const headers = { authorization: 'Bearer swordfish', cookie: 'warmline_session=swordfish' };
    await post(`${url}/echo?t=swordfish`, { text: 'swordfish' }, headers);
    await fetch(`${url}/it?t=swordfish`, { headers });
    await fetch(`${url}/nowhere?t=swordfish`, { headers });
    expect(logged.join('')).to.contain('boom').and.not.to.contain('swordfish');
  });
});
