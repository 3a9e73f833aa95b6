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

  const provider = {
    OIDC_ISSUER: 'https://sign-in.example.com',
    OIDC_CLIENT_ID: 'warmline',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_ROLES: 'agent=Support,agent=Second line,admin=Ops',
    PUBLIC_URL: 'https://chat.example.com',
  };
  const production = { ...provider, NODE_ENV: 'production', TOKEN_SECRET: 'x'.repeat(32) };

  it('allow production and any address with a sign-in provider', () => {
    const config = readConfig({ ...production, HOST: '0.0.0.0' });
    expect(config.OIDC_ROLES).to.deep.equal([
      { role: 'agent', value: 'Support' },
      { role: 'agent', value: 'Second line' },
      { role: 'admin', value: 'Ops' },
    ]);
  });

  it('take several secrets, of which the first signs', () => {
    const [one, two] = ['a'.repeat(32), 'b'.repeat(40)];
    expect(readConfig({ TOKEN_SECRET: `${one}, ${two}` }).TOKEN_SECRET).to.deep.equal([one, two]);
  });

  const bot = { MicrosoftAppId: 'id', MicrosoftAppPassword: 'password' };
  const entra = (url: string, more: Record<string, string> = {}) => ({ REDIS_AUTH: 'entra', REDIS_URL: url, ...more });
  const anonymous = { MESSAGES_ANONYMOUS: 'on' };
  const wrong: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    ['no secret in production', { ...production, TOKEN_SECRET: '' }, /^TOKEN_SECRET: .*openssl rand/],
    ['a short secret', { TOKEN_SECRET: 'x'.repeat(31) }, /^TOKEN_SECRET: .*at least 32/],
    ['a short one of several', { TOKEN_SECRET: `${'x'.repeat(32)},y` }, /^TOKEN_SECRET: .*at least 32/],
    [
      'a public address without https in production',
      { ...production, PUBLIC_URL: 'http://x.example' },
      /^PUBLIC_URL: .*https/,
    ],
    ['a provider without https', { ...provider, OIDC_ISSUER: 'http://sign-in.example.com' }, /^OIDC_ISSUER: /],
    ['a provider by half', { ...provider, OIDC_CLIENT_SECRET: '' }, /^OIDC_CLIENT_SECRET: is missing/],
    ['a provider without roles', { ...provider, OIDC_ROLES: '' }, /^OIDC_ROLES: is missing/],
    ['a provider that cannot send people back', { ...provider, PUBLIC_URL: '' }, /^PUBLIC_URL: is missing/],
    ['a client of no provider', { OIDC_CLIENT_ID: 'warmline' }, /^OIDC_ISSUER: is missing/],
    [
      'a role that is none',
      { ...provider, OIDC_ROLES: 'boss=Ops' },
      /^OIDC_ROLES: .*agent, supervisor, manager, admin/,
    ],
    ['a role of nobody', { ...provider, OIDC_ROLES: 'agent=' }, /^OIDC_ROLES: /],
    ['an origin with a path', { ALLOWED_ORIGINS: 'https://a.example,https://b.example/x' }, /^ALLOWED_ORIGINS/],
    ['a bot without its password', { MicrosoftAppId: 'id' }, /^MicrosoftAppPassword: is missing/],
    ['a password of no bot', { MicrosoftAppPassword: 'x' }, /^MicrosoftAppId: is missing/],
    ['a bot, which belongs to a tenant unless it says otherwise', bot, /^MicrosoftAppTenantId: is missing/],
    [
      'a bot of one tenant without it',
      { ...bot, MicrosoftAppType: 'SingleTenant' },
      /^MicrosoftAppTenantId: is missing/,
    ],
    [
      'a managed identity without a tenant',
      { MicrosoftAppId: 'id', MicrosoftAppType: 'UserAssignedMSI' },
      /^MicrosoftAppTenantId/,
    ],
    ['anonymous messages in production', { ...production, ...anonymous }, /^MESSAGES_ANONYMOUS: .*development/],
    ['anonymous messages from elsewhere', { ...provider, ...anonymous, HOST: '0.0.0.0' }, /^MESSAGES_ANONYMOUS: /],
    ['a token for no store', { REDIS_AUTH: 'entra' }, /^REDIS_URL: is missing/],
    ['a token over an open line', entra('redis://store.example.com:10000'), /^REDIS_URL: must be rediss/],
    [
      'a token over an open line to several',
      entra('redis://store.example.com,127.0.0.1'),
      /^REDIS_URL: must be rediss/,
    ],
    ['a token to Sentinels', entra('rediss+sentinel://one:26379/shop'), /^REDIS_URL: must be rediss/],
    ['a token and a password', entra('rediss://:x@store.example.com'), /^REDIS_URL: has a password/],
    [
      'a token file of nobody',
      entra('rediss://a.example', { AZURE_FEDERATED_TOKEN_FILE: '/x', AZURE_CLIENT_ID: 'c' }),
      /^AZURE_TENANT_ID: is missing/,
    ],
    [
      'who proves itself over an open line',
      entra('rediss://a.example', { AZURE_AUTHORITY_HOST: 'http://b.example' }),
      /^AZURE_AUTHORITY_HOST: must be https/,
    ],
    [
      'an address that is none, where it is asked for',
      entra('rediss://a.example', { IDENTITY_ENDPOINT: 'here' }),
      /^IDENTITY_ENDPOINT: must be an address/,
    ],
    [
      'anonymous messages to a registered bot',
      { ...bot, MicrosoftAppTenantId: 't', ...anonymous },
      /^MESSAGES_ANONYMOUS: .*registered/,
    ],
  ];
  for (const [what, env, said] of wrong) {
    it(`refuse ${what}`, () => expect(problems(env)[0]).to.match(said));
  }

  it('of Azure hinder nobody who does not need them', () => {
    expect(problems({ IDENTITY_ENDPOINT: 'here', AZURE_AUTHORITY_HOST: 'http://there' })).to.deep.equal([]);
    const several = entra('rediss://a.example:10000,b.example:10000', { IDENTITY_ENDPOINT: 'http://localhost:1/x' });
    expect(problems(several)).to.deep.equal([]);
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
