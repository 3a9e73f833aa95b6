/** A store that knows the server by tokens of Entra, each good for seconds: nobody notices that they change. */
import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../support/cluster.js';
import { type DeskMember, signIn } from '../support/desk-member.js';
import { askForPerson } from '../support/customer.js';
import { type Entra, objectId, startEntra } from '../support/entra.js';
import { freePort } from '../support/ports.js';
import { findRedis, startRedis } from '../support/redis.js';
import { failToStart, type ServerProcess, startServer } from '../support/server.js';
import { until } from '../support/until.js';
import { startWebCustomer, type WebCustomer } from '../support/web-customer.js';
import { startCrowd } from './upgrade/load.js';

const seconds = 6;
const kept = ['--appendonly', 'yes'];

interface House {
  readonly url: string;
  readonly ports: readonly number[];
  stop(): Promise<void>;
}

async function oneServer(): Promise<House> {
  const port = await freePort();
  const server = await startRedis({ port, args: kept });
  return { url: `redis://127.0.0.1:${port}`, ports: [port], stop: server.stop };
}

async function severalServers(): Promise<House> {
  const { url, nodes, stop } = await startCluster({ args: kept });
  return { url, ports: nodes.map(({ port }) => port), stop };
}

function known(name: string, open: () => Promise<House>): void {
  describe(`a server that a ${name} knows by tokens`, function () {
    this.timeout(120_000);
    if (findRedis() === undefined) {
      it('skipped: redis-server is not on PATH');
      return;
    }
    let house: House;
    let entra: Entra;
    let server: ServerProcess;
    let folder: string;
    let ana: DeskMember;
    let customer: WebCustomer;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'warmline-entra-'));
      house = await open();
      entra = await startEntra(house.ports, seconds);
      server = await startServer({
        ...entra.env,
        REDIS_URL: house.url,
        DATA_DIR: folder,
        LIMITS: 'off',
        LOG_LEVEL: 'info',
      });
      ana = await signIn(server.url, 'ana');
      await ana.here();
      customer = await startWebCustomer(server.url);
    });
    after(async () => {
      customer.leave();
      await server.stop();
      entra.close();
      await house.stop();
      rmSync(folder, { recursive: true });
    });

    /** Until a token that is given from now on has ended. */
    const rotation = async () => {
      const next = await entra.tokens.until(() => true, entra.tokens.got.length);
      await entra.ended.until((one) => one === next);
    };
    const status = async () => (await fetch(`${server.url}/health/ready`)).status;

    it('loses nothing and shows nobody an error while they change: every connection is known by the next in time', async () => {
      await askForPerson(customer);
      const ticket = await ana.take(customer.conversation);
      const crowd = startCrowd(server.url, 6);
      const expelled = entra.expelled(); // a start on a busy machine may take longer than a token lives
      for (const line of ['after one', 'after two', 'after three']) {
        await rotation();
        await ana.here();
        expect(await ana.say(ticket, line)).to.include({ kind: 'said' });
        await customer.until(new RegExp(line)); // rung by a doorbell that has changed its connections
      }
      await crowd.end();
      expect(crowd.account.errors).to.deep.equal([]);
      expect(crowd.account.answered).to.equal(crowd.account.asked).and.to.be.above(50);
      expect(entra.expelled()).to.equal(expelled);
      const troubles = server.output().split('\n');
      expect(troubles.filter((line) => /"level":[456]0/.test(line) && !line.includes('took long'))).to.deep.equal([]);
    });

    it('goes on without a new one while the old one is good, says when it has ended, and recovers by itself', async () => {
      entra.mood('away');
      await entra.ended.until((one) => one === entra.tokens.got.at(-1));
      expect(server.output()).to.match(/"leftSeconds":[1-5],"msg":"Redis token not renewed"/);
      await until('the server says that it is away', async () => (await status()) === 503);
      entra.mood('well');
      await until('it is ready again', async () => (await status()) === 200);
      await customer.say('Are you back?');
      const expelled = entra.expelled();
      await rotation();
      expect([await status(), entra.expelled()]).to.deep.equal([200, expelled]);
    });

    it('would be noticed if a connection were not made known by the next', async () => {
      const expelled = entra.expelled();
      entra.mood('stale');
      await entra.ended.until((one) => one === entra.tokens.got.at(-1));
      expect(entra.expelled()).to.be.above(expelled);
      entra.mood('well');
    });

    it('writes no token anywhere', () => {
      for (const token of entra.tokens.got) expect(server.output().includes(token.slice(-20))).to.equal(false);
    });
  });
}

known('Redis server', oneServer);
known('Redis Cluster', severalServers);

describe('the start by a token', function () {
  this.timeout(60_000);
  if (findRedis() === undefined) {
    it('skipped: redis-server is not on PATH');
    return;
  }
  let house: House;
  let entra: Entra;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'warmline-entra-'));
    house = await oneServer();
    entra = await startEntra(house.ports, 60);
  });
  after(async () => {
    entra.close();
    await house.stop();
    rmSync(folder, { recursive: true });
  });
  const env = (more: Record<string, string> = {}) => ({
    ...entra.env,
    REDIS_URL: house.url,
    DATA_DIR: folder,
    ...more,
  });
  const machine = () => ({
    ...env({ AZURE_POD_IDENTITY_AUTHORITY_HOST: `http://127.0.0.1:${entra.port}`, AZURE_CLIENT_ID: 'client-1' }),
    IDENTITY_ENDPOINT: '',
    IDENTITY_HEADER: '',
  });
  const pod = () => {
    const file = join(folder, 'token');
    writeFileSync(file, 'of this pod\n');
    const own = { AZURE_FEDERATED_TOKEN_FILE: file, AZURE_CLIENT_ID: 'client-1', AZURE_TENANT_ID: 'tenant-1' };
    return env({ ...own, AZURE_AUTHORITY_HOST: `http://127.0.0.1:${entra.port}/` });
  };
  const ways: readonly (readonly [string, () => Record<string, string>, RegExp])[] = [
    [
      'an app or container',
      () => env(),
      /^GET \/msi\/token\?api-version=2019-08-01&resource=https%3A%2F%2Fredis\.azure\.com$/,
    ],
    [
      'one of several identities',
      () => env({ AZURE_CLIENT_ID: 'client-1' }),
      /^GET \/msi\/token\?.*&client_id=client-1$/,
    ],
    [
      'a machine',
      machine,
      /^GET \/metadata\/identity\/oauth2\/token\?api-version=2018-02-01&resource=https%3A%2F%2Fredis\.azure\.com&client_id=client-1$/,
    ],
    [
      'a pod',
      pod,
      /^POST \/tenant-1\/oauth2\/v2\.0\/token grant_type=client_credentials&client_id=client-1&scope=https%3A%2F%2Fredis\.azure\.com%2F\.default&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=of\+this\+pod$/,
    ],
  ];
  for (const [name, settings, request] of ways) {
    it(`asks as Azure documents it for ${name}, and is known`, async () => {
      const server = await startServer(settings());
      expect((await fetch(`${server.url}/health/ready`)).status).to.equal(200);
      expect(entra.asked.at(-1)).to.match(request);
      await server.stop();
    });
  }

  const refused = async (more: Record<string, string>, words: RegExp) => {
    const { code, output } = await failToStart(env(more));
    expect(code).to.equal(1);
    expect(output)
      .to.match(words)
      .and.not.match(/\n {4}at /);
    for (const token of entra.tokens.got) expect(output.includes(token.slice(-20))).to.equal(false);
  };

  it('waits for whoever gives them, for a while', async () => {
    entra.mood('away');
    const starting = startServer(env());
    const before = entra.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(entra.asked.length).to.equal(before);
    entra.mood('well');
    const server = await starting;
    expect((await fetch(`${server.url}/health/ready`)).status).to.equal(200);
    await server.stop();
  });

  it('is refused in a sentence: nobody gives tokens, not to this one, or Redis does not know whose it is', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}/msi/token`;
    await refused({ IDENTITY_ENDPOINT: nobody }, /No token for Redis can be had from Entra: connect ECONNREFUSED/);
    await refused(
      { IDENTITY_HEADER: 'of another' },
      /Entra gives this process no token for Redis: it answers 401: Who asks\?\. Give it/,
    );
    entra.mood('refuses');
    await refused({}, /it answers 400: Identity not found\. Give it a managed identity/);
    entra.mood('well');
    const elsewhere = house.url.replace('//', '//somebody-else@');
    await refused({ REDIS_URL: elsewhere }, /Redis at .* does not know the identity somebody-else\. Let it in/);
    await refused({ REDIS_URL: elsewhere.replace('somebody-else', `${objectId}:secret`) }, /REDIS_URL: has a password/);
    await refused({ REDIS_URL: 'redis://store.example.com:6379' }, /REDIS_URL: must be rediss:\/\//);
  });
});
