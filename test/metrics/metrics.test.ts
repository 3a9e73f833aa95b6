/** The figures operators watch: the product is used, and they must tell what was done. */
import { expect } from 'chai';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type Connector, sayInTeams, startConnector } from '../support/connector.js';
import { askAndHear, askForPerson } from '../support/customer.js';
import { signIn } from '../support/desk-member.js';
import { type Figures, readFigures } from '../support/figures.js';
import { findRedis, startRedis } from '../support/redis.js';
import { failToStart, type ServerProcess, startServer } from '../support/server.js';
import { embedded, type StoreHouse } from '../support/stores.js';
import { startWebCustomer } from '../support/web-customer.js';
import { until } from '../support/until.js';

/** The status of a call with these headers, also of those that fetch keeps to itself. */
async function askWith(port: number, path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const call = request({ host: '127.0.0.1', port, path, headers: { ...headers }, agent: false });
  call.end();
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode ?? 0;
}

/** Figures of which it is so; each look is a call. */
const eventually = (url: string, so: (figures: Figures) => boolean): Promise<Figures> =>
  until(`the figures are as said: ${so.toString()}`, async () => {
    const figures = await readFigures(url);
    return so(figures) && figures;
  });

describe('the metrics', function () {
  this.timeout(60_000);
  let house: StoreHouse;
  let server: ServerProcess;
  let channel: Connector;
  before(async () => {
    house = await embedded.start();
    channel = await startConnector();
    server = await startServer({ ...house.env, LIMITS: 'off', LOG_LEVEL: 'silent' });
  });
  after(async () => {
    await server.stop();
    await channel.close();
    await house.close();
  });

  const read = () => readFigures(server.url);

  it('tell calls by door, route, and how they were answered', async () => {
    const customer = await startWebCustomer(server.url);
    await fetch(`${server.url}/nowhere`);
    await fetch(`${server.url}/api/desk/line`);
    const said = { door: 'chat', route: '/v3/directline/conversations/:id/activities', method: 'write', status: '2xx' };
    const count = 'warmline_http_request_seconds_count';
    const before = (await read()).of(count, said) ?? 0;
    await askAndHear(customer);
    const after = await eventually(server.url, (figures) => (figures.of(count, said) ?? 0) > before);
    expect(after.of(count, said)).to.equal(before + 1);
    expect(after.of(count, { door: 'none', status: '4xx' })).to.equal(1);
    expect(after.of(count, { door: 'desk', route: '/api/desk/line', status: '4xx' })).to.equal(1);
    expect(after.of('warmline_open_sockets')).to.equal(1);
    customer.leave();
    await eventually(server.url, (figures) => figures.of('warmline_open_sockets') === 0);
  });

  it('tell turns by stage, and what they came to', async () => {
    const stage = (figures: Figures, name: string) =>
      figures.of('warmline_turn_stage_seconds_count', { stage: name }) ?? 0;
    const came = (figures: Figures, what: string) => figures.of('warmline_talk_total', { what }) ?? 0;
    const customer = await startWebCustomer(server.url);
    const before = await read();
    await askAndHear(customer);
    await customer.say('xyzzy plugh quux');
    await customer.until(/./, customer.seen.length);
    const after = await eventually(server.url, (figures) => came(figures, 'turns') >= came(before, 'turns') + 2);
    expect(came(after, 'answers') - came(before, 'answers')).to.equal(1);
    expect(came(after, 'misses') - came(before, 'misses')).to.equal(1);
    for (const name of ['receive', 'decide', 'commit']) expect(stage(after, name) - stage(before, name)).to.equal(2);
    expect(after.of('warmline_store_seconds_count', { act: 'commit' })).to.be.above(0);
    expect(after.of('warmline_store_errors_total')).to.equal(undefined);
    expect(after.of('nodejs_eventloop_lag_p99_seconds')).to.be.above(0);
    customer.leave();
  });

  it('tell the line: who waits, how long, why, who is there, and whether what was promised held', async () => {
    const queue = { queue: 'main' };
    const ana = await signIn(server.url, 'ana');
    await ana.here();
    const customer = await startWebCustomer(server.url);
    await askForPerson(customer);
    const waiting = await read();
    expect(waiting.of('warmline_waiting', queue)).to.equal(1);
    expect(waiting.of('warmline_oldest_wait_seconds', queue)).to.be.above(0);
    expect(waiting.of('warmline_agents_present', queue)).to.equal(1);
    expect(waiting.of('warmline_escalations_total', { reason: 'asked' })).to.equal(1);
    expect(waiting.of('warmline_store_up')).to.equal(1);
    await ana.take(customer.conversation);
    const taken = await read();
    expect([taken.of('warmline_waiting', queue), taken.of('warmline_assigned', queue)]).to.deep.equal([0, 1]);
    expect(taken.of('warmline_promised_waits_day')).to.equal(1);
    customer.leave();
  });

  it('tell deliveries, those that failed, and how old what arrived was', async () => {
    const to = { channel: 'teams' };
    const message = { serviceUrl: channel.serviceUrl, conversation: 'measured', text: 'How long does delivery take?' };
    const counted = (figures: Figures, result: string) =>
      figures.of('warmline_deliveries_total', { ...to, result }) ?? 0;
    channel.answer = () => ({ status: 503 });
    expect(await sayInTeams(server.url, message)).to.equal(200);
    const failing = await eventually(server.url, (now) => counted(now, 'failed') > 0);
    expect(counted(failing, 'sent')).to.equal(0);
    channel.answer = () => ({ status: 200 });
    const figures = await eventually(server.url, (now) => counted(now, 'sent') > 0);
    expect(figures.of('warmline_delivery_age_seconds_count', to)).to.be.above(0);
    expect(figures.of('warmline_delivery_age_seconds_bucket', { ...to, le: '0.25' })).to.equal(0); // it had to wait
  });

  it('have no more series for more customers, addresses or conversations, and name none of them', async () => {
    const visit = async () => {
      const customer = await startWebCustomer(server.url);
      await askAndHear(customer);
      customer.leave();
      return customer.conversation;
    };
    await visit();
    await fetch(`${server.url}/${crypto.randomUUID()}`);
    const before = await read();
    const conversations = await Promise.all(Array.from({ length: 5 }, visit));
    for (let n = 0; n < 20; n += 1) await fetch(`${server.url}/${crypto.randomUUID()}?a=${n}`);
    const { series } = await read();
    const own = (all: readonly string[]) => all.filter((one) => one.startsWith('warmline_')).sort();
    expect(own(series)).to.deep.equal(own(before.series));
    for (const conversation of conversations) expect(series.join('\n')).not.to.contain(conversation);
  });

  it('are not for web pages, and not for strangers', async () => {
    const { status } = await fetch(`${server.url}/metrics`, { headers: { origin: 'http://elsewhere.example' } });
    expect(status).to.equal(403);
  });
});

describe('the door of the metrics', function () {
  this.timeout(60_000);
  let house: StoreHouse;
  beforeEach(async () => (house = await embedded.start()));
  afterEach(() => house.close());
  /** What nobody knows while the store is away. */
  const ofTheStore = ['waiting', 'oldest_wait_seconds', 'assigned', 'agents_present', 'promised_waits_day'].map(
    (name) => `warmline_${name}`,
  );
  ofTheStore.push('warmline_deliveries_due');
  const token = 'a-token-of-the-tests-that-is-long-enough';

  it('asks for the token where one is set', async () => {
    const server = await startServer({ ...house.env, METRICS_TOKEN: token });
    const asked = async (bearer?: string) => {
      const headers = bearer === undefined ? {} : { authorization: bearer };
      return (await fetch(`${server.url}/metrics`, { headers })).status;
    };
    expect(await asked()).to.equal(401);
    expect(await asked(`Bearer ${token}x`)).to.equal(401);
    expect(await asked(token)).to.equal(401);
    expect(await asked(`Bearer ${token}`)).to.equal(200);
    await server.stop();
  });

  const from: readonly (readonly [string, number, Readonly<Record<string, string>>])[] = [
    ['a program on this computer', 200, {}],
    ['a proxy that says for whom it asks', 403, { 'x-forwarded-for': '203.0.113.7' }],
    ['a proxy that asks for somebody here', 200, { 'x-forwarded-for': '127.0.0.1', via: '1.1 Caddy' }],
    ['somebody who claims to be here', 403, { 'x-forwarded-for': '127.0.0.1, 203.0.113.7' }],
    ['a proxy that says so in its own words', 403, { 'x-real-ip': '203.0.113.7' }],
    ['a proxy that says no address', 403, { 'x-forwarded-for': 'unknown' }],
    ['a proxy that says only that it is one', 403, { forwarded: 'for=203.0.113.7' }],
    ['a proxy that passes on the name', 403, { host: 'chat.example.com' }],
  ];
  it('is free for who is at this computer, and for nobody through a proxy', async () => {
    const server = await startServer(house.env);
    for (const [who, status, headers] of from) {
      for (const path of ['/metrics', '/metrics/', '//metrics', '/metrics?a']) {
        const answered = await askWith(server.port, path, headers);
        if (path === '//metrics') expect(answered, `${who}, ${path}`).to.be.oneOf([status, 404]);
        else expect(answered, `${who}, ${path}`).to.equal(status);
      }
    }
    await server.stop();
  });

  const reached: readonly Readonly<Record<string, string>>[] = [
    { PUBLIC_URL: 'https://chat.example.com' },
    { TRUST_PROXY: '10.0.0.1' },
  ];
  for (const env of reached) {
    it(`is free for nobody where others reach the server (${Object.keys(env).join()})`, async () => {
      const server = await startServer({ ...house.env, ...env });
      expect((await fetch(`${server.url}/metrics`)).status).to.equal(404);
      await server.stop();
    });
  }

  it('is not at the port of customers when it has one of its own', async () => {
    const server = await startServer({ ...house.env, METRICS_PORT: '0', LOG_LEVEL: 'info' });
    const own = /"url":"(http:[^"]+)\/metrics"/.exec(server.output())?.[1] ?? '';
    expect((await fetch(`${server.url}/metrics`)).status).to.equal(404);
    expect((await readFigures(own)).of('warmline_store_up')).to.equal(1);
    expect((await fetch(`${own}/health/live`)).status).to.equal(404);
    await server.stop();
  });

  it('says which setting is wrong when its port is taken', async () => {
    const server = await startServer(house.env);
    const other = await embedded.start();
    const { code, output } = await failToStart({ ...other.env, METRICS_PORT: String(server.port) });
    expect(code).to.equal(1);
    expect(output).to.contain(
      `Port ${server.port} on 127.0.0.1 is already in use. Set METRICS_PORT to another number, or stop the other program.\n`,
    );
    await server.stop();
    await other.close();
  });

  it('is open while the store is away, and says that it is', async function () {
    if (findRedis() === undefined) return this.skip();
    const redis = await startRedis();
    const server = await startServer({ REDIS_URL: `unix://${redis.path}`, LOG_LEVEL: 'silent' });
    expect((await readFigures(server.url)).of('warmline_deliveries_due')).to.equal(0);
    await redis.kill('SIGTERM');
    const figures = await eventually(server.url, (now) => now.of('warmline_store_up') === 0);
    for (const name of ofTheStore) expect(figures.of(name), name).to.equal(undefined);
    expect(figures.of('process_cpu_seconds_total')).to.be.above(0);
    await eventually(server.url, (now) => (now.of('warmline_store_errors_total') ?? 0) > 0);
    await redis.restart();
    await eventually(server.url, (now) => now.of('warmline_store_up') === 1);
    await server.stop();
    await redis.stop();
  });
});
