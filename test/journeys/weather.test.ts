/** Bad weather, from HTTP to the disk: nothing is acknowledged that is not kept, all are told, and it passes by itself. */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { contents } from '../store/conformance/contents.js';
import { askForPerson } from '../support/customer.js';
import { call } from '../support/direct-line-calls.js';
import { type DeskMember, signIn } from '../support/desk-member.js';
import { findRedis, type RedisServer, startRedis } from '../support/redis.js';
import { type ServerProcess, startServer } from '../support/server.js';
import { until } from '../support/until.js';
import { startWebCustomer, type WebCustomer } from '../support/web-customer.js';

interface Weather {
  readonly name: string;
  readonly reason: RegExp;
  /** From here on nothing can be kept. */
  storm(): Promise<unknown>;
  /** It is over; the server must find out by itself. */
  calm(): Promise<unknown>;
  /** Everything that is kept, to see that nothing changes while it lasts. */
  kept?(): Promise<readonly string[]>;
}

/** What customers and agents must meet in any weather. */
function endures(weather: () => Weather, server: () => ServerProcess): void {
  let ana: DeskMember;
  let customer: WebCustomer;
  let other: WebCustomer;
  before(async () => {
    const { url } = server();
    ana = await signIn(url, 'ana');
    await ana.here();
    [customer, other] = [await startWebCustomer(url), await startWebCustomer(url)];
    await askForPerson(customer);
    await askForPerson(other);
  });
  after(() => {
    for (const one of [customer, other]) one.leave();
  });

  const ready = async () => {
    const answer = await fetch(`${server().url}/health/ready`);
    return { status: answer.status, body: (await answer.json()) as { error?: { message: string } } };
  };

  it('tells customers, agents and operators, keeps nothing it has not said to keep, and recovers', async () => {
    const { storm, calm, kept, reason } = weather();
    const ticket = await ana.take(customer.conversation);
    await ana.say(ticket, 'I am here');
    await customer.until(/I am here/);
    expect((await ready()).status).to.equal(200);
    await storm();
    const before = await kept?.();

    const saying = { type: 'message', text: 'lost?', from: { id: 'me' }, channelData: { clientActivityID: 'once' } };
    const place = `POST /conversations/${customer.conversation}/activities`;
    const post = () => call(server().url, place, { token: customer.token, body: saying });
    const refused = await post();
    expect(refused.status).to.equal(503);
    expect(refused.headers.get('retry-after')).to.equal('5');
    expect((refused.body as unknown as { error: { message: string } }).error.message).to.match(reason);

    const words = { id: 'agent-once', epoch: ticket.epoch, text: 'and I?', note: false };
    const said = await ana.call<{ error: { message: string } }>(`POST /desk/tickets/${ticket.id}/say`, words);
    expect([said.status, said.body.error.message]).to.satisfy(
      ([status, message]: [number, string]) => status === 503 && reason.test(message),
    );
    const claimed = await ana.call('POST /desk/claim', { token: 'one wish', ticket: other.conversation });
    expect(claimed.status).to.equal(503);
    const health = await ready();
    expect([health.status, reason.test(health.body.error?.message ?? '')]).to.deep.equal([503, true]);
    expect((await fetch(`${server().url}/health/live`)).status).to.equal(200);
    expect(await kept?.()).to.deep.equal(before);

    await calm();
    await until('the server is ready again', async () => (await ready()).status === 200);
    expect((await post()).status).to.equal(200);
    await ana.say(ticket, words.text, { id: words.id });
    await customer.until(/and I\?/);
    await ana.here(); // a seat that was not kept alive meanwhile is kept from here on
    expect((await ana.claim({ token: 'one wish', ticket: other.conversation })).kind).to.equal('claimed');
    const { entries } = await ana.view(ticket.id);
    const times = (text: string) => entries.filter((entry) => entry.text === text).length;
    expect([times('lost?'), times('and I?'), times('I am here')]).to.deep.equal([1, 1, 1]);
    expect(entries.map(({ seq }) => seq)).to.deep.equal(entries.map((_, index) => index + 1));
  });
}

function onRedis(this: Mocha.Suite): void {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'warmline-weather-'));
  let redis: RedisServer;
  let client: Redis;
  let server: ServerProcess;
  before(async () => {
    redis = await startRedis({ dir: folder });
    client = new Redis({ path: redis.path, protocol: 2 });
    server = await startServer({ REDIS_URL: `unix://${redis.path}` });
  });
  after(async () => {
    await server.crash();
    client.disconnect();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Asked by INFO, because a server in this state refuses even PING. */
  const untilFailed = async () => {
    while (!(await client.info('persistence')).includes('rdb_last_bgsave_status:err'));
  };
  const all: readonly Weather[] = [
    {
      name: 'is full',
      reason: /The store is full/,
      storm: () => client.config('SET', 'maxmemory', '1'),
      calm: () => client.config('SET', 'maxmemory', '0'),
    },
    {
      name: 'is made a replica',
      reason: /The store is read-only/,
      storm: () => client.replicaof('127.0.0.1', '1'),
      calm: () => client.replicaof('NO', 'ONE'),
    },
    {
      name: 'cannot write to its disk',
      reason: /The store cannot write to its disk/,
      async storm() {
        await client.config('SET', 'save', '3600 1');
        rmSync(folder, { recursive: true });
        await client.bgsave();
        await untilFailed();
      },
      calm: () => client.config('SET', 'save', ''),
    },
  ];
  for (const one of all) {
    describe(`that ${one.name}`, () =>
      endures(
        () => ({ ...one, kept: () => contents(client) }),
        () => server,
      ));
  }
}

/** A limit on the size of files makes writes fail as a full disk does, and can be lifted. */
const limit = (pid: number, size: number | 'unlimited') =>
  spawnSync('prlimit', ['--pid', String(pid), `--fsize=${size}:unlimited`]);

function onDisk(this: Mocha.Suite): void {
  this.timeout(60_000);
  for (const sync of ['everysec', 'always']) {
    describe(`that is full (${sync})`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'warmline-weather-'));
      let server: ServerProcess;
      before(async () => (server = await startServer({ DATA_DIR: folder, DATA_SYNC: sync })));
      after(async () => {
        await server.crash();
        rmSync(folder, { recursive: true, force: true });
      });
      const weather: Weather = {
        name: 'full',
        reason: /The store cannot write to its disk/,
        // 100 bytes more fit: the next change is written in part
        storm: () => Promise.resolve(limit(server.pid, statSync(join(folder, 'warmline.aof')).size + 100)),
        calm: () => Promise.resolve(limit(server.pid, 'unlimited')),
      };
      endures(
        () => weather,
        () => server,
      );
    });
  }
}

if (findRedis() === undefined) describe('a Redis', () => it('skipped: redis-server is not on PATH'));
else describe('a Redis', onRedis);
if (spawnSync('prlimit', ['--version']).status !== 0) describe('a disk', () => it('skipped: prlimit is not on PATH'));
else describe('a disk', onDisk);
