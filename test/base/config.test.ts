import { expect } from 'chai';
import { inPackage, readConfig, readTextFile, settingNames, SupportError } from '../../src/base/index.js';

function problems(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (fault) {
    if (fault instanceof SupportError && fault.code === 'settings') return fault.problems;
    throw fault;
  }
  return [];
}

describe('settings', () => {
  it('all have a default', () => {
    expect(readConfig({})).to.include({ PORT: 3978, HOST: '127.0.0.1', DATA_DIR: 'data' });
  });

  it('count as not set when they are empty', () => {
    expect(readConfig({ PORT: '', REDIS_URL: '' }).PORT).to.equal(3978);
  });

  it('are all told at once when several are wrong', () => {
    const told = problems({ PORT: '99999', REDIS_URL: 'mysql://x', SHARDS: 'many' });
    expect(told.map((problem) => problem.split(':')[0])).to.deep.equal(['PORT', 'REDIS_URL', 'SHARDS']);
  });

  const right = [
    'redis://127.0.0.1:6379',
    'rediss://user:secret@host:1/2',
    'unix:///run/redis.sock',
    'redis://a:1,b:2,[::1]:3',
  ];
  for (const url of right) {
    it(`take ${url} for Redis`, () => expect(readConfig({ REDIS_URL: url }).REDIS_URL).to.equal(url));
  }

  for (const url of ['a:1,b:2', 'redis://a:1,', 'unix:///a,b:1', 'redis://a:1,b:x', 'redis://a:1,redis://b:2']) {
    it(`refuse ${url} for Redis`, () => expect(problems({ REDIS_URL: url })[0]).to.match(/^REDIS_URL: /));
  }

  it('refuse the local sign-in in production and on an address others can reach', () => {
    expect(problems({ NODE_ENV: 'production' })[0]).to.match(/^NODE_ENV: .*sign-in/);
    expect(problems({ HOST: '0.0.0.0' })[0]).to.match(/^HOST: .*sign-in/);
  });

  it('need a secret in production, so that no emptied store can change it', () => {
    const secrets = (env: Record<string, string>) => problems(env).filter((one) => one.startsWith('SECRET: '));
    expect(secrets({ NODE_ENV: 'production' })[0]).to.match(/openssl rand/);
    expect(secrets({ NODE_ENV: 'production', SECRET: 'x'.repeat(31) })[0]).to.match(/at least 32/);
    expect(secrets({ NODE_ENV: 'production', SECRET: 'x'.repeat(32) })).to.deep.equal([]);
  });

  it('are the same ones as in .env.example, with the same defaults', () => {
    const lines = readTextFile(inPackage('.env.example')).text.split('\n');
    const pairs = lines.flatMap((line) => {
      const match = /^(\w+)=(.*)$/.exec(line);
      return match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const];
    });
    expect(pairs.map(([name]) => name).sort()).to.deep.equal([...settingNames].sort());
    expect(readConfig(Object.fromEntries(pairs))).to.deep.equal(readConfig({}));
  });
});
