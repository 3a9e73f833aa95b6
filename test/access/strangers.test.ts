/** Pages of other sites, and sites that point a name of their own here: none of them gets at the desk or the sign-in. */
import { expect } from 'chai';
import { demoPeople } from '../../src/access/index.js';
import { closeHouses, deskRoutes as routes, type House, openHouse, post, signIn, speak } from '../http/house.js';

describe('strangers', () => {
  afterEach(closeHouses);

  const claim = async (house: House, headers: Record<string, string>): Promise<number> => {
    const cookie = await signIn(house.url, 'ana');
    return (await fetch(`${house.url}/api/desk/claim`, { method: 'POST', headers: { cookie, ...headers } })).status;
  };

  const calls: readonly (readonly [string, number, (house: House) => Record<string, string>])[] = [
    ['a page of ours', 200, ({ url }) => ({ origin: url, 'sec-fetch-site': 'same-origin' })],
    ['a program that is no browser', 200, () => ({})],
    ['a page of another site', 403, () => ({ origin: 'https://evil.example' })],
    ['a page of another port of this computer', 403, () => ({ origin: 'http://127.0.0.1:1' })],
    ['a page of a name that begins like ours', 403, ({ url }) => ({ origin: `${url}.evil.example` })],
    ['a page without an origin', 403, () => ({ origin: 'null' })],
    ['another site that hides its origin', 403, () => ({ 'sec-fetch-site': 'cross-site' })],
    ['another port that hides its origin', 403, () => ({ 'sec-fetch-site': 'same-site' })],
    ['another site with our origin', 403, ({ url }) => ({ origin: url, 'sec-fetch-site': 'cross-site' })],
  ];
  for (const [name, status, headers] of calls) {
    it(`who call from ${name} get ${status}`, async () => {
      const house = await openHouse({ routes });
      expect(await claim(house, headers(house))).to.equal(status);
    });
  }

  it('cannot sign anybody in or out', async () => {
    const { url } = await openHouse();
    const from = { origin: 'https://evil.example' };
    expect((await post(`${url}/api/sign-in`, { id: 'ana' }, from)).status).to.equal(403);
    expect((await fetch(`${url}/api/sign-out`, { method: 'POST', headers: from })).status).to.equal(403);
  });

  it('who point a name of their own at this computer reach neither the desk nor the sign-in', async () => {
    const { url, port } = await openHouse({ routes });
    const cookie = await signIn(url, 'ana');
    const ask = (line: string) =>
      speak(port, `${line} HTTP/1.1\r\nhost: evil.example:${port}\r\ncookie: ${cookie}\r\nconnection: close\r\n\r\n`);
    expect(await ask('GET /api/desk/line')).to.match(/^HTTP\/1\.1 403 /);
    expect(await ask('GET /api/me')).to.match(/^HTTP\/1\.1 403 /);
    expect(await ask('POST /api/sign-in')).to.match(/^HTTP\/1\.1 403 /);
  });

  const site = { publicUrl: 'https://chat.example.com', open: true };
  const hosts: readonly (readonly [string, number, host: string])[] = [
    ['chat.example.com', 200, '0.0.0.0'],
    ['Chat.Example.com:443', 200, '0.0.0.0'],
    ['chat.example.com:80', 403, '0.0.0.0'],
    ['chat.example.com.evil.example', 403, '0.0.0.0'],
    ['evil.example', 403, '0.0.0.0'],
    ['127.0.0.1', 403, '0.0.0.0'],
    ['', 403, '0.0.0.0'],
    ['chat.example.com', 200, '127.0.0.1'],
    ['localhost', 200, '127.0.0.1'],
    ['evil.example', 403, '127.0.0.1'],
  ];
  for (const [name, status, host] of hosts) {
    it(`who call ${host} by the name "${name}" get ${status}`, async () => {
      const { port, sessions } = await openHouse({ routes, host, site });
      const from = { cookies: undefined, browser: undefined, address: '' };
      const cookie = (await sessions.begin(demoPeople[0]!, from))?.split(';')[0] ?? '';
      for (const line of ['GET /api/desk/line', 'GET /api/me', 'POST /api/desk/claim']) {
        const head = `${line} HTTP/1.1\r\nhost: ${name}\r\ncookie: ${cookie}\r\nconnection: close\r\n\r\n`;
        expect(await speak(port, head), line).to.match(new RegExp(`^HTTP/1.1 ${status} `));
      }
    });
  }

  it('who come through a proxy find no local sign-in', async () => {
    const { url } = await openHouse();
    for (const headers of [{ 'x-forwarded-for': '203.0.113.7' }, { forwarded: 'for=203.0.113.7' }, { via: '1.1 x' }]) {
      expect((await post(`${url}/api/sign-in`, { id: 'ana' }, headers)).status).to.equal(403);
    }
    expect((await post(`${url}/api/sign-in`, { id: 'ana' }, { 'x-forwarded-for': '127.0.0.1' })).status).to.equal(200);
  });

  it('are never told that they may read the desk', async () => {
    const { url } = await openHouse({ routes });
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const asked = await fetch(`${url}/api/desk/claim`, { method: 'OPTIONS', headers });
    expect(asked.status).to.equal(405);
    for (const path of ['/api/desk/claim', '/api/desk/line', '/api/sign-in', '/api/me', '/nowhere']) {
      const response = await fetch(`${url}${path}`, { headers });
      expect(response.headers.get('access-control-allow-origin'), path).to.equal(null);
      expect(response.headers.get('cross-origin-resource-policy'), path).to.equal('same-origin');
    }
  });
});
