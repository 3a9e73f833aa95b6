/** Admins and who works here, over HTTP, with two servers where the engine serves two: what they decide holds at once, everywhere. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../../src/app.js';
import type { PeopleAnswer, PersonAnswer, PersonBody, PersonRow } from '../../src/access/contract.js';
import { randomIds, readConfig, systemClock } from '../../src/base/index.js';
import type { Person } from '../../src/http/index.js';
import { type Answered, type DeskMember, signIn } from '../support/desk-member.js';
import { call, generate } from '../support/direct-line-calls.js';
import { knowledge } from '../support/mind.js';
import { freePort } from '../support/ports.js';
import { createVisitor, signInBy, startProvider, type TestProvider } from '../support/provider.js';
import { onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';

type Fault = { readonly error: { readonly code: string; readonly message: string } };

onEveryEngine('people, for admins', (start) => {
  let house: StoreHouse;
  const apps: App[] = [];
  /** The addresses of two servers of the same data, or twice the one. */
  let [here, there] = ['', ''];
  let noor: DeskMember;

  before(async () => {
    house = await start();
    const env = { ...house.env, PORT: '0', LIMITS: 'off', DRAIN_SECONDS: '0' };
    const open = async () => {
      const config = readConfig(env);
      const app = await startApp({ config, log: quiet, clock: systemClock, ids: randomIds, knowledge });
      apps.push(app);
      return app.url;
    };
    here = await open();
    there = house.env['REDIS_URL'] === undefined ? here : await open();
    noor = await signIn(here, 'noor');
  });
  after(async () => {
    for (const app of apps) await app.close();
    await house.close();
  });

  const list = async (query = '') => (await noor.call<PeopleAnswer>(`GET /people${query}`)).body;
  async function row(id: string): Promise<PersonRow> {
    const found = (await list()).people.find((one) => one.id === id);
    if (found === undefined) throw new Error(`${id} is not listed`);
    return found;
  }
  const bodyOf = ({ id: _, role: _role, first: _first, seen: _seen, by: _by, ...body }: PersonRow): PersonBody => body;
  async function change<T = PersonAnswer>(id: string, more: Partial<PersonBody>, by = noor): Promise<Answered<T>> {
    return by.call<T>(`POST /people/${id}`, { ...bodyOf(await row(id)), ...more });
  }
  const me = async (member: DeskMember) => (await member.call<Person>('GET /me')).body;

  async function inLine(): Promise<string> {
    const customer = await generate(here);
    const { token, conversationId } = customer;
    await call(here, 'POST /conversations', { token });
    const body = { type: 'message', text: 'I want to talk to a person' };
    await call(here, `POST /conversations/${conversationId}/activities`, { token, body });
    return conversationId;
  }

  it('are listed once they have signed in, with what can be chosen for them', async () => {
    await signIn(there, 'ana');
    const { people, queues, capacity } = await list('?q=ANA');
    expect(people.map(({ name, role, off }) => [name, role, off])).to.deep.equal([['Ana Silva', 'agent', false]]);
    expect(queues.map(({ id }) => id)).to.include.members(['main', 'returns']);
    expect(capacity).to.equal(4);
    expect((await list('?q=nobody+of+that+name')).people).to.deep.equal([]);
  });

  it('serve what an admin says from the next call on, on a page that is open as well', async () => {
    const chloe = await signIn(there, 'chloe');
    const feed = await chloe.feed();
    const changed = { queues: ['returns'], capacity: 1, languages: ['fr'], name: 'Chloé Martin' };
    expect((await change('chloe', changed)).body).to.deep.include({ kind: 'saved' });
    await feed.ended;
    expect(await me(chloe)).to.deep.equal({
      ...{ id: 'chloe', name: 'Chloé Martin', role: 'agent' },
      ...{ queues: ['returns'], capacity: 1 },
    });
    const line = await chloe.line();
    expect(line.capacity).to.equal(1);
    expect(line.queues.map(({ id }) => id)).to.deep.equal(['returns']);
    expect(await me(await signIn(here, 'chloe')), 'after the next sign-in').to.include({ name: 'Chloé Martin' });
  });

  it('are out at once when they are switched off; what they had goes back to its place', async () => {
    const ben = await signIn(there, 'ben');
    await ben.here();
    await inLine();
    let claimed = await ben.claim({});
    while (claimed.kind === 'empty') claimed = await ben.claim({});
    const { id, order } = (claimed as { ticket: { id: string; order: number } }).ticket;
    const feed = await ben.feed();
    const ana = await signIn(here, 'ana');
    expect((await change('ben', { off: true })).body.person).to.include({ off: true });
    const waits = (await ana.line()).waiting.find((one) => one.id === id);
    expect(waits, 'as it stood').to.include({ state: 'waiting', order });
    expect((await ben.call('GET /me')).status).to.equal(401);
    await feed.ended;
    const refused = await fetch(`${there}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'ben' }),
    });
    expect(refused.status).to.equal(403);
    expect(((await refused.json()) as Fault).error.message).to.equal(
      'You are switched off here, so you cannot sign in. Ask an administrator.',
    );
    const { colleagues } = (await ana.call<{ colleagues: { id: string }[] }>('GET /desk/team')).body;
    expect(colleagues.map((one) => one.id)).not.to.include('ben');
    await change('ben', { off: false });
    expect(await me(await signIn(there, 'ben'))).to.include({ id: 'ben' });
  });

  it('never lock themselves out, and are changed to nothing that is not there', async () => {
    const own = await change<Fault>('noor', { off: true });
    expect([own.status, own.body.error.message]).to.deep.equal([
      403,
      'You cannot switch yourself off. Ask another administrator.',
    ]);
    expect(await row('noor')).to.include({ off: false, version: 1 });
    const status = async (more: object) => (await change('ana', more)).status;
    expect(await status({ queues: ['no-such-queue'] })).to.equal(400);
    expect(await status({ capacity: 0 })).to.equal(400);
    expect(await status({ languages: ['klingon'] })).to.equal(400);
    expect(await status({ name: '  ' })).to.equal(400);
    expect(await status({ role: 'admin' }), 'a role').to.equal(400);
    const body = bodyOf(await row('ana'));
    expect((await noor.call('POST /people/nobody', body)).status).to.equal(404);
    expect((await noor.call('POST /people/nobody/sign-out', {})).status).to.equal(404);
  });

  it('are not saved over what another admin has just saved, who is named', async () => {
    const seen = bodyOf(await row('ana'));
    const [first, late] = [
      { ...seen, capacity: 2 },
      { ...seen, languages: ['de'] },
    ];
    expect((await noor.call<PersonAnswer>('POST /people/ana', first)).body.kind).to.equal('saved');
    const { body } = await noor.call<PersonAnswer>('POST /people/ana', late);
    expect(body.kind).to.equal('changed');
    expect(body.person).to.deep.include({ capacity: 2, languages: [], by: 'Noor Haddad' });
  });

  it('are signed out everywhere, and may come again', async () => {
    const sam = [await signIn(here, 'sam'), await signIn(there, 'sam')];
    const { body } = await noor.call<{ ended: number }>('POST /people/sam/sign-out', {});
    expect(body).to.deep.equal({ ended: 2 });
    for (const one of sam) expect((await one.call('GET /me')).status).to.equal(401);
    expect(await me(await signIn(there, 'sam'))).to.include({ id: 'sam' });
  });

  it('stand in the audit with what they were and what they became', async () => {
    await change('ana', { languages: ['en', 'de'] });
    const { body } = await noor.call<{ deeds: Record<string, unknown>[] }>(
      `GET /audit?from=0&to=${Date.now() + 60_000}`,
    );
    const mine = body.deeds.filter(({ what, about }) => what === 'change of a person' && about === 'ana');
    expect(mine[0]).to.deep.include({
      ...{ who: { id: 'noor', name: 'Noor Haddad', role: 'admin' }, outcome: 'saved', from: '127.0.0.1' },
      before: { name: 'Ana Silva', role: 'agent', queues: 'all', capacity: 2, languages: [], off: false },
      after: { name: 'Ana Silva', role: 'agent', queues: 'all', capacity: 2, languages: ['en', 'de'], off: false },
    });
    expect(body.deeds.some(({ what, about }) => what === 'sign-out of a person' && about === 'sam')).to.equal(true);
  });
});

describe('people who come from a provider', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-people-'));
  let [app, provider, url]: [App?, TestProvider?, string?] = [];
  before(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    provider = await startProvider(url);
    provider.people['lea'] = { name: 'Lea', roles: ['Support'] };
    provider.people['ops'] = { name: 'Olga', roles: ['Ops'] };
    const env = { ...provider.env, PORT: String(port), DATA_DIR: folder, LIMITS: 'off', DRAIN_SECONDS: '0' };
    app = await startApp({ config: readConfig(env), log: quiet, clock: systemClock, ids: randomIds, knowledge });
  });
  after(async () => {
    await app?.close();
    await provider?.stop();
    rmSync(folder, { recursive: true });
  });

  async function come(who: string) {
    const visitor = createVisitor();
    const at = await signInBy(visitor, url ?? '', who);
    const ask = async (path: string, body?: object) => {
      const headers = { cookie: visitor.cookies(url ?? ''), 'content-type': 'application/json' };
      return fetch(`${url}/api${path}`, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) });
    };
    return { at, ask };
  }

  it('keep the name they were given here, and are told at the door when they are switched off', async () => {
    const [lea, olga] = [await come('lea'), await come('ops')];
    expect(olga.at).to.equal(`${url}/desk/people`);
    const { id } = (await (await lea.ask('/me')).json()) as Person;
    const save = (version: number, off: boolean) =>
      olga.ask(`/people/${id}`, { version, name: 'Lea of Returns', languages: [], off });
    expect(await (await save(1, false)).json()).to.include({ kind: 'saved' });
    const again = await come('lea');
    expect(await (await again.ask('/me')).json()).to.include({ name: 'Lea of Returns', role: 'agent' });
    expect(await (await save(2, true)).json()).to.include({ kind: 'saved' });
    expect([(await lea.ask('/me')).status, (await again.ask('/me')).status]).to.deep.equal([401, 401]);
    const late = await come('lea');
    expect(late.at).to.equal(`${url}/sign-in?fault=off`);
    expect((await late.ask('/me')).status).to.equal(401);
  });
});
