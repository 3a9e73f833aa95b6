/** Signing in, what a cookie is good for, and who is kept out: forgers, other roles, other sites. */
import { expect } from 'chai';
import { SignJWT, UnsecuredJWT } from 'jose';
import { json, personRoute } from '../../src/http/index.js';
import { closeHouses, type House, openHouse, post, secret, signIn, speak, told } from './house.js';

const key = new TextEncoder().encode(secret);
const hour = 3_600_000;
const routes = [
  personRoute({
    method: 'GET',
    path: '/api/desk/line',
    roles: ['agent'],
    handle: ({ person }) => Promise.resolve(json(person)),
  }),
  personRoute({
    method: 'POST',
    path: '/api/desk/claim',
    roles: ['agent'],
    handle: ({ person }) => Promise.resolve(json({ by: person.name })),
  }),
];

async function me({ url }: House, cookie: string): Promise<number> {
  return (await fetch(`${url}/api/me`, { headers: { cookie } })).status;
}

describe('signing in', () => {
  afterEach(closeHouses);

  it('offers the people there are', async () => {
    const { url } = await openHouse();
    const { brand, people } = (await (await fetch(`${url}/api/sign-in`)).json()) as {
      brand: string;
      people: { name: string; role: string }[];
    };
    expect(brand).to.equal('Harbour & Pine');
    expect(people.map(({ name, role }) => `${name}: ${role}`)).to.deep.equal([
      'Ana Silva: agent',
      'Ben Okafor: agent',
      'Chloe Martin: agent',
      'Sam Reed: supervisor',
      'Maya Lind: manager',
    ]);
  });

  it('goes round: in, known, out, unknown', async () => {
    const house = await openHouse({ routes });
    const cookie = await signIn(house.url, 'ana');
    const line = await fetch(`${house.url}/api/desk/line`, { headers: { cookie } });
    expect(await line.json()).to.deep.equal({ id: 'ana', name: 'Ana Silva', role: 'agent' });
    expect(await me(house, cookie)).to.equal(200);
    const out = await fetch(`${house.url}/api/sign-out`, { method: 'POST', headers: { cookie } });
    expect(out.headers.get('set-cookie')).to.match(/^warmline_session=; .*Max-Age=0/);
    expect(await me(house, 'warmline_session=')).to.equal(401);
  });

  it('ends the session that signs out at once, and no other of the same person', async () => {
    const house = await openHouse({ routes });
    const [left, kept] = [await signIn(house.url, 'ana'), await signIn(house.url, 'ana')];
    await fetch(`${house.url}/api/sign-out`, { method: 'POST', headers: { cookie: left } });
    expect([await me(house, left), await me(house, kept)]).to.deep.equal([401, 200]);
    house.pass(11 * 3600 * 1000);
    expect([await me(house, left), await me(house, kept)]).to.deep.equal([401, 200]);
  });

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const { url } = await openHouse();
    const parts = (await post(`${url}/api/sign-in`, { id: 'ana' })).headers.get('set-cookie')?.split('; ');
    expect(parts?.slice(1)).to.have.members(['Path=/', 'HttpOnly', 'SameSite=Strict', 'Max-Age=43200']);
  });

  it('refuses somebody nobody knows', async () => {
    const { url } = await openHouse();
    const response = await post(`${url}/api/sign-in`, { id: 'mallory' });
    expect(response.headers.get('set-cookie')).to.equal(null);
    expect((await told(response)).status).to.equal(401);
  });

  it('finds its cookie among others', async () => {
    const house = await openHouse();
    const cookie = await signIn(house.url, 'ana');
    expect(await me(house, `a=b; xwarmline_session=no; ${cookie}; theme=dark`)).to.equal(200);
  });

  it('lasts twelve hours', async () => {
    const house = await openHouse();
    const cookie = await signIn(house.url, 'ana');
    house.pass(12 * hour - 1000);
    expect(await me(house, cookie)).to.equal(200);
    house.pass(2000);
    expect(await me(house, cookie)).to.equal(401);
  });

  it('ends with the person: who was taken off the list is nobody', async () => {
    const { tokens, sessions } = await openHouse();
    expect(await sessions.person(`warmline_session=${await tokens.sign('session', { person: 'zoe' }, 60)}`)).to.equal(
      undefined,
    );
  });

  const signed = (claims: Record<string, string>, audience: string) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setAudience(audience);
  const forgeries: readonly (readonly [string, (house: House) => Promise<string>])[] = [
    ['nothing', () => Promise.resolve('')],
    ['garbage', () => Promise.resolve('a.b.c')],
    ['a chat token', ({ tokens }) => tokens.sign('chat', { person: 'ana' }, 3600)],
    [
      'a token of another secret',
      () =>
        signed({ person: 'ana' }, 'session')
          .setExpirationTime('1h')
          .sign(new TextEncoder().encode(`${secret}!`)),
    ],
    ['a token that never expires', () => signed({ person: 'ana' }, 'session').sign(key)],
    [
      'a token with another algorithm',
      () =>
        new SignJWT({ person: 'ana' })
          .setProtectedHeader({ alg: 'HS512' })
          .setAudience('session')
          .setExpirationTime('2000d')
          .sign(key),
    ],
    [
      'a token without a signature',
      () =>
        Promise.resolve(new UnsecuredJWT({ person: 'ana' }).setAudience('session').setExpirationTime('2000d').encode()),
    ],
    [
      'a token whose person was changed',
      async ({ tokens }) => {
        const [head, , signature] = (await tokens.sign('session', { person: 'ben' }, 3600)).split('.');
        const claims = Buffer.from(JSON.stringify({ person: 'maya', aud: 'session', exp: 9e9 })).toString('base64url');
        return `${head}.${claims}.${signature}`;
      },
    ],
  ];
  for (const [name, forge] of forgeries) {
    it(`does not take ${name} for a sign-in`, async () => {
      const house = await openHouse({ routes });
      const cookie = `warmline_session=${await forge(house)}`;
      expect(await me(house, cookie)).to.equal(401);
      expect((await fetch(`${house.url}/api/desk/claim`, { method: 'POST', headers: { cookie } })).status).to.equal(
        401,
      );
    });
  }

  it('does not serve as a chat token', async () => {
    const { url, tokens } = await openHouse();
    const session = (await signIn(url, 'ana')).slice('warmline_session='.length);
    expect(await tokens.read('session', session)).to.include({ person: 'ana' });
    expect(await tokens.read('chat', session)).to.equal(undefined);
  });

  it('keeps roles apart', async () => {
    const { url } = await openHouse({ routes });
    const cookie = await signIn(url, 'maya');
    expect(await told(await fetch(`${url}/api/desk/line`, { headers: { cookie } }))).to.include({
      status: 403,
      code: 'forbidden',
    });
  });
});

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
