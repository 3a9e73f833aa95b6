/** Backups are made while people write, with the commands of the runbook, and brought back to an empty folder. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askForPerson } from '../support/customer.js';
import { signIn } from '../support/desk-member.js';
import { freePort } from '../support/ports.js';
import { findRedis, type RedisServer, startRedis } from '../support/redis.js';
import { blocks, runBlock } from '../support/runbook.js';
import { type ServerProcess, startServer } from '../support/server.js';
import { startWebCustomer } from '../support/web-customer.js';
import { startCrowd } from './upgrade/load.js';

/** What holds the data: begun, and begun again from what was restored. */
interface Holder {
  readonly env: Readonly<Record<string, string>>;
  end(): Promise<void>;
}

const aof = ['--appendonly', 'yes', '--appendfsync', 'everysec'];

describe('a backup', function () {
  this.timeout(90_000);
  let folder: string;
  const servers: ServerProcess[] = [];
  const redises: RedisServer[] = [];
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'warmline-backup-'))));
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.crash();
    for (const server of redises.splice(0)) await server.stop();
    rmSync(folder, { recursive: true });
  });

  const make = (name: string) => mkdtempSync(join(folder, name));

  async function start(env: Holder['env']): Promise<ServerProcess> {
    const server = await startServer({ ...env, LIMITS: 'off' });
    servers.push(server);
    return server;
  }

  const embedded = (dir: string): Promise<Holder> =>
    Promise.resolve({ env: { DATA_DIR: dir }, end: () => Promise.resolve() });

  async function redis(dir: string): Promise<Holder> {
    const port = await freePort();
    const server = await startRedis({ dir, port, args: aof });
    redises.push(server);
    return { env: { REDIS_URL: `redis://127.0.0.1:${port}` }, end: () => server.kill('SIGTERM') };
  }

  async function rehearse(name: string, hold: (dir: string) => Promise<Holder>): Promise<void> {
    const [first, second, backup] = [make('first-'), make('second-'), make('copy-')];
    const where = (dir: string) => ({ DATA_DIR: dir, REDIS_DIR: dir, BACKUP: backup });
    const holder = await hold(first);
    const server = await start(holder.env);
    const customer = await startWebCustomer(server.url);
    await askForPerson(customer);
    const crowd = startCrowd(server.url, 4);
    await runBlock(`${name} backup`, { ...holder.env, ...where(first) });
    await customer.say('said after the backup');
    await crowd.end();
    expect(crowd.account.errors).to.deep.equal([]);
    customer.leave();
    await server.crash();
    await holder.end();

    await runBlock(`${name} restore`, where(second));
    const again = await hold(second);
    const restored = await start(again.env);
    const ana = await signIn(restored.url, 'ana');
    await ana.here();
    const ticket = await ana.take(customer.conversation);
    const { entries } = await ana.view(customer.conversation);
    const texts = entries.map((entry) => ('text' in entry ? entry.text : ''));
    expect(texts).to.include('I want to talk to a person').and.not.to.include('said after the backup');
    expect(await ana.say(ticket, 'and it goes on')).to.include({ kind: 'said' });
  }

  it('of the embedded store is one file', () => rehearse('embedded', embedded));

  for (const name of ['aof', 'snapshot']) {
    it(`of Redis, by ${name}`, async function () {
      if (findRedis() === undefined) return this.skip();
      await rehearse(name, redis);
    });
  }

  it('has no command in the runbook that is not run here', () => {
    const names = [...blocks.keys()].filter((name) => / (backup|restore)$/.test(name)).sort();
    const run = ['aof', 'embedded', 'snapshot'].flatMap((name) => [`${name} backup`, `${name} restore`]);
    expect(names).to.deep.equal(run);
  });
});
