/** Servers that cannot be trusted with people who wait are refused at the start, with the reason and what to do. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { createLog, inPackage, randomIds, readFolder, SupportError } from '../../src/base/index.js';
import { checkInfo } from '../../src/store/fitness.js';
import { openStore } from '../../src/store/index.js';
import { findRedis, startRedis } from '../support/redis.js';

const silent = createLog('silent');

/** What is said when a server with these flags is opened; `undefined` when it is good enough. */
async function refusal(...args: readonly string[]): Promise<string | undefined> {
  const server = await startRedis({ args });
  const config = {
    DATA_DIR: '',
    DATA_SYNC: 'everysec',
    SHARDS: undefined,
    RETENTION_DAYS: 30,
    AGENT_CAPACITY: 4,
  } as const;
  const options = { config: { ...config, REDIS_URL: `unix://${server.path}` }, log: silent, ids: randomIds };
  try {
    const store = await openStore(options);
    await store.close();
    return undefined;
  } catch (fault) {
    if (!(fault instanceof SupportError)) throw fault;
    return fault.message;
  } finally {
    await server.stop();
  }
}

/** The user everybody is, who may do everything but that. */
const user = (denied: string) => ['--user', 'default', 'on', 'nopass', '~*', '&*', '+@all', denied];

function servers(this: Mocha.Suite): void {
  this.timeout(30_000);

  it('is opened when it does what is needed', async () => expect(await refusal()).to.equal(undefined));

  for (const command of ['XADD', 'SPUBLISH', 'UNLINK', 'ZREVRANGEBYSCORE']) {
    it(`is refused without ${command}, which is named`, async () => {
      expect(await refusal('--rename-command', command, '')).to.match(new RegExp(`refuses ${command} \\(ERR Unknown`));
    });
  }

  it('is refused without EVALSHA, with the words of the server', async () => {
    expect(await refusal('--rename-command', 'EVALSHA', '')).to.match(
      /refuses what the store needs: ERR unknown command 'evalsha'/,
    );
  });

  for (const denied of ['-xadd', '-spublish', '-hset']) {
    it(`is refused when its user may not ${denied.slice(1)}`, async () => {
      const name = denied.slice(1).toUpperCase();
      const told = await refusal(...user(denied));
      expect(told).to.match(new RegExp(`refuses ${name} \\(.*Allow them for this user`));
    });
  }

  it('is refused when its user may not evalsha or ssubscribe', async () => {
    expect(await refusal(...user('-evalsha'))).to.match(/needs: NOPERM .*evalsha/);
    expect(await refusal(...user('-ssubscribe'))).to.match(/needs: NOPERM .*ssubscribe/);
  });

  for (const policy of ['allkeys-lru', 'volatile-ttl']) {
    it(`is refused when it may evict keys (${policy}), and how to set it is told`, async () => {
      expect(await refusal('--maxmemory-policy', policy)).to.match(
        new RegExp(`may evict keys .*${policy}.*CONFIG SET maxmemory-policy noeviction`),
      );
    });
  }

  it('is refused when it is a replica', async () => {
    expect(await refusal('--replicaof', '127.0.0.1', '1')).to.match(/is a replica.*Name its master/);
  });
}

const title = 'a Redis server';
if (findRedis() === undefined) describe(title, () => it('skipped: redis-server is not on PATH'));
else describe(title, servers);

describe('what a server tells of itself', () => {
  const info = (fields: Readonly<Record<string, string>>) =>
    Object.entries(fields)
      .map(([name, value]) => `${name}:${value}\r\n`)
      .join('');
  const check = (fields: Readonly<Record<string, string>>) => () => checkInfo(info(fields), 'here:6379', silent);

  it('must be version 7 or newer', () => {
    expect(check({ redis_version: '7.0.0' })).not.to.throw();
    expect(check({ redis_version: '10.1.0' })).not.to.throw();
    expect(check({ redis_version: '6.2.14' })).to.throw('Redis at here:6379 is version 6.2.14; 7 or newer is needed.');
    expect(check({})).to.throw('is version unknown');
  });

  it('is warned of when it keeps nothing on disk', () => {
    const warned: string[] = [];
    const log = Object.assign(Object.create(silent) as typeof silent, {
      warn: (_about: object, text: string) => void warned.push(text),
    });
    checkInfo(info({ redis_version: '7.2.4', aof_enabled: '1' }), 'here', log);
    expect(warned).to.deep.equal([]);
    checkInfo(info({ redis_version: '7.2.4', aof_enabled: '0' }), 'here', log);
    expect(warned[0]).to.match(/no append-only file.*appendonly yes/);
  });
});

describe('the trial of a server', () => {
  it('tries every command that a script calls', () => {
    const trial = readFileSync(inPackage('src', 'store', 'lua', 'trial.lua'), 'utf8');
    const folders = [[], ['parts'], ['ops']].map((inner) => inPackage('src', 'store', 'lua', ...inner));
    const scripts = folders.flatMap((folder) => readFolder(folder, ['.lua']));
    const called = scripts.flatMap(({ text }) => [...text.matchAll(/call\('([A-Z]+)'/g)].map(([, name = '']) => name));
    expect([...new Set(called)].filter((name) => !trial.includes(`'${name}'`))).to.deep.equal([]);
  });
});
