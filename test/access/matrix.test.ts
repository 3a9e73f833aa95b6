/** Every address × every role, nobody, a session that has ended, and what opens something else. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../../src/app.js';
import { randomIds, readConfig, systemClock } from '../../src/base/index.js';
import { call, generate } from '../support/direct-line-calls.js';
import { hookSecret } from '../support/hook.js';
import { knowledge } from '../support/mind.js';
import { freePort } from '../support/ports.js';
import { createVisitor, signInBy, startProvider, type TestProvider } from '../support/provider.js';
import { quiet } from '../support/stores.js';
import { readOne } from '../support/tickets.js';
import { desk, forAll, forChats, forRoles, type Role, roles } from './addresses.js';
import type { Noted } from './noted.js';

describe('the matrix of access', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-matrix-'));
  let app: App;
  let provider: TestProvider;
  let url: string;
  let ended: string;
  const cookies = new Map<Role, string>();

  before(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    provider = await startProvider(url);
    const values = ['Support', 'Leads', 'Reports', 'Ops'];
    roles.forEach((role, i) => (provider.people[role] = { name: role, roles: [values[i]] }));
    const env = { ...provider.env, PORT: String(port), DATA_DIR: folder, LIMITS: 'off', METRICS_TOKEN: 'x'.repeat(32) };
    const hook = { HOOK_SECRET: hookSecret, HOOK_URL: 'http://127.0.0.1:9/' };
    const config = readConfig({ ...env, ...hook, MESSAGES_ANONYMOUS: 'on' });
    app = await startApp({ config, log: quiet, clock: systemClock, ids: randomIds, knowledge });
    for (const role of roles) cookies.set(role, await signedIn(role));
    ended = await signedIn('agent');
    await ask('POST /api/sign-out', { cookie: ended });
  });
  after(async () => {
    await app.close();
    await provider.stop();
    rmSync(folder, { recursive: true });
  });

  async function signedIn(who: string): Promise<string> {
    const visitor = createVisitor();
    await signInBy(visitor, url, who);
    return visitor.cookies(url);
  }

  async function ask(route: string, headers: Record<string, string>, body: unknown = {}): Promise<Response> {
    const [method = '', path = ''] = route.split(' ');
    const leave = new AbortController();
    const sent = method === 'POST' ? { body: JSON.stringify(body) } : {};
    const type = { 'content-type': 'application/json' };
    const place = url + path.replace(':id', 'x');
    const answer = await fetch(place, {
      method,
      headers: { ...type, ...headers },
      redirect: 'manual',
      signal: leave.signal,
      ...sent,
    });
    if (path.endsWith('/feed')) leave.abort();
    return answer;
  }
  const status = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).status;

  it('has a place for every address there is', () => {
    const known = [...forRoles.map(([route]) => route), ...forChats, ...forAll];
    const served = app.routes.filter(({ path }) => !path.startsWith('/assets/'));
    expect(served.map(({ method, path }) => `${method} ${path}`).sort()).to.deep.equal([...known].sort());
  });

  for (const [route, allowed] of forRoles) {
    it(`${route}: ${allowed.join(', ')}`, async () => {
      const token = (await generate(url)).token;
      const strangers: Readonly<Record<string, Record<string, string>>> = {
        nobody: {},
        'a session that has ended': { cookie: ended },
        'a secret that nobody was given': { cookie: 'warmline_session=0123456789abcdef0123456789abcdef' },
        'the way to the provider': { cookie: (cookies.get('agent') ?? '').replace(/warmline_session=[^;]+/, '') },
        'a chat token': { authorization: `Bearer ${token}`, cookie: `warmline_session=${token}` },
      };
      for (const [who, headers] of Object.entries(strangers)) expect(await status(route, headers), who).to.equal(401);
      for (const role of roles) {
        const answered = await status(route, { cookie: cookies.get(role) ?? '' });
        if (allowed.includes(role)) expect(answered, role).not.to.be.oneOf([401, 403]);
        else expect(answered, role).to.equal(403);
        expect(answered, role).to.be.lessThan(500);
      }
      const foreign = { cookie: cookies.get(allowed[0] ?? 'agent') ?? '', origin: 'https://evil.example' };
      if (route.startsWith('POST')) expect(await status(route, foreign), 'a page of another site').to.equal(403);
    });
  }

  for (const route of forChats) {
    it(`${route}: who has its token`, async () => {
      const [own, other] = [await generate(url), await generate(url)];
      for (const { token } of [own, other]) await call(url, 'POST /conversations', { token });
      const place = route.replace(':id', own.conversationId);
      const message = { type: 'message', text: 'hi' };
      const by = (token: string) => status(place, { authorization: `Bearer ${token}` }, message);
      expect(await status(place, {}, message), 'nobody').to.equal(401);
      for (const role of roles) {
        expect(await status(place, { cookie: cookies.get(role) ?? '' }, message), role).to.equal(401);
      }
      expect(await by('forged'), 'a forged one').to.equal(403);
      expect(await by(own.token), 'its own').to.be.lessThan(401);
      if (route.includes(':id')) expect(await by(other.token), 'that of another chat').to.equal(403);
    });
  }

  for (const route of forAll) {
    it(`${route}: everybody, and no more for a session than without one`, async () => {
      const without = await status(route, {});
      expect(without).to.be.lessThan(500);
      if (route === 'POST /api/sign-out') return;
      for (const role of roles)
        expect(await status(route, { cookie: cookies.get(role) ?? '' }), role).to.equal(without);
    });
  }

  it('a ticket that has changed hands: who had it does nothing more with its old epoch', async () => {
    const customer = await generate(url);
    await call(url, 'POST /conversations', { token: customer.token });
    const say = { type: 'message', text: 'I want to talk to a person' };
    await call(url, `POST /conversations/${customer.conversationId}/activities`, { token: customer.token, body: say });
    const as = async (role: Role, route: string, body?: object) =>
      (await (await ask(route, { cookie: cookies.get(role) ?? '' }, body)).json()) as {
        kind: string;
        ticket?: { id: string; epoch: number };
      };
    for (const role of desk) await as(role, 'POST /api/desk/presence', { state: 'here' });
    const claim = (role: Role, more: object = {}) =>
      as(role, 'POST /api/desk/claim', { token: randomIds.next(), ...more });
    let held = await claim('agent');
    while (held.kind === 'empty') held = await claim('agent'); // the turn that brings it into the line may still run
    const { id = '', epoch = 0 } = held.ticket ?? {};
    expect((await claim('supervisor', { ticket: id, takeOver: true })).kind).to.equal('claimed');
    const place = `POST /api/desk/tickets/${encodeURIComponent(id)}`;
    const said = { id: randomIds.next(), epoch, text: 'late', note: false };
    expect((await as('agent', `${place}/say`, said)).kind).to.equal('fenced');
    expect((await as('agent', `${place}/move`, { epoch, ...readOne, action: 'close' })).kind).to.equal('fenced');
    const pass = { epoch, seen: readOne.seen, queue: 'returns' };
    expect((await as('agent', `${place}/pass`, pass)).kind).to.equal('fenced');
  });

  it('what was done is written down: who, what, before, after, from where', async () => {
    const period = `from=0&to=${Date.now() + 60_000}`;
    const by = (role: Role) => ({ cookie: cookies.get(role) ?? '' });
    const read = async (before?: string): Promise<readonly Noted[]> => {
      const place = `GET /api/audit?${period}${before === undefined ? '' : `&before=${before}`}`;
      const { deeds, next } = (await (await ask(place, by('admin'))).json()) as { deeds: Noted[]; next?: string };
      return [...deeds, ...(next === undefined ? [] : await read(next))];
    };
    await ask('GET /api/insights/export?from=0&to=1000', by('manager'));
    await ask('GET /api/desk/tickets/x/history/3:y', by('agent'));
    const found = await read();
    const claims = found.filter(({ what }) => what === 'claim');
    const taken = claims.find(({ who, outcome }) => who.role === 'supervisor' && outcome === 'claimed');
    expect(taken?.who).to.include({ name: 'supervisor' });
    expect(taken?.from).to.equal('127.0.0.1');
    expect(taken?.before).to.include({ state: 'assigned' });
    expect(taken?.after).to.include({ state: 'assigned', agent: taken?.who.id });
    expect(taken?.before?.agent).not.to.equal(taken?.who.id);
    expect(found.filter(({ who }) => who.role === 'agent').map(({ what }) => what)).to.include('read an earlier case');
    const late = found.filter(({ who, outcome }) => who.role === 'agent' && outcome === 'fenced');
    expect(late.map(({ what }) => what)).to.include.members(['move', 'pass']);
    expect(found.filter(({ who }) => who.role === 'manager').map(({ what }) => what)).to.include.members([
      'looked through cases',
      'read a transcript',
      'export of the effort log',
    ]);
    expect((await read()).filter(({ what }) => what === 'reading of the audit').length).to.be.greaterThan(0);
    const file = await (await ask(`GET /api/audit/export?${period}`, by('admin'))).text();
    expect(file.split('\n')[0]).to.equal('at,who,name,role,what,about,asked,before,after,outcome,from');
    expect(file).to.contain('"export of the effort log"');
  });
});
