/** Signing in by OpenID Connect, with a real provider: every way in, out, and astray. */
import { expect } from 'chai';
import { closeHouses, type House, openHouse, post } from '../http/house.js';
import { freePort } from '../support/ports.js';
import { createVisitor, signInBy, startProvider, type TestProvider, type Visitor } from '../support/provider.js';

interface Place {
  readonly house: House;
  readonly provider: TestProvider;
  readonly visitor: Visitor;
}

let opened: TestProvider[] = [];

async function open(options: { inToken?: boolean } = {}): Promise<Place> {
  const port = await freePort();
  const provider = await startProvider(`http://127.0.0.1:${port}`, options);
  opened.push(provider);
  provider.people['ana'] = { name: 'Ana Silva', roles: ['Support'] };
  provider.people['ops'] = { name: 'Olga Ops', roles: ['Ops', 'Support'] };
  provider.people['zoe'] = { name: 'Zoë Guest', roles: ['Visitors'] };
  const house = await openHouse({ port, env: provider.env });
  return { house, provider, visitor: createVisitor() };
}

async function me({ house, visitor }: Place): Promise<unknown> {
  const answer = await fetch(`${house.url}/api/me`, { headers: { cookie: visitor.cookies(house.url) } });
  return answer.status === 200 ? answer.json() : answer.status;
}

describe('signing in by a provider', () => {
  afterEach(async () => {
    await closeHouses();
    for (const provider of opened) await provider.stop();
    opened = [];
  });

  for (const inToken of [false, true]) {
    it(`lets in who has a role, told by ${inToken ? 'the ID token' : 'userinfo'}, and back to where they were`, async () => {
      const place = await open({ inToken });
      const { house, visitor } = place;
      expect(await me(place)).to.equal(401);
      expect(await signInBy(visitor, `${house.url}?to=%2Fdesk%3Fticket%3D7`, 'ana')).to.equal(
        `${house.url}/desk?ticket=7`,
      );
      expect(await me(place)).to.include({ name: 'Ana Silva', role: 'agent' });
    });
  }

  it('knows a person again, by no sign of theirs', async () => {
    const { house, visitor, provider } = await open();
    await signInBy(visitor, house.url, 'ana');
    const other = createVisitor();
    await signInBy(other, house.url, 'ana');
    const [one, two] = [await me({ house, provider, visitor }), await me({ house, provider, visitor: other })];
    expect(one).to.deep.equal(two);
    expect((one as { id: string }).id).to.match(/^[\w-]{22}$/);
  });

  it('gives who fits several roles the one that is named first', async () => {
    const place = await open();
    await signInBy(place.visitor, place.house.url, 'ops');
    expect(await me(place)).to.include({ role: 'agent' });
  });

  it('lets in nobody without a role, and says so on a page', async () => {
    const place = await open();
    expect(await signInBy(place.visitor, place.house.url, 'zoe')).to.equal(`${place.house.url}/sign-in?fault=no-role`);
    expect(await me(place)).to.equal(401);
    expect(place.house.logged.join('')).to.contain('Visitors');
  });

  it('ends every session of who has lost their role, as soon as they come again', async () => {
    const place = await open();
    const { house, provider, visitor } = place;
    await signInBy(visitor, house.url, 'ana');
    provider.people['ana'] = { name: 'Ana Silva', roles: [] };
    const again = createVisitor();
    expect(await signInBy(again, house.url, 'ana')).to.contain('fault=no-role');
    expect(await me(place)).to.equal(401);
    provider.people['ana'] = { name: 'Ana Silva', roles: ['Leads'] };
    await signInBy(again, house.url, 'ana');
    expect(await me({ house, provider, visitor: again })).to.include({ role: 'supervisor' });
  });

  it('ends every session of the role they had, as soon as they come with another', async () => {
    const place = await open();
    const { house, provider, visitor } = place;
    const [same, other] = [createVisitor(), createVisitor()];
    await signInBy(visitor, house.url, 'ana');
    await signInBy(same, house.url, 'ana');
    expect(await me(place), 'the same role again ends nothing').to.include({ role: 'agent' });
    provider.people['ana'] = { name: 'Ana Silva', roles: ['Reports'] };
    await signInBy(other, house.url, 'ana');
    expect(await me({ house, provider, visitor: other })).to.include({ role: 'manager' });
    expect(await me(place)).to.equal(401);
    expect(await me({ house, provider, visitor: same })).to.equal(401);
  });

  it('says so when they turn back at the provider', async () => {
    const place = await open();
    expect(await signInBy(place.visitor, place.house.url, 'nobody')).to.contain('/sign-in?fault=denied');
    expect(await me(place)).to.equal(401);
  });

  it('leads nobody out of the house', async () => {
    const { house } = await open();
    for (const to of [
      'https://evil.example/desk',
      '//evil.example',
      '/\\evil.example',
      '/desk\\..',
      '/sign-in/start',
    ]) {
      expect(await signInBy(createVisitor(), `${house.url}?to=${encodeURIComponent(to)}`, 'ana'), to).to.equal(
        `${house.url}/desk`,
      );
    }
  });

  it('takes no answer that this browser did not ask for', async () => {
    const { house, visitor } = await open();
    const there = await visitor.go(`${house.url}/sign-in/start`);
    const back = await fetch(`${there.at}/as/ana`, {
      headers: { cookie: visitor.cookies(new URL(there.at).origin) },
      redirect: 'manual',
    });
    const resumed = await fetch(back.headers.get('location') ?? '', {
      headers: { cookie: visitor.cookies(new URL(there.at).origin) },
      redirect: 'manual',
    });
    const callback = resumed.headers.get('location') ?? '';
    expect(callback).to.contain('/sign-in/done?code=');
    const stranger = await createVisitor().go(callback);
    expect(stranger.at, 'in another browser').to.contain('fault=stale');
    const twisted = await visitor.go(callback.replace(/state=[^&]+/, 'state=of-somebody-else'));
    expect(twisted.at, 'with another state').to.contain('fault=stale');
    const first = await visitor.go(callback);
    expect(first.at).to.equal(`${house.url}/desk`);
    const second = await visitor.go(callback);
    expect(second.at, 'a second time').to.contain('fault=refused');
  });

  it('says that the provider is away, and goes on by itself when it is back', async () => {
    const place = await open();
    const { house, provider, visitor } = place;
    await provider.stop();
    expect(await signInBy(visitor, `${house.url}?to=%2Fdesk`, 'ana')).to.equal(
      `${house.url}/sign-in?fault=away&to=%2Fdesk`,
    );
    await provider.start();
    const there = await visitor.go(`${house.url}/sign-in/start`);
    expect(there.at).to.contain('/interaction/');
    const idp = { headers: { cookie: visitor.cookies(provider.issuer) }, redirect: 'manual' } as const;
    const step = await fetch(`${there.at}/as/ana`, idp);
    const done = (await fetch(step.headers.get('location') ?? '', idp)).headers.get('location') ?? '';
    await provider.stop();
    expect((await visitor.go(done)).at, 'away in the middle').to.contain('fault=away');
    await provider.start();
    await signInBy(visitor, house.url, 'ana');
    expect(await me(place)).to.include({ name: 'Ana Silva' });
  });

  it('keeps who is signed in while the provider is away', async () => {
    const place = await open();
    await signInBy(place.visitor, place.house.url, 'ana');
    await place.provider.stop();
    expect(await me(place)).to.include({ name: 'Ana Silva' });
    const out = await post(`${place.house.url}/api/sign-out`, {}, { cookie: place.visitor.cookies(place.house.url) });
    expect(out.status).to.equal(200);
    expect(await me(place)).to.equal(401);
  });

  it('follows the provider to new keys, and believes no key that it does not know', async () => {
    const place = await open();
    const { house, provider } = place;
    await signInBy(place.visitor, house.url, 'ana');
    await provider.rotate();
    const [second, third] = [createVisitor(), createVisitor()];
    expect(await signInBy(second, house.url, 'ana')).to.equal(`${house.url}/desk`);
    await provider.rotate(true);
    expect(await signInBy(third, house.url, 'ana')).to.contain('fault=refused');
    expect(await me({ house, provider, visitor: third })).to.equal(401);
  });

  it('signs out at both ends', async () => {
    const place = await open();
    const { house, provider, visitor } = place;
    await signInBy(visitor, house.url, 'ana');
    expect(await signInBy(visitor, house.url, 'ana'), 'still signed in there').to.equal(`${house.url}/desk`);
    expect(provider.asked()).to.equal(1);
    const out = await post(`${house.url}/api/sign-out`, {}, { cookie: visitor.cookies(house.url) });
    const { to } = (await out.json()) as { to: string };
    expect(await me(place), 'here').to.equal(401);
    const page = await visitor.go(to);
    const secret = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const form = new URLSearchParams({ xsrf: secret, logout: 'yes' });
    const left = await visitor.go(`${provider.issuer}/session/end/confirm`, { method: 'POST', body: form });
    expect(left.at, 'and is sent back').to.equal(`${house.url}/sign-in`);
    await signInBy(visitor, house.url, 'ana');
    expect(provider.asked(), 'there, who signed out is asked again').to.equal(2);
  });

  it('closes the local sign-in', async () => {
    const { house } = await open();
    expect((await post(`${house.url}/api/sign-in`, { id: 'ana' })).status).to.equal(405);
    const shown = (await (await fetch(`${house.url}/api/sign-in`)).json()) as object;
    expect(shown).to.deep.equal({ kind: 'provider', brand: 'Harbour & Pine', begin: '/sign-in/start' });
  });

  it('is limited by address', async () => {
    const { house } = await open();
    const ends: string[] = [];
    for (let n = 0; n < 11; n += 1) ends.push((await createVisitor().go(`${house.url}/sign-in/start`)).at);
    expect(ends.filter((at) => at.endsWith('/sign-in?fault=too-many'))).to.have.length(1);
  });

  it('over https uses cookies that no other host can set', async () => {
    const provider = await startProvider('https://chat.example.com');
    opened.push(provider);
    const { url } = await openHouse({ env: provider.env });
    const answer = await fetch(`${url}/sign-in/start`, { redirect: 'manual' });
    expect(answer.headers.get('set-cookie')).to.match(
      /^__Host-warmline_begun=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax; Max-Age=900$/,
    );
    const to = new URL(answer.headers.get('location') ?? '');
    expect(Object.fromEntries(to.searchParams)).to.include({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'https://chat.example.com/sign-in/done',
    });
    expect([...to.searchParams.keys()]).to.include.members(['state', 'nonce', 'code_challenge']);
  });
});
