/** Every manifest gives the server settings that it starts with: none is missing, and none is of another house. */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { providerOf, readConfig, settingNames, SupportError } from '../../src/base/index.js';
import { startServer } from '../support/server.js';
import { at, read } from './files.js';
import { filledIn, imageSettings, manifestSettings, neededParams, type Settings } from './settings.js';

/** What is wrong with these settings, by the server's own reading. */
function problems(settings: Settings): readonly string[] {
  const unknown = Object.keys(settings).filter((name) => !settingNames.includes(name));
  try {
    readConfig(settings);
  } catch (fault) {
    if (fault instanceof SupportError && fault.code === 'settings') return [...unknown, ...fault.problems];
    throw fault;
  }
  return unknown;
}

/** Without any of these no server works for others. */
const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES', 'PUBLIC_URL', 'TOKEN_SECRET'];

describe('the settings of the manifests', () => {
  for (const [name, settings] of Object.entries(manifestSettings)) {
    for (const filled of ['all', 'needed'] as const) {
      it(`${name}: the server takes them, with ${filled} filled in`, () => {
        expect(problems(settings(filled))).to.deep.equal([]);
        const config = readConfig(settings(filled));
        expect(config).to.include({ NODE_ENV: 'production', HOST: '0.0.0.0', MESSAGES_ANONYMOUS: 'off' });
        expect(config.PUBLIC_URL).to.equal('https://chat.example.com');
        expect(config.REDIS_URL).to.match(/^rediss?:/);
        expect(config.TRUST_PROXY).not.to.equal(undefined);
        expect(providerOf(config)?.rules).not.to.deep.equal([]);
      });
    }

    it(`${name}: one that is missing or misspelt is told`, () => {
      const all = settings('needed');
      for (const one of needed) {
        const { [one]: value = '', ...others } = all;
        expect(value, one).not.to.equal('');
        expect(problems(others), one).not.to.deep.equal([]);
        expect(problems({ ...others, [one.replace('_', '')]: value })[0]).to.equal(one.replace('_', ''));
      }
    });
  }

  it('the image by itself is for this computer, as the server is', () => {
    expect(problems(imageSettings())).to.deep.equal([]);
  });

  it('examples name what is used, and the runbook each parameter that has to be given', () => {
    const example = filledIn(read('compose.env.example'), 'all');
    const used = new Set(Array.from(read('compose.yaml').matchAll(/\$\{(\w+):/g), ([, name = '']) => name));
    expect(Object.keys(example).sort()).to.deep.equal([...used].sort());
    const line = /\*\*Azure\*\*[^]*?\*\*Teams\*\*/.exec(read('README.md'))?.[0] ?? '';
    expect(neededParams()).not.to.deep.equal([]);
    for (const param of neededParams()) expect(line).to.contain(`${param}=…`);
  });

  it('are what kubectl makes of them', function () {
    const made = spawnSync('kubectl', ['kustomize', at('kubernetes')], { encoding: 'utf8' });
    if (made.error !== undefined) return this.skip();
    expect(made.status, made.stderr).to.equal(0);
    const documents = parseAllDocuments(made.stdout).map((one) => one.toJS() as { kind: string; data: Settings });
    const data = documents.find(({ kind }) => kind === 'ConfigMap')?.data ?? {};
    expect(manifestSettings['Kubernetes']?.('needed')).to.include(data);
  }).timeout(20_000);

  it('start a server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'warmline-manifest-'));
    const here = {
      HOST: '127.0.0.1',
      REDIS_URL: '',
      METRICS_PORT: '0',
      DATA_DIR: folder,
      MESSAGES_ANONYMOUS: '',
      REDIS_AUTH: '',
    };
    for (const settings of Object.values(manifestSettings)) {
      const server = await startServer({ ...settings('needed'), ...here });
      expect((await fetch(`${server.url}/health/ready`)).status).to.equal(200);
      await server.crash();
    }
    rmSync(folder, { recursive: true });
  }).timeout(60_000);
});
