/** The local sign-in, what a session is good for, and who is kept out: forgers and other roles. */
import { expect } from 'chai';
import type { SessionsAnswer } from '../../src/access/contract.js';
import { demoPeople } from '../../src/access/index.js';
import { closeHouses, deskRoutes as routes, type House, openHouse, post, signIn, told } from '../http/house.js';

const hour = 3_600_000;
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
      'Noor Haddad: admin',
    ]);
  });

  it('goes round: in, known, out, unknown', async () => {
    const house = await openHouse({ routes });
    const cookie = await signIn(house.url, 'ana');
    const before = await fetch(`${house.url}/api/desk/line`, { headers: { cookie } });
    expect(await before.json()).to.deep.equal({ id: 'ana', name: 'Ana Silva', role: 'agent' });
    expect(await me(house, cookie)).to.equal(200);
    const out = await fetch(`${house.url}/api/sign-out`, { method: 'POST', headers: { cookie } });
    expect(out.headers.get('set-cookie')).to.match(/^warmline_session=; .*Max-Age=0/);
    expect(await me(house, cookie), 'what the browser may still have opens nothing').to.equal(401);
    const line = await fetch(`${house.url}/api/desk/line`, { headers: { cookie } });
    expect(line.status).to.equal(401);
  });

  it('ends the session that signs out at once, and no other of the same person', async () => {
    const house = await openHouse({ routes });
    const [left, kept] = [await signIn(house.url, 'ana'), await signIn(house.url, 'ana')];
    await fetch(`${house.url}/api/sign-out`, { method: 'POST', headers: { cookie: left } });
    expect([await me(house, left), await me(house, kept)]).to.deep.equal([401, 200]);
    house.pass(hour);
    expect([await me(house, left), await me(house, kept)]).to.deep.equal([401, 200]);
  });

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const { url } = await openHouse();
    const parts = (await post(`${url}/api/sign-in`, { id: 'ana' })).headers.get('set-cookie')?.split('; ');
    expect(parts?.slice(1)).to.have.members(['Path=/', 'HttpOnly', 'SameSite=Lax', 'Max-Age=43200']);
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

  it('lasts twelve hours at most, however much it is used', async () => {
    const house = await openHouse();
    const cookie = await signIn(house.url, 'ana');
    for (let hours = 1; hours < 12; hours += 1) {
      house.pass(hour);
      expect(await me(house, cookie)).to.equal(200);
    }
    house.pass(hour);
    expect(await me(house, cookie)).to.equal(401);
  });

  it('lasts two hours when it is not used', async () => {
    const house = await openHouse();
    const cookie = await signIn(house.url, 'ana');
    house.pass(2 * hour - 1000);
    expect(await me(house, cookie)).to.equal(200);
    house.pass(2 * hour);
    expect(await me(house, cookie)).to.equal(401);
  });

  it('gives a new secret each time, and ends what the browser had before', async () => {
    const house = await openHouse();
    const ana = await signIn(house.url, 'ana');
    const answer = await post(`${house.url}/api/sign-in`, { id: 'ben' }, { cookie: ana });
    const ben = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(ben).not.to.equal(ana);
    expect([await me(house, ana), await me(house, ben)]).to.deep.equal([401, 200]);
  });

  it('shows a person where they are signed in, and ends it there, or everywhere', async () => {
    const house = await openHouse();
    const [here, there, third, ben] = [
      await signIn(house.url, 'ana'),
      await signIn(house.url, 'ana'),
      await signIn(house.url, 'ana'),
      await signIn(house.url, 'ben'),
    ];
    const list = async () => {
      const answer = await fetch(`${house.url}/api/sessions`, { headers: { cookie: here } });
      return ((await answer.json()) as SessionsAnswer).sessions;
    };
    const rows = await list();
    expect(rows.map(({ own }) => own).sort()).to.deep.equal([false, false, true]);
    expect(rows.map(({ address }) => address)).to.deep.equal(['127.0.0.1', '127.0.0.1', '127.0.0.1']);
    const other = rows.find(({ own }) => !own)!;
    await post(`${house.url}/api/sessions/end`, { id: other.id }, { cookie: here });
    const states = [await me(house, there), await me(house, third)].sort();
    expect(states).to.deep.equal([200, 401]);
    await post(`${house.url}/api/sign-out`, { everywhere: true }, { cookie: here });
    expect([await me(house, here), await me(house, there), await me(house, third)]).to.deep.equal([401, 401, 401]);
    expect(await me(house, ben)).to.equal(200);
  });

  it("ends nobody else's", async () => {
    const house = await openHouse();
    const [ana, ben] = [await signIn(house.url, 'ana'), await signIn(house.url, 'ben')];
    const answer = await fetch(`${house.url}/api/sessions`, { headers: { cookie: ben } });
    const id = ((await answer.json()) as SessionsAnswer).sessions[0]?.id;
    await post(`${house.url}/api/sessions/end`, { id }, { cookie: ana });
    expect(await me(house, ben)).to.equal(200);
  });

  it('ends with the person: who was taken off the list is nobody', async () => {
    const people = [...demoPeople];
    const house = await openHouse({ people });
    const cookie = await signIn(house.url, 'ana');
    people.shift();
    expect(await me(house, cookie)).to.equal(401);
  });

  const forgeries: readonly (readonly [string, (house: House) => Promise<string>])[] = [
    ['nothing', () => Promise.resolve('')],
    ['garbage', () => Promise.resolve('a.b.c')],
    ['a very long secret', () => Promise.resolve('x'.repeat(4000))],
    ['a chat token', ({ tokens }) => tokens.sign('chat', { person: 'ana' }, 3600)],
    [
      'a signed session of an older release',
      ({ tokens }) => tokens.sign('session', { person: 'ana', session: 'x' }, 3600),
    ],
    [
      'what the store knows a session by',
      async ({ url }) => {
        const cookie = await signIn(url, 'ana');
        const answer = await fetch(`${url}/api/sessions`, { headers: { cookie } });
        return ((await answer.json()) as SessionsAnswer).sessions[0]?.id ?? '';
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

  /** Ten are let pass, and two are not. */
  async function twelve(signIn: (n: number) => Promise<Response>): Promise<void> {
    const answers: number[] = [];
    for (let n = 0; n < 12; n += 1) answers.push((await signIn(n)).status);
    expect(answers).to.deep.equal([...Array.from({ length: 10 }, () => 200), 429, 429]);
  }
  const signInFrom = (url: string, id: string, from: string) =>
    post(`${url}/api/sign-in`, { id }, { 'x-forwarded-for': from });

  it('is limited by address, whoever signs in there', async () => {
    const { url } = await openHouse({ proxies: ['127.0.0.1'] });
    const ids = ['ana', 'ben', 'chloe'];
    await twelve((n) => signInFrom(url, ids[n % 3] ?? '', '127.0.0.7'));
    expect((await signInFrom(url, 'sam', '127.0.0.7')).status, 'who has not signed in before').to.equal(429);
    expect((await signInFrom(url, 'ana', '127.0.0.8')).status, 'from another address').to.equal(200);
  });

  it('is limited by account, wherever it signs in', async () => {
    const { url } = await openHouse({ proxies: ['127.0.0.1'] });
    await twelve((n) => signInFrom(url, 'ana', `127.0.1.${n}`));
    expect((await signInFrom(url, 'ana', '127.0.2.1')).status, 'at an address of its own').to.equal(429);
    expect((await signInFrom(url, 'ben', '127.0.1.11')).status, 'somebody else at an address of those').to.equal(200);
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
